import { useTranslation } from "react-i18next";
import { clockOf, dateOf, dueSaid, exactDue, weekdayOf } from "./due.ts";
import { useMinute } from "./now.ts";

/** Says due times in the present language; `now` is the minute it is. */
export function useDueWords(): (due: number, now: number, whole?: boolean) => string {
  const { t, i18n } = useTranslation();
  const locale = i18n.language;
  return (due, now, whole) => {
    const { key, count } = dueSaid(due, now, whole);
    return t(`due.${key}`, {
      count,
      clock: clockOf(due, locale),
      date: dateOf(due, now, locale),
      weekday: weekdayOf(due, locale),
    });
  };
}

interface DueProps {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** By the end of that day. */
  readonly whole?: boolean;
  readonly className?: string;
}

/** A due time as an agent says it, the exact one on hover. */
export function Due({ at, whole = false, className }: DueProps) {
  const { i18n } = useTranslation();
  const now = useMinute();
  const words = useDueWords();
  return (
    <time
      className={className}
      dateTime={new Date(at).toISOString()}
      title={exactDue(at, whole, i18n.language)}
    >
      {words(at, now, whole)}
    </time>
  );
}
