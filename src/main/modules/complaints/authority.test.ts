import { afterEach, beforeEach, expect, test } from "vitest";
import type { ProcedureName } from "../../../shared/contract/index.ts";
import { caseIn, type Desk, HOUR, MORNING, openDesk } from "./complaints.fixture.ts";

let app: Desk;
beforeEach(async () => {
  app = await openDesk();
});
afterEach(() => app.close());

const codes = (missing: readonly { code: string }[]): string[] => missing.map(({ code }) => code);

/** What a call is refused with. */
async function refusal(name: ProcedureName, input: object) {
  const result = await app.core.call(name, input);
  return result.ok ? null : result.error;
}

const plan = { measure: "退款", reason: "又坏了", dueAt: MORNING + 8 * HOUR };
const refund = (fen: number) => ({ plan, compensation: { kind: "partial_refund" as const, fen } });

test("a plan proposed during the 回访 needs its approval and its agreement too", async () => {
  const { call } = app;
  const { id } = (await caseIn(app, "follow")).case;
  await call("complaints.propose", { id, ...refund(50_000) });
  await call("complaints.duty", { id, duty: "result_reported", done: true });
  const rated = await call("complaints.satisfaction", { id, value: 2 });
  expect(codes(rated.missing)).toEqual([
    "complaint_needs_approval",
    "complaint_needs_plan_told",
    "complaint_needs_agreement",
  ]);
  expect((await refusal("complaints.advance", { id }))?.code).toBe("complaint_needs_approval");
});

test("nobody allows more than their level may; the refusal names the limit and who may", async () => {
  const { call } = app;
  const { id } = (await caseIn(app, "resolve")).case;
  await call("complaints.propose", { id, ...refund(15_000) });
  await call("complaints.escalate", { id, level: "senior", to: "李姐", reason: "超出权限" });
  const approve = { id, approved: true, decidedBy: "李姐" };
  const above = {
    code: "complaint_decided_above",
    params: { fen: "150", limit: "100", kind: "物流", level: "资深客服", next: "主管" },
  };
  // Without an amount it is what was proposed.
  expect(await refusal("complaints.decide", approve)).toMatchObject(above);
  expect(await refusal("complaints.decide", { ...approve, fen: 15_000 })).toMatchObject(above);
  expect(
    (await call("complaints.decide", { ...approve, fen: 10_000 })).case.escalation,
  ).toMatchObject({ state: "approved", fen: 10_000 });

  const { limits } = await call("complaints.authority", {});
  await call("complaints.setAuthority", {
    limits: { ...limits, senior: { ...limits.senior, logistics: null } },
  });
  await call("complaints.escalate", { id, level: "senior", reason: "再问" });
  const free = await call("complaints.decide", approve);
  expect(free.case).toMatchObject({ needsApproval: false, escalation: { fen: 15_000 } });
});

test("a gift has a value that is held against the limit; sending again need not", async () => {
  const { call } = app;
  const { id } = (await caseIn(app, "resolve")).case;
  const gift = { id, plan, compensation: { kind: "gift" as const, fen: 0 } };
  expect((await refusal("complaints.propose", gift))?.code).toBe("complaint_needs_fen");
  const again = { id, plan, compensation: { kind: "reship" as const, fen: 0 } };
  expect((await call("complaints.propose", again)).case.needsApproval).toBe(false);
});
