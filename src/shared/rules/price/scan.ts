import { AppError, type ErrorParams } from "../../errors.ts";
import type { MessageCode } from "../../messages/zh-CN.ts";
import { type Fen, LARGEST_QUANTITY, WHOLE, toFen } from "./money.ts";

/** A piece that could not be understood: what is said of it, and where it stands in the text. */
export class PieceError extends AppError {
  readonly at: number;
  readonly length: number;

  constructor(code: MessageCode, cursor: Cursor, at = cursor.at, params: ErrorParams = {}) {
    const end = pieceEnd(cursor.text, Math.max(at, cursor.at));
    const piece = cursor.original.slice(at, Math.max(end, at + 1)).trim();
    super(code, { piece, ...params });
    this.at = at;
    this.length = Math.max(1, end - at);
  }
}

/** Where reading stands. `text` is written one way and as long as `original`, so places are the same in both. */
export interface Cursor {
  readonly original: string;
  readonly text: string;
  at: number;
}

const TRADITIONAL =
  "滿減會員訂紅贈運費數標價鋪優禮購臺單疊無門檻領後盞雙條張個與兩對點頂動樣說簡詳別間現";
const SIMPLIFIED =
  "满减会员订红赠运费数标价铺优礼购台单叠无门槛领后盏双条张个与两对点顶动样说简详别间现";
const ONE_WAY = new Map([...TRADITIONAL].map((from, at) => [from, SIMPLIFIED[at] ?? from]));
for (const mark of "，、；。｜") ONE_WAY.set(mark, ";");
for (const mark of "×✕＊") ONE_WAY.set(mark, "*");
ONE_WAY.set("￥", "¥");
ONE_WAY.set("　", " ");

/** One way of writing: full width as half width, traditional as simplified, small letters. Length stays. */
function oneWay(text: string): string {
  let result = "";
  for (let at = 0; at < text.length; at += 1) {
    const unit = text[at] ?? "";
    const known = ONE_WAY.get(unit);
    if (known !== undefined) result += known;
    else if (unit >= "！" && unit <= "～")
      result += String.fromCharCode(unit.charCodeAt(0) - 0xfe_e0).toLowerCase();
    else result += unit >= "A" && unit <= "Z" ? unit.toLowerCase() : unit;
  }
  return result;
}

export const cursorOver = (original: string): Cursor => ({
  original,
  text: oneWay(original),
  at: 0,
});

/** A piece ends at a space, a mark between pieces, or the end. */
function pieceEnd(text: string, from: number): number {
  const rest = /[\s;,+]/.exec(text.slice(from));
  return rest ? from + rest.index : text.length;
}

/** Matches here and goes on behind it; null, and nothing moves, when it does not match. `pattern` must be sticky. */
export function eat(cursor: Cursor, pattern: RegExp): RegExpExecArray | null {
  pattern.lastIndex = cursor.at;
  const match = pattern.exec(cursor.text);
  if (match) cursor.at = pattern.lastIndex;
  return match;
}

/** Tries to read something; when it gives null the cursor stands where it stood. */
export function attempt<T>(cursor: Cursor, read: () => T | null): T | null {
  const { at } = cursor;
  const value = read();
  if (value === null) cursor.at = at;
  return value;
}

export const skipSpace = (cursor: Cursor): void => void eat(cursor, /\s*/y);

const AMOUNT =
  /[¥$]?\s*(\d{1,3}(?:,\d{3})+(?!\d)|\d+)((?:\.\d*)?)(?:\s*(?:元整|元|块钱|块|yuan\b|rmb\b))?/y;

/** "300", "299.50元", "¥1,299". Null when no number stands here. @throws PieceError price_amount */
export function amount(cursor: Cursor): Fen | null {
  const { at } = cursor;
  const match = eat(cursor, AMOUNT);
  if (!match) return null;
  const fen = toFen(`${match[1]}${match[2]}`);
  if (fen === null) throw new PieceError("price_amount", cursor, at);
  return fen;
}

const DIGITS: Readonly<Record<string, number>> = Object.fromEntries(
  [..."零一二三四五六七八九"].map((digit, value) => [digit, value]),
);

/** "3", "三", "两", "十二". @throws PieceError price_quantity when it is none at all or too many */
export function count(cursor: Cursor): number | null {
  const { at } = cursor;
  const match = eat(cursor, /\d+(?![\d.])|[一二两三四五六七八九十]{1,3}/y);
  if (!match) return null;
  const value = /\d/.test(match[0]) ? Number(match[0]) : chineseCount(match[0]);
  if (value === null || value < 1 || value > LARGEST_QUANTITY)
    throw new PieceError("price_quantity", cursor, at);
  return value;
}

function chineseCount(text: string): number | null {
  const [tens, ones, ...rest] = text.replace("两", "二").split("十");
  if (rest.length > 0) return null;
  const digit = (part: string, without: number): number =>
    part === "" ? without : part.length === 1 ? (DIGITS[part] ?? Number.NaN) : Number.NaN;
  const value =
    ones === undefined ? digit(tens ?? "", Number.NaN) : digit(tens ?? "", 1) * 10 + digit(ones, 0);
  return Number.isNaN(value) ? null : value;
}

const FOLD = /(\d+(?:\.\d+)?|[一二三四五六七八九]{1,2}(?:点[一二三四五六七八九])?)\s*折/y;

/**
 * "9折", "95折", "8.5折", "八五折", "半价", "10% off" as parts of ten thousand to pay. Null when none stands here.
 * @throws PieceError price_share when it is no reduction
 */
export function share(cursor: Cursor): number | null {
  const { at } = cursor;
  if (eat(cursor, /半价|对折|half[ -]price/y)) return WHOLE / 2;
  const folded = eat(cursor, FOLD);
  const percent = folded ? null : eat(cursor, /-?(\d+)((?:\.\d+)?)\s*%(?:\s*off\b)?/y);
  if (!folded && !percent) return null;
  const pay = folded
    ? foldPay(folded[1] ?? "")
    : WHOLE - hundredths(percent?.[1] ?? "", percent?.[2] ?? "");
  if (Number.isNaN(pay) || pay <= 0 || pay >= WHOLE)
    throw new PieceError("price_share", cursor, at);
  return pay;
}

/** "9" pays 9000, "95" 9500, "8.5" 8500, "98.5" 9850. NaN for "10", "100", "05" and more decimals than count. */
function foldPay(written: string): number {
  const text = written
    .replace("点", ".")
    .replaceAll(/[一二三四五六七八九]/g, (digit) => String(DIGITS[digit]));
  const [whole = "", rest = ""] = text.split(".");
  if (whole.length === 1) return hundredths(whole, rest === "" ? "" : `.${rest}`) * 10;
  if (whole.length === 2 && !whole.startsWith("0") && whole !== "10")
    return hundredths(whole, rest === "" ? "" : `.${rest}`);
  return Number.NaN;
}

/** 12 and ".5" is 1250; NaN with more than two decimals. */
function hundredths(whole: string, rest: string): number {
  const digits = rest.slice(1);
  if (digits.length > 2 || whole.length > 3) return Number.NaN;
  return Number(whole) * 100 + Number(digits.padEnd(2, "0"));
}
