import { dayWords } from "./days.ts";
import { ENGLISH_NUMBER, numberOf } from "./letters.ts";
import type { DayReading, Part, SpanReading, TimeReading } from "./reading.ts";

const at = (pattern: RegExp, text: string, place: number): RegExpExecArray | null => {
  // In the middle of a word nothing begins.
  if (/[a-z]/.test(text[place - 1] ?? "")) return null;
  pattern.lastIndex = place;
  return pattern.exec(text);
};
const sticky = (source: string): RegExp => new RegExp(source, "y");

const LIMIT = String.raw`(?:(?:within|in|after|over|during)\s+(?:the\s+)?(?:next\s+)?)?`;
// The first half of "twenty-four" begins no range.
const COUNT = String.raw`(?:(?!(?:twen|thir|for|fif|six|seven|eigh|nine)ty-)${ENGLISH_NUMBER}\s*(?:-|to)\s*)?(half\s+an?|${ENGLISH_NUMBER})(\s+and\s+a\s+half)?[\s-]*`;
const HOURS = sticky(
  String.raw`${LIMIT}${COUNT}(h(?:ours?|rs?)?|m(?:in(?:ute)?s?)?|quarters?\s+of\s+an\s+hour)\b(?!\s+ago)(?:,?\s+(?:and\s+)?(${ENGLISH_NUMBER})\s*m(?:in(?:ute)?s?)?\b)?`,
);
const DAYS = sticky(
  String.raw`${LIMIT}${COUNT}((?:working|business)\s+days?|workdays?|days?|weeks?|months?)\b(?!\s+ago)`,
);

const countOf = (words: string, half: string | undefined): number =>
  numberOf(words.startsWith("half") ? "half" : words) + (half === undefined ? 0 : 0.5);

export function readEnglishHours(text: string, place: number): SpanReading | null {
  const found = at(HOURS, text, place);
  if (!found) return null;
  const [whole, count = "", half, unit = "", more] = found;
  // "a min" may be anything, "5m" may be metres.
  if (unit === "m") return null;
  return {
    end: place + whole.length,
    minutes:
      countOf(count, half) * (unit.startsWith("h") ? 60 : unit.startsWith("q") ? 15 : 1) +
      (more === undefined ? 0 : numberOf(more)),
  };
}

export function readEnglishDays(text: string, place: number): DayReading | null {
  const found = at(DAYS, text, place);
  if (!found) return null;
  const [whole, count = "", half, unit = ""] = found;
  const n = Math.ceil(countOf(count, half));
  const end = place + whole.length;
  if (/^(?:working|business|workday)/.test(unit)) return { end, days: dayWords.workdays(n) };
  if (unit.startsWith("d")) return { end, days: dayWords.onThisDay(n) };
  return { end, days: unit.startsWith("w") ? dayWords.onThisDay(7 * n) : dayWords.inMonths(n) };
}

const NEAR = sticky(
  String.raw`(the\s+)?day\s+after\s+tomorrow|tomorrow|tmrw?\b|today|tonight|this\s+(?=evening|afternoon|morning)|(?:by\s+)?(?:the\s+)?(?:eod|end\s+of\s+(?:the\s+|this\s+)?day)\b`,
);
const WEEKDAY = sticky(
  String.raw`(next\s+|this\s+|coming\s+)?(mon|tue|wed|thu|fri|sat|sun)(?:day|s|sday|nesday|r|rs|rsday|urday)?\b`,
);
const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const WEEK = sticky(
  String.raw`(?:(?:the\s+)?end\s+of\s+)?(this|the|next)\s+(week|weekend|month)\b|(?:the\s+)?end\s+of\s+(week|month|year)\b|(eow|eom)\b|(?:the\s+)?end\s+of\s+(?:the|this)\s+(year)\b|(weekend)\b`,
);
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH = String.raw`(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?\.?`;
const MONTH_FIRST = sticky(
  String.raw`${MONTH}\s+(\d{1,2})(?:st|nd|rd|th)?\b(?!:)(?:,?\s+(\d{4})\b)?`,
);
const DAY_FIRST = sticky(
  String.raw`(?:the\s+)?(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?${MONTH}\b(?:,?\s+(\d{4})\b)?`,
);
const FEASTS: readonly (readonly [RegExp, number, number])[] = [
  [sticky(String.raw`double\s*(?:11|eleven)|singles'?\s+day`), 11, 11],
  [sticky(String.raw`double\s*(?:12|twelve)`), 12, 12],
  [sticky(String.raw`christmas(?:\s+day)?`), 12, 25],
  [sticky(String.raw`new\s+year(?:'s)?(?:\s+day)?`), 1, 1],
];

/** Before a feast is before it begins: by the end of the day before. */
function readFeast(text: string, place: number): DayReading | null {
  for (const [pattern, month, day] of FEASTS) {
    const found = at(pattern, text, place);
    if (!found) continue;
    const before = /before\s+$/.test(text.slice(0, place));
    return { end: place + found[0].length, days: dayWords.yearly(month, day, before ? -1 : 0) };
  }
  return null;
}

function readEnglishDate(text: string, place: number): DayReading | null {
  const monthFirst = at(MONTH_FIRST, text, place);
  const found = monthFirst ?? at(DAY_FIRST, text, place);
  if (!found) return null;
  const [whole, a = "", b = "", year] = found;
  const [monthWord, day] = monthFirst ? [a, Number(b)] : [b, Number(a)];
  const month = MONTHS.indexOf(monthWord) + 1;
  if (day < 1 || day > 31) return null;
  const days =
    year === undefined ? dayWords.yearly(month, day) : dayWords.exactly(Number(year), month, day);
  return { end: place + whole.length, days };
}

function dayBehind(text: string, end: number): DayReading | null {
  const gap = /^\s+(?:on\s+|of\s+)?/.exec(text.slice(end));
  return gap ? readEnglishDay(text, end + gap[0].length) : null;
}

export function readEnglishDay(text: string, place: number): DayReading | null {
  const feast = readFeast(text, place);
  if (feast) return feast;
  const near = at(NEAR, text, place);
  if (near) {
    const words = near[0];
    const end = place + words.length;
    // "EOD tomorrow", "end of day Friday": the day behind it is meant.
    const behind =
      /day$|eod$/.test(words) && /e(?:od|nd)/.test(words) ? dayBehind(text, end) : null;
    if (behind) return behind;
    const ahead = words.includes("after") ? 2 : /^(?:tom|tmr)/.test(words) ? 1 : 0;
    const part = words === "tonight" ? { part: "evening" as const } : {};
    return { end, days: dayWords.onThisDay(ahead), ...part };
  }
  const named = at(WEEKDAY, text, place);
  if (named) {
    const [whole, which, word = ""] = named;
    const behind = /^\s+(?:of\s+)?(this|next)\s+week\b/.exec(text.slice(place + whole.length));
    const said = behind?.[1] ?? which;
    const week =
      said === undefined || said.startsWith("coming") ? 0 : said.startsWith("next") ? 2 : 1;
    return {
      end: place + whole.length + (behind?.[0].length ?? 0),
      days: dayWords.weekdays(WEEKDAYS.indexOf(word) + 1, week),
    };
  }
  const week = at(WEEK, text, place);
  if (week) {
    const [whole, which, unit, bare, short, year, weekend] = week;
    const end = place + whole.length;
    const what = unit ?? bare ?? year ?? weekend ?? (short === "eow" ? "week" : "month");
    const ahead = which === "next" ? 1 : 0;
    if (what === "year") return { end, days: dayWords.yearEnd };
    return { end, days: what === "month" ? dayWords.monthEnd(ahead) : dayWords.weekEnd(ahead) };
  }
  return readEnglishDate(text, place);
}

const CLOCK = sticky(String.raw`(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm|a\.m\.|p\.m\.)(?![a-z])`);
const OCLOCK = sticky(String.raw`(\d{1,2})\s*o'?clock\b`);
const PARTS: readonly (readonly [RegExp, Part | number])[] = [
  [sticky(String.raw`(?:the\s+)?(?:early\s+)?morning\b`), "forenoon"],
  [sticky(String.raw`(?:the\s+)?afternoon\b`), "afternoon"],
  [sticky(String.raw`(?:the\s+)?(?:evening|night)\b`), "evening"],
  [sticky(String.raw`(?:noon|midday|lunch)\b`), 12],
  [sticky(String.raw`midnight\b`), 24],
  [sticky(String.raw`(?:cob|close\s+of\s+business|end\s+of\s+(?:my\s+)?shift)\b`), 18],
];

/** "at 3" beside a day; alone it may be anything. */
const BARE = sticky(
  String.raw`(\d{1,2})(?=\s*(?:$|[,;!?，。；！、)]|\.(?:\s|$)|(?:on\s+)?(?:today|tonight|tomorrow|tmrw?|(?:next\s+|this\s+)?(?:mon|tue|wed|thu|fri|sat|sun))))`,
);

export function readBareHour(text: string, place: number): TimeReading | null {
  if (!/\b(?:at|by|before|around|until)\s+$/.test(text.slice(0, place))) return null;
  const found = at(BARE, text, place);
  const hour = Number(found?.[1] ?? 0);
  if (!found || hour < 1 || hour > 24) return null;
  return { end: place + found[0].length, part: null, hour, minute: 0, exact: false };
}

export function readEnglishTime(text: string, place: number): TimeReading | null {
  const clock = at(CLOCK, text, place);
  if (clock) {
    const [whole, hourWord, minuteWord, half = ""] = clock;
    const [hour, minute] = [Number(hourWord), Number(minuteWord ?? 0)];
    if (hour < 1 || hour > 12 || minute > 59) return null;
    const exactHour = (hour % 12) + (half.startsWith("p") ? 12 : 0);
    return { end: place + whole.length, part: null, hour: exactHour, minute, exact: true };
  }
  const oclock = at(OCLOCK, text, place);
  if (oclock) {
    const hour = Number(oclock[1]);
    if (hour > 24) return null;
    return { end: place + oclock[0].length, part: null, hour, minute: 0, exact: false };
  }
  for (const [pattern, part] of PARTS) {
    const found = at(pattern, text, place);
    if (!found) continue;
    const end = place + found[0].length;
    if (typeof part === "number") return { end, part: null, hour: part, minute: 0, exact: true };
    return { end, part, hour: null, minute: 0, exact: false };
  }
  return null;
}

export const ENGLISH_JOIN = sticky(
  String.raw`\s*,?\s*(?:(?:at|by|before|on|in\s+the|until|no\s+later\s+than)\s+)?`,
);
export const ENGLISH_LEAD =
  /(?:\b(?:by|before|until|till|at|on|due|no later than|within|in)\s+)+(?:the\s+)?$/;
