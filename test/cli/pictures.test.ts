import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openCore } from "../support/core.ts";
import { addPicture, makePicture } from "../support/pictures.ts";
import { openProgram, type Program } from "./program.ts";

let program: Program;
beforeEach(() => {
  program = openProgram();
});
afterEach(() => program.dispose());

test("check reads every picture and names what is gone or was changed", async () => {
  const core = await openCore({}, program.data);
  const gone = await addPicture(core, await makePicture({ seed: 1 }), "不见了.png");
  const changed = await addPicture(core, await makePicture({ seed: 2 }), "变了.png");
  const paths = await Promise.all(
    [gone, changed].map(async (id) => (await core.core.takePicture(id, false))!.path),
  );
  await core.core.close();
  const check = (...more: string[]) => program.run(["check", "--data", program.data, ...more]);
  expect(await check()).toEqual({ code: 0, stdout: `OK  ${program.data}\n`, stderr: "" });

  // A stranger does no harm, and is told of.
  writeFileSync(join(program.data, "pictures", gone.slice(0, 2), "stranger"), "x");
  const odd = await check();
  expect(odd).toMatchObject({ code: 0, stdout: `OK  ${program.data}\n` });
  expect(odd.stderr).toMatch(/有 1 个文件不属于任何图片/);

  rmSync(paths[0]!);
  writeFileSync(paths[1]!, "x");
  const told = await check("--json");
  expect(told.code).toBe(1);
  const report = JSON.parse(told.stdout) as { sound: boolean; problems: string[] };
  expect(report.sound).toBe(false);
  expect(report.problems.toSorted()).toEqual([
    `图片“不见了”的文件不在了：${paths[0]}`,
    `图片“变了”的文件被改过或已损坏：${paths[1]}`,
  ]);
});
