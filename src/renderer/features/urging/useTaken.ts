import { useEffect, useRef, useState } from "react";
import type { UrgingRow } from "../../../shared/contract/urging.ts";
import { useAct, useCall } from "../../api/hooks.ts";

/** The order taken up, and where it stands in the list. */
export interface Taken {
  readonly taken: UrgingRow | null;
  /** Its place; -1 when it is not in the list (any more). */
  readonly at: number;
  /** True when a step found no other order. */
  readonly ended: boolean;
  /** True once its buyer is the customer in hand: until then a script would be filled in for the one before. */
  readonly inHand: boolean;
  take(row: UrgingRow): void;
  /** One farther or back. An order that left the list by being settled is followed by the one that stood behind it. */
  step(by: 1 | -1): void;
  /** Waits until an order's buyer is in hand. False: it failed, or another order was taken up meanwhile. */
  whenInHand(order: string): Promise<boolean>;
}

interface TakeUp {
  readonly order: string;
  readonly done: Promise<boolean>;
}

/** Goes through a list one order at a time; taking one up makes its buyer the customer in hand. */
export function useTaken(rows: readonly UrgingRow[]): Taken {
  const takeUp = useAct("urging.take");
  const [last, setLast] = useState<{ row: UrgingRow; place: number } | null>(null);
  const [ended, setEnded] = useState(false);
  const [held, setHeld] = useState<string | null>(null);
  const latest = useRef<TakeUp | null>(null);
  // Whoever has left the screen waits for nobody any more.
  useEffect(() => () => void (latest.current = null), []);
  const order = last?.row.order ?? "";
  // Also when it has left the list: what was just done to it is still to be seen.
  const current = useCall("urging.get", { order }, { enabled: last !== null }).data;
  const at = last ? rows.findIndex((row) => row.order === order) : -1;
  // Its place is remembered for when it leaves.
  if (last && at >= 0 && at !== last.place) setLast({ ...last, place: at });

  /** One call after the other, so that the last order taken up stays in hand; those passed meanwhile are left out. */
  function begin(number: string): TakeUp {
    const before = latest.current?.done ?? Promise.resolve(true);
    const isLatest = (): boolean => latest.current === mine;
    async function run(): Promise<boolean> {
      await before;
      if (!isLatest()) return false;
      try {
        await takeUp.mutateAsync({ order: number });
      } catch {
        // It was said as a notice. The next paste tries again.
        if (isLatest()) latest.current = null;
        return false;
      }
      if (isLatest()) setHeld(number);
      return isLatest();
    }
    setHeld(null);
    const mine: TakeUp = { order: number, done: run() };
    latest.current = mine;
    return mine;
  }

  const take = (row: UrgingRow): void => {
    setEnded(false);
    // It is shown before the call answers: no key may mean the order that was left.
    const place = rows.findIndex((each) => each.order === row.order);
    setLast({ row, place: Math.max(0, place) });
    begin(row.order);
  };
  return {
    taken: current ?? last?.row ?? null,
    at,
    ended,
    inHand: held !== null && held === order,
    take,
    step(by) {
      const from = at >= 0 ? at + by : last ? (by > 0 ? last.place : last.place - 1) : 0;
      const next = rows[from];
      if (next) take(next);
      else setEnded(true);
    },
    async whenInHand(number) {
      const mine = latest.current ?? begin(number);
      // Its paste is held for it alone.
      return mine.order === number && (await mine.done) && latest.current === mine;
    },
  };
}
