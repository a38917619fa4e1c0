/** How pressing a promise is. "hour": due within the hour; "today": by the end of the calendar day. */
export type Standing = "overdue" | "hour" | "today" | "later";

/** In the order in which they are looked at. */
export const STANDINGS: readonly Standing[] = ["overdue", "hour", "today", "later"];

export const HOUR = 3_600_000;

/** @param dueAt milliseconds since 1970; a promise is overdue once its moment is past, not at it */
export function standing(
  dueAt: number,
  { now, todayEnds }: { readonly now: number; readonly todayEnds: number },
): Standing {
  if (dueAt < now) return "overdue";
  if (dueAt <= now + HOUR) return "hour";
  return dueAt <= todayEnds ? "today" : "later";
}
