const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long something lasts: "2天 4小时", "30分钟". In ms; so many units at most. */
export function duration(length: number, locale: string, units = 2): string {
  const parts: [number, "day" | "hour" | "minute"][] = [
    [Math.floor(length / DAY), "day"],
    [Math.floor((length % DAY) / HOUR), "hour"],
    [Math.floor((length % HOUR) / MINUTE), "minute"],
  ];
  const used = parts.filter(([count]) => count > 0).slice(0, units);
  return (used.length > 0 ? used : parts.slice(2))
    .map(([count, unit]) =>
      new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "long" }).format(count),
    )
    .join(" ");
}

/** A moment on this machine's clock: "20:00" today, else with its date. */
export function momentWords(at: number, now: number, locale: string): string {
  const today = new Date(at).toDateString() === new Date(now).toDateString();
  return new Intl.DateTimeFormat(locale, {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    ...(today ? {} : { month: "short", day: "numeric" }),
  }).format(at);
}
