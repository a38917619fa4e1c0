import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { caseIn, DAY, type Desk, offer, openDesk } from "./complaints.fixture.ts";

let app: Desk;
beforeEach(async () => {
  app = await openDesk();
});
afterEach(() => app.close());

/** A closed case that has these files. */
async function closedWith(...contents: string[]) {
  const { id } = (await caseIn(app, "closed")).case;
  const sums: string[] = [];
  for (const content of contents) {
    const detail = await app.call("complaints.attach", {
      id,
      file: offer(app, "聊天.txt", content),
    });
    const { event } = detail.timeline.at(-1)!;
    if (event.kind === "attached") sums.push(event.data.file.sha256);
  }
  return { id, sums };
}
const there = (sha256: string): boolean =>
  existsSync(join(app.folder, "evidence", sha256.slice(0, 2), sha256));

test("a closed case goes after three years by the calendar, and leaves a note with its sums", async () => {
  const { call, clock } = app;
  const { id, sums } = await closedWith("其一");
  const still = await caseIn(app, "follow");
  // The day before: 2028 is a leap year, a thousand and ninety-six days are not yet three years.
  clock.at = Date.parse("2029-11-27T09:59:59+08:00");
  expect((await call("complaints.retention", {})).due).toBe(0);
  expect((await call("complaints.purge", {})).cases).toEqual([]);
  clock.at = Date.parse("2029-11-27T10:00:01+08:00");
  expect(await call("complaints.retention", {})).toMatchObject({ due: 1, files: 1, purged: [] });
  const tried = await call("complaints.purge", { dryRun: true });
  expect(tried).toMatchObject({ cases: [{ id }], files: 1 });
  expect(there(sums[0]!)).toBe(true);

  expect(await call("complaints.purge", {})).toEqual(tried);
  expect(there(sums[0]!)).toBe(false);
  const refused = await app.core.call("complaints.get", { id });
  expect(refused).toMatchObject({
    ok: false,
    error: { code: "complaint_purged", params: { day: "2029-11-27" } },
  });
  const { purged } = await call("complaints.retention", {});
  expect(purged).toMatchObject([
    { id, at: clock.at, sum: expect.stringMatching(/^[0-9a-f]{64}$/) },
  ]);
  // What was only followed up is kept, however old.
  expect((await call("complaints.list", { state: "all" })).rows.map((each) => each.id)).toEqual([
    still.case.id,
  ]);
  expect((await call("complaints.list", { state: "all", text: "其一" })).total).toBe(0);
  expect((await call("system.check", {})).problems).toEqual([]);
});

test("a file that a younger case has too stays", async () => {
  const { call, clock } = app;
  const old = await closedWith("共同", "各自");
  clock.at += DAY;
  const young = await closedWith("共同");
  clock.at = Date.parse("2029-11-27T12:00:00+08:00");
  expect(await call("complaints.purge", {})).toMatchObject({ cases: [{ id: old.id }], files: 1 });
  expect(old.sums.map(there)).toEqual([true, false]);
  clock.at += DAY;
  expect(await call("complaints.purge", {})).toMatchObject({ cases: [{ id: young.id }], files: 1 });
  expect(young.sums.map(there)).toEqual([false]);
});

test("what was added to a closed case is kept for the full time too", async () => {
  const { call, clock } = app;
  const { id } = await closedWith();
  clock.at = Date.parse("2029-11-01T10:00:00+08:00");
  await call("complaints.record", { id, kind: "note", text: "买家又来问" });
  clock.at = Date.parse("2029-12-01T10:00:00+08:00");
  expect((await call("complaints.purge", {})).cases).toEqual([]);
  clock.at = Date.parse("2032-11-01T10:00:01+08:00");
  expect(await call("complaints.purge", {})).toMatchObject({ cases: [{ id }] });
});

test("never under three years, whatever is asked for", async () => {
  const result = await app.core.call("complaints.setAuthority", { keepYears: 2 });
  expect(result).toMatchObject({ ok: false, error: { code: "bad_input" } });
  await closedWith("十年");
  await app.call("complaints.setAuthority", { keepYears: 10 });
  app.clock.at = Date.parse("2036-11-27T09:00:00+08:00");
  expect((await app.call("complaints.retention", {})).due).toBe(0);
});

test("a restored backup does not bring a purged case back, nor lose what came after it", async () => {
  const { call, clock } = app;
  const { id } = await closedWith("旧");
  const kept = await caseIn(app, "accept", { customer: "周女士", answerBy: clock.at + DAY });
  const { name } = await call("backups.create", {});
  clock.at = Date.parse("2029-12-01T00:00:00+08:00");
  await call("complaints.purge", {});
  const later = await caseIn(app, "accept", { customer: "吴先生", words: "备份之后说的话" });
  await call("complaints.record", { id: kept.case.id, kind: "note", text: "也是之后" });
  await call("backups.restore", { name });
  const all = await call("complaints.list", { state: "all" });
  expect(all.rows.map((each) => each.id).toSorted()).toEqual(
    [kept.case.id, later.case.id].toSorted(),
  );
  expect((await call("complaints.list", { text: "之后" })).total).toBe(2);
  expect((await call("complaints.list", { text: "旧", state: "all" })).total).toBe(0);
  expect(await app.core.call("complaints.get", { id })).toMatchObject({
    error: { code: "complaint_purged" },
  });
  expect((await call("system.check", {})).problems).toEqual([]);
});
