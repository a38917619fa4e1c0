import { afterEach, beforeEach, expect, test } from "vitest";
import { openCore, type TestCore } from "../../../../test/support/core.ts";

/* The whole core over a real library, with a clock and a zone of the test's own. */
const HOUR = 3_600_000;
const NOON = Date.parse("2026-11-27T12:00:00+08:00");

let clock: { now: number; zone: string };
let app: TestCore;

beforeEach(async () => {
  clock = { now: NOON, zone: "Asia/Shanghai" };
  app = await openCore({ clock: { now: () => clock.now, zone: () => clock.zone } });
});
afterEach(() => app.close());

const today = () => app.call("today.get", {});
const promise = async (text: string, dueAt: number): Promise<string> =>
  (await app.call("promises.add", { text, dueAt })).promise.id;
const complaint = (answerBy: number | null) =>
  app.call("complaints.open", { kind: "logistics", customer: "王女士", answerBy });

test("an empty day has zeros and no rows", async () => {
  expect(await today()).toMatchObject({
    day: "2026-11-27",
    zone: "Asia/Shanghai",
    promises: { counts: { overdue: 0, hour: 0, today: 0, later: 0 }, doneToday: 0, rows: [] },
    complaints: { open: 0, overdue: 0, today: 0, rows: [] },
    featured: { chosen: [], proposed: [] },
    emergencies: [],
    campaigns: [],
    upcoming: [],
    urging: { todo: 0, waiting: 0, urged: 0, paid: 0 },
    extras: [],
    phrases: 0,
  });
});

test("promises of the day, the most pressing first; what is due tomorrow only counts", async () => {
  await promise("明天", NOON + 13 * HOUR);
  await promise("今晚", NOON + 8 * HOUR);
  const overdue = await promise("过了", NOON + 60_000);
  await promise("快到", NOON + HOUR / 2);
  clock.now = NOON + 120_000;
  const { promises } = await today();
  expect(promises.counts).toEqual({ overdue: 1, hour: 1, today: 1, later: 1 });
  expect(promises.rows.map(({ text }) => text)).toEqual(["过了", "快到", "今晚"]);
  await app.call("promises.clear", { ids: [overdue] });
  const after = await today();
  expect(after.promises.doneToday).toBe(1);
  expect(after.promises.rows.map(({ text }) => text)).toEqual(["快到", "今晚"]);
});

test("midnight turns the day: what was for later is for today", async () => {
  await promise("明早", Date.parse("2026-11-28T09:00:00+08:00"));
  clock.now = Date.parse("2026-11-27T23:59:59.999+08:00");
  const before = await today();
  expect(before).toMatchObject({ day: "2026-11-27", todayEnds: clock.now });
  expect(before.promises.rows).toEqual([]);
  clock.now += 1;
  const after = await today();
  expect(after).toMatchObject({ day: "2026-11-28" });
  expect(after.promises.rows.map(({ text }) => text)).toEqual(["明早"]);
});

test("in another zone it is another day", async () => {
  await promise("晚上", Date.parse("2026-11-27T23:00:00+08:00"));
  await promise("次日下午", Date.parse("2026-11-28T13:00:00+08:00"));
  expect((await today()).promises.rows).toHaveLength(1);
  clock.zone = "America/Los_Angeles";
  // There it is still the evening of the 26th; the one is due on the morning of the 27th, the other in its evening.
  expect(await today()).toMatchObject({ day: "2026-11-26", promises: { rows: [] } });
  clock.now = Date.parse("2026-11-27T10:00:00-08:00");
  expect(await today()).toMatchObject({
    day: "2026-11-27",
    promises: { counts: { overdue: 1, today: 1 } },
  });
});

test("the day on which clocks are moved has 23 or 25 hours", async () => {
  clock.zone = "Europe/Berlin";
  const ends = async (iso: string): Promise<string> => {
    clock.now = Date.parse(iso);
    const { now, todayEnds } = await today();
    return ((todayEnds + 1 - now) / HOUR).toFixed(0);
  };
  expect(await ends("2027-03-28T00:00:00+01:00")).toBe("23");
  expect(await ends("2026-10-25T00:00:00+02:00")).toBe("25");
  expect(await ends("2028-02-29T00:00:00+01:00")).toBe("24");
});

test("complaints by what is due first; those without a time last", async () => {
  await complaint(null);
  await complaint(NOON + 20 * HOUR);
  await complaint(NOON + 3 * HOUR);
  const { case: late } = await complaint(NOON + HOUR);
  clock.now = NOON + 2 * HOUR;
  const { complaints } = await today();
  expect(complaints).toMatchObject({ open: 4, overdue: 1, today: 1 });
  expect(complaints.rows.map(({ deadlineAt }) => deadlineAt)).toEqual([
    NOON + HOUR,
    NOON + 3 * HOUR,
    NOON + 20 * HOUR,
    null,
  ]);
  expect(complaints.rows[0]).toMatchObject({ id: late.id, number: late.number, stage: "accept" });
});

test("emergencies that are on, campaigns that run, and those that open within a week", async () => {
  const draft = { kind: "campaign" as const, zone: "Asia/Shanghai" };
  const save = (name: string, start: string, end: string) =>
    app.call("campaigns.save", { id: null, draft: { ...draft, name, start, end } });
  await save("正在", "2026-11-26T00:00", "2026-11-28T00:00");
  await save("双12", "2026-12-03T20:00", "2026-12-12T00:00");
  await save("元旦", "2026-12-31T00:00", "2027-01-03T00:00");
  await app.call("campaigns.addPrepared", { name: "emergency" });
  const { sets } = await app.call("campaigns.list", {});
  const emergency = sets.find(({ kind }) => kind === "emergency");
  await app.call("campaigns.switch", { id: emergency?.id ?? "", on: true, why: "付款不通" });
  expect(await today()).toMatchObject({
    emergencies: [{ name: emergency?.name, why: "付款不通" }],
    campaigns: [{ name: "正在", until: Date.parse("2026-11-28T00:00:00+08:00") }],
    upcoming: [{ name: "双12" }],
  });
});

test("unpaid orders of the day, and what urging came to", async () => {
  for (const order of ["A1", "A2", "A3"]) await app.call("urging.add", { order, amount: 9_900 });
  await app.call("urging.record", { order: "A2", result: "willPay" });
  await app.call("urging.record", { order: "A3", result: "paid" });
  expect((await today()).urging).toMatchObject({ todo: 1, waiting: 1 });
  // Yesterday's list is not today's.
  clock.now = NOON + 24 * HOUR;
  expect((await today()).urging).toMatchObject({ todo: 0, waiting: 0 });
});

test("the product of the week with its scripts, for the shop that is served", async () => {
  const phrase = await app.call("phrases.create", { title: "吊灯怎么装", body: "送膨胀螺丝" });
  const { id } = (
    await app.call("products.create", {
      ...{ name: "北欧吊灯", sku: "N1", shop: "灯饰", price: 25_900 },
      questions: [{ question: "怎么装", phraseId: phrase.id }],
    })
  ).product;
  await app.call("products.feature", { id });
  expect((await today()).featured.chosen).toMatchObject([
    { product: { name: "北欧吊灯", price: 25_900 }, phrases: [{ title: "吊灯怎么装" }] },
  ]);
  const other = await app.call("today.get", { shop: "家纺" });
  expect(other.featured.chosen).toEqual([]);
  expect(other.phrases).toBe(1);
});
