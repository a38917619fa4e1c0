import {
  type PriceCounting,
  type PriceScheme,
  priceCounting,
} from "../../../shared/contract/price.ts";
import type { Locale } from "../../../shared/contract/settings.ts";
import {
  type Parsed,
  type Problem,
  type WrittenItem,
  type WrittenRule,
  inputOf,
  parseRules,
  readLine,
} from "../../../shared/rules/price/line.ts";
import { LARGEST_QUANTITY, inChat, toFen } from "../../../shared/rules/price/money.ts";
import type { Slot } from "../../../shared/rules/price/rule.ts";
import { LAYERS, type PriceInput } from "../../../shared/rules/price/types.ts";
import { inField, inLine } from "../../../shared/rules/price/write.ts";

/** One row of goods as it is typed. */
export interface SheetItem {
  readonly key: string;
  readonly name: string;
  readonly price: string;
  /** Null while the field is empty. */
  readonly quantity: number | null;
  /** Rules for this row alone: "会员价280". */
  readonly own: string;
  /** Bought in another shop. */
  readonly other: boolean;
}

/** One row of rules as it is typed. */
export interface SheetRule {
  readonly key: string;
  readonly slot: Slot;
  readonly text: string;
  readonly use: "auto" | "always" | "never";
}

/** The whole form. The line above it is another way of writing the same. */
export interface Sheet {
  readonly items: readonly SheetItem[];
  readonly rules: readonly SheetRule[];
  readonly counting: PriceCounting;
}

let last = 0;
const newKey = (): string => `${Date.now().toString(36)}-${(last += 1)}`;

export const newItem = (parts: Partial<SheetItem> = {}): SheetItem => ({
  key: newKey(),
  name: "",
  price: "",
  quantity: 1,
  own: "",
  other: false,
  ...parts,
});

export const newRule = (slot: Slot, parts: Partial<SheetRule> = {}): SheetRule => ({
  key: newKey(),
  slot,
  text: "",
  use: "auto",
  ...parts,
});

export const USUAL_COUNTING: PriceCounting = { order: "layers", base: "current", pieceUnit: 1 };

export const emptySheet = (): Sheet => ({
  items: [newItem()],
  rules: [],
  counting: USUAL_COUNTING,
});

/** True when what was kept in the browser is a sheet of this version. */
export function isSheet(kept: unknown): kept is Sheet {
  const { items, rules, counting } = (kept ?? {}) as Partial<Sheet>;
  const of = (rows: unknown, ...fields: string[]): boolean =>
    Array.isArray(rows) &&
    rows.every((row: unknown) =>
      fields.every((field) => typeof (row as Record<string, unknown> | null)?.[field] === "string"),
    );
  return (
    of(items, "key", "name", "price", "own") &&
    of(rules, "key", "slot", "text", "use") &&
    priceCounting.safeParse(counting).success
  );
}

export const isEmptyItem = ({ name, price, own }: SheetItem): boolean =>
  `${name}${price}${own}`.trim() === "";

/** What a sheet comes to: the order to work out (null while there are no goods), and what is wrong in which row. */
export interface Read {
  readonly input: PriceInput | null;
  readonly problems: ReadonlyMap<string, Problem>;
}

const PRICE = /^[¥￥]?\s*([\d,.]+)\s*元?$/;

function readPrice(text: string): number | null {
  const match = PRICE.exec(text.trim());
  return match ? toFen(match[1] ?? "") : null;
}

const problem = (code: Problem["code"], piece: string): Problem => ({
  code,
  params: { piece },
  at: 0,
  length: piece.length,
});

/** Reads every row by itself: one that is wrong leaves the others working. */
export function readSheet({ items, rules, counting }: Sheet): Read {
  const problems = new Map<string, Problem>();
  const goods: WrittenItem[] = [];
  const written: WrittenRule[] = [];
  const take = (
    key: string,
    parsed: Parsed<readonly WrittenRule[]>,
    more: Partial<WrittenRule>,
  ): void => {
    if (!parsed.ok) problems.set(key, parsed.problem);
    else
      for (const [at, rule] of parsed.value.entries())
        written.push({ ...rule, id: `${key}:${at}`, ...more });
  };

  for (const item of items) {
    if (isEmptyItem(item)) continue;
    const { key, name, quantity, own, other } = item;
    const price = readPrice(item.price);
    const count = quantity ?? 0;
    if (price === null || price === 0) {
      problems.set(key, problem("price_amount", item.price));
      continue;
    }
    if (!Number.isInteger(count) || count < 1 || count > LARGEST_QUANTITY) {
      problems.set(key, problem("price_quantity", String(quantity ?? "")));
      continue;
    }
    goods.push({ id: key, name: name.trim(), price, quantity: count, other });
    if (own.trim() !== "") take(key, parseRules(own, null), { item: goods.length - 1 });
  }
  for (const { key, slot, text, use } of rules)
    if (text.trim() !== "") take(key, parseRules(text, slot), { use });

  if (goods.length === 0) return { input: null, problems };
  return { input: { ...inputOf({ items: goods, rules: written }), ...counting }, problems };
}

/** The row a step of the result came from. */
export const rowOf = (discountId: string): string => discountId.replace(/:\d+$/, "");

/** The sheet in one line, as an agent would write it. */
export function lineOf({ items, rules }: Sheet, locale: Locale): string {
  const goods = items
    .filter((item) => !isEmptyItem(item))
    .map(({ name, price, quantity, own, other }) => {
      const called = other ? (locale === "en" ? "other shops " : "别家") : name.trim();
      // A space keeps digits of a name and the price apart.
      const gap = called === "" || other ? "" : " ";
      const times = quantity === 1 && !/\d/.test(called) ? "" : `*${quantity ?? ""}`;
      return `${called}${gap}${price.trim()}${times}${own.trim() === "" ? "" : `(${own.trim()})`}`;
    });
  const written = rules
    .filter(({ text }) => text.trim() !== "")
    .map(({ slot, text }) => inLine(slot, text.trim(), locale));
  return [goods.join(" + "), ...written].filter((part) => part !== "").join(" ");
}

/** The sheet a line describes. Rows that say the same as before keep their keys and what was decided about them. */
export function sheetOf(line: string, before: Sheet): Parsed<Sheet> {
  const read = readLine(line);
  if (!read.ok) return read;
  const items = read.value.items.map((item, at): SheetItem => {
    const own = read.value.rules.filter((rule) => rule.item === at).map((rule) => rule.text);
    return newItem({
      ...(before.items[at] ? { key: before.items[at].key } : {}),
      name: item.name,
      price: inChat(item.price),
      quantity: item.quantity,
      own: own.join(" "),
      other: item.other,
    });
  });
  const known = [...before.rules];
  const rules = read.value.rules
    .filter((rule) => rule.item === null)
    .map(({ slot, text }): SheetRule => {
      const short = inField(slot, text);
      const at = known.findIndex((each) => each.slot === slot && [short, text].includes(each.text));
      const [same] = at < 0 ? [] : known.splice(at, 1);
      return same ?? newRule(slot, { text: short });
    });
  return { ok: true, value: { ...before, items, rules } };
}

const SLOT_ORDER: readonly Slot[] = [...LAYERS, "gift", "postage"];

/** Adds a rule where it stands in the order of calculation, or last where the person has an order of their own. */
export function withRule(sheet: Sheet, rule: SheetRule): Sheet {
  const { rules, counting } = sheet;
  const rank = (slot: Slot): number => SLOT_ORDER.indexOf(slot);
  const behind = rules.findIndex((each) => rank(each.slot) > rank(rule.slot));
  const at = counting.order === "listed" || behind < 0 ? rules.length : behind;
  return { ...sheet, rules: rules.toSpliced(at, 0, rule) };
}

/** Moves a rule to another place; from then on exactly the order of the rows holds. */
export function withRuleMoved(sheet: Sheet, key: string, to: number): Sheet {
  const before = inLayers(sheet).rules;
  const from = before.findIndex((each) => each.key === key);
  const rule = before[from];
  if (!rule || to < 0 || to >= before.length || to === from) return sheet;
  const rules = before.toSpliced(from, 1).toSpliced(to, 0, rule);
  return { ...sheet, rules, counting: { ...sheet.counting, order: "listed" } };
}

/** Puts the rows into the order platforms count in, where that order holds. */
export function inLayers(sheet: Sheet): Sheet {
  if (sheet.counting.order === "listed") return sheet;
  const rank = ({ slot }: SheetRule): number => SLOT_ORDER.indexOf(slot);
  return { ...sheet, rules: sheet.rules.toSorted((a, b) => rank(a) - rank(b)) };
}

/** Insists on a rule: those that were insisted on and stand in its way no longer are. */
export function withInsisted(sheet: Sheet, key: string, against: readonly string[]): Sheet {
  const rules = sheet.rules.map((rule): SheetRule => {
    if (rule.key === key) return { ...rule, use: "always" };
    return against.includes(rule.key) && rule.use === "always" ? { ...rule, use: "auto" } : rule;
  });
  return { ...sheet, rules };
}

/** The goods of a sheet under the rules of a scheme. */
export function withScheme(sheet: Sheet, scheme: PriceScheme): Sheet {
  return {
    items: sheet.items,
    rules: scheme.rules.map(({ slot, text, use }) => newRule(slot, { text, use })),
    counting: scheme.counting,
  };
}

/** True when a sheet has exactly the rules of a scheme. */
export function hasRulesOf({ rules, counting }: Sheet, scheme: PriceScheme): boolean {
  const plain = (list: readonly { slot: Slot; text: string; use: string }[]): string =>
    JSON.stringify(list.map(({ slot, text, use }) => [slot, text.trim(), use]));
  const written = rules.filter(({ text }) => text.trim() !== "");
  const { order, base, pieceUnit } = counting;
  return (
    plain(written) === plain(scheme.rules) &&
    order === scheme.counting.order &&
    base === scheme.counting.base &&
    pieceUnit === scheme.counting.pieceUnit
  );
}
