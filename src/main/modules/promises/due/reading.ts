import type { DateTime } from "luxon";

/** Words that name a day: which days they may mean, the nearest first. A name such as 周五 means several. */
export interface DayReading {
  readonly end: number;
  readonly days: (now: DateTime) => readonly DateTime[];
  /** The word says a part of it too: tonight. */
  readonly part?: Part;
}

/** A part of the day as people split it. */
export type Part =
  | "dawn"
  | "early"
  | "forenoon"
  | "noon"
  | "afternoon"
  | "dusk"
  | "evening"
  | "night";

/** Words that name a time of the day; without an hour the whole part is meant. */
export interface TimeReading {
  readonly end: number;
  readonly part: Part | null;
  /** As it was said, 0 to 24; null: only the part was said. */
  readonly hour: number | null;
  readonly minute: number;
  /** The hour cannot mean anything else: 20:30, 3pm. */
  readonly exact: boolean;
}

/** Words that name a moment counted from now, to the minute. */
export interface SpanReading {
  readonly end: number;
  readonly minutes: number;
}

/** When a part of the day is over, in hours; an evening lasts until the day does. */
const OVER: Readonly<Record<Part, number | null>> = {
  ...{ dawn: 6, early: 10, forenoon: 12, noon: 12, afternoon: 18, dusk: 19 },
  ...{ evening: null, night: null },
};

/** Nobody means an hour before this one unless they say so: 3点前 is three in the afternoon. */
const FIRST_HOUR = 6;

/** The hours of a day that the words may mean, the nearest first; 24 and more are of the next day. */
function hoursOf({ part, hour, exact }: TimeReading, today: boolean): number[] {
  if (hour === null) return [];
  if (exact || hour > 12) return [hour];
  switch (part) {
    case "dawn":
      return [hour % 12];
    case "early":
    case "forenoon":
      return [hour];
    case "noon":
      return [hour < 10 ? hour + 12 : hour];
    case "afternoon":
    case "dusk":
      return [hour < 12 ? hour + 12 : hour];
    case "evening":
    case "night":
      // 今晚12点 is the end of the day, 今晚1点 is after it.
      if (hour === 12 || hour === 0) return [24];
      return [hour < 5 ? hour + 24 : hour + 12];
    case null: {
      if (hour === 0) return [0];
      const both = [hour, hour + 12].filter((each) => each >= FIRST_HOUR);
      // Of another day 8点 is the morning; of this one the next eight o'clock.
      return today ? both : both.slice(0, 1);
    }
  }
}

/** Adds hours on the clock, not on the watch: 24 is midnight on days that have 23 or 25 of them too. */
function clockAt(day: DateTime, hour: number, minute: number): DateTime {
  const date = day.startOf("day").plus({ days: Math.floor(hour / 24) });
  return date.set({ hour: hour % 24, minute });
}

export interface Resolved {
  readonly at: DateTime;
  readonly dateOnly: boolean;
}

function resolve(day: DateTime, time: TimeReading | null, now: DateTime): Resolved[] {
  const whole: Resolved = { at: day.endOf("day"), dateOnly: true };
  if (!time) return [whole];
  if (time.hour === null) {
    const over = time.part === null ? null : OVER[time.part];
    return over === null ? [whole] : [{ at: clockAt(day, over, 0), dateOnly: false }];
  }
  const today = day.hasSame(now, "day");
  return hoursOf(time, today).map((hour) => ({
    at: clockAt(day, hour, time.minute),
    dateOnly: false,
  }));
}

/** What day and time together mean: the first moment to come; where all are past, the last of the first day. */
export function meant(
  day: DayReading | null,
  time: TimeReading | null,
  now: DateTime,
): Resolved | null {
  const days = day ? day.days(now) : [now, now.plus({ days: 1 })];
  const said = time && day?.part && time.part === null ? { ...time, part: day.part } : time;
  const all = days.map((each) => resolve(each, said, now));
  return all.flat().find(({ at }) => at > now) ?? all[0]?.at(-1) ?? null;
}
