import { useTranslation } from "react-i18next";
import { clockOf, dateOf, dueSaid, exactOf, weekdayOf } from "./due.ts";
import { useMinute } from "./now.ts";

/** Says due times in the present language; `now` is the minute it is. */
export function useDueWords(): (due: number, now: number) => string {
  const { t, i18n } = useTranslation();
  const locale = i18n.language;
  return (due, now) => {
    const { key, count } = dueSaid(due, now);
    return t(`due.${key}`, {
      count,
      clock: clockOf(due, locale),
      date: dateOf(due, now, locale),
      weekday: weekdayOf(due, locale),
    });
  };
}

/** A due time as an agent says it, the exact one on hover. `at` is in milliseconds since 1970. */
export function Due({ at, className }: { at: number; className?: string }) {
  const { i18n } = useTranslation();
  const now = useMinute();
  const words = useDueWords();
  return (
    <time
      className={className}
      dateTime={new Date(at).toISOString()}
      title={exactOf(at, i18n.language)}
    >
      {words(at, now)}
    </time>
  );
}
