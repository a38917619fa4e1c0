import { writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { DateTime } from "luxon";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openCore, type TestCore } from "../../../../test/support/core.ts";
import type { JournalEvent } from "../../../shared/contract/journal.ts";
import { seeded } from "../../../shared/rules/price/random.fixture.ts";
import { createJournal } from "../../database/journal.ts";
import { openLibrary } from "../../../../test/support/library.ts";
import { FEEDBACK, feedbackOf, kindFor } from "../../modules/feedback/rules.ts";
import { createFeedbackStore } from "../../modules/feedback/store.ts";
import { weekAround } from "../../modules/feedback/weeks.ts";
import { readTable } from "../../modules/transfer/readTable.ts";

const ZONE = "Asia/Shanghai";
const at = (time: string): number => DateTime.fromISO(time, { zone: ZONE }).toMillis();
let now = 0;
let core: TestCore;
beforeEach(async () => {
  now = at("2026-11-18T10:00");
  core = await openCore({
    clock: { now: () => now, zone: () => ZONE },
    printing: { pdf: async (html) => new TextEncoder().encode(`%PDF ${html}`) },
  });
  await core.call("settings.set", { locale: "zh-CN", agentName: "小满", shop: "灯饰店" });
});
afterEach(() => core.close());

const note = async (text: string) => (await core.call("feedback.note", { text })).feedback;

test.each([
  ["详情页写的 40W，实际收到是 30W，页面标错了", "pageError"],
  ["尺寸太小了，颜色也有色差", "product"],
  ["别家便宜二十块还包邮，太贵了", "price"],
  ["快递三天没动，包装也破损", "logistics"],
  ["客服半天不回消息，态度敷衍", "service"],
  ["建议出个大一号的，要是有遥控就好了", "suggestion"],
  ["算了，去别家再看看", "notBuying"],
  ["你好", "other"],
  ["The page has a broken link", "pageError"],
  ["Shipping was late and the parcel was open", "logistics"],
  ["希望可以增加暖光色溫，如果有就買", "suggestion"],
])("%s: %s", (said, kind) => {
  expect(kindFor(said)).toBe(kind);
});

test("a note has who is in hand, its kind and who can solve it; the department is learnt", async () => {
  await core.call("customers.set", { name: "阿明", order: "A1", shop: "分店" });
  expect(await note("快递太慢了")).toMatchObject({
    ...{ kind: "logistics", department: "仓储物流", customer: "阿明", order: "A1" },
    ...{ shop: "分店", by: "小满", notedAt: now, valuable: null },
  });
  await core.call("feedback.note", { text: "快递慢", department: "客服" });
  await core.call("feedback.note", { text: "快递又慢", department: "客服" });
  const { department, departments } = await core.call("feedback.suggest", { text: "快递" });
  expect(department).toBe("客服");
  expect(departments).toEqual(["运营", "美工", "商品", "仓储物流", "客服"]);
  await core.call("settings.set", { feedbackDepartments: ["物流组", "产品组"] });
  expect((await core.call("feedback.suggest", { text: "快递" })).department).toBe("物流组");
  await expect(core.call("feedback.note", { text: "  " })).rejects.toMatchObject({
    code: "feedback_empty",
  });
});

test("valuable, sent, answered, dropped: each a step that can be taken back and stays in the record", async () => {
  const { id } = await note("希望出大号");
  await core.call("feedback.change", { id, valuable: true, text: "希望出大号和加厚" });
  await core.call("feedback.send", { id });
  const answered = await core.call("feedback.answer", { id, answer: "下月上新" });
  expect(answered.feedback).toMatchObject({
    ...{ text: "希望出大号和加厚", valuable: true, sentTo: "运营", sentAt: now },
    ...{ answer: "下月上新", answeredAt: now },
  });
  const list = (more: object = {}) => core.call("feedback.list", more);
  expect((await list()).counts).toEqual({ noted: 0, sent: 0, answered: 1 });
  await core.call("feedback.withdraw", { id, event: answered.event });
  expect((await list({ state: "sent", valuable: true })).total).toBe(1);
  const { event } = await core.call("feedback.drop", { id });
  expect((await list()).total).toBe(0);
  await expect(core.call("feedback.send", { id })).rejects.toMatchObject({
    code: "feedback_missing",
  });
  await core.call("feedback.withdraw", { id, event });
  expect((await list({ text: "加厚", department: "运营", kind: "suggestion" })).total).toBe(1);
});

async function twoWeeks(): Promise<void> {
  now = at("2026-11-10T09:00");
  await note("快递太慢");
  // The last minute of a Sunday belongs to its week.
  now = at("2026-11-15T23:59");
  await note("价格太贵");
  now = at("2026-11-16T00:00");
  const { id } = await note("尺寸偏小，做工一般");
  await note("尺寸标错，详情页要改");
  await core.call("feedback.change", { id, valuable: true });
  await core.call("feedback.send", { id });
  await core.call("feedback.answer", { id, answer: "已反馈工厂" });
  now = at("2026-11-18T10:00");
  await note("=尺寸能不能多做一号");
}

describe("weeks", () => {
  test("begin on Monday where the person is; the trend counts by kind, and says what is spoken of", async () => {
    await twoWeeks();
    const { weeks, topics } = await core.call("feedback.trend", { until: now, weeks: 3 });
    expect(weeks.map(({ monday, total }) => [monday, total])).toEqual([
      ["2026-11-02", 0],
      ["2026-11-09", 2],
      ["2026-11-16", 3],
    ]);
    expect(weeks[2]!.kinds).toMatchObject({ product: 1, pageError: 1, suggestion: 1 });
    expect(topics).toEqual([{ word: "尺寸", count: 3, before: 0 }]);
  });

  test("a week with a change to summer time is seven days all the same", () => {
    const week = weekAround(Date.UTC(2026, 2, 25), "Europe/Berlin");
    expect(week.monday).toBe("2026-03-23");
    expect(week.to - week.from).toBe((7 * 24 - 1) * 3_600_000);
  });

  test("the digest has the figures, what is spoken of and what is worth acting on, in each language", async () => {
    await twoWeeks();
    const { title, text } = await core.call("feedback.digest", { at: now });
    expect(title).toBe("买家意见周报");
    expect(text).toContain("2026-11-16 至 2026-11-22 · 小满 记录");
    expect(text).toContain("收集: 3 条（上周 2 条）");
    expect(text).toContain("商品\t1\t33%");
    expect(text).toContain("尺寸\t3\t0");
    expect(text.indexOf("尺寸偏小")).toBeLessThan(text.indexOf("尺寸标错"));
    expect(text).toContain("答复：已反馈工厂");
    for (const [locale, words] of [
      ["en", "Collected: 3 (week before: 2)"],
      ["zh-TW", "收集: 3 則（上週 2 則）"],
    ] as const) {
      await core.call("settings.set", { locale });
      expect((await core.call("feedback.digest", { at: now })).text).toContain(words);
    }
    expect((await core.call("feedback.digest", { at: at("2026-10-01T00:00") })).text).toContain(
      "沒有收集到意見",
    );
  });
});

describe("files", () => {
  const bytes = async (url: string | null): Promise<Buffer> =>
    readFile(core.core.takeDownload(url!.split("/").at(-1)!)!.path);

  test("a table goes out as CSV and XLSX and is read back cell by cell", async () => {
    await twoWeeks();
    for (const format of ["csv", "xlsx"] as const) {
      const { url, count } = await core.call("feedback.export", { format });
      expect(count).toBe(5);
      const path = join(core.folder, `back.${format}`);
      writeFileSync(path, await bytes(url));
      const rows = await readTable({ path, name: `back.${format}` });
      expect(rows[0]!.cells.slice(0, 4)).toEqual(["时间", "类别", "买家说", "部门"]);
      // In a CSV a formula is held back by a mark; a workbook's cells are text anyway.
      expect(rows[1]!.cells[2]).toBe(`${format === "csv" ? "'" : ""}=尺寸能不能多做一号`);
      expect(rows.at(-1)!.cells.slice(0, 2)).toEqual(["2026-11-10 09:00", "物流"]);
    }
    await expect(
      core.call("feedback.export", { format: "csv", kind: "service" }),
    ).rejects.toMatchObject({ code: "feedback_nothing" });
  });

  test("the digest goes out as PDF and as text", async () => {
    await twoWeeks();
    const pdf = await core.call("feedback.digestFile", { at: now, format: "pdf" });
    expect((await bytes(pdf.url)).toString()).toMatch(/^%PDF .*买家意见周报/s);
    const txt = await core.call("feedback.digestFile", { at: now, format: "txt" });
    expect((await bytes(txt.url)).toString()).toContain("收集: 3 条");
  });
});

test.each(Array.from({ length: 8 }, (_, seed) => seed + 1))(
  "two stores that exchange events say the same (%i)",
  (seed) => {
    const { pick, whole, chance } = seeded(seed);
    const desks = ["x", "y"].map((host) => {
      const library = openLibrary();
      const journal = createJournal(library.database, { now: () => now, host });
      const store = createFeedbackStore(library.database);
      journal.follow(FEEDBACK, (ids) =>
        store.put(ids.map((id) => [id, feedbackOf(id, journal.of(FEEDBACK, id))])),
      );
      return { journal, store, dispose: library.dispose };
    });
    const ids = Array.from({ length: 3 }, () => crypto.randomUUID());
    const all = (desk: (typeof desks)[number]): JournalEvent[] =>
      desk.journal.idsOf(FEEDBACK).flatMap((id) => desk.journal.of(FEEDBACK, id));
    for (let step = 0; step < 60; step++) {
      now += whole(-5_000, 60_000);
      const mine = pick(desks);
      const subjectId = pick(ids);
      const events = mine.journal.of(FEEDBACK, subjectId);
      const kind = pick(["noted", "changed", "sent", "answered", "dropped", "withdrawn"] as const);
      const data = {
        noted: { text: `t${step}`, kind: "price", department: "运营" },
        changed: { text: `c${step}`, valuable: pick([true, false, null]) },
        sent: { to: pick(["甲", "乙"]) },
        answered: { answer: `a${step}` },
        dropped: {},
        withdrawn: { event: events.length === 0 ? "none" : pick(events).id },
      }[kind];
      mine.journal.append([{ subject: FEEDBACK, subjectId, kind, data }]);
      if (chance(0.3))
        for (const other of desks) if (other !== mine) other.journal.merge(all(mine).toReversed());
    }
    const [a, b] = [desks[0]!, desks[1]!];
    b.journal.merge(all(a));
    a.journal.merge(all(b));
    a.journal.merge(all(b));
    for (const id of ids) {
      expect(a.store.find(id)).toEqual(b.store.find(id));
      expect(a.store.find(id)).toEqual(feedbackOf(id, a.journal.of(FEEDBACK, id)));
    }
    for (const { dispose } of desks) dispose();
  },
);
