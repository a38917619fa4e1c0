import type { DateTime } from "luxon";
import type { Locale } from "../../../shared/contract/settings.ts";

/** A day or a time of day, and whose words say it. */
export interface Moment {
  readonly at: DateTime;
  readonly now: DateTime;
  readonly precision: "day" | "minute";
  readonly locale: Locale;
}

/** A promise must not be too early: hours are rounded up to the half hour, minutes to the next five. */
const HOURS_STEP = 30;
const MINUTES_STEP = 5;

function roundUp(at: DateTime, step: number): DateTime {
  const whole = at.startOf("minute");
  const late = whole.toMillis() < at.toMillis() ? whole.plus({ minutes: 1 }) : whole;
  const over = late.minute % step;
  return over === 0 ? late : late.plus({ minutes: step - over });
}

export function hoursLater(from: Moment, hours: number): Moment {
  return { ...from, precision: "minute", at: roundUp(from.at.plus({ hours }), HOURS_STEP) };
}

export function minutesLater(from: Moment, minutes: number): Moment {
  return { ...from, precision: "minute", at: roundUp(from.at.plus({ minutes }), MINUTES_STEP) };
}

export function daysLater(from: Moment, days: number): Moment {
  return { ...from, precision: "day", at: from.at.plus({ days }) };
}

const WEEKDAYS = ["一", "二", "三", "四", "五", "六", "日"];
const ENGLISH_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

const month = (at: DateTime): string => MONTHS[at.month - 1]!;

/** 星期三, Wednesday. */
export function weekday({ at, locale }: Moment): string {
  return locale === "en" ? ENGLISH_DAYS[at.weekday - 1]! : `星期${WEEKDAYS[at.weekday - 1]!}`;
}

function day({ at, now, locale }: Moment): string {
  const sameYear = at.year === now.year;
  if (locale === "en") return `${month(at)} ${at.day}${sameYear ? "" : `, ${at.year}`}`;
  return `${sameYear ? "" : `${at.year}年`}${at.month}月${at.day}日`;
}

/** The part of the day an hour falls in, as it is said. */
function partOfDay(hour: number): string {
  if (hour < 5) return "凌晨";
  if (hour < 8) return "早上";
  if (hour < 12) return "上午";
  if (hour === 12) return "中午";
  return hour < 18 ? "下午" : "晚上";
}

function clock(at: DateTime, locale: Locale): string {
  const { hour, minute } = at;
  const small = hour > 12 ? hour - 12 : hour;
  if (locale !== "en") {
    const point = locale === "zh-TW" ? "點" : "点";
    if (minute === 0) return `${small}${point}`;
    return minute === 30
      ? `${small}${point}半`
      : `${small}${point}${String(minute).padStart(2, "0")}分`;
  }
  const minutes = minute === 0 ? "" : `:${String(minute).padStart(2, "0")}`;
  return `${hour % 12 === 0 ? 12 : hour % 12}${minutes} ${hour < 12 ? "am" : "pm"}`;
}

function time(moment: Moment): string {
  const { at, now, locale } = moment;
  const days = at.startOf("day").diff(now.startOf("day"), "days").days;
  const said = clock(at, locale);
  const isNow = at.toMillis() === now.toMillis();
  if (locale === "en") {
    if (days === 0) return at.hour >= 18 && !isNow ? `${said} tonight` : said;
    return days === 1 ? `${said} tomorrow` : `${said} on ${day(moment)}`;
  }
  const part = partOfDay(at.hour);
  const evening = part === "晚上";
  const tomorrow = "明天";
  const after = locale === "zh-TW" ? "後天" : "后天";
  if (days === 0) return `${evening && !isNow ? "今晚" : part}${said}`;
  if (days === 1) return `${evening ? "明晚" : tomorrow + part}${said}`;
  return `${days === 2 ? after : day(moment)}${part}${said}`;
}

/** As an agent says it: 6月4日, 下午4点, 今晚8点半, 明天上午10点; June 4, 8 pm tonight. */
export function sayMoment(moment: Moment): string {
  return moment.precision === "day" ? day(moment) : time(moment);
}

const TOKENS = /\[([^\]]*)\]|YYYY|YY|MMMM|MMM|MM|M|DD|D|dddd|ddd|HH|H|hh|h|mm|m|A/g;

const two = (number: number): string => String(number).padStart(2, "0");

/**
 * A moment by a pattern: YYYY YY, MM M (MMM Jun, MMMM June), DD D, dddd 星期三, ddd 周三, HH H, hh h with A 下午, mm m;
 * [what stands in brackets] stays as it is.
 */
export function formatMoment(moment: Moment, pattern: string): string {
  const { at, locale } = moment;
  const english = locale === "en";
  const short = (): string =>
    english
      ? weekday(moment).slice(0, 3)
      : `${locale === "zh-TW" ? "週" : "周"}${WEEKDAYS[at.weekday - 1]!}`;
  const twelve = at.hour % 12 === 0 ? 12 : at.hour % 12;
  const parts: Readonly<Record<string, () => string>> = {
    YYYY: () => String(at.year),
    YY: () => two(at.year % 100),
    MMMM: () => month(at),
    MMM: () => month(at).slice(0, 3),
    MM: () => two(at.month),
    M: () => String(at.month),
    DD: () => two(at.day),
    D: () => String(at.day),
    dddd: () => weekday(moment),
    ddd: short,
    HH: () => two(at.hour),
    H: () => String(at.hour),
    hh: () => two(twelve),
    h: () => String(twelve),
    mm: () => two(at.minute),
    m: () => String(at.minute),
    A: () => (english ? (at.hour < 12 ? "am" : "pm") : partOfDay(at.hour)),
  };
  return pattern.replaceAll(TOKENS, (token, kept: string | undefined) =>
    kept === undefined ? (parts[token]?.() ?? token) : kept,
  );
}
