import { type RefObject, useEffect, useRef } from "react";
import type { EventPayload } from "../../shared/contract/index.ts";
import { call, on } from "../api/client.ts";

/** Without the keyboard for this long, the palette has been left, milliseconds. */
const AWAY_AFTER = 150;

export type Opening = EventPayload<"palette.shown">;

interface Visits {
  /** The palette is about to be shown. `clear` is false when the person is already typing into it. */
  readonly opened: (clear: boolean, opening: Opening) => void;
  /** The person went to another window. */
  readonly left: () => void;
}

/**
 * Follows the palette's comings and goings. The core says that it shows the palette, but a busy page may hear that
 * after the first keys, and an answer to an earlier choice may come when the palette is open again: what was typed
 * then must stay. The ref counts how often the page was given the keyboard: one visit is not the next.
 */
export function useVisits({ opened, left }: Visits): RefObject<number> {
  const visit = useRef(0);
  const typedInto = useRef(false);

  useEffect(() => {
    const arrive = (): void => {
      visit.current += 1;
      typedInto.current = false;
    };
    const type = (): void => {
      typedInto.current = true;
    };
    window.addEventListener("focus", arrive);
    window.addEventListener("keydown", type, true);
    return () => {
      window.removeEventListener("focus", arrive);
      window.removeEventListener("keydown", type, true);
    };
  }, []);

  useEffect(
    () =>
      on("palette.shown", (opening) => {
        const meant = opening.review !== null || opening.text !== "";
        opened(meant || !document.hasFocus() || !typedInto.current, opening);
      }),
    [opened],
  );

  // A moment's grace: windows being raised pass the keyboard to and fro.
  useEffect(() => {
    let timer = 0;
    const leave = (): void => {
      clearTimeout(timer);
      timer = window.setTimeout(() => {
        if (document.hasFocus()) return;
        left();
        void call("palette.close", { left: true }).catch(() => undefined);
      }, AWAY_AFTER);
    };
    window.addEventListener("blur", leave);
    return () => {
      clearTimeout(timer);
      window.removeEventListener("blur", leave);
    };
  }, [left]);

  return visit;
}
