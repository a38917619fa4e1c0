import { createHash } from "node:crypto";
import { DateTime } from "luxon";
import type {
  ComplaintAuthority,
  ComplaintDutyId,
  ComplaintStage,
  EvidenceFile,
} from "../../../shared/contract/complaintFacts.ts";
import type {
  Complaint,
  ComplaintDetail,
  ComplaintDuty,
  TimelineEntry,
} from "../../../shared/contract/complaints.ts";
import { complaintDutyId, complaintStage } from "../../../shared/contract/complaintFacts.ts";
import { AppError, type ErrorParams } from "../../../shared/errors.ts";
import type { MessageCode } from "../../../shared/messages/zh-CN.ts";
import { DUTIES } from "../../../shared/rules/complaints/duties.ts";
import type { ComplaintNames } from "../../../shared/rules/complaints/names.ts";
import { inChat } from "../../../shared/rules/price/money.ts";
import type { Folded, Happened } from "./fold.ts";

const HOUR = 60 * 60 * 1_000;

interface Missing {
  readonly code: MessageCode;
  readonly params: ErrorParams;
}

/** Whether something is as it has to be, and what is said when it is not. */
type Check = readonly [fine: boolean, code: MessageCode, params?: ErrorParams];

/** What stops a case from going on to its next stage, in the order in which one would do it. */
export function missing(folded: Folded, names: ComplaintNames): Missing[] {
  const { case: it, duties } = folded;
  const done = (duty: ComplaintDutyId): boolean => duties.get(duty)?.done === true;
  const decided: Check = [
    it.escalation?.state !== "waiting",
    "complaint_needs_decision",
    { to: it.escalation?.to || names.levels[it.escalation?.level ?? "lead"] },
  ];
  const planned: Check[] = [
    [!it.plan || it.plan.reason !== "", "complaint_needs_plan_reason"],
    // Where the policy had to be stated nothing is going to be done by a time.
    [!it.plan || it.plan.dueAt !== null || it.agreed === "refused", "complaint_needs_plan_time"],
    decided,
    [
      !it.needsApproval || it.agreed === "refused",
      "complaint_needs_approval",
      approvalParams(folded, names),
    ],
    [done("plan_told"), "complaint_needs_plan_told"],
    [it.agreed !== null, "complaint_needs_agreement"],
  ];
  // The buyer was called back, was not content, and something else was proposed without going back a stage.
  const proposedAnew = it.plan !== null && (it.agreed === null || it.needsApproval);
  const checks: Readonly<Record<ComplaintStage, readonly Check[]>> = {
    accept: [
      [it.records > 0, "complaint_needs_record"],
      [done("course_recorded"), "complaint_needs_course"],
      [it.answerBy !== null, "complaint_needs_answer_time"],
      [done("waiting_told"), "complaint_needs_waiting_told"],
    ],
    clarify: [[done("summarised"), "complaint_needs_summary"]],
    resolve: [[it.plan !== null, "complaint_needs_plan"], ...planned],
    follow: [
      ...(proposedAnew ? planned : [decided]),
      [done("result_reported"), "complaint_needs_result"],
      [it.satisfaction !== null, "complaint_needs_satisfaction"],
    ],
    closed: [],
  };
  return checks[it.stage].flatMap(([fine, code, params = {}]) => (fine ? [] : [{ code, params }]));
}

/** What is said of a compensation that somebody else has to allow. */
export function approvalParams({ case: it, proposedWith }: Folded, names: ComplaintNames) {
  return {
    fen: inChat(it.compensation?.fen ?? 0),
    role: names.roles[proposedWith?.role ?? "agent"],
    limit: inChat(proposedWith?.limit ?? 0),
  };
}

/** The stage after one; null after the last. */
export function stageAfter(stage: ComplaintStage): ComplaintStage | null {
  return complaintStage.options[complaintStage.options.indexOf(stage) + 1] ?? null;
}

/** The stage before one; null before the first. */
export function stageBefore(stage: ComplaintStage): ComplaintStage | null {
  return complaintStage.options[complaintStage.options.indexOf(stage) - 1] ?? null;
}

/** Every duty and whether it is done. */
export function dutiesOf(
  { case: it, duties }: Folded,
  happened: readonly Happened[],
): ComplaintDuty[] {
  const last = (kind: Happened["event"]["kind"]) =>
    happened.findLast(({ event }) => event.kind === kind);
  const byFacts = (fact: boolean, kind: Happened["event"]["kind"]) => {
    const said = fact ? last(kind) : undefined;
    return { done: fact, at: said?.at ?? null, by: said?.event.data.by ?? "" };
  };
  return complaintDutyId.options.map((id) => {
    const { stage, required, byHand } = DUTIES[id];
    const ticked = duties.get(id);
    const state = byHand
      ? { done: ticked?.done ?? false, at: ticked?.at ?? null, by: ticked?.by ?? "" }
      : id === "agreed"
        ? byFacts(it.agreed !== null, "answered")
        : byFacts(it.satisfaction !== null, "satisfied");
    return { id, stage, required, byHand, ...state };
  });
}

/** Everything that happened, each with the stage the case was in and what was added to it later. */
export function timelineOf(
  happened: readonly Happened[],
  device: string,
  kept: (file: EvidenceFile) => boolean,
): TimelineEntry[] {
  let stage: ComplaintStage = "accept";
  return happened.map(({ id, at, device: writer, event }) => {
    const entry: TimelineEntry = {
      id,
      at,
      mine: writer === device,
      stage,
      event,
      corrections: happened.flatMap((other) =>
        other.event.kind === "corrected" && other.event.data.record === id
          ? [{ id: other.id, at: other.at, by: other.event.data.by, text: other.event.data.text }]
          : [],
      ),
      kept: event.kind === "attached" ? kept(event.data.file) : null,
    };
    if (event.kind === "advanced" || event.kind === "back") {
      if (event.data.from === stage) stage = event.data.to;
    } else if (event.kind === "reopened" && stage === "closed") stage = event.data.to;
    return entry;
  });
}

/** What a person may give in such a case, and who decides above it: the lowest level that may give what is proposed. */
export function mandate(
  authority: ComplaintAuthority,
  { kind, compensation }: Pick<Complaint, "kind" | "compensation">,
  now: number,
): ComplaintDetail["authority"] {
  const { role, limits, rules } = authority;
  const rule = rules[kind];
  // Nobody asks their own level.
  const above = role === "lead" ? "owner" : role === "senior" ? "lead" : "senior";
  const levels = ["senior", "lead", "owner"] as const;
  const wanted = compensation?.fen ?? 0;
  const covers = levels.findIndex(
    (each) => each === "owner" || (limits[each][kind] ?? wanted) >= wanted,
  );
  const level =
    levels[Math.max(levels.indexOf(above), levels.indexOf(rule.level), covers)] ?? "owner";
  return {
    role,
    limit: limits[role][kind],
    escalate: { level, to: level === rule.level ? rule.to : "", by: now + rule.hours * HOUR },
  };
}

/** @throws AppError complaint_decided_above when a level allows more than it may */
export function checkDecision(
  { limits }: ComplaintAuthority,
  { kind, compensation, escalation }: Pick<Complaint, "kind" | "compensation" | "escalation">,
  fen: number | null,
  names: ComplaintNames,
): void {
  const level = escalation?.level ?? "owner";
  // Above the lead there is the owner, who may give anything.
  if (level === "owner") return;
  const given = fen ?? compensation?.fen ?? 0;
  const limit = limits[level][kind];
  if (limit === null || given <= limit) return;
  const leadMay = limits.lead[kind] ?? given;
  const next = level === "senior" && leadMay >= given ? "lead" : "owner";
  throw new AppError("complaint_decided_above", {
    ...{ fen: inChat(given), limit: inChat(limit), kind: names.kinds[kind] },
    ...{ level: names.levels[level], next: names.levels[next] },
  });
}

/** When the 回访 is due: so many hours after the plan is, and not before so many from now. */
export function followUpAt(plan: Complaint["plan"], hours: number, now: number): number {
  return Math.max(plan?.dueAt ?? now, now) + hours * HOUR;
}

/** Cases closed, and last added to, before this moment were kept for so many years, by the calendar of the zone. */
export function keptSince(now: number, years: number, zone: string): number {
  return DateTime.fromMillis(now, { zone }).minus({ years }).toMillis();
}

/** The number told to a buyer: the day, the how manieth of that day here, and a mark of this installation. */
export function numberPrefix(now: number, zone: string): string {
  return `TS-${DateTime.fromMillis(now, { zone }).toFormat("yyyyMMdd")}-`;
}

/** Without 0, O, 1, I and L, which are misheard and misread. */
const MARKS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

/** Three letters that tell the numbers of two installations apart. */
export function deviceMark(device: string): string {
  let value = Number.parseInt(createHash("sha256").update(device).digest("hex").slice(0, 8), 16);
  let mark = "";
  for (let index = 0; index < 3; index += 1) {
    mark += MARKS[value % MARKS.length];
    value = Math.floor(value / MARKS.length);
  }
  return mark;
}

/** What a case is called that was given no title: what the buyer wants, or says. */
export function titleFor(demand: string, words: string, kind: string, limit: number): string {
  const line =
    (demand || words)
      .split("\n")
      .find((each) => each.trim() !== "")
      ?.trim() ?? kind;
  return [...line].slice(0, limit).join("");
}

/** SHA-256 of a text in UTF-8, and its bytes. */
export function sumOfText(text: string): { sha256: string; size: number } {
  const bytes = Buffer.from(text, "utf8");
  return { sha256: createHash("sha256").update(bytes).digest("hex"), size: bytes.length };
}

/**
 * Money and gifts are given on top of what was bought: without an amount nobody could hold them against a limit.
 * Sending again or exchanging gives what was already paid for, and "other" may be nothing that has a price: there it is free.
 * @throws AppError complaint_needs_fen
 */
export function checkCompensation(kind: string, fen: number, name: string): void {
  if (["coupon", "partial_refund", "full_refund", "gift"].includes(kind) && fen === 0)
    throw new AppError("complaint_needs_fen", { kind: name });
}

/** "2026-11-27" in a zone. */
export const dayOf = (at: number, zone: string): string =>
  DateTime.fromMillis(at, { zone }).toISODate() ?? "";
