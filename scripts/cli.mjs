// npm run -s cli -- COMMAND: the command line, built when it has to be.
import { join } from "node:path";
import { become, build, environment, install, node24, root } from "./lib.mjs";

install();
build();
// A small young generation: imports of 100,000 rows stay under 500 MB at the same speed.
const memory = "--max-semi-space-size=8";
become(node24(), [memory, join(root, "out/main/cli.js"), ...process.argv.slice(2)], environment());
