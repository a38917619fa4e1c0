import { afterEach, expect, test } from "vitest";
import type { ProcedureName } from "../../../shared/contract/index.ts";
import { caseIn, type Desk, HOUR, late, MORNING, openDesk } from "./complaints.fixture.ts";

const desks: Desk[] = [];
afterEach(async () => {
  for (const each of desks.splice(0)) await each.close();
});
async function desk(): Promise<Desk> {
  const opened = await openDesk();
  desks.push(opened);
  return opened;
}

const codes = (missing: readonly { code: string }[]): string[] => missing.map(({ code }) => code);

/** The code a call is refused with. */
async function refusal({ core }: Desk, name: ProcedureName, input: object): Promise<string> {
  const result = await core.call(name, input);
  return result.ok ? "done" : result.error.code;
}

test("a case walks its four stages, and each says what is still missing", async () => {
  const app = await desk();
  const { call } = app;
  const opened = await call("complaints.open", late({ words: "", answerBy: null }));
  const { id } = opened.case;
  expect(opened.case).toMatchObject({ stage: "accept", title: "三天了还没收到，要求今天送到" });
  expect(codes(opened.missing)).toEqual([
    "complaint_needs_record",
    "complaint_needs_course",
    "complaint_needs_answer_time",
    "complaint_needs_waiting_told",
  ]);
  expect(await refusal(app, "complaints.advance", { id })).toBe("complaint_needs_record");

  await call("complaints.record", { id, kind: "call", text: "周一下单，说好周三到" });
  await call("complaints.duty", { id, duty: "course_recorded", done: true });
  await call("complaints.amend", { id, changes: { answerBy: MORNING + HOUR } });
  expect(await refusal(app, "complaints.advance", { id })).toBe("complaint_needs_waiting_told");
  await call("complaints.duty", { id, duty: "waiting_told", done: true });
  expect((await call("complaints.advance", { id })).case.stage).toBe("clarify");

  expect(await refusal(app, "complaints.advance", { id })).toBe("complaint_needs_summary");
  await call("complaints.duty", { id, duty: "summarised", done: true });
  const resolving = await call("complaints.advance", { id });
  expect(codes(resolving.missing)).toEqual([
    "complaint_needs_plan",
    "complaint_needs_plan_told",
    "complaint_needs_agreement",
  ]);
  expect(
    codes((await call("complaints.propose", { id, plan: { measure: "加急派送" } })).missing),
  ).toEqual([
    "complaint_needs_plan_reason",
    "complaint_needs_plan_time",
    "complaint_needs_plan_told",
    "complaint_needs_agreement",
  ]);
  await call("complaints.propose", {
    id,
    plan: { measure: "加急派送", reason: "快递点滞留", dueAt: MORNING + 8 * HOUR },
  });
  app.clock.at += HOUR / 2;
  await call("complaints.duty", { id, duty: "plan_told", done: true });
  const agreed = await call("complaints.answer", { id, agreed: true });
  expect(agreed.missing).toEqual([]);
  expect(agreed.case.answeredAt).toBe(MORNING + HOUR / 2);

  const followed = await call("complaints.advance", { id });
  // A day after the plan is due, by itself.
  expect(followed.case).toMatchObject({ stage: "follow", followUpAt: MORNING + 32 * HOUR });
  expect(codes(followed.missing)).toEqual([
    "complaint_needs_result",
    "complaint_needs_satisfaction",
  ]);
  await call("complaints.duty", { id, duty: "result_reported", done: true });
  await call("complaints.satisfaction", { id, value: 4, note: "希望快点" });
  const closed = await call("complaints.advance", { id });
  expect(closed.case).toMatchObject({ stage: "closed", closedAt: app.clock.at, deadline: null });
  expect(await refusal(app, "complaints.amend", { id, changes: { cause: "x" } })).toBe(
    "complaint_closed",
  );
  // Evidence may still come.
  expect(
    (await call("complaints.record", { id, kind: "note", text: "买家改了好评" })).case.records,
  ).toBe(2);
});

test("closing is taken back as it was; reopening begins anew", async () => {
  const app = await desk();
  const { call } = app;
  const { id } = (await caseIn(app, "closed")).case;
  const back = await call("complaints.back", { id });
  expect(back.case).toMatchObject({ stage: "follow", satisfaction: 5, closedAt: null });
  expect(back.missing).toEqual([]);
  await call("complaints.advance", { id });
  const again = await call("complaints.reopen", { id, reason: "又坏了" });
  expect(again.case).toMatchObject({
    ...{ stage: "accept", satisfaction: null, agreed: null, plan: null, answerBy: null },
    ...{ closedAt: null, escalation: null },
  });
  expect(again.duties.filter(({ done }) => done)).toEqual([]);
  expect(again.timeline.some(({ event }) => event.kind === "proposed")).toBe(true);
  expect(await refusal(app, "complaints.reopen", { id, reason: "x" })).toBe("complaint_not_closed");
  expect(await refusal(app, "complaints.back", { id })).toBe("complaint_first_stage");
});

test("above the agent's authority nothing is agreed before a superior decided", async () => {
  const app = await desk();
  const { call } = app;
  const { id, number } = (await caseIn(app, "resolve")).case;
  const plan = { measure: "退一半", reason: "晚到三天", dueAt: MORNING + 8 * HOUR };
  const proposed = await call("complaints.propose", {
    id,
    plan,
    compensation: { kind: "partial_refund", fen: 5_000 },
  });
  expect(proposed.authority).toMatchObject({ role: "agent", limit: 2_000 });
  expect(proposed.missing[0]).toEqual({
    code: "complaint_needs_approval",
    params: { fen: "50", role: "客服", limit: "20" },
  });
  expect(await refusal(app, "complaints.answer", { id, agreed: true })).toBe(
    "complaint_needs_approval",
  );
  expect(await refusal(app, "complaints.decide", { id, approved: true, decidedBy: "主管李" })).toBe(
    "complaint_no_escalation",
  );
  const escalated = await call("complaints.escalate", { id, reason: "超出 20 元", to: "李姐" });
  expect(escalated.case.escalation).toMatchObject({
    ...{ state: "waiting", level: "senior", by: MORNING + 24 * HOUR },
  });
  expect(escalated.case.deadline).toEqual({ what: "answer", at: MORNING + 4 * HOUR });
  expect(codes(escalated.missing)).toContain("complaint_needs_decision");
  expect(await refusal(app, "complaints.escalate", { id, reason: "again" })).toBe(
    "complaint_escalation_waiting",
  );
  // Less than was asked for: the plan has to be made smaller.
  const decided = await call("complaints.decide", {
    ...{ id, approved: true, fen: 3_000, note: "最多三十", decidedBy: "李姐" },
  });
  expect(decided.case.needsApproval).toBe(true);
  const smaller = await call("complaints.propose", {
    ...{ id, plan, compensation: { kind: "partial_refund", fen: 3_000 } },
  });
  expect(smaller.case.needsApproval).toBe(false);
  await call("complaints.duty", { id, duty: "plan_told", done: true });
  await call("complaints.answer", { id, agreed: true });
  expect((await call("complaints.advance", { id })).case).toMatchObject({
    ...{ number, stage: "follow" },
    escalation: { state: "approved", fen: 3_000, decision: "最多三十", decidedBy: "李姐" },
  });
});

test("a refused buyer is told the policy; then the case goes on without a compensation allowed", async () => {
  const app = await desk();
  const { call } = app;
  const { id } = (await caseIn(app, "resolve")).case;
  await call("complaints.propose", {
    id,
    plan: { measure: "说明保价规定", reason: "已过保价期" },
    compensation: { kind: "full_refund", fen: 99_900 },
  });
  await call("complaints.duty", { id, duty: "plan_told", done: true });
  expect(await refusal(app, "complaints.answer", { id, agreed: false })).toBe(
    "complaint_needs_policy",
  );
  const told = await call("complaints.answer", { id, agreed: false, note: "保价期为七天" });
  expect(told.missing).toEqual([]);
  expect(told.duties.find((each) => each.id === "agreed")).toMatchObject({
    done: true,
    byHand: false,
  });
  expect(await refusal(app, "complaints.duty", { id, duty: "agreed", done: false })).toBe(
    "complaint_duty_by_facts",
  );
});

test("money needs an amount, a case somebody whose it is", async () => {
  const app = await desk();
  const { id } = (await caseIn(app, "resolve")).case;
  expect(
    await refusal(app, "complaints.propose", {
      ...{ id, plan: { measure: "券" }, compensation: { kind: "coupon", fen: 0 } },
    }),
  ).toBe("complaint_needs_fen");
  expect(await refusal(app, "complaints.open", { kind: "price" })).toBe("complaint_needs_customer");
  expect(await refusal(app, "complaints.amend", { id, changes: { customer: "", order: "" } })).toBe(
    "complaint_needs_customer",
  );
  expect(await refusal(app, "complaints.get", { id: crypto.randomUUID() })).toBe(
    "complaint_missing",
  );
});

test("the lead gives more than the agent, and asks the owner above that", async () => {
  const app = await desk();
  const { call } = app;
  const authority = await call("complaints.authority", {});
  await call("complaints.setAuthority", {
    role: "lead",
    limits: { ...authority.limits, lead: { ...authority.limits.lead, logistics: null } },
  });
  const { id } = (await caseIn(app, "resolve")).case;
  const it = await call("complaints.propose", {
    ...{ id, plan: { measure: "全退" }, compensation: { kind: "full_refund", fen: 99_900 } },
  });
  expect(it.case.needsApproval).toBe(false);
  expect(it.authority).toMatchObject({ role: "lead", limit: null, escalate: { level: "owner" } });
});

test("a record stays as it was; what is corrected stands beside it", async () => {
  const app = await desk();
  const { call } = app;
  app.core.subscribe(() => undefined);
  const opened = await caseIn(app, "accept");
  const { id } = opened.case;
  const record = opened.timeline.find(({ event }) => event.kind === "recorded")!;
  const corrected = await call("complaints.correct", {
    ...{ id, recordId: record.id, text: "买家说的是周四，不是周三" },
  });
  const now = corrected.timeline.find((each) => each.id === record.id)!;
  expect(now.event).toEqual(record.event);
  expect(now.corrections).toMatchObject([{ text: "买家说的是周四，不是周三" }]);
  expect(
    await refusal(app, "complaints.correct", { id, recordId: opened.timeline[0]!.id, text: "x" }),
  ).toBe("complaint_record_missing");
  expect(await refusal(app, "complaints.record", { id, kind: "note", text: " \n" })).toBe(
    "complaint_record_empty",
  );
});

test("numbers count the day's cases by the person's calendar, and are never given twice", async () => {
  const app = await desk();
  const { call } = app;
  const number = async () => (await call("complaints.open", late())).case.number;
  const [first, second] = [await number(), await number()];
  expect(first).toMatch(/^TS-20261127-001-[2-9A-HJKMNP-Z]{3}$/);
  expect(second).toBe(first.replace("-001-", "-002-"));
  // Half past eleven at night in Shanghai, and an hour later.
  app.clock.at = Date.parse("2026-11-27T23:30:00+08:00");
  expect(await number()).toContain("-20261127-003-");
  app.clock.at += HOUR;
  expect(await number()).toContain("-20261128-001-");
  app.clock.zone = "America/New_York";
  expect(await number()).toContain("-20261127-004-");
});

test("the list is ordered by what is due, counted by stage, and found by any part of what was said", async () => {
  const app = await desk();
  const { call } = app;
  await caseIn(app, "closed", { customer: "赵先生", order: "X100" });
  const slow = await caseIn(app, "accept", { customer: "周女士", answerBy: MORNING + 9 * HOUR });
  const quick = await caseIn(app, "accept", {
    ...{
      customer: "吴先生",
      answerBy: MORNING + HOUR,
      kind: "price",
      shop: "乙店",
      order: "5521889034",
    },
  });
  await call("complaints.record", {
    ...{ id: slow.case.id, kind: "chat", text: "外箱破损，Philips E27 灯泡碎了两只" },
  });
  const open = await call("complaints.list", {});
  expect(open.rows.map(({ customer }) => customer)).toEqual(["吴先生", "周女士"]);
  expect(open.counts).toEqual({ accept: 2, clarify: 0, resolve: 0, follow: 0, closed: 1 });
  expect(open).toMatchObject({ total: 2, overdue: 0, empty: false });

  app.clock.at = MORNING + 2 * HOUR;
  const lateOnes = await call("complaints.list", { late: true });
  expect(lateOnes.rows.map(({ id }) => id)).toEqual([quick.case.id]);
  expect(lateOnes.overdue).toBe(1);
  expect((await call("complaints.list", { state: "all" })).total).toBe(3);
  expect((await call("complaints.list", { stage: "closed" })).rows[0]?.customer).toBe("赵先生");
  expect((await call("complaints.list", { shop: "乙店" })).total).toBe(1);
  expect((await call("complaints.list", { kind: "price", dueBefore: MORNING + HOUR })).total).toBe(
    0,
  );

  const found = async (text: string) =>
    (await call("complaints.list", { text, state: "all" })).rows.map(({ customer }) => customer);
  expect(await found("破损")).toEqual(["周女士"]);
  expect(await found("损")).toEqual(["周女士"]);
  expect(await found("e27 周女")).toEqual(["周女士"]);
  expect(await found("PHIL")).toEqual(["周女士"]);
  // The last digits of an order, as buyers give them.
  expect(await found("9034")).toEqual(["吴先生"]);
  expect(await found("034")).toEqual(["吴先生"]);
  expect(await found("破 箱损")).toEqual([]);
  expect(await found("……")).toEqual([]);
  expect(await found(quick.case.number)).toEqual(["吴先生"]);
  expect(await found('"OR NOT *')).toEqual([]);

  const board = await call("complaints.board", { limit: 1 });
  expect(
    board.columns.map(({ stage, total, overdue, cards }) => [stage, total, overdue, cards.length]),
  ).toEqual([
    ["accept", 2, 1, 1],
    ["clarify", 0, 0, 0],
    ["resolve", 0, 0, 0],
    ["follow", 0, 0, 0],
    ["closed", 1, 0, 1],
  ]);
});

test("who complains again and what repeats is told with the case", async () => {
  const app = await desk();
  const { call } = app;
  await caseIn(app, "closed");
  await caseIn(app, "accept", { customer: "周女士", order: "T2" });
  const it = await caseIn(app, "accept", { order: "T3" });
  expect(it).toMatchObject({ repeated: 1, sameCause: 2 });
  expect(it.related.map(({ why }) => why)).toEqual(["customer"]);
  expect(await call("complaints.known", { field: "cause" })).toEqual(["快递滞留"]);
});
