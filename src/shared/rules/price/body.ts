import type { Fen } from "./money.ts";
import { type Cursor, PieceError, amount, attempt, count, eat, share } from "./scan.ts";
import type { Rung } from "./types.ts";

/** What stands in a rule besides the word that says whose it is. */
export type Body =
  | { readonly kind: "share"; readonly pay: number }
  | {
      readonly kind: "rungs";
      readonly unit: "fen" | "piece";
      readonly steps: readonly Rung[];
      readonly repeat: boolean;
    }
  | { readonly kind: "nth"; readonly nth: number; readonly pay: number; readonly repeat: boolean }
  | { readonly kind: "deposit"; readonly paid: Fen; readonly counts: Fen }
  /** "bare": a number alone. "less": something taken off, "减30". "each": that for every piece, "每件减30". */
  | { readonly kind: "amount"; readonly amount: Fen; readonly sense: "bare" | "less" | "each" };

const PIECE = "(?:件|个|盏|双|瓶|盒|只|套|条|支|台|份|张|包|袋|pieces?\\b|pcs?\\b|items?\\b)";
const PIECES = new RegExp(`\\s*${PIECE}`, "y");
const COUNTED = new RegExp(`(?=(?:\\d+|[一二两三四五六七八九十]{1,3})\\s*${PIECE})`, "y");
const LESS = /\s*(?:立减|直减|减去|减|省|现?折(?=\s*\d)|-|minus\b|less\b|save\b)\s*/y;
const REACH = /\s*(?:(?:on\s+)?orders?\s+)?(over|from|for|above)?\s*/y;

/**
 * Reads the body that stands here; null when there is none. `loose` also takes "300减50" and "300-50" for a threshold:
 * right where one is asked for, but among prices it could mean the difference.
 * @throws PieceError on one that is not complete or makes no sense
 */
export function readBody(cursor: Cursor, loose: boolean): Body | null {
  return (
    attempt(cursor, () => nthPiece(cursor)) ??
    attempt(cursor, () => ladder(cursor, loose)) ??
    attempt(cursor, () => englishLadder(cursor)) ??
    attempt(cursor, () => deposit(cursor)) ??
    attempt(cursor, () => plainShare(cursor)) ??
    attempt(cursor, () => plainAmount(cursor))
  );
}

function plainShare(cursor: Cursor): Body | null {
  eat(cursor, /打\s*/y);
  const pay = share(cursor);
  return pay === null ? null : { kind: "share", pay };
}

function plainAmount(cursor: Cursor): Body | null {
  const less = eat(cursor, /(每件|单件)?(?:立减|直降|直减|现折|减|降|省|-|−)\s*/y);
  const value = amount(cursor);
  if (value === null) return null;
  const off = eat(cursor, /\s*off(\s+each)?\b/y);
  const sense = (less?.[1] ?? off?.[1]) ? "each" : less || off ? "less" : "bare";
  return { kind: "amount", amount: value, sense };
}

function deposit(cursor: Cursor): Body | null {
  const { at } = cursor;
  const paid = amount(cursor);
  if (paid === null) return null;
  if (!eat(cursor, /\s*(?:可?抵扣?|膨胀到?|当|counts?\s+as|as|for)\s*/y)) return null;
  const counts = amount(cursor);
  if (counts === null || counts < paid) throw new PieceError("price_deposit", cursor, at);
  return { kind: "deposit", paid, counts };
}

const NTHS = /(every\s+)?(?:(2|3|4|5|6|7|8|9)(?:nd|rd|th)|(second|third))\s+(?:piece|pc|item)\s*/y;

/** "第2件半价", "每第3件5折", "第二件免单", "2nd piece half price". */
function nthPiece(cursor: Cursor): Body | null {
  const { at } = cursor;
  const english = eat(cursor, NTHS);
  let nth = 0;
  let repeat = false;
  if (english) {
    nth = english[3] ? (english[3] === "second" ? 2 : 3) : Number(english[2]);
    repeat = english[1] !== undefined;
  } else {
    const start = eat(cursor, /(每)?第\s*/y);
    if (!start) return null;
    nth = count(cursor) ?? 0;
    repeat = start[1] !== undefined;
    if (nth < 2 || !eat(cursor, PIECES)) throw new PieceError("price_pieces", cursor, at);
    eat(cursor, /\s*打?\s*/y);
  }
  const pay = eat(cursor, /免单|免费|0元|free\b/y) ? 0 : share(cursor);
  if (pay === null) throw new PieceError("price_pieces", cursor, at);
  return { kind: "nth", nth, pay, repeat };
}

interface Reach {
  readonly at: number;
  readonly unit: "fen" | "piece";
  readonly repeat: boolean;
  /** It was said to be a threshold, so something must follow. */
  readonly sure: boolean;
}

/** "每满300", "满3件", "3件", "300" in front of what is taken off. */
function reach(cursor: Cursor): Reach | null {
  const words = eat(cursor, /(每满?|满|every\s+|over\s+|spend\s+|buy\s+)?\s*/y)?.[1] ?? "";
  const pieces = eat(cursor, COUNTED) ? count(cursor) : null;
  if (pieces !== null) eat(cursor, PIECES);
  const repeat = words.startsWith("每") || words.startsWith("every");
  if (pieces !== null) return { at: pieces, unit: "piece", repeat, sure: words !== "" };
  const value = amount(cursor);
  if (value === null) return null;
  return { at: value, unit: "fen", repeat, sure: words !== "" };
}

/** "每满300减50", "满200减20/满400减60", "3件8折", "满300打9折", "300-50". */
function ladder(cursor: Cursor, loose: boolean): Body | null {
  const { at } = cursor;
  const rungs: { reach: Reach; rung: Rung }[] = [];
  do {
    const from = cursor.at;
    const reached = reach(cursor);
    // "299 减30" is a price and something off it; "300减50" may be a threshold.
    if (reached && !reached.sure && !loose && eat(cursor, /(?=\s+(?:立|直)?减)/y)) return null;
    const rung = reached && gainAfter(cursor, reached);
    if (!reached || !rung) {
      if (rungs.length > 0 || reached?.sure) throw new PieceError("price_threshold", cursor, from);
      return null;
    }
    const sure = loose || reached.sure || reached.unit === "piece" || rungs.length > 0;
    if (!sure) throw new PieceError("price_threshold", cursor, from);
    rungs.push({ reach: reached, rung });
  } while (eat(cursor, /\s*[/|]\s*/y));
  return laddered(cursor, at, rungs);
}

function gainAfter(cursor: Cursor, reached: Reach): Rung | null {
  const pay = attempt(cursor, () => {
    // "满300 9折" are two rules; "满300打9折" and "3件9折" are one.
    const said = eat(cursor, /\s*(?:立?打|立?享|get)\s*/y);
    return said || reached.unit === "piece" ? share(cursor) : null;
  });
  if (pay !== null) return { at: reached.at, pay };
  const off = attempt(cursor, () => (eat(cursor, LESS) ? amount(cursor) : null));
  if (off === null) return null;
  eat(cursor, /\s*off\b/y);
  return { at: reached.at, off };
}

/** "50 off every 300", "20 off 200 / 60 off 400", "20% off from 3 pieces". */
function englishLadder(cursor: Cursor): Body | null {
  const { at } = cursor;
  const rungs: { reach: Reach; rung: Rung }[] = [];
  do {
    const from = cursor.at;
    const read = attempt(cursor, () => {
      const pay = share(cursor);
      if (pay !== null && cursor.text.slice(from, cursor.at).endsWith("折")) return null;
      const off = pay === null ? amount(cursor) : null;
      const taken = off === null || eat(cursor, /\s*off\b/y) !== null;
      if (off === null && pay === null) return null;
      const every = eat(cursor, /\s*(?:every|per)\s+/y) !== null;
      const said = every || eat(cursor, REACH)?.[1] !== undefined;
      const reached = reach(cursor);
      // "10% off 50 off every 300" are two rules.
      if (!reached || eat(cursor, /(?=\s*(?:off\b|%|折|\*|抵))/y)) return null;
      if (!said && (!taken || (pay !== null && reached.unit === "fen"))) return null;
      const rung: Rung = pay === null ? { at: reached.at, off: off ?? 0 } : { at: reached.at, pay };
      return { reach: { ...reached, repeat: every }, rung };
    });
    if (!read) {
      if (rungs.length > 0) throw new PieceError("price_threshold", cursor, from);
      return null;
    }
    rungs.push(read);
  } while (eat(cursor, /\s*[/|]\s*/y));
  return laddered(cursor, at, rungs);
}

/** Puts rungs together. @throws PieceError where they do not make sense together */
function laddered(
  cursor: Cursor,
  at: number,
  rungs: readonly { reach: Reach; rung: Rung }[],
): Body {
  const units = new Set(rungs.map(({ reach }) => reach.unit));
  const repeat = rungs.some(({ reach }) => reach.repeat);
  if (units.size > 1 || (repeat && rungs.length > 1))
    throw new PieceError("price_threshold", cursor, at);
  const unit = rungs[0]?.reach.unit ?? "fen";
  for (const { rung } of rungs) {
    if (rung.at === 0) throw new PieceError("price_threshold", cursor, at);
    if ("off" in rung && (rung.off === 0 || (unit === "fen" && rung.off >= rung.at)))
      throw new PieceError("price_off_too_large", cursor, at);
  }
  if (repeat && "pay" in (rungs[0]?.rung ?? {}))
    throw new PieceError("price_threshold", cursor, at);
  const steps = rungs.map(({ rung }) => rung).sort((a, b) => a.at - b.at);
  return { kind: "rungs", unit, steps, repeat };
}
