import { createRoot } from "react-dom/client";
import { Palette } from "./Palette.tsx";
import "./palette.css";
import "./modes.css";

createRoot(document.getElementById("palette")!).render(<Palette />);
