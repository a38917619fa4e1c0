import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ComplaintDetail } from "../../../shared/contract/complaints.ts";
import type { Input } from "../../../shared/contract/index.ts";
import type { Ports } from "../../ports/ports.ts";
import { openCore, type TestCore } from "../../../../test/support/core.ts";

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
/** 27 November 2026, ten in the morning in Shanghai. */
export const MORNING = Date.parse("2026-11-27T10:00:00+08:00");

/** A core of its own whose time and zone the test decides. */
export async function openDesk(ports: Partial<Ports> = {}, folder?: string) {
  const clock = { at: MORNING, zone: "Asia/Shanghai" };
  const app = await openCore(
    { clock: { now: () => clock.at, zone: () => clock.zone }, ...ports },
    folder,
  );
  return { ...app, clock };
}
export type Desk = Awaited<ReturnType<typeof openDesk>>;

/** A late parcel, as an agent would open it. */
export const late = (more: Partial<Input<"complaints.open">> = {}): Input<"complaints.open"> => ({
  customer: "王女士",
  order: "T20261127001",
  shop: "灯饰旗舰店",
  product: "北欧吊灯",
  kind: "logistics",
  demand: "三天了还没收到，要求今天送到",
  cause: "快递滞留",
  answerBy: MORNING + 4 * HOUR,
  words: "我的灯怎么还没到？",
  ...more,
});

/** Opens a case and takes it as far as a stage, doing what each asks for. */
export async function caseIn(
  { call }: Pick<TestCore, "call">,
  stage: "accept" | "clarify" | "resolve" | "follow" | "closed",
  more: Partial<Input<"complaints.open">> = {},
): Promise<ComplaintDetail> {
  let it = await call("complaints.open", late(more));
  const { id } = it.case;
  if (stage === "accept") return it;
  await call("complaints.duty", { id, duty: "course_recorded", done: true });
  await call("complaints.duty", { id, duty: "waiting_told", done: true });
  it = await call("complaints.advance", { id });
  if (stage === "clarify") return it;
  await call("complaints.duty", { id, duty: "summarised", done: true });
  it = await call("complaints.advance", { id });
  if (stage === "resolve") return it;
  await call("complaints.propose", {
    id,
    plan: { measure: "今天加急派送", reason: "快递点滞留", dueAt: it.now + 8 * HOUR },
    compensation: { kind: "coupon", fen: 2_000 },
  });
  await call("complaints.duty", { id, duty: "plan_told", done: true });
  await call("complaints.answer", { id, agreed: true });
  it = await call("complaints.advance", { id });
  if (stage === "follow") return it;
  await call("complaints.duty", { id, duty: "result_reported", done: true });
  await call("complaints.satisfaction", { id, value: 5 });
  return call("complaints.advance", { id });
}

/** Offers a file with this content to the core, as an upload would; gives its name for calls. */
export function offer(
  desk: Pick<Desk, "core" | "folder">,
  name: string,
  content: Uint8Array | string,
) {
  const path = join(desk.folder, `offered-${name}`);
  writeFileSync(path, content);
  return desk.core.offerFile(path, name, true);
}
