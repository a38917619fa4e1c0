import { useEffect, useState } from "react";
import type { Note } from "../ui/quick/useChoosing.ts";

/** What went well is read at a glance; what did not stays until the next step, milliseconds. */
const READ = 5_000;

/** The sentence at the foot. */
export function useNote(): [Note | null, (note: Note | null) => void] {
  const [note, setNote] = useState<Note | null>(null);
  useEffect(() => {
    if (!note || note.bad) return;
    const timer = setTimeout(() => setNote(null), READ);
    return () => clearTimeout(timer);
  }, [note]);
  return [note, setNote];
}
