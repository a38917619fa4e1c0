import { useRef } from "react";
import { useStored } from "../../ui/stored.ts";

/** Words of a note that are not saved yet. */
interface Unsent {
  /** Null: nothing else than what is saved. */
  readonly words: string | null;
  write(words: string): void;
  /** These words are saved; what was typed since stays. */
  sent(words: string): void;
}

/** Kept in this browser under `key`, so that looking at another note loses nothing. */
export function useUnsent(key: string): Unsent {
  const [words, setWords] = useStored<string | null>(key, null);
  const newest = useRef(words);
  const put = (next: string | null): void => {
    newest.current = next;
    setWords(next);
  };
  return {
    words,
    write: put,
    sent(saved) {
      if (newest.current === saved) put(null);
    },
  };
}
