import { useState } from "react";
import type { PhraseRow } from "../../../shared/contract/phrases.ts";
import type { PhraseWindow } from "./usePhraseWindow.ts";

/** How many rows one selection may hold; beyond it a filter is the better tool. */
export const MOST_SELECTED = 5_000;

interface Selected {
  /** The row the keys act on; index -1 when it is not in the list at hand. */
  readonly cursor: { readonly id: string; readonly index: number } | null;
  /** Where a Shift selection starts. */
  readonly anchor: number;
  readonly rows: ReadonlyMap<string, PhraseRow>;
}

export interface Selection extends Selected {
  /** Puts the cursor on a row. `extend` selects from the anchor, `toggle` adds or takes out that row. */
  go(index: number, how?: "only" | "extend" | "toggle"): Promise<void>;
  selectAll(): Promise<void>;
  /** Makes one phrase the cursor without knowing where it stands. */
  show(id: string): void;
  clear(): void;
  /** Fits the cursor to rows that have changed. `gone`: its phrase has left the list, take its neighbour. */
  follow(): void;
  /** Says that the selected phrases are leaving the list, so that the next row takes over. */
  leaving(): void;
}

const NOTHING: Selected = { cursor: null, anchor: 0, rows: new Map() };

/** Cursor and selected rows of a windowed list. */
export function useSelection(list: PhraseWindow): Selection {
  const [state, setState] = useState<Selected>(NOTHING);
  const [handOver, setHandOver] = useState<number | null>(null);

  const rowsBetween = async (from: number, to: number): Promise<Map<string, PhraseRow>> => {
    const rows = new Map<string, PhraseRow>();
    const end = Math.min(to, from + MOST_SELECTED - 1);
    for (let index = from; index <= end; index++) {
      const row = list.rowAt(index) ?? (await list.fetchRow(index));
      if (row) rows.set(row.id, row);
    }
    return rows;
  };

  return {
    ...state,
    async go(index, how = "only") {
      if (list.total === 0) return;
      const at = Math.max(0, Math.min(index, list.total - 1));
      const row = list.rowAt(at) ?? (await list.fetchRow(at));
      if (!row) return;
      const cursor = { id: row.id, index: at };
      if (how === "extend") {
        const rows = await rowsBetween(Math.min(state.anchor, at), Math.max(state.anchor, at));
        setState({ cursor, anchor: state.anchor, rows });
      } else if (how === "toggle") {
        const rows = new Map(state.rows);
        if (rows.has(row.id) && rows.size > 1) rows.delete(row.id);
        else rows.set(row.id, row);
        setState({ cursor, anchor: at, rows });
      } else {
        setState({ cursor, anchor: at, rows: new Map([[row.id, row]]) });
      }
    },
    async selectAll() {
      if (list.total === 0) return;
      const rows = await rowsBetween(0, list.total - 1);
      setState((before) => ({ ...before, anchor: 0, rows }));
    },
    show(id) {
      setState({ cursor: { id, index: -1 }, anchor: 0, rows: new Map() });
    },
    clear() {
      setState(NOTHING);
    },
    leaving() {
      if (state.cursor) setHandOver(state.cursor.index);
    },
    follow() {
      const { cursor } = state;
      if (!cursor || list.stale || !list.ready) return;
      const here = list.rowAt(cursor.index);
      if (here?.id === cursor.id) {
        // Same place; the row itself may have new content.
        if (state.rows.size <= 1 && state.rows.get(here.id) !== here) {
          setState({ ...state, rows: new Map([[here.id, here]]) });
        }
        return;
      }
      const from = Math.max(0, cursor.index - 400);
      for (
        let index = from;
        index < Math.min(list.total, Math.max(cursor.index, 0) + 800);
        index++
      ) {
        const row = list.rowAt(index);
        if (row?.id === cursor.id) {
          setState({
            cursor: { id: row.id, index },
            anchor: index,
            rows: new Map([[row.id, row]]),
          });
          return;
        }
      }
      if (handOver === null || cursor.index < 0) return;
      if (list.total === 0) {
        setState(NOTHING);
        setHandOver(null);
        return;
      }
      const at = Math.min(handOver, list.total - 1);
      const next = list.rowAt(at);
      if (!next) return;
      setHandOver(null);
      setState({
        cursor: { id: next.id, index: at },
        anchor: at,
        rows: new Map([[next.id, next]]),
      });
    },
  };
}
