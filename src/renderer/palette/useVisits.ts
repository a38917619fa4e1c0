import { useEffect, useRef, useState } from "react";
import type { EventPayload } from "../../shared/contract/index.ts";
import { PROMISE_SIGN } from "../../shared/rules/typed.ts";
import { call, on } from "../api/client.ts";
import { AWAY_AFTER } from "../ui/quick/away.ts";

export type Opening = EventPayload<"palette.shown">;

interface Page {
  /** Back to how it opens. */
  readonly clear: () => void;
  /** The palette is about to be shown, with something typed already or with a review instead of the list. */
  readonly opened: (opening: Opening) => void;
}

export type Visits = ReturnType<typeof createVisits>;

/** One visit lasts from getting the keyboard to losing it. */
function createVisits() {
  let visit = 0;
  let typed = false;
  let ended = false;
  return {
    /** The page got the keyboard. True when the visit before had ended and its text has to go. */
    begin(): boolean {
      const clear = ended;
      visit += 1;
      typed = false;
      ended = false;
      return clear;
    },
    type(): void {
      typed = true;
    },
    /** The person has chosen or closed; the function takes that back, and says whether it is still the same visit. */
    end(): () => boolean {
      const mine = visit;
      ended = true;
      return () => {
        if (visit !== mine) return false;
        ended = false;
        return true;
      };
    },
    /** The person has chosen or closed, and that was not taken back. */
    get over(): boolean {
      return ended;
    },
    get number(): number {
      return visit;
    },
    get typedInto(): boolean {
      return typed;
    },
  };
}

/**
 * Follows the palette's comings and goings. The core says that it shows the palette, but a busy page may hear that
 * after the first keys, and an answer to an earlier choice may come when the palette is open again: what was typed
 * then must stay, and what was typed before must not.
 */
export function useVisits({ clear, opened }: Page): Visits {
  const [visits] = useState(createVisits);

  /** Runs while the keyboard is elsewhere and may still come back: windows being raised pass it to and fro. */
  const leaving = useRef(0);

  useEffect(() => {
    // The keyboard comes before the first key, whatever else is late.
    const arrive = (): void => {
      const wasLeaving = leaving.current !== 0;
      clearTimeout(leaving.current);
      leaving.current = 0;
      // What was typed before the keyboard went for a moment is of this visit.
      if (wasLeaving && !visits.over) return;
      if (visits.begin()) clear();
    };
    window.addEventListener("focus", arrive);
    window.addEventListener("keydown", visits.type, true);
    return () => {
      window.removeEventListener("focus", arrive);
      window.removeEventListener("keydown", visits.type, true);
    };
  }, [visits, clear]);

  useEffect(
    () =>
      on("palette.shown", (opening) => {
        // Without the keyboard for a moment is not away yet.
        const here = document.hasFocus() || (leaving.current !== 0 && !visits.over);
        const typing = here && visits.typedInto;
        const meant = opening.review !== null || opening.text !== "";
        // Who is quick writes the promise before its sign is there.
        const goesOn = opening.text === PROMISE_SIGN && typing;
        if (!goesOn && (meant || !typing)) clear();
        opened(opening);
        if (meant) void call("palette.heard", { opening: opening.opening }).catch(() => undefined);
      }),
    [visits, clear, opened],
  );

  // Going to another window is leaving, after a moment's grace.
  useEffect(() => {
    const leave = (): void => {
      clearTimeout(leaving.current);
      leaving.current = window.setTimeout(() => {
        leaving.current = 0;
        if (document.hasFocus()) return;
        clear();
        void call("palette.close", { left: true }).catch(() => undefined);
      }, AWAY_AFTER);
    };
    window.addEventListener("blur", leave);
    return () => {
      clearTimeout(leaving.current);
      window.removeEventListener("blur", leave);
    };
  }, [clear]);

  return visits;
}
