import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { unzipSync, zipSync } from "fflate";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openCore } from "../support/core.ts";
import { expectOneSentence, openProgram, type Program } from "./program.ts";

let program: Program;
let zip: string;
let number: string;
beforeEach(async () => {
  program = openProgram();
  const { call, core, close } = await openCore({
    printing: { pdf: async () => Buffer.from("%PDF-1.7") },
  });
  try {
    const opened = await call("complaints.open", {
      ...{ customer: "王女士", kind: "logistics", words: "还没到", demand: "今天要到" },
    });
    const { id } = opened.case;
    number = opened.case.number;
    const file = core.offerFile(program.file("聊天.txt", "原话"), "聊天.txt");
    await call("complaints.attach", { id, file });
    const { url } = await call("complaints.export", { id, format: "zip" });
    const { path } = core.takeDownload(url!.split("/").at(-1)!)!;
    zip = program.file("case.zip", readFileSync(path));
  } finally {
    await close();
  }
});
afterEach(() => program.dispose());

/** The zip with its entries changed. */
function tampered(change: (entries: Record<string, Uint8Array>) => void): string {
  const entries = unzipSync(readFileSync(zip));
  change(entries);
  const path = join(program.folder, "tampered.zip");
  writeFileSync(path, zipSync(entries));
  return path;
}

describe("verify", () => {
  test("a whole case: 0, without making a data folder", async () => {
    const { code, stdout, stderr } = await program.run(["verify", zip]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain(number);
    const json = await program.run(["verify", zip, "--json"]);
    expect(JSON.parse(json.stdout)).toMatchObject({ whole: true, number, problems: [] });
  });

  test("altered, missing and extra are each named: 1", async () => {
    const path = tampered((entries) => {
      entries["timeline.txt"] = Buffer.from("nothing happened");
      entries["added.txt"] = Buffer.from("x");
      const evidence = Object.keys(entries).find((name) => name.startsWith("evidence/"))!;
      delete entries[evidence];
    });
    const { code, stdout, stderr } = await program.run(["verify", path]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    const lines = stderr.trim().split("\n");
    expect(lines).toHaveLength(3);
    expect(lines[0]).toBe("多出：added.txt");
    expect(lines[1]).toBe("被改过：timeline.txt");
    expect(lines[2]).toMatch(/^缺少：evidence\/[0-9a-f]{12}-聊天\.txt$/);
  });

  test("a zip that was cut: 1", async () => {
    const path = program.file("cut.zip", readFileSync(zip).subarray(0, -40));
    const { code, stderr } = await program.run(["verify", path]);
    expect(code).toBe(1);
    expect(stderr).toContain("cut.zip");
  });

  test("no file, or no such file: 2", async () => {
    expect((await program.run(["verify"])).code).toBe(2);
    const missing = await program.run(["verify", join(program.folder, "none.zip")]);
    expectOneSentence(missing, 2, /none\.zip/);
  });
});
