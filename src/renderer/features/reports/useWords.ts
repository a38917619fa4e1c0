import { useEffect, useRef, useState } from "react";
import type { ReportWords } from "../../../shared/contract/reports.ts";
import { call } from "../../api/client.ts";
import { readStored, writeStored } from "../../ui/stored.ts";

/** How long nothing is written before what is there is kept, milliseconds. */
const PAUSE = 500;

export type Keeping = "saved" | "saving" | "failed";

/**
 * What is written of a week. Every letter is kept in this browser at once and by the program after a pause, so that
 * neither a reload nor a crash loses one.
 */
export function useWords(
  week: string,
  kept: ReportWords,
): {
  words: ReportWords;
  keeping: Keeping;
  change: (changes: Partial<ReportWords>) => void;
  /** Nothing more is kept as a draft from here on: the report is being finished. */
  settle: () => void;
  /** Forgets what this browser keeps: the report is finished. */
  forget: () => void;
} {
  const key = `reports.${week}`;
  const [words, setWords] = useState<ReportWords>(() => readStored<ReportWords>(key) ?? kept);
  const [keeping, setKeeping] = useState<Keeping>("saved");
  /** What the program does not have yet. */
  const waiting = useRef<ReportWords | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const save = useRef(async (): Promise<void> => {
    const saved = waiting.current;
    clearTimeout(timer.current);
    if (saved === null) return;
    try {
      await call("reports.save", { week, words: saved });
      if (waiting.current !== saved) return;
      waiting.current = null;
      writeStored(key, null);
      setKeeping("saved");
    } catch {
      setKeeping("failed");
    }
  });
  useEffect(() => {
    const keep = save.current;
    // Kept from an earlier time, when the program could not be told.
    if (waiting.current === null) waiting.current = readStored<ReportWords>(key);
    void keep();
    return () => void keep();
  }, [key]);

  return {
    words,
    keeping,
    change(changes) {
      const next = { ...words, ...changes };
      setWords(next);
      setKeeping("saving");
      waiting.current = next;
      writeStored(key, next);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void save.current(), PAUSE);
    },
    settle() {
      clearTimeout(timer.current);
      waiting.current = null;
    },
    forget: () => writeStored(key, null),
  };
}
