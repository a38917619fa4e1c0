import { useCallback, useRef } from "react";
import type { Note } from "../ui/quick/useChoosing.ts";
import type { Say } from "../ui/quick/words.ts";

/**
 * Says that a phrase is remembered for a question: at once where the palette is still looked at, else when it is there
 * again.
 */
export function useLearnt(
  say: Say,
  setNote: (change: (now: Note | null) => Note | null) => void,
): { learnt(title: string): void; sayLate(): void } {
  const late = useRef<string | null>(null);
  return {
    learnt(title) {
      const sentence = say("learnt", { title });
      if (document.hasFocus())
        setNote((now) => ({
          sentence: now ? `${now.sentence} ${sentence}` : sentence,
          bad: false,
        }));
      else late.current = sentence;
    },
    sayLate: useCallback(() => {
      const sentence = late.current;
      late.current = null;
      if (sentence !== null) setNote(() => ({ sentence, bad: false }));
    }, [setNote]),
  };
}
