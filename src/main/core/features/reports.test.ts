import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Input } from "../../../shared/contract/index.ts";
import type { ReportWords } from "../../../shared/contract/reports.ts";
import { createBarePorts } from "../../adapters/node/absent.ts";
import { openCore, type TestCore } from "../../../../test/support/core.ts";
import { temporaryFolder } from "../../../../test/support/library.ts";
import { caseIn } from "../../modules/complaints/complaints.fixture.ts";

/* The whole core over a real library; every figure below was counted by hand. */
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Monday 23 November 2026, midnight in Shanghai: week 48. */
const MONDAY = Date.parse("2026-11-23T00:00:00+08:00");
const at = (day: number, hour: number): number => MONDAY + day * DAY + hour * HOUR;

let clock: { now: number; zone: string };
let app: TestCore;
const ports = () => ({ clock: { now: () => clock.now, zone: () => clock.zone } });

beforeEach(async () => {
  clock = { now: at(-3, 10), zone: "Asia/Shanghai" };
  app = await openCore(ports());
});
afterEach(() => app.close());

/** Does something at a time of the week: the time of the clock from then on. */
async function when<T>(day: number, hour: number, run: () => Promise<T>): Promise<T> {
  clock.now = at(day, hour);
  return run();
}

const promise = async (text: string, dueAt: number): Promise<string> =>
  (await app.call("promises.add", { text, dueAt })).promise.id;
const clear = (id: string) => app.call("promises.clear", { ids: [id] });
const complaint = (kind: "logistics" | "quality") =>
  app.call("complaints.open", { kind, customer: "王女士" });

const words = (changes: Partial<ReportWords["fields"]> = {}): Input<"reports.save">["words"] => ({
  locale: "zh-CN",
  sentences: {},
  fields: {
    ...{ summary: "", result: "", problems: "", improvements: "", plan: "", target: "" },
    ...changes,
  },
});

/** A week of work; what it comes to is said in the test below. */
async function work(): Promise<void> {
  const before = await promise("上周的", at(-2, 12));
  const stays = await promise("周日前", at(6, 20));
  await when(-2, 9, () => clear(before));
  await when(-1, 20, () => complaint("quality"));

  await when(0, 10, async () => {
    const [today, late, carried, handed, left] = [
      await promise("按时", at(0, 18)),
      await promise("晚了", at(1, 12)),
      await promise("改期", at(2, 12)),
      await promise("交接", at(3, 20)),
      await promise("没办", at(4, 12)),
    ];
    await when(0, 17, () => clear(today));
    await when(1, 13, () => clear(late));
    await when(1, 14, async () => {
      const { events } = await clear(stays);
      await app.call("promises.undo", { events });
    });
    await when(2, 9, () =>
      app.call("promises.carry", {
        ...{ ids: [carried], dueAt: at(8, 12), dateOnly: false, reason: "缺货" },
      }),
    );
    await when(3, 9, () => app.call("promises.hand", { ids: [handed], to: "小林" }));
    expect(left).not.toBe("");
  });

  // Opened on Wednesday at ten, closed six hours later.
  const { id } = (await when(2, 10, () => caseIn(app, "follow", { kind: "logistics" }))).case;
  await when(2, 16, async () => {
    await app.call("complaints.duty", { id, duty: "result_reported", done: true });
    await app.call("complaints.satisfaction", { id, value: 5 });
    await app.call("complaints.advance", { id });
  });
  await when(5, 10, () => complaint("logistics"));
  // The last minutes of the week.
  await when(6, 23.9, () => complaint("quality"));

  const uses = await app.call("phrases.create", { title: "发货时间", body: "当天发出" });
  await when(3, 11, async () => {
    for (let turn = 0; turn < 3; turn++) await app.call("paste.copied", { id: uses.id });
  });
  await when(4, 11, async () => {
    const one = await app.call("feedback.note", { text: "详情页尺寸写错了" });
    await app.call("feedback.note", { text: "想要遥控版" });
    await app.call("feedback.change", { id: one.feedback.id, valuable: true });
    await app.call("feedback.send", { id: one.feedback.id });
  });
}

test("the figures of a week are what was done in it, and the week before stands beside them", async () => {
  await work();
  clock.now = at(7, 9);
  const { content, running, previous, next } = await app.call("reports.get", { week: "2026-W48" });
  expect({ running, previous, next }).toEqual({
    running: false,
    previous: "2026-W47",
    next: "2026-W49",
  });
  const { figures, before } = content;
  // Two were kept, one of them late; one had its clearing taken back and was never kept, one was left lying. What was
  // promised in the case that was closed (an answer, a remedy, a call afterwards) are three more, all kept on Wednesday.
  expect(figures.complaints).toEqual({
    opened: 3,
    closed: 1,
    open: 3,
    byKind: [
      { kind: "logistics", count: 2 },
      { kind: "quality", count: 1 },
    ],
    median: 6 * HOUR,
  });
  expect(figures.promises).toEqual({ kept: 5, late: 1, carried: 1, handed: 1, overdue: 2 });
  expect(figures.uses).toEqual({
    total: 3,
    byScene: [{ name: "", count: 3 }],
    phrases: [{ title: "发货时间", count: 3 }],
  });
  expect(figures.feedback).toEqual({ noted: 2, valuable: 1, sent: 1, answered: 0 });
  expect(figures.days).toEqual([
    { day: "2026-11-23", kept: 1, complaints: 0 },
    { day: "2026-11-24", kept: 1, complaints: 0 },
    { day: "2026-11-25", kept: 3, complaints: 1 },
    { day: "2026-11-26", kept: 0, complaints: 0 },
    { day: "2026-11-27", kept: 0, complaints: 0 },
    { day: "2026-11-28", kept: 0, complaints: 1 },
    { day: "2026-11-29", kept: 0, complaints: 1 },
  ]);
  expect(before.promises).toEqual({ kept: 1, late: 0, carried: 0, handed: 0, overdue: 0 });
  expect(before.complaints).toMatchObject({ opened: 1, closed: 0, open: 1 });
});

test("in another zone the week has other ends", async () => {
  await work();
  clock.now = at(7, 9);
  clock.zone = "America/New_York";
  // There the last complaint came on Sunday morning, and the one of Sunday before on Sunday too.
  const { content } = await app.call("reports.get", { week: "2026-W48" });
  expect(content.figures.complaints.opened).toBe(3);
  clock.zone = "Pacific/Kiritimati";
  // There Sunday's last minutes were Monday already.
  const there = await app.call("reports.get", { week: "2026-W48" });
  expect(there.content.figures.complaints.opened).toBe(3);
  expect(there.content.figures.days.map(({ complaints }) => complaints)).toEqual([
    1, 0, 1, 0, 0, 1, 0,
  ]);
});

test("a finished report stays what was sent, whatever happens afterwards", async () => {
  await work();
  clock.now = at(6, 23.95);
  const first = await app.call("reports.finish", {
    week: "2026-W48",
    words: words({ target: "零超时" }),
  });
  expect(first.content.figures.complaints.opened).toBe(3);
  clock.now = at(8, 9);
  const late = await app.call("promises.list", {});
  await app.call("promises.clear", { ids: late.rows.map(({ id }) => id) });
  await app.call("settings.set", { agentName: "小雨" });

  const again = await app.call("reports.get", { week: "2026-W48" });
  expect(again.finished).toEqual([first]);
  expect(again.draftSavedAt).toBeNull();
  expect(again.content.words.fields.target).toBe("零超时");

  // Sent once more with other words: both are kept, the last first.
  await app.call("reports.save", { week: "2026-W48", words: words({ target: "一天一清" }) });
  expect((await app.call("reports.list", {})).rows.map(({ week, draft }) => [week, draft])).toEqual(
    [
      ["2026-W49", false],
      ["2026-W48", true],
    ],
  );
  const second = await app.call("reports.finish", {
    week: "2026-W48",
    words: words({ target: "一天一清" }),
  });
  expect((await app.call("reports.get", { week: "2026-W48" })).finished).toEqual([second, first]);
  // What was aimed at is asked for a week later.
  expect((await app.call("reports.get", { week: "2026-W49" })).content.lastTarget).toBe("一天一清");

  // The tables are a copy: made anew from the journal they say the same.
  const { name } = await app.call("backups.create", {});
  await app.call("backups.restore", { name });
  expect((await app.call("reports.get", { week: "2026-W48" })).finished).toEqual([second, first]);
});

test("a draft is kept, is told in the list, and a week to come is refused", async () => {
  clock.now = at(2, 10);
  await app.call("reports.save", { week: "2026-W48", words: words({ problems: "仓库晚发" }) });
  const { content, running, next, draftSavedAt } = await app.call("reports.get", {
    week: "2026-W48",
  });
  expect(content.words.fields.problems).toBe("仓库晚发");
  expect({ running, next, draftSavedAt }).toEqual({
    ...{ running: true, next: null, draftSavedAt: at(2, 10) },
  });
  expect((await app.call("reports.list", {})).rows).toMatchObject([
    { week: "2026-W48", from: "2026-11-23", to: "2026-11-29", draft: true, finishedAt: null },
    { week: "2026-W47", draft: false },
  ]);
  await expect(app.call("reports.get", { week: "2026-W49" })).rejects.toThrow(/report_week_future/);
  await expect(app.call("reports.get", { week: "2027-W53" })).rejects.toThrow(
    /report_week_unknown/,
  );
});

test("exported as text and as the page that becomes the PDF, in the language it was written in", async () => {
  await app.close();
  let page = "";
  const folder = temporaryFolder();
  const bare = createBarePorts(folder.path, "no_display");
  app = await openCore({
    ...ports(),
    printing: {
      pdf: async (html) => {
        page = html;
        return new Uint8Array([37, 80, 68, 70]);
      },
    },
    dialogs: {
      ...bare.dialogs,
      supported: true,
      saveFile: async (name) => join(folder.path, name),
    },
  });
  await work();
  clock.now = at(7, 9);
  const { id } = await app.call("reports.finish", {
    week: "2026-W48",
    words: {
      ...words({ problems: "<b>仓库</b>晚发" }),
      sentences: { promises: "这周兑现 {kept} 个，比上周稳。" },
    },
  });
  const text = await app.call("reports.export", { week: "2026-W48", id, format: "text" });
  expect(text.path).toMatch(/客服周报-2026-W48\.txt$/);
  const saved = await readFile(text.path ?? "", "utf8");
  expect(saved).toContain("这周兑现 5 个，比上周稳。");
  expect(saved).toContain("兑现承诺\t5\t1\t+4");
  expect(saved).toContain("结案用时（中位数）\t6小时\t无\t");
  const pdf = await app.call("reports.export", { week: "2026-W48", id, format: "pdf" });
  expect(pdf.path).toMatch(/\.pdf$/);
  expect(page).toContain("&lt;b&gt;仓库&lt;/b&gt;晚发");
  expect(page).not.toContain("草稿");
  expect(page).toMatch(/<i style="width:75%"><\/i>/);
  const word = await app.call("reports.export", { week: "2026-W48", id, format: "word" });
  expect(word.path).toMatch(/客服周报-2026-W48\.docx$/);
  const parts = unzipSync(await readFile(word.path ?? ""));
  const body = strFromU8(parts["word/document.xml"]!);
  for (const said of ["这周兑现 5 个，比上周稳。", "&lt;b&gt;仓库&lt;/b&gt;晚发", "兑现承诺", "█"])
    expect(body).toContain(said);

  await app.call("reports.save", { week: "2026-W48", words: { ...words(), locale: "en" } });
  await app.call("reports.export", { week: "2026-W48", id: null, format: "pdf" });
  expect(page).toContain("Promises kept: 5, of these late: 1.");
  expect(page).toContain("Draft");
  await expect(
    app.call("reports.export", { week: "2026-W47", id, format: "text" }),
  ).rejects.toThrow(/report_missing/);
  folder.dispose();
});
