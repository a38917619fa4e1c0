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
    forgetKeys(): void {
      typed = false;
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

  /** Without the keyboard, which may still come back: windows being raised pass it to and fro. */
  const leaving = useRef<"no" | "a moment" | "asked">("no");
  const grace = useRef(0);
  const lastOpening = useRef(0);

  useEffect(() => {
    // The keyboard comes before the first key, whatever else is late.
    const arrive = (): void => {
      const was = leaving.current;
      leaving.current = "no";
      clearTimeout(grace.current);
      // An opening that is still to be heard finds a visit that nobody has typed into.
      if (was === "asked") visits.forgetKeys();
      // What was typed before the keyboard went for a moment is of this visit.
      if (was !== "no" && !visits.over) return;
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
        lastOpening.current = opening.opening;
        // Without the keyboard for a moment is not away yet.
        const here = document.hasFocus() || (leaving.current === "a moment" && !visits.over);
        const typing = here && visits.typedInto;
        // The visit that was about to end must not take this one's words with it.
        leaving.current = "no";
        clearTimeout(grace.current);
        const meant = opening.review !== null || opening.text !== "";
        // Who is quick writes the promise before its sign is there.
        const goesOn = opening.text === PROMISE_SIGN && typing;
        if (!goesOn && (meant || !typing)) clear();
        opened(opening);
        if (meant) void call("palette.heard", { opening: opening.opening }).catch(() => undefined);
      }),
    [visits, clear, opened],
  );

  // Going to another window is leaving. Whether it was that, the core knows: it has the windows in its hands.
  useEffect(() => {
    async function left(): Promise<void> {
      if (document.hasFocus()) return;
      leaving.current = "asked";
      const opening = lastOpening.current;
      const { away } = await call("palette.close", { left: true });
      if (!away || document.hasFocus() || opening !== lastOpening.current) return;
      leaving.current = "no";
      clear();
    }
    const leave = (): void => {
      leaving.current = "a moment";
      clearTimeout(grace.current);
      grace.current = window.setTimeout(() => void left().catch(() => undefined), AWAY_AFTER);
    };
    window.addEventListener("blur", leave);
    return () => {
      clearTimeout(grace.current);
      window.removeEventListener("blur", leave);
    };
  }, [clear]);

  return visits;
}
