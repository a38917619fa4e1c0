import type { MessageCode } from "../../messages/zh-CN.ts";
import { type Body, readBody } from "./body.ts";
import { type Cursor, PieceError, amount, attempt, count, cursorOver, eat } from "./scan.ts";
import {
  type Base,
  COUPON_LAYERS,
  type Discount,
  type Effect,
  type Gift,
  LAYERS,
  type Layer,
  type Postage,
} from "./types.ts";

/** What a rule is about: a layer, or what is no discount. */
export type Slot = Layer | "gift" | "postage";

/** One rule that was understood, without what only the order knows. */
export type Rule =
  | { readonly kind: "discount"; readonly discount: Omit<Discount, "id" | "items"> }
  | { readonly kind: "gift"; readonly gift: Gift }
  | { readonly kind: "postage"; readonly postage: Postage };

/** Words in front of a rule that say whose it is; longer ones first where one begins like another. */
const PREFIXES: readonly (readonly [RegExp, Slot])[] = [
  [/(?:活动价|秒杀价|限时价|促销价|直播价|活动|秒杀|限时|offer(?:\s+price)?)/y, "item"],
  [/(?:(?:88)?vip(?:价|会员)?|plus会员|会员折扣|会员价|会员|member(?:\s+price)?\b)/y, "member"],
  [/(?:平台优惠券|平台折价券|平台券|品类券|platform\s+coupon)/y, "platformCoupon"],
  [/(?:跨店满减|跨店|平台满减|平台(?=每?满)|cross[- ]shop)/y, "platformThreshold"],
  [/(?:店铺优惠券|店铺折价券|店铺券|shop\s+coupon)/y, "shopCoupon"],
  [/(?:领|用)?(?:优惠券|折价券|商品券|无门槛券|券|coupon)/y, "shopCoupon"],
  [/(?:店铺满减|满减活动|满减(?=\s*[:=每满\d]))/y, "shopThreshold"],
  [/(?:店铺折扣|店铺优惠|店铺|本店|全店|全场|店内|shop(?:\s+discount)?\b)/y, "shopDiscount"],
  [/(?:超级红包|红包|礼品卡|购物金|礼金|red\s+packet|gift\s+card)/y, "redPacket"],
  [/(?:预售定金|付定金|定金|预售订金|订金|deposit)/y, "deposit"],
  [/(?:赠品|赠送|附赠|送|赠|free\s+gift|gift)/y, "gift"],
  [/(?:邮费|运费|快递费|邮资|postage|shipping)/y, "postage"],
];
const FREE_POSTAGE = /(?:包邮|免邮费?|免运费?|free\s+(?:postage|shipping))/y;
/** Behind a rule: "20元券", "满199减20券"; not the word in front of the next one. */
const COUPON_BEHIND = /(平台)?(?:优惠券|折价券|券)(?![\d满每:])|\s+coupon\b(?!\s*[\d¥])/y;

/** What is said of a rule of each kind that could not be understood. */
export const ADVICE: Readonly<Record<Slot, MessageCode>> = {
  item: "price_item_rule",
  member: "price_member",
  shopDiscount: "price_share",
  shopThreshold: "price_threshold",
  shopCoupon: "price_coupon",
  platformThreshold: "price_threshold",
  platformCoupon: "price_coupon",
  redPacket: "price_red_packet",
  deposit: "price_deposit",
  gift: "price_gift",
  postage: "price_postage",
};

/** Layers of which only one is used for the same goods unless the rule says otherwise. */
const ALONE: readonly Layer[] = LAYERS.filter(
  (layer) => layer !== "redPacket" && layer !== "deposit",
);

/**
 * Reads one rule. `slot` says what the place it was written in is for; null where any rule may stand (one line).
 * Null when nothing here looks like a rule. @throws PieceError naming the piece and how to write it
 */
export function readRule(cursor: Cursor, slot: Slot | null): { slot: Slot; rule: Rule } | null {
  const from = cursor.at;
  eat(cursor, /(?:再用|再|叠加)\s*/y);
  const said = prefix(cursor);
  const meant = said ?? slot;
  const free = freePostage(cursor) ?? giftFrom(cursor, from);
  if (free) return free;
  if (meant === "gift") return gift(cursor, 0, from, slot === "gift");
  if (meant === "postage") return postage(cursor, from);
  const read = readBody(cursor, meant !== null);
  if (!read) {
    if (slot !== null) throw new PieceError(ADVICE[slot], cursor, from);
    // An item may be called "会员礼盒".
    cursor.at = from;
    return null;
  }
  const coupon = eat(cursor, COUPON_BEHIND);
  const body = usableFrom(cursor, read);
  const behind: Layer | null = coupon ? (coupon[1] ? "platformCoupon" : "shopCoupon") : null;
  const open = meant === null || meant === "shopDiscount" || meant === "shopThreshold";
  const layer = behind && open ? behind : meant;
  if (layer === null && body.kind === "amount" && body.sense === "bare") {
    cursor.at = from;
    return null;
  }
  const whose = layerOf(layer, body);
  if (whose === null) throw new PieceError("price_reduction", cursor, from);
  const effect = effectOf(whose, body);
  if (effect === null) throw new PieceError(ADVICE[whose], cursor, from);
  return { slot: whose, rule: modified(cursor, whose, effect) };
}

function prefix(cursor: Cursor): Slot | null {
  for (const [words, slot] of PREFIXES) {
    if (!eat(cursor, words)) continue;
    eat(cursor, /\s*[:=]?\s*/y);
    return slot;
  }
  return null;
}

/** "券20元满199可用" is "券满199减20". */
function usableFrom(cursor: Cursor, body: Body): Body {
  if (body.kind !== "amount") return body;
  const at = attempt(cursor, () => {
    if (!eat(cursor, /\s*[(,;]?\s*满/y)) return null;
    const value = amount(cursor);
    return eat(cursor, /\s*(?:可用|使用|能用)\)?/y) ? value : null;
  });
  if (at === null || at <= body.amount) return body;
  return { kind: "rungs", unit: "fen", steps: [{ at, off: body.amount }], repeat: false };
}

/** What stands behind the word that says whose a rule is: "券满199减20" is "满199减20". The text when there is none. */
export function withoutPrefix(text: string): string {
  const cursor = cursorOver(text);
  return prefix(cursor) === null ? text : text.slice(cursor.at).trim();
}

/** The layer a rule belongs to; null when it is not said what it is taken off. */
function layerOf(said: Layer | null, body: Body): Layer | null {
  const threshold = body.kind === "rungs" || body.kind === "nth";
  if (said === "shopDiscount" && threshold) return "shopThreshold";
  if (said !== null) return said;
  if (threshold) return "shopThreshold";
  if (body.kind === "deposit") return "deposit";
  if (body.kind === "share") return "shopDiscount";
  return body.sense === "each" ? "shopDiscount" : null;
}

function effectOf(layer: Layer, body: Body): Effect | null {
  const isCoupon = COUPON_LAYERS.includes(layer);
  const atOnce = { kind: "steps", unit: "fen", repeat: false, cap: null } as const;
  if (layer === "deposit") return body.kind === "deposit" ? body : null;
  switch (body.kind) {
    case "deposit":
      return null;
    case "rungs":
      return { ...body, kind: "steps", cap: null };
    case "nth":
      return isCoupon ? null : body;
    case "share":
      if (layer === "redPacket" || layer.endsWith("Threshold")) return null;
      return isCoupon
        ? { ...atOnce, steps: [{ at: 0, pay: body.pay }] }
        : { kind: "percent", pay: body.pay };
    case "amount":
      if (body.amount === 0) return null;
      if (isCoupon)
        return body.sense === "each" ? null : { ...atOnce, steps: [{ at: 0, off: body.amount }] };
      if (layer.endsWith("Threshold")) return null;
      if (body.sense !== "bare") return { kind: "unitOff", off: body.amount };
      return layer === "shopDiscount" ? null : { kind: "unitPrice", price: body.amount };
  }
}

const CAP = /[\s;,]*\(?\s*(?:封顶|上限|最高减?|最多减?|up\s+to|capped\s+at|max)\s*/y;
const NOT_WITH: readonly (readonly [RegExp, readonly Layer[]])[] = [
  [/店铺(?:优惠|折价)?券|shop\s+coupons?/y, ["shopCoupon"]],
  [/平台(?:优惠|折价)?券|platform\s+coupons?/y, ["platformCoupon"]],
  [/(?:优惠|折价)?券|coupons?/y, ["shopCoupon", "platformCoupon"]],
  [/跨店(?:满减)?|cross[- ]shop/y, ["platformThreshold"]],
  [/(?:店铺)?满减|thresholds?/y, ["shopThreshold"]],
  [/会员(?:价|折扣)?|member(?:\s+price)?/y, ["member"]],
  [/店铺折扣|折扣|shop\s+discount/y, ["shopDiscount"]],
  [/红包|red\s+packets?/y, ["redPacket"]],
];

/** Adds what stands behind a rule: a cap, "(不与店铺券同享)", "(可叠加)", "(按标价)". */
function modified(cursor: Cursor, layer: Layer, effect: Effect): Rule {
  let changed = effect;
  let group: string = ALONE.includes(layer) ? layer : "";
  let base: Base | null = null;
  const excludes = new Set<Layer>();
  for (;;) {
    const from = cursor.at;
    const cap = attempt(cursor, () => (eat(cursor, CAP) ? amount(cursor) : null));
    if (cap !== null) {
      if (changed.kind !== "steps" || cap === 0)
        throw new PieceError("price_modifier", cursor, from);
      changed = { ...changed, cap };
      eat(cursor, /\s*\)/y);
      continue;
    }
    if (!eat(cursor, /\s*[([]\s*(?=不|可|按|not\b|stackable|exclusive|on\b)/y)) break;
    do {
      if (eat(cursor, /(?:可叠加|可同享|stackable)/y)) group = "";
      else if (eat(cursor, /(?:按标价|按原价|on\s+list(?:\s+price)?)/y)) base = "list";
      else if (eat(cursor, /(?:按折后价|on\s+piece\s+prices?)/y)) base = "piece";
      else if (eat(cursor, /(?:按实付|on\s+what\s+is\s+left)/y)) base = "current";
      else for (const each of notWith(cursor, layer, from)) excludes.add(each);
    } while (eat(cursor, /\s*[;,]\s*/y));
    if (!eat(cursor, /\s*[)\]]/y)) throw new PieceError("price_modifier", cursor, from);
  }
  const discount = { name: "", layer, effect: changed, base, group, excludes: [...excludes] };
  return { kind: "discount", discount: { ...discount, use: "auto" } };
}

function notWith(cursor: Cursor, layer: Layer, from: number): readonly Layer[] {
  const others = LAYERS.filter((each) => each !== layer);
  if (eat(cursor, /exclusive/y)) return others;
  if (!eat(cursor, /不(?:可|能)?(?:与|和|跟|同)?\s*|not\s+with\s+/y))
    throw new PieceError("price_modifier", cursor, from);
  const named = NOT_WITH.find(([words]) => eat(cursor, words));
  if (!named) eat(cursor, /其[他它]优惠|others?/y);
  const closed = eat(cursor, /\s*(?:同享|叠加|同用|共用|共享)|(?=\s*[;,)\]])/y);
  if (!closed) throw new PieceError("price_modifier", cursor, from);
  return named?.[1] ?? others;
}

function gift(
  cursor: Cursor,
  threshold: number,
  from: number,
  spaced = false,
): { slot: Slot; rule: Rule } {
  const name = spaced
    ? eat(cursor, /[^;,+*()]+?(?=\s*\*|\s*[;,+()]|\s*$)/y)
    : eat(cursor, /[^\s;,+*()]+?(?=\s*\*|[\s;,+()]|$)/y);
  if (!name) throw new PieceError("price_gift", cursor, from);
  const quantity = eat(cursor, /\s*\*\s*/y) ? count(cursor) : 1;
  if (quantity === null) throw new PieceError("price_gift", cursor, from);
  const { original } = cursor;
  const said = original.slice(name.index, name.index + name[0].length);
  return { slot: "gift", rule: { kind: "gift", gift: { name: said, quantity, from: threshold } } };
}

/** "满500送小夜灯". */
function giftFrom(cursor: Cursor, start: number): { slot: Slot; rule: Rule } | null {
  const threshold = attempt(cursor, () => {
    if (!eat(cursor, /满\s*/y)) return null;
    const value = amount(cursor);
    return value !== null && eat(cursor, /\s*(?:赠送|送|赠)\s*/y) ? value : null;
  });
  return threshold === null ? null : gift(cursor, threshold, start);
}

/** "包邮", "满99包邮". */
function freePostage(cursor: Cursor): { slot: Slot; rule: Rule } | null {
  const from = attempt(cursor, () => {
    const threshold = eat(cursor, /满\s*/y) ? amount(cursor) : 0;
    return threshold !== null && eat(cursor, /\s*/y) && eat(cursor, FREE_POSTAGE)
      ? threshold
      : null;
  });
  if (from === null) return null;
  const over = eat(cursor, /\s+(?:over|from)\s+/y) ? amount(cursor) : null;
  return {
    slot: "postage",
    rule: { kind: "postage", postage: { amount: 0, freeFrom: over ?? from } },
  };
}

/** "运费10", "运费10满99包邮". */
function postage(cursor: Cursor, from: number): { slot: Slot; rule: Rule } {
  const free = freePostage(cursor);
  if (free) return free;
  const value = amount(cursor);
  if (value === null) throw new PieceError("price_postage", cursor, from);
  const then = attempt(cursor, () => {
    eat(cursor, /[\s;,]*/y);
    return freePostage(cursor);
  });
  const freeFrom = then?.rule.kind === "postage" ? then.rule.postage.freeFrom : null;
  return { slot: "postage", rule: { kind: "postage", postage: { amount: value, freeFrom } } };
}

/** What to say of a piece that is no rule but begins or ends like one. */
export function adviceFor(piece: string): MessageCode {
  if (/券|coupon/.test(piece)) return "price_coupon";
  if (/定金|订金|抵|膨胀|deposit/.test(piece)) return "price_deposit";
  if (/会员|vip|member/.test(piece)) return "price_member";
  if (/邮|运费|postage|shipping/.test(piece)) return "price_postage";
  if (/赠|送|gift/.test(piece)) return "price_gift";
  if (/红包|礼品卡|red packet/.test(piece)) return "price_red_packet";
  if (/折|%/.test(piece)) return "price_share";
  if (/满|减|off/.test(piece)) return "price_threshold";
  return "price_piece_unknown";
}
