import { parseArgs } from "node:util";
import { runServe } from "./commands/serve.ts";
import { failWith } from "./commands/output.ts";

try {
  const { values } = parseArgs({
    options: {
      port: { type: "string" },
      data: { type: "string" },
      "no-open": { type: "boolean" },
      "no-desktop": { type: "boolean" },
      json: { type: "boolean" },
    },
  });
  await runServe(values);
} catch (error) {
  process.exitCode = failWith(error);
}
