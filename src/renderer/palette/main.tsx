import { createRoot } from "react-dom/client";
import { Palette } from "./Palette.tsx";
import "./palette.css";
import "./modes.css";
import "./capture.css";

createRoot(document.getElementById("palette")!).render(<Palette />);
