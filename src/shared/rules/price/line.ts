import { isAppError } from "../../errors.ts";
import type { ErrorParams } from "../../errors.ts";
import type { MessageCode } from "../../messages/zh-CN.ts";
import { emptyInput } from "./finalPrice.ts";
import { ADVICE, type Rule, type Slot, adviceFor, readRule } from "./rule.ts";
import { type Cursor, PieceError, amount, attempt, count, cursorOver, eat } from "./scan.ts";
import type { Discount, PriceInput, PriceItem } from "./types.ts";

/** As many items and rules as one order may have. */
export const MOST_ITEMS = 50;
export const MOST_RULES = 40;

/** What could not be understood: a code with a sentence in every language, and where it stands. */
export interface Problem {
  readonly code: MessageCode;
  readonly params: ErrorParams;
  /** First character, and how many. */
  readonly at: number;
  readonly length: number;
}

/** One rule as it was written. */
export interface WrittenRule {
  readonly slot: Slot;
  readonly text: string;
  readonly rule: Rule;
  /** Place of the item it was written behind in brackets; null: for all. */
  readonly item: number | null;
  readonly id?: string;
  readonly use?: Discount["use"];
}

/** One item as it was written. */
export interface WrittenItem {
  readonly name: string;
  readonly price: number;
  readonly quantity: number;
  /** Goods of another shop that count for the platform's thresholds: "别家200". */
  readonly other: boolean;
  readonly id?: string;
}

export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: Problem };

/** What a line says, before it is put together. */
export interface WrittenOrder {
  readonly items: readonly WrittenItem[];
  readonly rules: readonly WrittenRule[];
}

/** Runs a reader over a text; what it throws of a piece becomes the problem. */
export function parsing<T>(text: string, read: (cursor: Cursor) => T): Parsed<T> {
  try {
    return { ok: true, value: read(cursorOver(text)) };
  } catch (error) {
    if (!(error instanceof PieceError) || !isAppError(error)) throw error;
    const { code, params, at, length } = error;
    return { ok: false, problem: { code, params, at, length } };
  }
}

const SEPARATORS = /[\s;,]*/y;
/** A number or a letter that goes on: "9折x" is not "9折". */
const GOES_ON = /(?=[\w.%])/y;

/**
 * Reads one or more rules of a field: "每满300减50；跨店满200减20". `slot` says what a rule is that does not say so
 * itself; null: each has to say it.
 */
export function parseRules(text: string, slot: Slot | null): Parsed<readonly WrittenRule[]> {
  return parsing(text, (cursor) => {
    const rules: WrittenRule[] = [];
    for (eat(cursor, SEPARATORS); cursor.at < cursor.text.length; eat(cursor, SEPARATORS)) {
      const from = cursor.at;
      const read = readRule(cursor, slot);
      if (!read || eat(cursor, GOES_ON))
        throw new PieceError(adviceOr(slot, cursor, from), cursor, from);
      rules.push({ ...read, text: cursor.original.slice(from, cursor.at).trim(), item: null });
    }
    return rules;
  });
}

const adviceOr = (slot: Slot | null, cursor: Cursor, from: number): MessageCode => {
  const advice = adviceFor(cursor.text.slice(from));
  return advice === "price_piece_unknown" && slot !== null ? ADVICE[slot] : advice;
};
/**
 * Reads an order in one line: items first, then rules, as an agent writes it: "299*2 9折 满300减50 券20",
 * "= 台灯299*2(会员价280) + 灯带59 每满300减50". Nothing is worked out yet.
 */
export function readLine(text: string): Parsed<WrittenOrder> {
  return parsing(text, (cursor) => {
    const items: WrittenItem[] = [];
    const rules: WrittenRule[] = [];
    eat(cursor, /\s*=?\s*/y);
    for (eat(cursor, SEPARATORS); cursor.at < cursor.text.length;) {
      const plus = eat(cursor, /\+\s*/y) !== null;
      const from = cursor.at;
      const read = plus ? null : readRule(cursor, null);
      if (read) {
        rules.push({ ...read, text: written(cursor, from), item: null });
      } else {
        const item = readItem(cursor, plus || (items.length === 0 && rules.length === 0));
        items.push(item);
        for (const rule of bracketed(cursor, items.length - 1)) rules.push(rule);
      }
      if (eat(cursor, GOES_ON)) throw unclear(cursor, from);
      if (items.length > MOST_ITEMS || rules.length > MOST_RULES)
        throw new PieceError("price_too_many", cursor, from, {
          items: MOST_ITEMS,
          rules: MOST_RULES,
        });
      eat(cursor, SEPARATORS);
      if (items.length === 1) quantityAlone(cursor, items);
    }
    if (items.length === 0) throw new PieceError("price_no_item", cursor, 0);
    return { items, rules };
  });
}

const written = (cursor: Cursor, from: number): string =>
  cursor.original.slice(from, cursor.at).trim();

function unclear(cursor: Cursor, from: number): PieceError {
  const piece = /^[^\s;]*/.exec(cursor.text.slice(from))?.[0] ?? "";
  return new PieceError(adviceFor(piece), cursor, from);
}

/** "A19" is a name, not an A for 19: behind a Latin letter the price stands apart. */
const NAME = /([^\d\s;,+*/()=:¥%.-]*(?:[a-z][\s:]|[^\d\s;,+*/()=:¥%.a-z-])\s*):?\s*(?=[¥\d])/y;
/** Digits in a name only when a space and a number of pieces make clear where the price begins. */
const NAME_WITH_DIGITS =
  /(?=\S*\d)([^\s;,+*()=]*[^\d\s;,+*/()=.%元折])\s+(?=[¥\d][\d,.]*元?\s*[*x]\s*\d)/y;
/** A name that ends like this is half a rule. */
const HALF_A_RULE = /(?:满|减|折|打|券|抵|会员|定金|红包|卡|运费|邮费|价|off|every|coupon|over)$/;

const OTHER_SHOP = /(?:别家|其他店铺?|其它店铺?|他店|other\s+shops?)\s*:?\s*(?=[¥\d])/y;

/** One item; a number alone is one only where items are expected. */
function readItem(cursor: Cursor, expected: boolean): WrittenItem {
  const from = cursor.at;
  const other = eat(cursor, OTHER_SHOP) !== null;
  const named = other ? null : (eat(cursor, NAME_WITH_DIGITS) ?? eat(cursor, NAME));
  if (named && HALF_A_RULE.test((named[1] ?? "").trim())) throw unclear(cursor, from);
  const price = amount(cursor);
  if (price === null) throw unclear(cursor, from);
  if (price === 0) throw new PieceError("price_amount", cursor, from);
  const times = eat(cursor, /\s*[*x]\s*/y);
  const quantity = times ? count(cursor) : 1;
  if (quantity === null) throw new PieceError("price_quantity", cursor, from);
  if (times) eat(cursor, /\s*(?:件|个|盏|pcs?\b|pieces?\b)(?!\s*[\d.]+\s*折)/y);
  if (!named && !other && !times && !expected)
    throw new PieceError("price_bare_number", cursor, from);
  const name = named ? cursor.original.slice(from, from + (named[1] ?? "").length).trim() : "";
  return { name, price, quantity, other };
}

/** Rules for one item alone, in brackets behind it. */
function bracketed(cursor: Cursor, item: number): WrittenRule[] {
  if (!eat(cursor, /\s*\(\s*/y)) return [];
  const rules: WrittenRule[] = [];
  while (!eat(cursor, /[\s;,]*\)/y)) {
    eat(cursor, SEPARATORS);
    const from = cursor.at;
    const read = cursor.at < cursor.text.length ? readRule(cursor, null) : null;
    if (!read || read.rule.kind !== "discount") throw unclear(cursor, from);
    rules.push({ ...read, text: written(cursor, from), item });
  }
  return rules;
}

/** "299 2件 9折": the pieces of the only item said by themselves. */
function quantityAlone(cursor: Cursor, items: WrittenItem[]): void {
  const only = items[0];
  if (!only || only.quantity !== 1) return;
  const quantity = attempt(cursor, () => {
    if (
      !eat(
        cursor,
        /(?:买|要|拿|buy\s+)?(?=(?:\d+|[一二两三四五六七八九十]{1,3})\s*(?:件|个|盏|pcs?\b|pieces?\b)(?=[\s;,]|$))/y,
      )
    )
      return null;
    const value = count(cursor);
    eat(cursor, /\s*(?:件|个|盏|pcs?|pieces?)[\s;,]*/y);
    return value;
  });
  if (quantity !== null) items[0] = { ...only, quantity };
}

/** Puts an order together that can be worked out. Ids that are not given are "i1", "d1" and so on, as written. */
export function inputOf({ items, rules }: WrittenOrder): PriceInput {
  const priced: PriceItem[] = items.map((item, at) => ({ ...item, id: item.id ?? `i${at + 1}` }));
  const discounts: Discount[] = [];
  let input = emptyInput;
  for (const { rule, item, id = `d${discounts.length + 1}`, use = "auto" } of rules) {
    if (rule.kind === "gift") input = { ...input, gifts: [...input.gifts, rule.gift] };
    else if (rule.kind === "postage")
      input = { ...input, postage: joined(input.postage, rule.postage) };
    else {
      const scope = item === null ? null : priced.slice(item, item + 1).map((each) => each.id);
      discounts.push({ ...rule.discount, id, use, items: scope });
    }
  }
  return { ...input, items: priced, discounts };
}

/** "运费10" and "满99包邮" written apart belong together. */
function joined(first: PriceInput["postage"], next: NonNullable<PriceInput["postage"]>) {
  if (!first) return next;
  return {
    amount: Math.max(first.amount, next.amount),
    freeFrom: next.freeFrom ?? first.freeFrom,
  };
}

/** Reads one line into what a final price is worked out from, or says what is wrong and where. */
export function parseLine(text: string): Parsed<PriceInput> {
  const read = readLine(text);
  return read.ok ? { ok: true, value: inputOf(read.value) } : read;
}
