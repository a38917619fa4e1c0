import { type RefObject, useEffect, useLayoutEffect } from "react";

/** The search line has the keyboard whenever it is there. @param away something else is in its place */
export function useLineFocus(input: RefObject<HTMLInputElement | null>, away: boolean): void {
  // The page hears that it will be shown before it is; the keyboard comes with the window.
  useEffect(() => {
    const focus = (): void => input.current?.focus();
    window.addEventListener("focus", focus);
    return () => window.removeEventListener("focus", focus);
  }, [input]);

  // The line is out of the way meanwhile; it has the keyboard again in the moment it is back.
  useLayoutEffect(() => {
    if (!away) input.current?.focus();
  }, [input, away]);
}
