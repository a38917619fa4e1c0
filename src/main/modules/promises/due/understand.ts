import { DateTime } from "luxon";
import type { UnderstoodDue } from "../../../../shared/contract/promises.ts";
import { CHINESE_JOIN, CHINESE_LEAD, CHINESE_TAIL, readDay, readTime } from "./chinese.ts";
import { readDays, readHalfDay, readHours } from "./chineseSpans.ts";
import {
  ENGLISH_JOIN,
  ENGLISH_LEAD,
  readBareHour,
  readEnglishDay,
  readEnglishDays,
  readEnglishHours,
  readEnglishTime,
} from "./english.ts";
import { foldDue } from "./letters.ts";
import { type DayReading, meant, type Resolved, type TimeReading } from "./reading.ts";

/** Words about a time: where they end, and what they mean; null: of a time that is over, or of none. */
interface Reading {
  readonly end: number;
  readonly resolved: Resolved | null;
}

const after = (pattern: RegExp, text: string, place: number): number => {
  pattern.lastIndex = place;
  return place + (pattern.exec(text)?.[0].length ?? 0);
};

/** The longest of what may stand here. */
function longest<R extends { readonly end: number }>(readings: readonly (R | null)[]): R | null {
  let best: R | null = null;
  for (const each of readings) if (each && (!best || each.end > best.end)) best = each;
  return best;
}

const timeAt = (text: string, place: number, afterDay: boolean): TimeReading | null =>
  longest([readTime(text, place, afterDay), readEnglishTime(text, place)]);

function dayAt(text: string, place: number): DayReading | "skip" | null {
  const counted = readDays(text, place);
  const named = longest([
    readDay(text, place),
    readEnglishDay(text, place),
    readEnglishDays(text, place),
    counted === "skip" ? null : counted,
  ]);
  return named ?? (counted === "skip" ? "skip" : null);
}

/** A time may stand before or behind its day, with little between them. */
function timeNear(text: string, place: number): TimeReading | null {
  return (
    timeAt(text, after(CHINESE_JOIN, text, place), true) ??
    timeAt(text, after(ENGLISH_JOIN, text, place), true) ??
    readBareHour(text, after(ENGLISH_JOIN, text, place))
  );
}

function readAt(text: string, place: number, now: DateTime): Reading | null {
  const span = longest([
    readHalfDay(text, place),
    readEnglishHours(text, place),
    spanOrNull(readHours(text, place)),
  ]);
  if (span)
    return {
      end: span.end,
      resolved: { at: now.plus({ minutes: span.minutes }), dateOnly: false },
    };
  if (readHours(text, place) === "skip") return { end: place + 1, resolved: null };
  const day = dayAt(text, place);
  if (day === "skip") return { end: place + 1, resolved: null };
  if (day) {
    const time = timeNear(text, day.end);
    return { end: time?.end ?? day.end, resolved: meant(day, time, now) };
  }
  const time = timeAt(text, place, false);
  if (!time) {
    const bare = readBareHour(text, place);
    const its = bare && readEnglishDay(text, after(ENGLISH_JOIN, text, bare.end));
    return its ? { end: its.end, resolved: meant(its, bare, now) } : null;
  }
  const behind = readEnglishDay(text, after(ENGLISH_JOIN, text, time.end));
  return { end: behind?.end ?? time.end, resolved: meant(behind, time, now) };
}

const spanOrNull = <R>(reading: R | "skip" | null): R | null =>
  reading === "skip" ? null : reading;

/** Digits in the middle of a number, an order or a price name no time. */
const insideNumber = (text: string, place: number): boolean =>
  /\d/.test(text[place] ?? "") && /[\da-z.¥$/:-]/.test(text[place - 1] ?? "");

/** Text with a piece taken out, and without the signs that held it. */
function without(text: string, from: number, to: number): string {
  const [head, tail] = [text.slice(0, from).trimEnd(), text.slice(to).trimStart()];
  const bare = head.replace(/[,，、;；:：]$/, "");
  const rest = tail.replace(/^[,，、;；:：。.]\s*/, "");
  const gap = /[\w)]$/.test(bare) && /^[\w(]/.test(rest) ? " " : "";
  return `${bare}${gap}${rest}`.trim();
}

/**
 * What a text says of a time, in Chinese and English: the first words that name a time to come. A day alone is meant to
 * its end, its last millisecond.
 * @param now milliseconds since 1970 @param zone an IANA zone: days begin and end there
 */
export function understandDue(text: string, now: number, zone: string): UnderstoodDue {
  const folded = foldDue(text);
  const present = DateTime.fromMillis(now, { zone });
  for (let place = 0; place < folded.length; place += 1) {
    if (/\s/.test(folded[place] ?? "") || insideNumber(folded, place)) continue;
    const found = readAt(folded, place, present);
    if (!found) continue;
    if (!found.resolved?.at.isValid) {
      place = found.end - 1;
      continue;
    }
    const before = folded.slice(0, place);
    const lead = CHINESE_LEAD.exec(before) ?? ENGLISH_LEAD.exec(before);
    const from = place - (lead?.[0].length ?? 0);
    const to = after(CHINESE_TAIL, folded, found.end);
    return {
      dueAt: found.resolved.at.toMillis(),
      dateOnly: found.resolved.dateOnly,
      spans: [[from, to]],
      rest: without(text, from, to),
    };
  }
  return { dueAt: null, dateOnly: false, spans: [], rest: text.trim() };
}
