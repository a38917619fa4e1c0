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
