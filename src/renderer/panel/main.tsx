import { createRoot } from "react-dom/client";
import { Panel } from "./Panel.tsx";
import "../ui/quick/tokens.css";
import "../ui/quick/rows.css";
import "../ui/quick/customer.css";
import "./panel.css";
import "./head.css";
import "./lists.css";

createRoot(document.getElementById("panel")!).render(<Panel />);
