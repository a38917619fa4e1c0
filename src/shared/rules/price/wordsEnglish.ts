import { type Fen, WHOLE, inChat } from "./money.ts";
import { type Effect, type Layer, type Rung, listOf } from "./types.ts";
import type { PriceWords } from "./words.ts";

/** 9000 is "10% off". */
const percentOff = (pay: number): string => `${(WHOLE - pay) / 100}% off`;

const ENGLISH_LAYER: Readonly<Record<Layer, string>> = {
  item: "offer",
  member: "member",
  shopDiscount: "shop",
  shopThreshold: "",
  shopCoupon: "coupon",
  platformThreshold: "cross-shop",
  platformCoupon: "platform coupon",
  redPacket: "red packet",
  deposit: "",
};

const ordinal = (n: number): string => {
  const tail = n % 10;
  const teen = n % 100 > 10 && n % 100 < 14;
  return `${n}${teen || tail === 0 || tail > 3 ? "th" : (["st", "nd", "rd"][tail - 1] ?? "th")}`;
};

function makeEnglish(): PriceWords {
  const money = (fen: Fen): string => `¥${inChat(fen)}`;
  const many = (count: number): string => (count === 1 ? "1 piece" : `${count} pieces`);
  const rung = (step: Rung, unit: "fen" | "piece", every: boolean): string => {
    const gain = "pay" in step ? percentOff(step.pay) : `${money(step.off)} off`;
    if (step.at === 0) return gain;
    const reach = unit === "fen" ? money(step.at) : many(step.at);
    return `${gain} ${every ? "every" : "from"} ${reach}`;
  };
  const nthWords = (nth: number, pay: number): string =>
    `${ordinal(nth)} piece ${pay === 0 ? "free" : pay === WHOLE / 2 ? "half price" : percentOff(pay)}`;
  const rule = (effect: Effect): string => {
    switch (effect.kind) {
      case "unitPrice":
        return `price ${money(effect.price)}`;
      case "unitOff":
        return `${money(effect.off)} off each`;
      case "percent":
        return percentOff(effect.pay);
      case "steps": {
        const steps = effect.steps.map((step) => rung(step, effect.unit, effect.repeat));
        return `${steps.join(" / ")}${effect.cap === null ? "" : ` (up to ${money(effect.cap)})`}`;
      }
      case "nth":
        return `${effect.repeat ? "every " : ""}${nthWords(effect.nth, effect.pay)}`;
      case "deposit":
        return `deposit ${money(effect.paid)} counts as ${money(effect.counts)}`;
    }
  };
  const times = (quantity: number): string => (quantity > 1 ? ` ×${quantity}` : "");
  return {
    money,
    times: (price, quantity) => `${money(price)}×${quantity} = ${money(price * quantity)}`,
    rule,
    called: ({ name, layer, effect }) => `${name || ENGLISH_LAYER[layer]} ${rule(effect)}`.trim(),
    calledShort: ({ name, layer }) => `${name || ENGLISH_LAYER[layer]} `,
    sum: (items) => {
      const parts = items.map(
        ({ name, price, quantity }) =>
          `${name ? `${name} ` : ""}${money(price)}${quantity > 1 ? `×${quantity}` : ""}`,
      );
      return `${parts.join(" + ")} = ${money(listOf(items))}`;
    },
    scope: (names) => `${names.join(", ")}: `,
    list: "List price ",
    arrow: " → ",
    comma: ", ",
    semicolon: "; ",
    colon: ": ",
    aside: (words) => ` (${words})`,
    minus: (fen) => `−${money(fen)}`,
    result: "You pay ",
    each: (fen) => `about ${money(fen)} each`,
    pieces: many,
    saved: (fen) => `${money(fen)} below list price`,
    savedShort: (fen) => `${money(fen)} saved`,
    withPostage: (fen) => `including ${money(fen)} postage`,
    freePostage: "free postage",
    deposit: (paid, rest) => `deposit ${money(paid)}, balance ${money(rest)}`,
    gift: (name, quantity) => `gift: ${name}${times(quantity)}`,
    shared: (all, own) => ` (${money(all)} together with other shops), here −${money(own)}`,
    otherShops: (fen) => `plus ${money(fen)} in other shops`,
    missing: ({ unit, amount, gain }, more, discounted) => {
      const buy =
        unit === "fen"
          ? `${money(amount)} more${discounted ? " (discounted)" : ""}`
          : `${amount} more`;
      const get =
        "pay" in gain ? percentOff(gain.pay) : `${more ? "another " : ""}${money(gain.off)} off`;
      return `Add ${buy} for ${get}`;
    },
    missingNth: (pieces, nth, pay) => `Add ${pieces} more: ${nthWords(nth, pay)}`,
    missingGift: (fen, name, quantity) =>
      `Add ${money(fen)} more for the gift ${name}${times(quantity)}`,
    missingPostage: (fen) => `Add ${money(fen)} more for free postage`,
    paidFor: (name, quantity, fen) => `${name}${times(quantity)}: ${money(fen)} paid`,
    refund: (name, fen) => `Return 1 ${name}: ${money(fen)} back`,
    minimum: (fen) => `at least ${money(fen)} is paid`,
    item: "item",
  };
}

export const english: PriceWords = makeEnglish();
