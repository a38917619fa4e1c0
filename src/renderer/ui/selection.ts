import { useState } from "react";
import type { Windowed } from "../api/windowed.ts";

/** How many rows one selection may hold; beyond it a filter is the better tool. */
const MOST_SELECTED = 5_000;

/** How a row is taken: alone, with all from the last one on, or added to the others. */
export type How = "only" | "extend" | "toggle";

interface Selected<Row> {
  readonly cursor: { readonly id: string; readonly index: number } | null;
  /** Where a Shift selection starts. */
  readonly anchor: number;
  readonly rows: ReadonlyMap<string, Row>;
}

export interface Selection<Row> extends Selected<Row> {
  go(index: number, how: How): Promise<void>;
  selectAll(): Promise<void>;
  clear(): void;
  /** Makes one thing the cursor without knowing where it stands. */
  show(id: string): void;
  /** Fits the cursor to a list that has changed: its row may have moved, or left. */
  follow(): void;
}

const nothing = <Row>(): Selected<Row> => ({ cursor: null, anchor: 0, rows: new Map() });

/** Cursor and selected rows of a windowed list or grid. */
export function useSelection<Row extends { readonly id: string }>(
  list: Windowed<Row>,
): Selection<Row> {
  const [state, setState] = useState<Selected<Row>>(nothing);

  const one = (row: Row, index: number): Selected<Row> => ({
    cursor: { id: row.id, index },
    anchor: index,
    rows: new Map([[row.id, row]]),
  });

  async function rowsBetween(from: number, to: number): Promise<Map<string, Row>> {
    const rows = new Map<string, Row>();
    const end = Math.min(to, from + MOST_SELECTED - 1);
    for (let index = from; index <= end; index++) {
      const row = list.rowAt(index) ?? (await list.fetchRow(index));
      if (row) rows.set(row.id, row);
    }
    return rows;
  }

  return {
    ...state,
    async go(index, how) {
      if (list.total === 0) return;
      const at = Math.max(0, Math.min(index, list.total - 1));
      const row = list.rowAt(at) ?? (await list.fetchRow(at));
      if (!row) return;
      if (how === "only") {
        setState(one(row, at));
        return;
      }
      const cursor = { id: row.id, index: at };
      if (how === "extend") {
        const { anchor } = state;
        const rows = await rowsBetween(Math.min(anchor, at), Math.max(anchor, at));
        setState({ cursor, anchor, rows });
        return;
      }
      const rows = new Map(state.rows);
      if (rows.has(row.id) && rows.size > 1) rows.delete(row.id);
      else rows.set(row.id, row);
      setState({ cursor, anchor: at, rows });
    },
    async selectAll() {
      if (list.total === 0) return;
      const rows = await rowsBetween(0, list.total - 1);
      setState((before) => ({ ...before, anchor: 0, rows }));
    },
    show: (id) => setState({ cursor: { id, index: -1 }, anchor: 0, rows: new Map() }),
    clear: () => setState(nothing()),
    follow() {
      const { cursor } = state;
      if (!cursor || list.stale || !list.ready) return;
      const here = list.rowAt(cursor.index);
      if (here?.id === cursor.id) {
        // Same place; the row itself may have new words.
        if (state.rows.size <= 1 && state.rows.get(here.id) !== here)
          setState({ ...state, rows: new Map([[here.id, here]]) });
        return;
      }
      const from = Math.max(0, cursor.index - 400);
      for (let index = from; index < Math.min(list.total, cursor.index + 800); index++) {
        const row = list.rowAt(index);
        if (row?.id === cursor.id) {
          setState(
            state.rows.size > 1 ? { ...state, cursor: { id: row.id, index } } : one(row, index),
          );
          return;
        }
      }
      // Not found near where it was: shown from elsewhere, it may stand anywhere.
      if (cursor.index < 0) return;
      // It has left: its neighbour takes over, so that one can go on deleting.
      if (list.total === 0) {
        setState(nothing());
        return;
      }
      const at = Math.min(cursor.index, list.total - 1);
      const next = list.rowAt(at);
      if (next) setState(one(next, at));
    },
  };
}
