import type { ComplaintDetail } from "../../../shared/contract/complaints.ts";
import type { HandlersFor } from "../../../shared/contract/index.ts";
import { COMPLAINT_LIMITS, complaintFields } from "../../../shared/contract/complaintFacts.ts";
import { AppError } from "../../../shared/errors.ts";
import { DUTIES } from "../../../shared/rules/complaints/duties.ts";
import type { Cases, CasesSurroundings, Step } from "./cases.ts";
import {
  approvalParams,
  checkCompensation,
  checkDecision,
  deviceMark,
  followUpAt,
  mandate,
  missing,
  numberPrefix,
  stageAfter,
  stageBefore,
  sumOfText,
  titleFor,
} from "./rules.ts";

type Names =
  | "complaints.open"
  | "complaints.amend"
  | "complaints.record"
  | "complaints.correct"
  | "complaints.duty"
  | "complaints.advance"
  | "complaints.back"
  | "complaints.reopen"
  | "complaints.propose"
  | "complaints.answer"
  | "complaints.escalate"
  | "complaints.decide"
  | "complaints.satisfaction";

interface Around extends Pick<
  CasesSurroundings,
  "now" | "zone" | "settings" | "store" | "journal"
> {
  readonly newId: () => string;
}

/** Answers the calls that write something into a case. */
export function complaintSteps(cases: Cases, around: Around): HandlersFor<Names> {
  const { store, now } = around;

  const step = (id: string, ...steps: readonly Step[]): ComplaintDetail =>
    cases.write(id, ...steps);

  return {
    "complaints.open"({ words, ...draft }) {
      if (draft.customer === "" && draft.order === "")
        throw new AppError("complaint_needs_customer");
      const kind = cases.names().kinds[draft.kind];
      const fields = complaintFields.parse({
        ...draft,
        title: draft.title || titleFor(draft.demand, words, kind, COMPLAINT_LIMITS.title),
        owner: draft.owner || around.settings().agentName,
      });
      const id = around.newId();
      // The number is taken and written in one: two windows never give the same.
      return store.atOnce(() => {
        const mark = deviceMark(around.journal.device());
        const number = store.nextNumber(numberPrefix(now(), around.zone()), mark);
        return step(
          id,
          ["opened", { number, fields }],
          ...(words === "" ? [] : [recorded("chat", words)]),
        );
      });
    },
    "complaints.amend"({ id, changes }) {
      const { folded } = cases.open(id);
      const given = Object.fromEntries(
        Object.entries(changes).filter(([name, value]) => {
          const before: unknown = folded.case[name as keyof typeof folded.case];
          return value !== undefined && value !== before;
        }),
      );
      const after = { ...folded.case, ...given };
      if (after.customer === "" && after.order === "")
        throw new AppError("complaint_needs_customer");
      if (Object.keys(given).length === 0) return cases.detail(id);
      return step(id, ["amended", { changes: given }]);
    },
    "complaints.record"({ id, kind, text }) {
      cases.whole(id);
      // Kept as it was given, spaces and all: it is evidence.
      if (text.trim() === "") throw new AppError("complaint_record_empty");
      return step(id, recorded(kind, text));
    },
    "complaints.correct"({ id, recordId, text }) {
      const { happened } = cases.whole(id);
      const record = happened.find((each) => each.id === recordId);
      if (record?.event.kind !== "recorded" && record?.event.kind !== "attached")
        throw new AppError("complaint_record_missing");
      return step(id, ["corrected", { record: recordId, text }]);
    },
    "complaints.duty"({ id, duty, done }) {
      const { folded } = cases.open(id);
      if (!DUTIES[duty].byHand)
        throw new AppError("complaint_duty_by_facts", { duty: cases.names().duties[duty] });
      if ((folded.duties.get(duty)?.done ?? false) === done) return cases.detail(id);
      return step(id, ["duty", { duty, done }]);
    },
    "complaints.advance"({ id }) {
      const { folded } = cases.open(id);
      const [first] = missing(folded, cases.names());
      if (first) throw new AppError(first.code, first.params);
      const from = folded.case.stage;
      const to = stageAfter(from) ?? from;
      const { followUpHours } = around.settings().complaints;
      return step(id, [
        "advanced",
        {
          from,
          to,
          followUpAt: to === "follow" ? followUpAt(folded.case.plan, followUpHours, now()) : null,
        },
      ]);
    },
    "complaints.back"({ id, reason }) {
      const { stage, number } = cases.whole(id).folded.case;
      const to = stageBefore(stage);
      if (to === null) throw new AppError("complaint_first_stage", { number });
      return step(id, ["back", { from: stage, to, reason }]);
    },
    "complaints.reopen"({ id, reason }) {
      const { stage, number } = cases.whole(id).folded.case;
      if (stage !== "closed") throw new AppError("complaint_not_closed", { number });
      return step(id, ["reopened", { to: "accept", reason }]);
    },
    "complaints.propose"({ id, plan, compensation }) {
      const { folded } = cases.open(id);
      const { kind, fen } = compensation;
      checkCompensation(kind, fen, cases.names().compensations[kind]);
      const authority = around.settings().complaints;
      const { role, limit } = mandate(authority, folded.case, now());
      const given = kind === "none" ? { ...compensation, fen: 0 } : compensation;
      const changes = { followUpAt: followUpAt(plan, authority.followUpHours, now()) };
      return step(
        id,
        ["proposed", { plan, compensation: given, role, limit }],
        // The buyer is called back about the new plan, not when the one before would have been done.
        ...(folded.case.stage === "follow" ? [["amended", { changes }] satisfies Step] : []),
      );
    },
    "complaints.answer"({ id, agreed, note }) {
      const { folded } = cases.open(id);
      if (!agreed && note === "") throw new AppError("complaint_needs_policy");
      if (agreed && !folded.case.plan) throw new AppError("complaint_needs_plan");
      if (agreed && folded.case.needsApproval)
        throw new AppError("complaint_needs_approval", approvalParams(folded, cases.names()));
      return step(id, ["answered", { agreed, note }]);
    },
    "complaints.escalate"({ id, to, level, by, reason }) {
      const { folded } = cases.open(id);
      const { escalation, number } = folded.case;
      if (escalation?.state === "waiting")
        throw new AppError("complaint_escalation_waiting", {
          number,
          to: escalation.to || cases.names().levels[escalation.level],
        });
      const rule = mandate(around.settings().complaints, folded.case, now()).escalate;
      return step(id, [
        "escalated",
        { to: to ?? rule.to, level: level ?? rule.level, dueAt: by ?? rule.by, reason },
      ]);
    },
    "complaints.decide"({ id, ...decision }) {
      const it = cases.open(id).folded.case;
      if (it.escalation?.state !== "waiting")
        throw new AppError("complaint_no_escalation", { number: it.number });
      if (decision.approved)
        checkDecision(around.settings().complaints, it, decision.fen, cases.names());
      return step(id, ["decided", { ...decision, fen: decision.approved ? decision.fen : null }]);
    },
    "complaints.satisfaction"({ id, value, note }) {
      cases.open(id);
      return step(id, ["satisfied", { value, note }]);
    },
  };
}

const recorded = (record: "chat" | "call" | "note", text: string): Step => [
  "recorded",
  { record, text, ...sumOfText(text) },
];
