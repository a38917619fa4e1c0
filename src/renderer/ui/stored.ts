import { useState } from "react";

/** Reads what was kept in this browser; null when nothing usable is there. */
export function readStored<T>(key: string): T | null {
  try {
    const text = localStorage.getItem(key);
    return text === null ? null : (JSON.parse(text) as T);
  } catch {
    return null;
  }
}

/** Keeps a small value in this browser; null forgets it. Silent when the browser keeps nothing. */
export function writeStored(key: string, value: unknown): void {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Private windows may refuse: then nothing is remembered, and nothing else is lost.
  }
}

/** State that is the same next time: sizes of panes, open branches. */
export function useStored<T>(key: string, initial: T): [T, (value: T) => void] {
  const [value, setValue] = useState<T>(() => readStored<T>(key) ?? initial);
  return [
    value,
    (next) => {
      setValue(next);
      writeStored(key, next);
    },
  ];
}
