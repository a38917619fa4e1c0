import { stampBuild } from "./lib.mjs";

stampBuild();
