// npm run -s cli -- COMMAND: the command line, built when it has to be.
import { join } from "node:path";
import { become, build, environment, install, node24, root } from "./lib.mjs";

install();
build();
become(node24(), [join(root, "out/main/cli.js"), ...process.argv.slice(2)], environment());
