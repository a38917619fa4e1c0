import { readFile } from "node:fs/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openCore, type TestCore } from "../support/core.ts";

const ZONE = "Asia/Shanghai";
/** A Friday, ten in the morning there. */
const FRIDAY = Date.parse("2026-11-27T10:00:00+08:00");
const HOUR = 3_600_000;

let now = FRIDAY;
let opened: TestCore;
const clock = { now: () => now, zone: () => ZONE };

beforeEach(async () => {
  now = FRIDAY;
  opened = await openCore({ clock });
  await opened.call("settings.set", { agentName: "小王" });
});
afterEach(() => opened.close());

const add = async (text: string, dueAt: number) =>
  (await opened.call("promises.add", { text, dueAt })).promise;

test("what was promised is listed by when it is due, and closed with one step that can be taken back", async () => {
  const { call } = opened;
  const late = await add("补发配件", FRIDAY - HOUR);
  const soon = await add("回电", FRIDAY + HOUR);
  const evening = await add("查物流", FRIDAY + 10 * HOUR);
  const next = await add("开发票", FRIDAY + 30 * HOUR);
  const list = await call("promises.list", {});
  expect(list.rows.map(({ id }) => id)).toEqual([late.id, soon.id, evening.id, next.id]);
  expect(list.counts).toEqual({ overdue: 1, hour: 1, today: 1, later: 1 });
  expect(list.rows[0]).toMatchObject({ owner: "小王", dueZone: ZONE, state: "open" });

  const receipt = await call("promises.clear", { ids: [late.id] });
  expect(receipt.count).toBe(1);
  expect((await call("promises.due", {})).doneToday).toBe(1);
  expect((await call("promises.list", { view: "closed" })).rows.map(({ id }) => id)).toEqual([
    late.id,
  ]);
  await call("promises.undo", { events: receipt.events });
  expect((await call("promises.list", {})).total).toBe(4);
  const { events } = await call("promises.get", { id: late.id });
  expect(events.map(({ kind, undone }) => [kind, undone])).toEqual([
    ["made", false],
    ["done", true],
    ["undone", false],
  ]);
});

test("a phrase that promises something is written down for the customer in hand, once while it is open", async () => {
  const { call, core } = opened;
  const shown: string[] = [];
  const made: unknown[] = [];
  core.subscribe((name, payload) => {
    if (name === "promises.made") made.push(payload);
    if (name === "notice") shown.push(JSON.stringify(payload));
  });
  await call("customers.set", {
    name: "王女士",
    order: "T2841736459120384651",
    shop: "灯饰旗舰店",
  });
  const { id } = await call("phrases.create", {
    title: "补发承诺",
    body: "亲，24小时内给您补发。",
    promise: "24小时内",
  });
  await call("paste.copied", { id });
  const { rows } = await call("promises.list", {});
  expect(rows).toMatchObject([
    {
      text: "补发承诺",
      note: "亲，24小时内给您补发。",
      customer: "王女士",
      order: "T2841736459120384651",
      shop: "灯饰旗舰店",
      dueAt: FRIDAY + 24 * HOUR,
      dateOnly: false,
      source: "phrase",
      phraseId: id,
    },
  ]);
  expect(made).toMatchObject([{ promise: { id: rows[0]!.id } }]);
  // Told quietly: no card over the work.
  expect(shown).toEqual([]);
  await call("paste.copied", { id });
  expect((await call("promises.list", {})).total).toBe(1);
  // Taken back, it is withdrawn and the next paste writes it anew.
  const { receipt } = made[0] as { receipt: { events: string[] } };
  await call("promises.undo", { events: receipt.events });
  expect((await call("promises.list", { view: "closed" })).rows[0]!.state).toBe("withdrawn");
  await call("paste.copied", { id });
  await call("customers.set", { name: "李先生", order: "T2841736459120384652" });
  await call("paste.copied", { id });
  expect((await call("promises.list", {})).total).toBe(2);
});

test("a phrase that promises nothing, and one whose words name no time", async () => {
  const { call } = opened;
  const plain = await call("phrases.create", { title: "问好", body: "在的亲" });
  await call("paste.copied", { id: plain.id });
  expect((await call("promises.list", {})).total).toBe(0);
  const vague = await call("phrases.create", { title: "尽快", body: "尽快给您", promise: "尽快" });
  await call("paste.copied", { id: vague.id });
  expect((await call("promises.list", {})).rows).toMatchObject([
    { dueAt: Date.parse("2026-11-28T00:00:00+08:00") - 1, dateOnly: true, customer: "" },
  ]);
});

test("the field stays with a phrase through history and undo", async () => {
  const { call } = opened;
  const { id } = await call("phrases.create", { title: "补发", body: "补发", promise: " 3天内 " });
  const { historyId } = await call("phrases.update", { id, changes: { promise: "" } });
  expect((await call("phrases.get", { id })).promise).toBe("");
  await call("history.undo", { id: historyId });
  expect((await call("phrases.get", { id })).promise).toBe("3天内");
  expect((await call("phrases.query", {})).rows[0]).toMatchObject({ promise: "3天内" });
});

test("promises come through a restart, an open core and the command line's look", async () => {
  const promise = await add("补发", FRIDAY + HOUR);
  const { folder } = opened;
  const again = await openCore({ clock }, folder);
  expect((await again.call("promises.due", {})).rows).toMatchObject([{ id: promise.id }]);
  await again.call("promises.clear", { ids: [promise.id] });
  await again.close();
  expect((await opened.call("promises.due", {})).rows).toEqual([]);
  expect((await opened.call("system.check", {})).problems).toEqual([]);
});

test("a restored backup takes back no promise", async () => {
  const { call } = opened;
  const before = await add("补发", FRIDAY + HOUR);
  const backup = await call("backups.create", {});
  const after = await add("回电", FRIDAY + HOUR);
  await call("promises.clear", { ids: [before.id] });
  await call("backups.restore", { name: backup.name });
  expect((await call("promises.list", {})).rows.map(({ id }) => id)).toEqual([after.id]);
  expect((await call("promises.get", { id: before.id })).promise.state).toBe("done");
});

test("a hand-over goes to a colleague as a file and comes in through an upload, once", async () => {
  const colleague = await openCore({ clock });
  try {
    await colleague.call("settings.set", { agentName: "小李" });
    const promise = await add("补发", FRIDAY + HOUR);
    const { text, file, receipt } = await opened.call("promises.hand", {
      ids: [promise.id],
      to: "小李",
      note: "买家在等",
      save: true,
    });
    expect([receipt.count, text.includes("小王 → 小李")]).toEqual([1, true]);
    const { path, fileName } = opened.core.takeDownload(file!.url!.split("/").at(-1)!)!;
    expect(fileName).toBe("日清交接-小李-20261127-1000.json");
    const name = colleague.core.offerFile(path, fileName);
    for (const added of [1, 0])
      expect(await colleague.call("promises.takeIn", { file: name })).toMatchObject({
        added,
        from: "小王",
        rows: [{ id: promise.id, state: "open", owner: "小李" }],
      });
    expect(await colleague.call("promises.takeIn", { text })).toMatchObject({ added: 0, known: 1 });
    expect((await colleague.call("promises.list", {})).total).toBe(1);
  } finally {
    await colleague.close();
  }
});

test("the day's sheet comes as a page, a table and text", async () => {
  const { call, core } = opened;
  await call("promises.clear", { ids: [(await add("补发", FRIDAY + HOUR)).id] });
  await call("promises.closeDay", {});
  for (const [format, name] of [
    ["csv", "日清表-2026-11-27.csv"],
    ["text", "日清表-2026-11-27.txt"],
  ] as const) {
    const { url } = await call("promises.exportSheet", { day: "2026-11-27", format });
    const file = core.takeDownload(url!.split("/").at(-1)!)!;
    expect(file.fileName).toBe(name);
    expect(await readFile(file.path, "utf8")).toContain("补发");
  }
  const { days } = await call("promises.calendar", { month: "2026-11" });
  expect(days.find(({ day }) => day === "2026-11-27")).toMatchObject({
    ...{ done: 1, open: 0, clear: true, closedAt: FRIDAY },
  });
});

test("quitting asks once while something of today is open", async () => {
  const { call } = opened;
  expect((await call("promises.leaving", {})).ask).toBe(false);
  await add("补发", FRIDAY + HOUR);
  expect(await call("promises.leaving", {})).toMatchObject({ ask: true, open: 1 });
  expect((await call("promises.leaving", {})).ask).toBe(false);
});

test("steps that cannot be taken say which promise and why", async () => {
  const { call } = opened;
  const { id } = await add("补发", FRIDAY + HOUR);
  await expect(call("promises.closeDay", {})).rejects.toMatchObject({
    code: "promises_undecided",
    params: { count: 1, names: "补发" },
  });
  const carry = { ids: [id], dateOnly: false, reason: "缺货" };
  await expect(call("promises.carry", { ...carry, dueAt: FRIDAY - 1 })).rejects.toMatchObject({
    code: "promise_due_past",
  });
  await call("promises.clear", { ids: [id] });
  await expect(call("promises.carry", { ...carry, dueAt: FRIDAY + HOUR })).rejects.toMatchObject({
    code: "promise_not_open",
    params: { text: "补发" },
  });
});
