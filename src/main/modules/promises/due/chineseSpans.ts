import { dayWords } from "./days.ts";
import { NUMBER, numberOf } from "./letters.ts";
import { AFTER, at, BEFORE, sticky, WITHIN } from "./place.ts";
import type { DayReading, SpanReading } from "./reading.ts";

const COUNT = String.raw`(?:${NUMBER}\s*(?:-|~|到|至|—)\s*)?(${NUMBER})?\s*(个)?\s*(半)?\s*(?:个)?\s*`;
const HOURS = sticky(
  String.raw`${COUNT}(小时|钟头|钟|h(?:ours?|rs?)?(?![a-z])|分钟|分|min(?:ute)?s?(?![a-z])|刻钟)(半)?(?:\s*(${NUMBER})\s*分钟?)?(${WITHIN}|${AFTER}|${BEFORE})?`,
);
const MINUTES: Readonly<Record<string, number>> = { 小: 60, 钟: 60, h: 60, 分: 1, m: 1, 刻: 15 };

/** Durations to the minute. "skip": a time that lies behind, such as 三小时前. */
export function readHours(text: string, place: number): SpanReading | "skip" | null {
  const found = at(HOURS, text, place);
  if (!found) return null;
  const [whole, count, piece, halfBefore, unit = "", halfAfter, more, limit] = found;
  if (count === undefined && halfBefore === undefined) return null;
  // 钟 alone is a clock, 5分 are points.
  if (unit === "钟" && piece === undefined) return null;
  if (unit === "分" && limit === undefined) return null;
  const end = place + whole.length;
  if (limit !== undefined && new RegExp(`^${BEFORE}$`).test(limit)) return "skip";
  // 等了两小时: of a time that is over.
  if (limit === undefined && /[了过已]\s*$/.test(text.slice(0, place))) return "skip";
  const half = halfBefore !== undefined || halfAfter !== undefined ? 0.5 : 0;
  const units = (count === undefined ? 0 : numberOf(count)) + half;
  const minutes = units * (MINUTES[unit[0] ?? ""] ?? 0) + (more === undefined ? 0 : numberOf(more));
  return { end, minutes };
}

/** Half a month is fifteen days. */
const inMonths = (months: number) =>
  dayWords.inMonths(Math.floor(months), Number.isInteger(months) ? 0 : 15);

const DAYS = sticky(
  String.raw`${COUNT}(工作日|工作天|天|日|周|星期|礼拜|月|年)(半)?(${WITHIN}|${AFTER}|${BEFORE})?`,
);

/** Durations in days and longer: the last of those days is meant, to its end. */
export function readDays(text: string, place: number): DayReading | "skip" | null {
  const found = at(DAYS, text, place);
  if (!found) return null;
  const [whole, count, piece, half, unit = "", halfAfter, limit] = found;
  const end = place + whole.length;
  if (count === undefined && half === undefined) return null;
  if (limit === undefined) {
    // 3日 and 3月 are dates; 3周一 is nothing.
    if (unit === "日" || (unit === "月" && piece === undefined)) return null;
    if (
      /[了过已第]\s*$/.test(text.slice(0, place)) ||
      /^[一二三四五六日天末]/.test(text.slice(end))
    )
      return "skip";
  } else if (new RegExp(`^${BEFORE}$`).test(limit)) return "skip";
  if (unit === "月" || unit === "年") {
    const units = (count === undefined ? 0 : numberOf(count)) + (half || halfAfter ? 0.5 : 0);
    // 3月 is a month with a name, 26年 a year.
    const counted =
      unit === "年" ? limit !== undefined && units < 10 : piece !== undefined || half !== undefined;
    return counted ? { end, days: inMonths(unit === "年" ? 12 * units : units) } : null;
  }
  // 半天 has no end of the day; it is read as twelve hours elsewhere.
  const n = Math.ceil(
    (count === undefined ? 0 : numberOf(count)) + ((half ?? halfAfter) ? 0.5 : 0),
  );
  if (unit.startsWith("工作")) return { end, days: dayWords.workdays(n) };
  if (unit === "天" || unit === "日") return { end, days: dayWords.onThisDay(n) };
  return { end, days: dayWords.onThisDay(7 * n) };
}

/** 半天 is half a day from now; a day is meant by everything longer. */
const HALF_DAY = sticky(String.raw`(?:半天|半日)(?:${WITHIN}|${AFTER})?`);

export function readHalfDay(text: string, place: number): SpanReading | null {
  const found = at(HALF_DAY, text, place);
  return found ? { end: place + found[0].length, minutes: 720 } : null;
}
