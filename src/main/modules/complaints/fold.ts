import { type ComplaintEvent, complaintEvent } from "../../../shared/contract/complaintEvents.ts";
import type {
  ComplaintDutyId,
  ComplaintFields,
  ComplaintRole,
} from "../../../shared/contract/complaintFacts.ts";
import type { Complaint, ComplaintDeadline } from "../../../shared/contract/complaints.ts";
import type { JournalEvent } from "../../../shared/contract/journal.ts";

/** The journal's name for a case. */
export const CASE = "case";

/** One thing that happened, with what the journal knows of it. */
export interface Happened {
  readonly id: string;
  readonly at: number;
  readonly device: string;
  readonly event: ComplaintEvent;
}

export interface Ticked {
  readonly done: boolean;
  readonly at: number;
  readonly by: string;
}

type Deadlines = Readonly<Partial<Record<ComplaintDeadline["what"], number>>>;

/** A case as its events say it is. */
export interface Folded {
  readonly case: Complaint;
  readonly duties: ReadonlyMap<ComplaintDutyId, Ticked>;
  /** Everything that is due, by what. */
  readonly deadlines: Deadlines;
  /** What the person who proposed could give alone; null: without limit. */
  readonly proposedWith: { readonly role: ComplaintRole; readonly limit: number | null } | null;
}

/** The events that this version understands, in their order; others are left to a newer one. */
export function understand(events: readonly JournalEvent[]): Happened[] {
  return events.flatMap(({ id, at, device, kind, data }) => {
    const parsed = complaintEvent.safeParse({ kind, data });
    return parsed.success ? [{ id, at, device, event: parsed.data }] : [];
  });
}

type Facts = Omit<
  { -readonly [K in keyof Complaint]: Complaint[K] },
  "id" | "deadline" | "needsApproval" | keyof ComplaintFields
> &
  ComplaintFields;

interface Draft {
  facts: Facts;
  duties: Map<ComplaintDutyId, Ticked>;
  proposedWith: Folded["proposedWith"];
  /** The most that a superior allowed since the case was opened (again), fen. */
  allowed: number | null;
  /** How satisfied the buyer last was since then, also with a plan that another took the place of. */
  rated: number | null;
}

const NOTHING_DONE = {
  answeredAt: null,
  plan: null,
  compensation: null,
  agreed: null,
  escalation: null,
  followUpAt: null,
  satisfaction: null,
  closedAt: null,
} as const;

/** What each kind of event does. The order decides, so that two machines with the same events say the same. */
const apply: {
  readonly [K in ComplaintEvent["kind"]]: (
    draft: Draft,
    data: Extract<ComplaintEvent, { kind: K }>["data"],
    at: number,
  ) => void;
} = {
  opened: () => undefined,
  amended({ facts }, { changes }) {
    const { answerBy } = changes;
    // Another promised time is another promise.
    if (answerBy !== undefined && answerBy !== facts.answerBy) facts.answeredAt = null;
    Object.assign(facts, changes);
  },
  recorded: ({ facts }) => void (facts.records += 1),
  attached: ({ facts }) => void (facts.records += 1),
  corrected: () => undefined,
  duty({ facts, duties }, { duty, done, by }, at) {
    duties.set(duty, { done, at, by });
    if (duty !== "plan_told") return;
    if (done) facts.answeredAt ??= at;
    else if (facts.agreed === null) facts.answeredAt = null;
  },
  advanced({ facts, rated }, { from, to, followUpAt }, at) {
    // Two people moved it on without knowing of each other: once is enough.
    if (facts.stage !== from) return;
    facts.stage = to;
    facts.followUpAt = followUpAt ?? facts.followUpAt;
    facts.closedAt = to === "closed" ? at : null;
    // Closed on the rating of an earlier plan, by a version that allowed it or by somebody who did not know of the new one.
    if (to === "closed") facts.satisfaction ??= rated;
  },
  back({ facts }, { from, to }) {
    if (facts.stage !== from) return;
    facts.stage = to;
    facts.closedAt = null;
    if (to !== "follow") facts.followUpAt = null;
  },
  reopened(draft, { to }) {
    if (draft.facts.stage !== "closed") return;
    Object.assign(draft.facts, NOTHING_DONE, { stage: to, answerBy: null });
    draft.duties.clear();
    draft.proposedWith = null;
    draft.allowed = null;
    draft.rated = null;
  },
  proposed(draft, { plan, compensation, role, limit }) {
    Object.assign(draft.facts, { plan, compensation, agreed: null });
    draft.proposedWith = { role, limit };
    draft.duties.delete("plan_told");
    // A new plan has no result yet, and a rating was of the one before. What is closed stays as it was closed.
    if (draft.facts.stage === "closed") return;
    draft.facts.satisfaction = null;
    draft.duties.delete("result_reported");
  },
  answered({ facts }, { agreed }, at) {
    facts.agreed = agreed ? "yes" : "refused";
    facts.answeredAt ??= at;
  },
  escalated({ facts }, { to, level, dueAt, reason }) {
    facts.escalation = {
      ...{ to, level, by: dueAt, reason, state: "waiting" },
      ...{ decision: "", decidedBy: "", decidedAt: null, fen: null },
    };
  },
  decided(draft, { approved, fen, note, decidedBy }, at) {
    const { escalation, compensation } = draft.facts;
    if (!escalation) return;
    const given = approved ? (fen ?? compensation?.fen ?? 0) : null;
    draft.facts.escalation = {
      ...escalation,
      ...{ state: approved ? "approved" : "refused", fen: given },
      ...{ decision: note, decidedBy, decidedAt: at },
    };
    if (given !== null) draft.allowed = Math.max(draft.allowed ?? 0, given);
  },
  deadline({ facts, duties }, { what, dueAt, met, by }, at) {
    switch (what) {
      case "answer":
        Object.assign(facts, { answerBy: dueAt, answeredAt: met ? at : null });
        return;
      case "plan":
        if (facts.plan) facts.plan = { ...facts.plan, dueAt };
        duties.set("result_reported", { done: met, at, by });
        return;
      case "decision":
        if (facts.escalation?.state === "waiting")
          facts.escalation = { ...facts.escalation, by: dueAt };
        return;
      case "follow":
        if (facts.followUpAt !== null) facts.followUpAt = dueAt;
    }
  },
  satisfied(draft, { value }) {
    draft.facts.satisfaction = value;
    draft.rated = value;
  },
};

/** The case that these events tell; null while the one that opened it has not come yet. */
export function fold(id: string, happened: readonly Happened[]): Folded | null {
  const opening = happened.find(({ event }) => event.kind === "opened");
  if (opening?.event.kind !== "opened") return null;
  const { number, fields } = opening.event.data;
  const draft: Draft = {
    facts: {
      ...fields,
      ...NOTHING_DONE,
      ...{ number, stage: "accept", records: 0 },
      ...{ openedAt: opening.at, changedAt: opening.at },
    },
    duties: new Map(),
    proposedWith: null,
    allowed: null,
    rated: null,
  };
  for (const { event, at } of happened) {
    (apply[event.kind] as (draft: Draft, data: object, at: number) => void)(draft, event.data, at);
    draft.facts.changedAt = Math.max(draft.facts.changedAt, at);
  }
  const deadlines = deadlinesOf(draft);
  return {
    case: {
      id,
      ...draft.facts,
      needsApproval: isAbove(draft),
      deadline: earliest(deadlines),
    },
    duties: draft.duties,
    deadlines,
    proposedWith: draft.proposedWith,
  };
}

/** The compensation is more than whoever proposed it may give, and no decision covers it. */
function isAbove({ facts, proposedWith, allowed }: Draft): boolean {
  const limit = proposedWith?.limit ?? null;
  if (limit === null || !facts.compensation) return false;
  return facts.compensation.fen > Math.max(limit, allowed ?? 0);
}

function deadlinesOf({ facts, duties }: Draft): Deadlines {
  const { stage, answerBy, answeredAt, plan, agreed, escalation, followUpAt } = facts;
  if (stage === "closed") return {};
  const told = agreed === "yes" || duties.get("plan_told")?.done === true;
  const planOpen = told && agreed !== "refused" && duties.get("result_reported")?.done !== true;
  return {
    ...(answerBy !== null && answeredAt === null && stage !== "follow" && { answer: answerBy }),
    ...(planOpen && plan?.dueAt != null && { plan: plan.dueAt }),
    ...(escalation?.state === "waiting" && { decision: escalation.by }),
    ...(stage === "follow" &&
      followUpAt !== null &&
      facts.satisfaction === null && { follow: followUpAt }),
  };
}

function earliest(deadlines: Deadlines): ComplaintDeadline | null {
  const all = Object.entries(deadlines) as [ComplaintDeadline["what"], number][];
  return all.reduce<ComplaintDeadline | null>(
    (first, [what, at]) => (first && first.at <= at ? first : { what, at }),
    null,
  );
}
