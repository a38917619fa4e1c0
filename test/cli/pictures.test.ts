import { readFileSync, rmSync, writeFileSync } from "node:fs";
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

test("a phrase with a picture, exported here and imported there, is ready to be pasted there", async () => {
  const bytes = await makePicture({ seed: 3 });
  const here = await openCore({}, program.data);
  const picture = await addPicture(here, bytes, "尺码表.png");
  await here.call("phrases.create", {
    title: "看尺码",
    body: "x",
    segments: [
      { kind: "text", text: "亲，尺码看这张图。" },
      { kind: "picture", picture },
    ],
  });
  await here.core.close();

  const path = join(program.folder, "话术.json");
  expect(await program.json("export", path)).toEqual({ count: 1, path });
  const other = join(program.folder, "other");
  const back = await program.run(["import", path, "--data", other, "--json"]);
  expect(JSON.parse(back.stdout)).toMatchObject({ added: 1, pictures: 1, refused: [] });
  expect(back).toMatchObject({ code: 0, stderr: "" });
  const sound = await program.run(["check", "--data", other]);
  expect(sound).toEqual({ code: 0, stdout: `OK  ${other}\n`, stderr: "" });

  const there = await openCore({}, other);
  const { rows } = await there.call("phrases.query", {});
  const review = await there.call("paste.review", { id: rows[0]!.id });
  expect(review).toMatchObject({
    ready: true,
    parts: [{ kind: "text" }, { kind: "picture", picture, name: "尺码表" }],
  });
  expect(readFileSync((await there.core.takePicture(picture, false))!.path)).toEqual(bytes);
  await there.core.close();

  rmSync(await pictureFile(program.data, picture));
  const lost = await program.run(["export", path, "--data", program.data, "--json"]);
  expect(lost).toMatchObject({
    code: 0,
    stderr: expect.stringContaining("有 1 张图片的文件不在了"),
  });
});

/** Where the file of a picture is. */
async function pictureFile(data: string, picture: string): Promise<string> {
  const core = await openCore({}, data);
  const { path } = (await core.core.takePicture(picture, false))!;
  await core.core.close();
  return path;
}
