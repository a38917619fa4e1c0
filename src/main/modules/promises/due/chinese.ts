import { dayWords } from "./days.ts";
import { numberOf } from "./letters.ts";
import { AFTER, at, BEFORE, sticky, WITHIN } from "./place.ts";
import type { DayReading, Part, TimeReading } from "./reading.ts";

const NEAR = sticky(
  String.raw`(大后天|后天|后日|明天|明日|今天|今日|今儿|明儿|当天|当日|本日|隔天|隔日|次日|翌日|第二天|今(?=[早晚晨夜])|明(?=[早晚晨夜])|当(?=晚))`,
);
const NEAR_DAYS: readonly (readonly [RegExp, number])[] = [
  [/^大后天/, 3],
  [/^后/, 2],
  [/^(?:明|隔|次|翌|第二)/, 1],
  [/^(?:今|当|本)/, 0],
];

const WEEKDAY = sticky(
  String.raw`((?:下+|这|本|上)?)(?:个|一)?(周|星期|礼拜)(?:([一二三四五六日天1-7](?!\d))|(末))`,
);
const WEEK = sticky(String.raw`(下+|这|本)(?:个|一)?(?:周|星期|礼拜)`);
const WEEKDAY_SIGNS = "一二三四五六日";

function weekday(sign: string): number {
  const digit = /\d/.test(sign)
    ? Number(sign)
    : WEEKDAY_SIGNS.indexOf(sign === "天" ? "日" : sign) + 1;
  return digit;
}

const weekOf = (which: string): number =>
  which.startsWith("下") ? which.length + 1 : which === "" ? 0 : 1;

const MONTH_END = sticky(
  String.raw`(下个?|本|这个?)?月(?:底|末)|(下个?|本|这个?)月(?=${WITHIN})|(\d{1,2}|[一二三四五六七八九十]{1,2})月(?:底|末)`,
);
const YEAR_END = sticky(String.raw`(?:今年|本年)?年(?:底|末|内)|今年内`);
const DATE = sticky(
  String.raw`(?:(\d{4}|今|明)年\s*)?(\d{1,2}|[一二三四五六七八九十]{1,3})月\s*(\d{1,2}|[一二三四五六七八九十]{1,3})\s*[日号]?`,
);
const SLASHED = sticky(String.raw`(?:(\d{4})[-/.])?(\d{1,2})[-/](\d{1,2})(?![\d/.%-])\s*[日号]?`);
const MONTH_DAY = sticky(
  String.raw`(下个?月|次月|本月|这个?月)?\s*(\d{1,2}|[一二三四五六七八九十]{1,3})\s*([日号])(?![线店楼门])`,
);

const FESTIVALS: readonly (readonly [RegExp, number, number])[] = [
  [sticky(String.raw`双\s*(?:11|十一)|11\.11(?!\d)`), 11, 11],
  [sticky(String.raw`双\s*(?:12|十二)|12\.12(?!\d)`), 12, 12],
  [sticky(String.raw`(?:618|六一八|6\.18)(?![\d元块件个号%])`), 6, 18],
  [sticky("元旦"), 1, 1],
  [sticky("三八节|女神节|妇女节"), 3, 8],
  [sticky("五一(?=节|假|劳动|前|之前|以前|后)|劳动节"), 5, 1],
  [sticky("国庆(?:节)?|十一(?=假|长假|前|之前|以前)"), 10, 1],
  [sticky("圣诞(?:节)?"), 12, 25],
];
const BEFORE_HERE = sticky(String.raw`\s*(?:大促|活动|节)?\s*${BEFORE}`);
const THAT_DAY = sticky(String.raw`\s*(?:大促|活动)?\s*(?:当天|当日|那天)?(?:${WITHIN})?`);

/** Before a feast is before it begins: by the end of the day before. Before a date is by its end. */
function readFestival(text: string, place: number): DayReading | null {
  for (const [pattern, month, day] of FESTIVALS) {
    const found = at(pattern, text, place);
    if (!found) continue;
    const end = place + found[0].length;
    const before = at(BEFORE_HERE, text, end);
    if (/before\s+$/.test(text.slice(0, place)))
      return { end, days: dayWords.yearly(month, day, -1) };
    if (before) return { end: end + before[0].length, days: dayWords.yearly(month, day, -1) };
    return {
      end: end + (at(THAT_DAY, text, end)?.[0].length ?? 0),
      days: dayWords.yearly(month, day),
    };
  }
  return null;
}

function readDate(text: string, place: number): DayReading | null {
  const dated = at(DATE, text, place) ?? at(SLASHED, text, place);
  if (dated) {
    const [whole, year, month = "", day = ""] = dated;
    const [m, d] = [numberOf(month), numberOf(day)];
    if (m < 1 || m > 12 || d < 1 || d > 31) return null;
    const end = place + whole.length;
    if (year === "今" || year === "明") {
      const ahead = year === "明" ? 1 : 0;
      return { end, days: (now) => dayWords.exactly(now.year + ahead, m, d)(now) };
    }
    return {
      end,
      days: year === undefined ? dayWords.yearly(m, d) : dayWords.exactly(Number(year), m, d),
    };
  }
  const found = at(MONTH_DAY, text, place);
  if (!found) return null;
  const [whole, month, day = ""] = found;
  const d = numberOf(day);
  if (d < 1 || d > 31) return null;
  const months = month === undefined ? null : /^[下次]/.test(month) ? 1 : 0;
  return { end: place + whole.length, days: dayWords.monthly(d, months) };
}

/** Words that name a day. */
export function readDay(text: string, place: number): DayReading | null {
  const feast = readFestival(text, place);
  if (feast) return feast;
  const near = at(NEAR, text, place);
  if (near) {
    const ahead = NEAR_DAYS.find(([pattern]) => pattern.test(near[0]))?.[1] ?? 0;
    return { end: place + near[0].length, days: dayWords.onThisDay(ahead) };
  }
  const named = at(WEEKDAY, text, place);
  if (named && named[1] !== "上" && !/上[个一]?$/.test(text.slice(0, place))) {
    const [whole, which = "", , sign] = named;
    const end = place + whole.length;
    // A weekend is over with its Sunday.
    return { end, days: dayWords.weekdays(sign === undefined ? 7 : weekday(sign), weekOf(which)) };
  }
  const week = at(WEEK, text, place);
  if (week)
    return { end: place + week[0].length, days: dayWords.weekEnd(weekOf(week[1] ?? "") - 1) };
  const monthEnd = at(MONTH_END, text, place);
  if (monthEnd) {
    const [whole, which, within, number] = monthEnd;
    const end = place + whole.length;
    if (number !== undefined) return { end, days: dayWords.endOfMonth(numberOf(number)) };
    const next = (which ?? within)?.startsWith("下") === true;
    return { end, days: dayWords.monthEnd(next ? 1 : 0) };
  }
  const yearEnd = at(YEAR_END, text, place);
  if (yearEnd) return { end: place + yearEnd[0].length, days: dayWords.yearEnd };
  return readDate(text, place);
}

const PARTS: readonly (readonly [string, Part])[] = [
  ["凌晨", "dawn"],
  ["清晨|早上|早晨|清早|一早|大早", "early"],
  ["上午|午前", "forenoon"],
  ["中午|正午|午间", "noon"],
  ["下午|午后", "afternoon"],
  ["傍晚|下班", "dusk"],
  ["晚上|晚间|夜晚|夜里|夜间|半夜|深夜|午夜", "evening"],
];
/** One sign is enough behind a day or before an hour: 今晚, 周五早, 晚8点. */
const SHORT_PARTS: readonly (readonly [string, Part])[] = [
  ["早|晨", "early"],
  ["晚|夜", "evening"],
];
const PART = PARTS.map(([words, part]) => [sticky(words), part] as const);
const SHORT_PART = SHORT_PARTS.map(([words, part]) => [sticky(words), part] as const);

const CLOCK = sticky(
  String.raw`\s*(\d{1,2}|[零一二两三四五六七八九十]{1,3})\s*[点时](?!间|候)(?:钟|整)?(?:\s*(半|[一三]刻|(?:\d{1,2}|[零一二三四五六七八九十]{1,3})(?![\d件个天元])\s*分?))?(?:钟)?`,
);
const LITTLE_LATER = sticky(String.raw`\s*[一两几]\s*[点时]`);
const DIGITAL = sticky(String.raw`\s*(\d{1,2}):(\d{2})(?::\d{2})?(?!\d)`);
/** 一点 and 两点 are also "a little" and "two points": a limit or half an hour shows that a clock is meant. */
const CLOCKLIKE = sticky(String.raw`\s*(?:${BEFORE}|${AFTER}|左右)`);

const LITTLE: Readonly<Record<string, number>> = { 半: 30, 一刻: 15, 三刻: 45 };

function minutesOf(words: string | undefined): number {
  if (words === undefined) return 0;
  return LITTLE[words] ?? numberOf(words.replace(/\s*分$/, ""));
}

function readPart(
  text: string,
  place: number,
  afterDay: boolean,
): { end: number; part: Part } | null {
  for (const [pattern, part] of [...PART, ...SHORT_PART]) {
    const found = at(pattern, text, place);
    if (!found) continue;
    const end = place + found[0].length;
    if (found[0].length === 1 && !afterDay && !saysHour(text, place, end)) continue;
    return { end, part };
  }
  return null;
}

/** 晚8点 is an hour; 晚一点 is later, 最晚8点 a limit. */
const saysHour = (text: string, from: number, to: number): boolean =>
  !/[最太更较不越稍再迟今明当昨]$/.test(text.slice(0, from)) &&
  (at(DIGITAL, text, to) !== null ||
    (at(CLOCK, text, to) !== null && at(LITTLE_LATER, text, to) === null));

/** Words that name a time of the day. @param afterDay a day was named just before */
export function readTime(text: string, place: number, afterDay: boolean): TimeReading | null {
  const part = readPart(text, place, afterDay);
  const from = part?.end ?? place;
  const digital = at(DIGITAL, text, from);
  if (digital) {
    const [whole, hour, minute] = [digital[0], Number(digital[1]), Number(digital[2])];
    if (hour > 24 || minute > 59) return null;
    // 08:30 and 20:30 say which half of the day; 8:30 does not.
    const exact = part === null && (hour > 12 || /^\s*0/.test(whole));
    return { end: from + whole.length, part: part?.part ?? null, hour, minute, exact };
  }
  const clock = at(CLOCK, text, from);
  if (clock) {
    const [whole, hourWords = "", minuteWords] = clock;
    const end = from + whole.length;
    const [hour, minute] = [numberOf(hourWords), minutesOf(minuteWords)];
    const sure =
      part !== null ||
      afterDay ||
      minuteWords !== undefined ||
      /钟|整/.test(whole) ||
      /\d/.test(hourWords) ||
      at(CLOCKLIKE, text, end) !== null;
    if (sure && hour <= 24 && minute <= 59)
      return { end, part: part?.part ?? null, hour, minute, exact: false };
  }
  if (!part) return null;
  // 下班前 is six o'clock, as far as one can know.
  const office = text.slice(place, part.end) === "下班";
  return {
    end: part.end,
    ...(office
      ? { part: null, hour: 18, exact: true }
      : { part: part.part, hour: null, exact: false }),
    minute: 0,
  };
}

/** Between a day and its time. */
export const CHINESE_JOIN = sticky(String.raw`[\s,，、]*(?:的|之)?\s*`);
/** What belongs to the words about a time, before and behind them. */
export const CHINESE_LEAD = /(?:最晚|最迟|争取|请?在|于|约)\s*$/;
export const CHINESE_TAIL = sticky(
  String.raw`(?:\s*左右)?(?:\s*(?:${BEFORE}(?!台)|(?:之内|以内|内)(?![衣裤部])))?`,
);
