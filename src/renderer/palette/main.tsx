import { createRoot } from "react-dom/client";
import { Palette } from "./Palette.tsx";
import "../ui/quick/tokens.css";
import "../ui/quick/rows.css";
import "../ui/quick/customer.css";
import "./palette.css";
import "./modes.css";
import "./capture.css";

createRoot(document.getElementById("palette")!).render(<Palette />);
