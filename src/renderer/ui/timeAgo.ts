const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long ago, as one says it: "3分钟前", "昨天", after a week the date; null within the last minute. Times in ms. */
export function timeAgo(at: number, present: number, locale: string): string | null {
  const past = present - at;
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  if (past < MINUTE) return null;
  if (past < HOUR) return relative.format(-Math.floor(past / MINUTE), "minute");
  if (past < DAY) return relative.format(-Math.floor(past / HOUR), "hour");
  if (past < 7 * DAY) return relative.format(-Math.floor(past / DAY), "day");
  return new Intl.DateTimeFormat(locale, { dateStyle: "medium" }).format(at);
}
