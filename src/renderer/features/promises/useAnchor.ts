import { type RefObject, useLayoutEffect, useRef } from "react";
import type { PromiseRow } from "../../../shared/contract/promises.ts";
import type { Windowed } from "../../api/windowed.ts";
import type { Grouped } from "./groups.ts";

/** How far from its old place a row is looked for. */
const REACH = 400;

/**
 * Keeps what the eye is on where it is while rows come, go, and pass from one group to the next: the row of the cursor
 * when it is in sight, else the first row in sight.
 */
export function useAnchor(
  scroller: RefObject<HTMLDivElement | null>,
  list: Windowed<PromiseRow>,
  lines: Grouped,
  cursorId: string | null,
  rowHeight: number,
): void {
  const kept = useRef<{ id: string; index: number; line: number } | null>(null);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const before = kept.current;
    if (before) {
      const index = placeOf(list, before.id, before.index);
      if (index !== null) {
        const moved = (lines.lineOf(index) - before.line) * rowHeight;
        // At the very top new rows may come in from above: that is where one looks for them.
        if (moved !== 0 && element.scrollTop > 0)
          element.scrollBy({ top: moved, behavior: "instant" });
      }
    }
    const hold = (): void => {
      const top = Math.ceil(element.scrollTop / rowHeight);
      const bottom = Math.floor((element.scrollTop + element.clientHeight) / rowHeight);
      kept.current = null;
      for (let line = top; line < Math.min(bottom, lines.length); line++) {
        const shown = lines.lineAt(line);
        const row = shown.kind === "row" ? list.rowAt(shown.index) : undefined;
        if (!row || shown.kind !== "row") continue;
        if (kept.current === null || row.id === cursorId)
          kept.current = { id: row.id, index: shown.index, line };
        if (row.id === cursorId) return;
      }
    };
    hold();
    element.addEventListener("scroll", hold, { passive: true });
    return () => element.removeEventListener("scroll", hold);
  });
}

function placeOf(list: Windowed<PromiseRow>, id: string, near: number): number | null {
  if (list.rowAt(near)?.id === id) return near;
  for (let away = 1; away <= REACH; away++) {
    if (list.rowAt(near - away)?.id === id) return near - away;
    if (list.rowAt(near + away)?.id === id) return near + away;
  }
  return null;
}
