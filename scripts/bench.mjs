// npm run bench [-- NAME …] [-- --quick]: runs the benches one after another, prints JSON, keeps it in bench/results.
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { spawnSync } from "node:child_process";
import { build, environment, install, node24, root } from "./lib.mjs";

install();
build();
const options = process.argv.slice(2);
const flags = options.filter((each) => each.startsWith("--"));
const wanted = options.filter((each) => !each.startsWith("--"));
const known = readdirSync(join(root, "bench"))
  .filter((name) => name.endsWith(".ts"))
  .map((name) => name.slice(0, -3));
const unknown = wanted.find((name) => !known.includes(name));
if (unknown) {
  console.error(`There is no bench "${unknown}"; there are ${known.join(", ")}.`);
  process.exit(2);
}
mkdirSync(join(root, "bench/results"), { recursive: true });
const results = {};
let failed = 0;
for (const name of wanted.length > 0 ? wanted : known) {
  console.error(`bench ${name} …`);
  const { status, stdout } = spawnSync(node24(), [join(root, "bench", `${name}.ts`), ...flags], {
    cwd: root,
    env: environment(),
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (status === 0) {
    results[name] = JSON.parse(stdout);
    writeFileSync(join(root, "bench/results", `${name}.json`), stdout);
  } else failed += 1;
}
console.log(JSON.stringify(results, null, 2));
process.exit(failed === 0 ? 0 : 1);
