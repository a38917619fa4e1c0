import { useState } from "react";
import type { UrgingRow } from "../../../shared/contract/urging.ts";
import { useAct, useCall } from "../../api/hooks.ts";

/** The order taken up, and where it stands in the list. */
export interface Taken {
  readonly taken: UrgingRow | null;
  /** Its place; -1 when it is not in the list (any more). */
  readonly at: number;
  /** True when a step found no other order. */
  readonly ended: boolean;
  take(row: UrgingRow): void;
  /** One farther or back. An order that left the list by being settled is followed by the one that stood behind it. */
  step(by: 1 | -1): void;
}

/** Goes through a list one order at a time; taking one up makes its buyer the customer in hand. */
export function useTaken(rows: readonly UrgingRow[]): Taken {
  const takeUp = useAct("urging.take");
  const [last, setLast] = useState<{ row: UrgingRow; place: number } | null>(null);
  const [ended, setEnded] = useState(false);
  const order = last?.row.order ?? "";
  // Also when it has left the list: what was just done to it is still to be seen.
  const current = useCall("urging.get", { order }, { enabled: last !== null }).data;
  const at = last ? rows.findIndex((row) => row.order === order) : -1;
  // Its place is remembered for when it leaves.
  if (last && at >= 0 && at !== last.place) setLast({ ...last, place: at });

  const take = (row: UrgingRow): void => {
    setEnded(false);
    const place = rows.findIndex((each) => each.order === row.order);
    takeUp.mutate(
      { order: row.order },
      { onSuccess: (taken) => setLast({ row: taken, place: Math.max(0, place) }) },
    );
  };
  return {
    taken: current ?? last?.row ?? null,
    at,
    ended,
    take,
    step(by) {
      const from = at >= 0 ? at + by : last ? (by > 0 ? last.place : last.place - 1) : 0;
      const next = rows[from];
      if (next) take(next);
      else setEnded(true);
    },
  };
}
