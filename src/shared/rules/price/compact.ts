import type { Locale } from "../../contract/settings.ts";
import { AppError } from "../../errors.ts";
import { explain, hintSentences } from "./explain.ts";
import { finalPrice } from "./finalPrice.ts";
import {
  type Parsed,
  type WrittenItem,
  type WrittenRule,
  inputOf,
  parseLine,
  parseRules,
  parsing,
  readLine,
} from "./line.ts";
import { inChat, mulDivHalfUp, toFen, toYuan } from "./money.ts";
import type { Slot } from "./rule.ts";
import { count, eat } from "./scan.ts";
import type { PriceInput, PriceResult } from "./types.ts";

/** What a template needs of a final price. Amounts are yuan with two decimals, without a sign. */
export interface CompactPrice {
  /** "468.20". */
  readonly final: string;
  /** List price less what is paid: "129.80". */
  readonly saved: string;
  readonly list: string;
  /** Paid for one piece, on average. */
  readonly each: string;
  /** Left to pay after the deposit; "" without one. */
  readonly rest: string;
  /** The explanation a buyer reads. */
  readonly steps: string;
  /** The price alone with what was saved. */
  readonly short: string;
  /** Line by line, with refunds. */
  readonly detailed: string;
  /** What is missing for the next threshold; "" when nothing is. */
  readonly hint: string;
}

/** What an argument of a template may be: as LiquidJS hands it over. */
export type CompactValue = string | number | boolean | null | undefined | readonly CompactValue[];
export type CompactArgs = Readonly<Record<string, CompactValue>>;

type Field = Slot | "price" | "quantity" | "name" | "line" | "other" | "style";

/** The names of the fields, in every language; spaces, "_" and capitals make no difference. */
const FIELDS: Readonly<Record<string, Field>> = Object.fromEntries(
  (
    [
      ["price", "标价 標價 原价 原價 价格 價格 单价 單價 price listprice"],
      ["quantity", "数量 數量 件数 件數 quantity qty pieces"],
      ["name", "品名 商品 名称 名稱 name"],
      ["line", "算式 写法 寫法 一行 line"],
      ["other", "别家 別家 其他店 others othershops"],
      ["item", "活动 活動 活动价 活動價 秒杀价 秒殺價 offer offerprice"],
      ["member", "会员 會員 会员价 會員價 member memberprice"],
      ["shopDiscount", "店铺折扣 店鋪折扣 折扣 discount shopdiscount"],
      ["shopThreshold", "满减 滿減 满折 滿折 店铺满减 店鋪滿減 threshold thresholds"],
      ["shopCoupon", "券 优惠券 優惠券 折价券 折價券 店铺券 店鋪券 coupon coupons shopcoupon"],
      ["platformThreshold", "跨店 跨店满减 跨店滿減 crossshop platformthreshold"],
      ["platformCoupon", "平台券 platformcoupon"],
      ["redPacket", "红包 紅包 礼品卡 禮品卡 redpacket giftcard"],
      ["deposit", "定金 订金 訂金 deposit"],
      ["gift", "赠品 贈品 gift gifts"],
      ["postage", "运费 運費 邮费 郵費 postage shipping"],
      ["style", "样式 樣式 style"],
    ] satisfies [Field, string][]
  ).flatMap(([field, names]) => names.split(" ").map((name) => [name, field])),
);

const STYLES: Readonly<Record<string, "steps" | "short" | "detailed" | "final">> = {
  说明: "steps",
  說明: "steps",
  steps: "steps",
  buyer: "steps",
  简短: "short",
  簡短: "short",
  short: "short",
  详细: "detailed",
  詳細: "detailed",
  detailed: "detailed",
  金额: "final",
  金額: "final",
  amount: "final",
};

function fieldOf(key: string): Field {
  const field = FIELDS[key.replaceAll(/[\s_-]/g, "").toLowerCase()];
  if (!field) throw new AppError("price_unknown_field", { piece: key });
  return field;
}

/** A value as a person would write it: 0.1 + 0.2 never arises, only what was typed. */
function written(value: CompactValue): string[] {
  if (value === null || value === undefined || value === false || value === "") return [];
  if (Array.isArray(value)) return value.flatMap(written);
  return [String(value).trim()].filter((text) => text !== "");
}

function must<T>(parsed: Parsed<T>): T {
  if (parsed.ok) return parsed.value;
  throw new AppError(parsed.problem.code, parsed.problem.params);
}

/** Reads the arguments of a template into an order. @throws AppError price_… naming the piece and how to write it */
export function readCompact(args: CompactArgs): PriceInput {
  let items: WrittenItem[] = [];
  const rules: WrittenRule[] = [];
  const fields = Object.entries(args).map(
    ([key, value]) => [fieldOf(key), written(value)] as const,
  );
  const textOf = (field: Field): string =>
    fields.find(([name, texts]) => name === field && texts.length > 0)?.[1].join(" ") ?? "";

  const price = textOf("price");
  if (/^[-\d.]+$/.test(price) && toFen(price) === null)
    throw new AppError("price_amount", { piece: price });
  const line = [textOf("line"), price].filter((text) => text !== "").join(" + ");
  if (line !== "") {
    const order = must(readLine(line));
    items = [...order.items];
    rules.push(...order.rules);
  }
  const quantity = textOf("quantity");
  const first = items[0];
  if (quantity !== "" && first) items[0] = { ...first, quantity: pieces(quantity) };
  const name = textOf("name");
  if (name !== "" && items[0]) items[0] = { ...items[0], name };
  const other = textOf("other");
  if (other !== "") items.push({ ...(must(readLine(other)).items[0] ?? first!), other: true });

  for (const [field, texts] of fields) {
    if (["price", "quantity", "name", "line", "other", "style"].includes(field)) continue;
    for (const text of texts) rules.push(...must(parseRules(text, field as Slot)));
  }
  if (items.length === 0) throw new AppError("price_no_item");
  return inputOf({ items, rules });
}

/** "2", "2件", "两件". */
function pieces(text: string): number {
  const value = must(
    parsing(text, (cursor) => {
      const read = count(cursor);
      eat(cursor, /\s*(?:件|个|盏|pcs?|pieces?)?/y);
      return cursor.at === text.length ? read : null;
    }),
  );
  if (value === null) throw new AppError("price_quantity", { piece: text });
  return value;
}

function compact(result: PriceResult, locale: Locale): CompactPrice {
  const { total, saved, list, goods, pieces, deposit } = result;
  return {
    final: toYuan(total),
    saved: toYuan(saved),
    list: toYuan(list),
    each: pieces === 0 ? "" : toYuan(mulDivHalfUp(goods, 1, pieces)),
    rest: deposit ? toYuan(deposit.rest) : "",
    steps: explain(result, locale, "buyer"),
    short: explain(result, locale, "short"),
    detailed: explain(result, locale, "detailed"),
    hint: hintSentences(result, locale)[0] ?? "",
  };
}

/**
 * The final price from the arguments of a template, in the words an agent uses:
 * { 标价: 299, 数量: 2, 店铺折扣: "9折", 满减: "每满300减50", 券: 20 }. Traditional and English names too.
 * @throws AppError price_… naming the piece and how to write it
 */
export function computeCompact(args: CompactArgs, locale: Locale = "zh-CN"): CompactPrice {
  return compact(finalPrice(readCompact(args)), locale);
}

/**
 * What the tag {% 到手价 … %} writes: the explanation for the buyer, or as 样式 says 简短, 详细 or 金额 (the number alone).
 * @throws AppError price_…
 */
export function priceForTemplate(args: CompactArgs, locale: Locale = "zh-CN"): string {
  const key = Object.keys(args).find((name) => fieldOf(name) === "style");
  const wanted = key === undefined ? "" : (written(args[key])[0] ?? "");
  const style = wanted === "" ? "steps" : STYLES[wanted.toLowerCase()];
  if (!style) throw new AppError("price_style", { piece: wanted });
  const result = finalPrice(readCompact(args));
  return style === "final" ? inChat(result.total) : compact(result, locale)[style];
}

/** The final price of a line such as "299*2 9折 满300减50 券20". @throws AppError price_… */
export function finalPriceFromText(spec: string, locale: Locale = "zh-CN"): CompactPrice {
  return compact(finalPrice(must(parseLine(spec))), locale);
}
