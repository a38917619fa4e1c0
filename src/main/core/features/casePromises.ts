import { complaintWaits } from "../../../shared/contract/complaintFacts.ts";
import { PROMISE_LIMITS, type PromiseRow } from "../../../shared/contract/promises.ts";
import type {
  CasesSurroundings,
  MovedPromise,
  PromisedWhat,
} from "../../modules/complaints/cases.ts";
import type { PromisesFeature } from "./promises.ts";

/** What a step on a promise means to the case it was made in; null where it is of none, or an older one of its kind. */
export function movedIn(
  { id, caseId, source, state, dueAt }: PromiseRow,
  note: string,
  known: (id: string) => boolean,
): MovedPromise | null {
  const [, what, number] = id.split(":");
  if (source !== "complaint" || caseId === null || !isWhat(what)) return null;
  if (known(`${caseId}:${what}:${Number(number) + 1}`)) return null;
  return { caseId, what, dueAt, note, met: state === "done", withdrawn: state === "withdrawn" };
}

const isWhat = (text: string | undefined): text is PromisedWhat =>
  complaintWaits.safeParse(text).success;

/**
 * Deadlines of complaints as promises. The first answer of a case is one promise, the answer after it was opened again
 * another; named by case, kind and number, so that two libraries that have the case make one promise of it.
 */
export function casePromises({
  book,
  store,
}: Pick<PromisesFeature, "book" | "store">): Pick<CasesSurroundings, "promise" | "settlePromise"> {
  /** The promise that is owed, or the name of the next one; and the one before, which was settled. */
  function current(caseId: string, what: string) {
    let settled: PromiseRow | null = null;
    for (let number = 1; ; number += 1) {
      const id = `${caseId}:${what}:${number}`;
      const row = store.find(id);
      // One that was handed on is still owed; the colleague has it.
      if (!row || row.state === "open" || row.state === "handed") return { id, open: row, settled };
      settled = row;
    }
  }

  return {
    promise({ caseId, what, dueAt, ...said }) {
      const { id, open, settled } = current(caseId, what);
      const text = [...said.text].slice(0, PROMISE_LIMITS.text).join("");
      if (open) book.amend({ id, changes: { ...said, text, dueAt, dateOnly: false } });
      // A step was taken back: it is the same promise that is owed again.
      else if (settled?.dueAt === dueAt) book.reopen([settled.id]);
      else
        book.add({
          ...{ ...said, id, text, dueAt, dateOnly: false },
          ...{ source: "complaint", caseId },
        });
    },
    settlePromise(caseId, what, kept) {
      const { id, open } = current(caseId, what);
      if (!open) return;
      if (kept) book.clear([id]);
      else book.withdraw([id], "");
    },
  };
}
