import type { Locale } from "../../../shared/contract/settings.ts";
import { due as en } from "../../i18n/en/due.ts";
import { due as zhCN } from "../../i18n/zh-CN/due.ts";
import { due as zhTW } from "../../i18n/zh-TW/due.ts";
import { clockOf, dateOf, dueSaid, weekdayOf } from "../due.ts";
import { fill } from "../../i18n/messages.ts";

const WORDS: Record<Locale, Readonly<Record<string, string>>> = {
  ...{ "zh-CN": zhCN, "zh-TW": zhTW, en },
};

/** A due time as an agent says it. Times in milliseconds since 1970. @param whole by the end of that day */
export function dueWords(due: number, now: number, whole: boolean, locale: Locale): string {
  const { key, count } = dueSaid(due, now, whole);
  const words = WORDS[locale];
  return fill((count === 1 ? words[`${key}_one`] : undefined) ?? words[key] ?? "", {
    count,
    clock: clockOf(due, locale),
    date: dateOf(due, now, locale),
    weekday: weekdayOf(due, locale),
  });
}
