import { useState } from "react";

/**
 * Which time something is open, as a key for what is shown. Closed and opened again before its old content is taken
 * away (quick hands on a busy machine), it would keep that, still hidden: fields ask for the keyboard in vain then.
 */
export function useRound(open: boolean): number {
  const [last, setLast] = useState({ open, round: 0 });
  if (last.open === open) return last.round;
  const round = last.round + (open ? 1 : 0);
  setLast({ open, round });
  return round;
}
