import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { unzipSync, zipSync } from "fflate";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { ProcedureName } from "../../../shared/contract/index.ts";
import type { JournalEvent } from "../../../shared/contract/journal.ts";
import { AppError } from "../../../shared/errors.ts";
import { sumOf } from "../../database/journal.ts";
import { openZip } from "../transfer/zip.ts";
import { checkCaseFile } from "./caseFile.ts";
import { caseIn, type Desk, offer, openDesk } from "./complaints.fixture.ts";
import { manifestSum } from "./manifest.ts";

const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
/** Paper that says which page it was made of. */
const printing = { pdf: async (html: string) => Buffer.from(`%PDF-1.7 ${html.length}`) };

const desks: Desk[] = [];
let a: Desk;
beforeEach(async () => {
  a = await openDesk({ printing });
  desks.push(a);
});
afterEach(async () => {
  for (const each of desks.splice(0)) await each.close();
});

const refusal = async ({ core }: Desk, name: ProcedureName, input: object) => {
  const result = await core.call(name, input);
  return result.ok ? { code: "done", params: {} } : result.error;
};

/** A case with two files, exported; where the zip is. */
async function exported(desk = a) {
  const { id } = (await caseIn(desk, "follow")).case;
  await desk.call("complaints.attach", { id, file: offer(desk, "破损.png", PNG), note: "外箱" });
  await desk.call("complaints.attach", { id, file: offer(desk, "chat.txt", "聊天记录\n") });
  return { id, path: await zipOf(desk, id) };
}

async function zipOf({ call, core }: Desk, id: string): Promise<string> {
  const { url } = await call("complaints.export", { id, format: "zip" });
  return core.takeDownload(url!.split("/").at(-1)!)!.path;
}

async function check(path: string) {
  const zip = await openZip(path);
  try {
    return await checkCaseFile(zip);
  } finally {
    await zip.close();
  }
}

type Entries = Record<string, Uint8Array>;
/** The zip with its entries changed, written beside it. */
function tampered(path: string, change: (entries: Entries) => void): string {
  const entries = unzipSync(readFileSync(path));
  change(entries);
  const to = path.replace(/\.zip$/, "-tampered.zip");
  writeFileSync(to, zipSync(entries));
  return to;
}
const text = (bytes: Uint8Array | undefined): string => Buffer.from(bytes!).toString("utf8");
const edited = (bytes: Uint8Array | undefined, from: string, to: string): Uint8Array => {
  expect(text(bytes)).toContain(from);
  return Buffer.from(text(bytes).replace(from, to));
};

test("an exported case is whole: every event, the words, the paper and the files", async () => {
  const { id, path } = await exported();
  const { manifest, events, evidence, problems } = await check(path);
  expect(problems).toEqual([]);
  expect(manifest?.id).toBe(id);
  expect(events.map(({ kind }) => kind)).toContain("attached");
  expect(evidence.map(({ name, mime }) => [name, mime])).toEqual([
    ["破损.png", "image/png"],
    ["chat.txt", "text/plain"],
  ]);
  const entries = unzipSync(readFileSync(path));
  const number = manifest!.number;
  expect(Object.keys(entries)).toEqual([
    ...["case.json", "timeline.txt", `${number}.pdf`],
    ...evidence.map(({ entry }) => entry),
    "manifest.json",
  ]);
  expect(text(entries["timeline.txt"])).toContain("我的灯怎么还没到？");
  expect(text(entries["timeline.txt"])).toContain("2026-11-27 10:00:00 +08:00");
});

test("what was altered, removed or added is named", async () => {
  const { path } = await exported();
  const { manifest, evidence } = await check(path);
  const [picture] = evidence;
  const problems = async (change: (entries: Entries) => void) =>
    (await check(tampered(path, change))).problems.map(({ what, name }) => `${what} ${name}`);

  expect(
    await problems((all) => {
      all["timeline.txt"] = edited(all["timeline.txt"], "我的灯", "你的灯");
    }),
  ).toEqual(["altered timeline.txt"]);
  expect(
    await problems((all) => {
      delete all[picture!.entry];
    }),
  ).toEqual([`missing ${picture!.entry}`]);
  expect(
    await problems((all) => {
      all["evidence/extra.txt"] = Buffer.from("new");
    }),
  ).toEqual(["extra evidence/extra.txt"]);
  expect(
    await problems((all) => {
      all["case.json"] = edited(all["case.json"], "我的灯怎么还没到？", "没事，不急。");
    }),
  ).toEqual(["altered case.json", "altered case.json #2"]);
  expect(
    await problems((all) => {
      all["manifest.json"] = edited(all["manifest.json"], manifest!.number, "TS-0");
    }),
  ).toEqual(["altered manifest.json"]);
  expect(await problems((all) => delete all["manifest.json"])).toEqual(["missing manifest.json"]);
});

test("a picture replaced together with its line in the manifest is still noticed: the event names its sum", async () => {
  const { path } = await exported();
  const { manifest, evidence } = await check(path);
  const { entry } = evidence[0]!;
  const other = tampered(path, (all) => {
    all[entry] = Buffer.concat([PNG, Buffer.from("x")]);
  });
  // The forger writes the manifest anew.
  const zip = await openZip(other);
  const measured = await checkCaseFile(zip);
  await zip.close();
  expect(measured.problems).toEqual([{ what: "altered", name: entry }]);
  const { createHash } = await import("node:crypto");
  const forged = tampered(other, (all) => {
    const sha256 = createHash("sha256").update(all[entry]!).digest("hex");
    const files = manifest!.files.map((each) =>
      each.name === entry ? { ...each, sha256, size: all[entry]!.length } : each,
    );
    const next = { ...manifest!, files };
    all["manifest.json"] = Buffer.from(JSON.stringify({ ...next, sum: manifestSum(next) }));
  });
  expect((await check(forged)).problems).toEqual([{ what: "altered", name: entry }]);
});

test("an event added or left out is noticed, and a zip that was cut is no zip", async () => {
  const { id, path } = await exported();
  const withEvents = (change: (events: JournalEvent[]) => void) =>
    tampered(path, (all) => {
      const told = JSON.parse(text(all["case.json"])) as { events: JournalEvent[] };
      change(told.events);
      all["case.json"] = Buffer.from(JSON.stringify(told));
    });
  const dropped = await check(withEvents((events) => events.splice(1, 1)));
  expect(dropped.problems.map(({ what }) => what)).toEqual(["altered", "missing"]);
  const added = await check(
    withEvents((events) => {
      const event = { ...events[1]!, id: crypto.randomUUID(), subjectId: id };
      events.push({ ...event, sum: sumOf(event) });
    }),
  );
  expect(added.problems.map(({ what }) => what)).toEqual(["altered", "extra"]);
  const cut = join(a.folder, "cut.zip");
  writeFileSync(cut, readFileSync(path).subarray(0, -100));
  await expect(check(cut)).rejects.toThrow();
});

test("a colleague takes a case in with its files, once however often, and both go on", async () => {
  const { id, path } = await exported();
  const b = await openDesk({ printing });
  desks.push(b);
  const take = () =>
    b.call("complaints.takeIn", { file: offer(b, "case.zip", readFileSync(path)) });
  const taken = await take();
  expect(taken).toMatchObject({ id, known: 0, files: 2 });
  expect(await take()).toMatchObject({ id, added: 0, known: taken.added });
  const [mine, theirs] = [
    await a.call("complaints.get", { id }),
    await b.call("complaints.get", { id }),
  ];
  expect(theirs.case).toEqual(mine.case);
  expect(theirs.timeline.map((each) => ({ ...each, mine: true }))).toEqual(mine.timeline);
  expect(theirs.timeline.every((each) => !each.mine && each.kept !== false)).toBe(true);

  await b.call("complaints.duty", { id, duty: "result_reported", done: true });
  await a.call("complaints.record", { id, kind: "note", text: "买家来电" });
  const back = offer(a, "back.zip", readFileSync(await zipOf(b, id)));
  expect(await a.call("complaints.takeIn", { file: back })).toMatchObject({ added: 1 });
  const merged = await a.call("complaints.get", { id });
  expect(merged.missing.map(({ code }) => code)).toEqual(["complaint_needs_satisfaction"]);
  expect(merged.case.records).toBe(4);

  const forged = tampered(path, (all) => {
    all["timeline.txt"] = Buffer.from("x");
  });
  const refused = await refusal(b, "complaints.takeIn", {
    file: offer(b, "forged.zip", readFileSync(forged)),
  });
  expect(refused).toMatchObject({
    code: "case_file_altered",
    params: { detail: "altered: timeline.txt" },
  });
  expect((await refusal(b, "complaints.takeIn", { file: offer(b, "no.zip", "no zip") })).code).toBe(
    "case_file_invalid",
  );
});

test("evidence is kept by its sum, once for the same bytes; what is gone or changed is told", async () => {
  const { call, folder, core } = a;
  const first = (await caseIn(a, "accept")).case;
  const second = (await caseIn(a, "accept")).case;
  const attach = async (id: string) => {
    const detail = await call("complaints.attach", { id, file: offer(a, "箱.png", PNG) });
    return detail.timeline.at(-1)!;
  };
  const [one, other] = [await attach(first.id), await attach(second.id)];
  expect(one.event).toEqual(other.event);
  const { sha256 } = one.event.kind === "attached" ? one.event.data.file : { sha256: "" };
  const path = join(folder, "evidence", sha256.slice(0, 2), sha256);
  expect(readFileSync(path)).toEqual(PNG);
  expect(await core.takePicture(sha256, false)).toEqual({ path, mime: "image/png" });
  expect((await call("system.check", {})).problems).toEqual([]);

  expect(
    (await refusal(a, "complaints.attach", { id: first.id, file: offer(a, "leer", "") })).code,
  ).toBe("evidence_empty");
  writeFileSync(path, "changed");
  const changed = (await call("system.check", {})).problems;
  expect(changed).toHaveLength(2);
  expect(changed[0]).toContain(first.number);
  rmSync(path);
  expect((await call("complaints.get", { id: first.id })).timeline.at(-1)!.kept).toBe(false);
  expect((await call("system.check", {})).problems[0]).toContain("不见了");
  expect((await refusal(a, "complaints.file", { id: first.id, sha256 })).code).toBe(
    "evidence_missing",
  );
  // The export tells what is not there any more.
  expect((await check(await zipOf(a, first.id))).problems).toEqual([
    { what: "missing", name: `evidence/${sha256.slice(0, 12)}-箱.png` },
  ]);
  // The same bytes mend it.
  await attach(first.id);
  expect((await call("system.check", {})).problems).toEqual([]);
});

test("where nothing prints, a zip is made without the paper", async () => {
  const b = await openDesk({
    printing: { pdf: () => Promise.reject(new AppError("no_printing", { detail: "none" })) },
  });
  desks.push(b);
  const { path, id } = await exported(b);
  expect((await check(path)).problems).toEqual([]);
  expect(Object.keys(unzipSync(readFileSync(path))).some((name) => name.endsWith(".pdf"))).toBe(
    false,
  );
  expect((await refusal(b, "complaints.export", { id, format: "pdf" })).code).toBe("no_printing");
});
