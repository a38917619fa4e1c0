import type {
  ComplaintEventData,
  ComplaintEventKind,
} from "../../../shared/contract/complaintEvents.ts";
import type {
  Complaint,
  ComplaintDeadline,
  ComplaintDetail,
} from "../../../shared/contract/complaints.ts";
import type { Emit } from "../../../shared/contract/index.ts";
import type { Settings } from "../../../shared/contract/settings.ts";
import { AppError } from "../../../shared/errors.ts";
import type { JournalEvent } from "../../../shared/contract/journal.ts";
import { type ComplaintNames, complaintNames } from "../../../shared/rules/complaints/names.ts";
import type { Entry, Journal } from "../../database/journal.ts";
import type { EvidenceFiles } from "./evidence.ts";
import { CASE, fold, type Folded, type Happened, understand } from "./fold.ts";
import { dayOf, dutiesOf, mandate, missing, timelineOf } from "./rules.ts";
import type { ComplaintStore } from "./store.ts";

const DAY = 24 * 60 * 60 * 1_000;
/** A buyer who complains again within this time is told, milliseconds. */
const AGAIN_WITHIN = 365 * DAY;
/** The same cause within this time is told, milliseconds. */
const CAUSE_WITHIN = 90 * DAY;

/** What a promise to a buyer of a case is about. */
export type PromisedWhat = ComplaintDeadline["what"];

/** A deadline of a case as something that was promised. */
export interface PromisedEntry {
  readonly caseId: string;
  readonly what: PromisedWhat;
  readonly text: string;
  readonly customer: string;
  readonly order: string;
  readonly shop: string;
  /** Milliseconds since 1970. */
  readonly dueAt: number;
}

/** What became of such a promise where promises are looked after. */
export interface MovedPromise extends Pick<PromisedEntry, "caseId" | "what" | "dueAt"> {
  readonly met: boolean;
  readonly withdrawn: boolean;
  /** Why, in the agent's words; "" for none. */
  readonly note: string;
}

export interface CasesSurroundings {
  readonly store: ComplaintStore;
  readonly journal: Pick<Journal, "append" | "merge" | "of" | "device">;
  readonly evidence: Pick<EvidenceFiles, "has">;
  readonly now: () => number;
  readonly zone: () => string;
  readonly settings: () => Settings;
  readonly emit: Emit;
  /** Enters what was promised, or gives it another time; in the transaction of the step. */
  promise(entry: PromisedEntry): void;
  /** It is kept, or no longer owed; in the transaction of the step. */
  settlePromise(caseId: string, what: PromisedWhat, kept: boolean): void;
}

/** A step as it is written down; who did it is added here. */
export type Step = {
  [K in ComplaintEventKind]: readonly [kind: K, data: Omit<ComplaintEventData<K>, "by">];
}[ComplaintEventKind];

export interface Whole {
  readonly folded: Folded;
  readonly happened: readonly Happened[];
}

export type Cases = ReturnType<typeof createCases>;

/** Reads cases from the journal and writes steps into it, with everything that follows from a step. */
export function createCases(around: CasesSurroundings) {
  const { store, journal, now } = around;
  const names = () => complaintNames(around.settings().locale ?? "zh-CN");

  /** @throws AppError complaint_missing, complaint_purged */
  function whole(id: string): Whole {
    const happened = understand(journal.of(CASE, id));
    const folded = fold(id, happened);
    if (folded) return { folded, happened };
    const gone = store.purged(CASE).find((each) => each.id === id);
    if (gone)
      throw new AppError("complaint_purged", {
        day: dayOf(gone.at, around.zone()),
        events: gone.events,
      });
    throw new AppError("complaint_missing");
  }

  /** @throws AppError complaint_closed too */
  function open(id: string): Whole {
    const found = whole(id);
    const { stage, number } = found.folded.case;
    if (stage === "closed") throw new AppError("complaint_closed", { number });
    return found;
  }

  function detailOf({ folded, happened }: Whole): ComplaintDetail {
    const it = folded.case;
    const at = now();
    const related = store.related(it);
    return {
      now: at,
      case: it,
      timeline: timelineOf(happened, journal.device(), ({ sha256 }) => around.evidence.has(sha256)),
      duties: dutiesOf(folded, happened),
      missing: missing(folded, names()),
      authority: mandate(around.settings().complaints, it, at),
      related: related.slice(0, 50).map((other) => ({
        case: other,
        why: it.order !== "" && other.order === it.order ? "order" : "customer",
      })),
      repeated: related.filter(({ openedAt }) => Math.abs(openedAt - it.openedAt) < AGAIN_WITHIN)
        .length,
      sameCause: store.sameCause(it, it.openedAt - CAUSE_WITHIN),
    };
  }

  /** What was promised follows the deadlines: new ones are entered, those that are no longer owed are settled. */
  function promiseDeadlines(before: Folded | null, after: Folded): void {
    const it = after.case;
    for (const what of ["answer", "plan", "decision", "follow"] as const) {
      const [was, is] = [before?.deadlines[what], after.deadlines[what]];
      if (is !== undefined && is !== was)
        around.promise({
          ...{ caseId: it.id, what, dueAt: is, text: promiseText(what, it, names()) },
          ...{ customer: it.customer, order: it.order, shop: it.shop },
        });
      else if (is === undefined && was !== undefined)
        around.settlePromise(it.id, what, wasKept(what, after));
    }
  }

  /**
   * A promise of a case was kept, put off, reopened or withdrawn where promises are looked after: its deadline follows.
   * @throws AppError promise_of_case_decision, promise_of_case_follow, promise_of_case_deadline: the case must say more
   */
  function followPromise({ caseId, what, met, withdrawn, dueAt, note }: MovedPromise): void {
    const folded = fold(caseId, understand(journal.of(CASE, caseId)));
    // Never here, or no longer: whoever has the case looks after it.
    if (!folded || folded.case.stage === "closed") return;
    const { number } = folded.case;
    const owed = folded.deadlines[what];
    if (withdrawn || met ? owed === undefined : owed === dueAt) return;
    if (withdrawn) throw new AppError("promise_of_case_deadline", { number });
    if (met && what === "decision") throw new AppError("promise_of_case_decision", { number });
    if (met && what === "follow") throw new AppError("promise_of_case_follow", { number });
    write(caseId, ["deadline", { what, dueAt, met, note }]);
  }

  /** Takes in what another library wrote about a case; what is promised in it is promised here from now on. */
  function merge(id: string, events: readonly JournalEvent[]): { added: number; known: number } {
    const merged = store.atOnce(() => {
      const before = fold(id, understand(journal.of(CASE, id)));
      const result = journal.merge(events);
      const after = fold(id, understand(journal.of(CASE, id)));
      if (after) promiseDeadlines(before, after);
      return result;
    });
    around.emit("complaints.changed", { id });
    return merged;
  }

  /** Writes steps of one case; all or nothing, with the promises that follow. */
  function write(id: string, ...steps: readonly Step[]): ComplaintDetail {
    const by = around.settings().agentName;
    const after = store.atOnce(() => {
      const before = fold(id, understand(journal.of(CASE, id)));
      journal.append(
        steps.map(([kind, data]): Entry => ({
          ...{ subject: CASE, subjectId: id, kind },
          data: { by, ...data },
        })),
      );
      const written = whole(id);
      promiseDeadlines(before, written.folded);
      return written;
    });
    around.emit("complaints.changed", { id });
    return detailOf(after);
  }

  /** The journal's follower: makes the rows of cases anew. */
  function follow(ids: readonly string[]): void {
    for (const id of ids) {
      const happened = understand(journal.of(CASE, id));
      const folded = fold(id, happened);
      if (folded) store.save(folded, happened);
      else store.remove(id);
    }
  }

  return {
    whole,
    open,
    write,
    merge,
    follow,
    followPromise,
    names,
    detail: (id: string) => detailOf(whole(id)),
  };
}

/** A deadline as one line among other promises. */
function promiseText(what: PromisedWhat, it: Complaint, names: ComplaintNames): string {
  const values: Readonly<Record<string, string>> = {
    number: it.number,
    title: it.title,
    measure: it.plan?.measure ?? it.title,
    to: it.escalation?.to || names.levels[it.escalation?.level ?? "lead"],
  };
  return names.promises[what].replaceAll(
    /\{(\w+)\}/g,
    (_whole, name: string) => values[name] ?? "",
  );
}

/** A deadline that is gone was met, or there is nothing to meet any more. */
function wasKept(what: PromisedWhat, { case: it, duties }: Folded): boolean {
  switch (what) {
    case "answer":
      return it.answeredAt !== null;
    case "plan":
      return duties.get("result_reported")?.done === true;
    case "decision":
      return it.escalation !== null && it.escalation.state !== "waiting";
    case "follow":
      return it.satisfaction !== null;
  }
}
