import { useTranslation } from "react-i18next";
import { clockOf, dateOf, dueSaid, exactDue, weekdayOf } from "./due.ts";
import { useMinute } from "./now.ts";

/** `dateOnly`: by the end of that day. `dueAt` is in milliseconds since 1970. */
export interface DueTime {
  readonly dueAt: number;
  readonly dateOnly: boolean;
}

/** Says due times in the present language; `now` is the minute it is. */
export function useDueWords(): (due: DueTime, now: number) => string {
  const { t, i18n } = useTranslation();
  const locale = i18n.language;
  return ({ dueAt: due, dateOnly }, now) => {
    const { key, count } = dueSaid(due, now, dateOnly);
    return t(`due.${key}`, {
      count,
      clock: clockOf(due, locale),
      date: dateOf(due, now, locale),
      weekday: weekdayOf(due, locale),
    });
  };
}

/** A due time as an agent says it, the exact one on hover. */
export function Due({ due, className }: { due: DueTime; className?: string }) {
  const { i18n } = useTranslation();
  const now = useMinute();
  const words = useDueWords();
  const at = due.dueAt;
  return (
    <time
      className={className}
      dateTime={new Date(at).toISOString()}
      title={exactDue(due, i18n.language)}
    >
      {words(due, now)}
    </time>
  );
}
