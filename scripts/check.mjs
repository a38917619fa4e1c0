// npm run check: types of every process, lint with the import rules, format.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { install, root, tool } from "./lib.mjs";

install();
const projects = ["src/shared", "src/main", "src/preload", "src/renderer", "test"];
const steps = [
  ...projects
    .filter((path) => existsSync(join(root, path, "tsconfig.json")))
    .map((path) => [`types of ${path}`, "typescript", ["-p", path], { bin: "tsc" }]),
  ["lint", "oxlint", ["--deny-warnings"]],
  ["format", "oxfmt", ["--check"]],
];
let failed = 0;
for (const [what, name, args, options] of steps) {
  const code = tool(name, args, options ?? {});
  console.log(`${code === 0 ? "ok  " : "FAIL"} ${what}`);
  if (code !== 0) failed += 1;
}
process.exit(failed === 0 ? 0 : 1);
