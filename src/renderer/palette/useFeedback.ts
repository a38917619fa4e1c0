import { useEffect, useState } from "react";
import {
  FEEDBACK_LIMITS,
  type FeedbackKind,
  feedbackKind,
} from "../../shared/contract/feedback.ts";
import type { Output } from "../../shared/contract/index.ts";
import { readTyped } from "../../shared/rules/typed.ts";
import { call } from "../api/client.ts";
import { type Wish } from "../ui/quick/keys.ts";

/** Waits this long after a key before it is asked what the text is about, milliseconds. */
const AFTER_KEY = 60;

type Suggested = Output<"feedback.suggest">;

/** A buyer's words being noted. */
export interface Noting {
  readonly text: string;
  readonly kind: FeedbackKind;
  readonly department: string;
  readonly departments: readonly string[];
}

/** What the person chose otherwise than suggested; null: as suggested. */
interface Picked {
  readonly kind: FeedbackKind | null;
  readonly department: string | null;
}
const NOTHING: Picked = { kind: null, department: null };

const after = <T>(all: readonly T[], now: T, by: number): T =>
  all[(all.indexOf(now) + by + all.length) % all.length] ?? now;

/**
 * The line as a buyer's words, with kind and department suggested from them. Null: the line is something else.
 * @param done it is noted
 */
export function useFeedback(line: string, done: () => void, failed: (error: unknown) => void) {
  const { kind: means, text } = readTyped(line);
  const notes = means === "feedback";
  const [suggested, setSuggested] = useState<Suggested | null>(null);
  const [picked, setPicked] = useState(NOTHING);
  const [busy, setBusy] = useState(false);
  if (!notes && picked !== NOTHING) setPicked(NOTHING);

  useEffect(() => {
    if (!notes) return;
    let wanted = true;
    const timer = setTimeout(() => {
      call("feedback.suggest", { text: text.slice(0, FEEDBACK_LIMITS.text) })
        .then((answer) => (wanted ? setSuggested(answer) : undefined))
        .catch(() => undefined);
    }, AFTER_KEY);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [notes, text]);

  if (!notes) return null;
  const kind = picked.kind ?? suggested?.kind ?? "other";
  const departments = suggested?.departments ?? [];
  const department = picked.department ?? suggested?.byKind[kind] ?? "";
  const noting: Noting = { text, kind, department, departments };

  async function save(): Promise<void> {
    if (busy) return;
    setBusy(true);
    try {
      // What was typed last may not have been looked at yet: the core looks itself.
      await call("feedback.note", {
        text: text.slice(0, FEEDBACK_LIMITS.text),
        kind: picked.kind,
        department: picked.department,
      });
      done();
    } catch (error) {
      failed(error);
    } finally {
      setBusy(false);
    }
  }

  return {
    noting,
    pickKind: (next: FeedbackKind) => setPicked({ kind: next, department: null }),
    pickDepartment: (next: string) => setPicked({ ...picked, department: next }),
    act(wish: Wish): void {
      if (wish.do === "choose") void save();
      else if (wish.do === "move")
        setPicked({ kind: after(feedbackKind.options, kind, wish.by), department: null });
      else if (wish.do === "pick") {
        const next = feedbackKind.options[wish.place - 1];
        if (next) setPicked({ kind: next, department: null });
      } else if (wish.do === "edit" && departments.length > 0)
        setPicked({ ...picked, department: after(departments, department, 1) });
    },
  };
}
