import { afterEach, beforeEach, expect, test } from "vitest";
import { caseIn, type Desk, HOUR, MORNING, openDesk } from "./complaints.fixture.ts";
import { fold, type Happened } from "./fold.ts";

let app: Desk;
beforeEach(async () => {
  app = await openDesk();
});
afterEach(() => app.close());

const codes = (missing: readonly { code: string }[]): string[] => missing.map(({ code }) => code);

/** A case in its 回访 whose buyer heard the result and is unhappy. */
async function unhappy(): Promise<string> {
  const { id } = (await caseIn(app, "follow")).case;
  await app.call("complaints.duty", { id, duty: "result_reported", done: true });
  await app.call("complaints.satisfaction", { id, value: 1, note: "还是坏的" });
  return id;
}

const another = { measure: "换一盏新的", reason: "补发的也坏了", dueAt: MORNING + 30 * HOUR };

test("an unhappy buyer's new plan is followed up and rated anew before the case closes", async () => {
  const { call } = app;
  const id = await unhappy();
  await call("complaints.back", { id, reason: "换个办法" });
  const proposed = await call("complaints.propose", { id, plan: another });
  expect(proposed.case.satisfaction).toBeNull();
  expect(proposed.timeline.some(({ event }) => event.kind === "satisfied")).toBe(true);
  await call("complaints.duty", { id, duty: "plan_told", done: true });
  await call("complaints.answer", { id, agreed: true });
  const again = await call("complaints.advance", { id });
  expect(codes(again.missing)).toEqual(["complaint_needs_result", "complaint_needs_satisfaction"]);
  expect(again.case.deadline).toEqual({ what: "plan", at: MORNING + 30 * HOUR });
  const { rows } = await call("promises.list", { view: "all" });
  expect(
    rows
      .filter(({ state }) => state === "open")
      .map(({ dueAt }) => dueAt)
      .toSorted(),
  ).toEqual([MORNING + 30 * HOUR, MORNING + 54 * HOUR]);
  await call("complaints.duty", { id, duty: "result_reported", done: true });
  await call("complaints.satisfaction", { id, value: 5 });
  expect((await call("complaints.advance", { id })).case).toMatchObject({
    ...{ stage: "closed", satisfaction: 5 },
  });
});

test("a new plan during the 回访 moves the 回访 after it", async () => {
  const id = await unhappy();
  const proposed = await app.call("complaints.propose", { id, plan: another });
  expect(proposed.case).toMatchObject({ stage: "follow", followUpAt: MORNING + 54 * HOUR });
  expect(proposed.case.satisfaction).toBeNull();
});

test("a case that was closed on the rating of an earlier plan keeps that rating", async () => {
  const { happened } = await oldCase();
  expect(fold("x", happened)?.case).toMatchObject({ stage: "closed", satisfaction: 2 });
});

/** The events of a case as a version wrote them that closed it on the old rating. */
async function oldCase(): Promise<{ happened: Happened[] }> {
  const id = await unhappy();
  const { timeline } = await app.call("complaints.get", { id });
  const proposed = timeline.find(({ event }) => event.kind === "proposed")!.event;
  const events = [
    ...timeline.map(({ event }) => event),
    { kind: "satisfied", data: { by: "", value: 2, note: "" } } as const,
    proposed,
    {
      kind: "advanced",
      data: { by: "", from: "follow", to: "closed", followUpAt: null },
    } as const,
  ];
  return {
    happened: events.map((event, at) => ({ id: String(at), at, device: "a", event })),
  };
}
