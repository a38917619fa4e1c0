import { useState } from "react";
import { call } from "../../api/client.ts";
import type { DueTime } from "../../ui/Due.tsx";
import { useMinute } from "../../ui/now.ts";
import { useUnderstood } from "./useUnderstood.ts";

/** Why there is no due time to go by. */
export type DueProblem = "missing" | "unclear" | "past";

/** A due time being given: in words, or picked on a calendar. */
export interface DueDraft {
  readonly text: string;
  readonly picked: DueTime | null;
  /** As understood so far; null: nothing, or not yet known. */
  readonly due: DueTime | null;
  /** Known to be wrong while typing; null: nothing wrong, or not yet known. */
  readonly problem: DueProblem | null;
  write(text: string): void;
  pick(due: DueTime | null): void;
  /** What holds at the moment of saving, asked anew: "in an hour" is an hour from then. */
  settle(): Promise<DueTime | DueProblem>;
}

const isPast = (due: DueTime, now: number): boolean => due.dueAt < now;

/** What a draft begins with. */
export type DueStart = Pick<DueDraft, "text" | "picked">;

export function useDue(start: DueStart = { text: "", picked: null }): DueDraft {
  const now = useMinute();
  const [text, setText] = useState(start.text);
  const [picked, setPicked] = useState(start.picked);
  const { data, stale } = useUnderstood(picked ? "" : text);
  const known = data && !stale ? data : null;
  const understood =
    known && known.dueAt !== null ? { dueAt: known.dueAt, dateOnly: known.dateOnly } : null;
  const due = picked ?? understood;
  const unclear = picked === null && known !== null && understood === null;
  return {
    text,
    picked,
    due,
    problem: unclear ? "unclear" : due && isPast(due, now) ? "past" : null,
    write(next) {
      setPicked(null);
      setText(next);
    },
    pick(next) {
      setPicked(next);
      setText("");
    },
    async settle() {
      if (picked) return isPast(picked, Date.now()) ? "past" : picked;
      if (text.trim() === "") return "missing";
      const answer = await call("promises.understand", { text: text.trim() });
      if (answer.dueAt === null) return "unclear";
      const { dueAt, dateOnly } = answer;
      return isPast({ dueAt, dateOnly }, answer.now) ? "past" : { dueAt, dateOnly };
    },
  };
}
