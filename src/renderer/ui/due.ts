const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** From this hour on one says "tonight". */
const EVENING = 18;

/** How a due time is said; the words are under `due` in the languages. */
export interface DueSaid {
  readonly key:
    | "justDue"
    | "overMinutes"
    | "overHours"
    | "overDays"
    | "left"
    | "today"
    | "tonight"
    | "tomorrow"
    | "tomorrowNight"
    | "dayAfter"
    | "weekday"
    | "nextWeekday"
    | "date"
    | "wholeToday"
    | "wholeTomorrow"
    | "wholeDayAfter"
    | "wholeWeekday"
    | "wholeNextWeekday"
    | "wholeDate";
  readonly count: number;
}

/** The day on the calendar of this machine, counted: neighbouring days differ by one, whatever the clocks do. */
export function dayNumber(at: number): number {
  const date = new Date(at);
  return Math.round(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / DAY);
}

/** Weeks begin on Monday; the first of January 1970 was a Thursday. */
const weekNumber = (day: number): number => Math.floor((day + 3) / 7);

function overdue(past: number): DueSaid {
  if (past < MINUTE) return { key: "justDue", count: 0 };
  if (past < HOUR) return { key: "overMinutes", count: Math.floor(past / MINUTE) };
  if (past < DAY) return { key: "overHours", count: Math.floor(past / HOUR) };
  return { key: "overDays", count: Math.floor(past / DAY) };
}

/** A day that was meant to its end in another zone ends at an hour here: then the hour is said. */
const endsDay = (at: number): boolean => dayNumber(at + MINUTE) > dayNumber(at);

/**
 * A due time as an agent says it: 还剩 25 分钟, 已超 2 小时, 今晚 20:00, 周五内. Times in ms since 1970.
 * @param whole no hour was said: by the end of that day
 */
export function dueSaid(due: number, now: number, whole: boolean): DueSaid {
  const ahead = due - now;
  if (ahead < 0) return overdue(-ahead);
  if (ahead <= HOUR) return { key: "left", count: Math.max(1, Math.ceil(ahead / MINUTE)) };
  const [today, day] = [dayNumber(now), dayNumber(due)];
  const days = day - today;
  const night = new Date(due).getHours() >= EVENING;
  const wholeDay = whole && endsDay(due);
  const said = (key: DueSaid["key"]): DueSaid => ({ key, count: 0 });
  if (days === 0) return said(wholeDay ? "wholeToday" : night ? "tonight" : "today");
  if (days === 1) return said(wholeDay ? "wholeTomorrow" : night ? "tomorrowNight" : "tomorrow");
  if (days === 2) return said(wholeDay ? "wholeDayAfter" : "dayAfter");
  const weeks = weekNumber(day) - weekNumber(today);
  if (weeks === 0) return said(wholeDay ? "wholeWeekday" : "weekday");
  if (weeks === 1) return said(wholeDay ? "wholeNextWeekday" : "nextWeekday");
  return said(wholeDay ? "wholeDate" : "date");
}

/** "20:00" */
export const clockOf = (at: number, locale: string): string =>
  new Intl.DateTimeFormat(locale, {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).format(at);

/** "11月25日"; with the year when it is another one. */
export const dateOf = (at: number, now: number, locale: string): string =>
  new Intl.DateTimeFormat(locale, {
    month: "short",
    day: "numeric",
    ...(new Date(at).getFullYear() === new Date(now).getFullYear() ? {} : { year: "numeric" }),
  }).format(at);

/** "周五", "Fri" */
export const weekdayOf = (at: number, locale: string): string =>
  new Intl.DateTimeFormat(locale, { weekday: "short" }).format(at);

/** The exact time, for those who look closely. */
export const exactOf = (at: number, locale: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: "full", timeStyle: "short" }).format(at);

/** The same of a due time: a day that is meant to its end is said without an hour. */
export const exactDue = (
  { dueAt, dateOnly }: { readonly dueAt: number; readonly dateOnly: boolean },
  locale: string,
): string =>
  dateOnly && endsDay(dueAt)
    ? new Intl.DateTimeFormat(locale, { dateStyle: "full" }).format(dueAt)
    : exactOf(dueAt, locale);
