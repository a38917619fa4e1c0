import { useCallback, useRef, useState } from "react";
import type { Asking, Search } from "./asking.ts";
import { isLookedAt } from "./away.ts";
import type { Wish } from "./keys.ts";

/** What acts on a row, and so may have to wait for it. */
export type Act = Exclude<Wish, { do: "close" | "move" | "page" }>;

/**
 * Fingers are quicker than answers: what is chosen is chosen from the list of what was typed, once it is there. Until
 * then the choice is held; typing on, Esc and going away let it go, and of several the last one counts.
 */
export function useHold(asking: Asking) {
  const [held, setHeld] = useState<Act | null>(null);
  const holding = useRef<Act | null>(null);

  const hold = useCallback((act: Act | null) => {
    holding.current = act;
    setHeld(act);
  }, []);

  const letGo = useCallback(() => {
    asking.drop();
    hold(null);
  }, [asking, hold]);

  /** The rows to choose from; null when there are none or the choice was let go. */
  const rowsFor = useCallback(
    async (act: Act): Promise<Search | null> => {
      const answer = asking.answer();
      if (!(answer instanceof Promise)) {
        hold(null);
        return answer;
      }
      hold(act);
      const found = await answer;
      // Put away by its hotkey in this moment nobody is looking at it any more.
      const seen = await isLookedAt();
      if (holding.current !== act) return null;
      hold(null);
      return seen ? found : null;
    },
    [asking, hold],
  );

  return { held, letGo, rowsFor };
}
