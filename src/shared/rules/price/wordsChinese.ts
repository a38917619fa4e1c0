import { type Fen, WHOLE, inChat } from "./money.ts";
import { type ChineseTerms, SIMPLIFIED, TRADITIONAL } from "./wordsChineseTerms.ts";
import { type Effect, type Rung, listOf } from "./types.ts";
import type { PriceWords } from "./words.ts";

/** 9000 is "9折", 9500 "95折", 9550 "95.5折", 500 "0.5折". */
export function fold(pay: number): string {
  if (pay < 1_000 || pay % 1_000 === 0) return `${pay / 1_000}`;
  return `${pay / 100}`;
}

function chinese(t: ChineseTerms): PriceWords {
  const money = (fen: Fen): string => `${inChat(fen)}元`;
  const folded = (pay: number): string => `${fold(pay)}${t.off}`;
  const nthWords = (nth: number, pay: number): string => {
    const costs = pay === 0 ? t.nothing : pay === WHOLE / 2 ? t.half : folded(pay);
    return `${t.nth}${nth}${t.piece}${costs}`;
  };

  const rung = (step: Rung, unit: "fen" | "piece", every: boolean): string => {
    const full =
      unit === "piece"
        ? `${every ? t.every : t.full}${step.at}${t.piece}`
        : `${every ? t.every : t.full}${inChat(step.at)}`;
    const gain = "pay" in step ? folded(step.pay) : `${t.less}${inChat(step.off)}`;
    if (step.at === 0) return gain;
    return unit === "fen" && "pay" in step ? `${full}打${gain}` : `${full}${gain}`;
  };
  const rule = (effect: Effect): string => {
    switch (effect.kind) {
      case "unitPrice":
        return `${t.price}${inChat(effect.price)}`;
      case "unitOff":
        return `${t.perPiece}${t.less}${inChat(effect.off)}`;
      case "percent":
        return folded(effect.pay);
      case "steps": {
        const steps = effect.steps.map((step) => rung(step, effect.unit, effect.repeat));
        const cap = effect.cap === null ? "" : `${t.cap}${inChat(effect.cap)}`;
        return `${steps.join("/")}${cap}`;
      }
      case "nth":
        return `${effect.repeat ? "每" : ""}${nthWords(effect.nth, effect.pay)}`;
      case "deposit":
        return `${t.deposit}${inChat(effect.paid)}${t.against}${inChat(effect.counts)}`;
    }
  };
  const gift = (name: string, quantity: number): string =>
    `${t.give}${name}${quantity > 1 ? `×${quantity}` : ""}`;
  return {
    money,
    times: (price, quantity) => `${inChat(price)}×${quantity}=${money(price * quantity)}`,
    rule,
    called: ({ name, layer, effect }) => `${name || t.layer[layer]}${rule(effect)}`,
    calledShort: ({ name, layer }) => name || t.layer[layer],
    sum: (items) => {
      const parts = items.map(
        ({ name, price, quantity }) =>
          `${name}${inChat(price)}${quantity > 1 ? `×${quantity}` : ""}`,
      );
      return `${parts.join("＋")}=${money(listOf(items))}`;
    },
    scope: (names) => `${names.join("、")}：`,
    list: `${t.list} `,
    arrow: " → ",
    comma: "，",
    semicolon: "；",
    colon: "：",
    aside: (words) => `（${words}）`,
    minus: (fen) => `${t.less}${money(fen)}`,
    result: `${t.result} `,
    each: (fen) => `${t.resultEach}${inChat(fen)}元`,
    pieces: (count) => `${count}${t.piece}`,
    saved: (fen) => `${t.compared}${money(fen)}`,
    savedShort: (fen) => `${t.alreadySaved}${money(fen)}`,
    withPostage: (fen) => `${t.including}${t.postage}${money(fen)}`,
    freePostage: t.free,
    deposit: (paid, rest) => `${t.first}${money(paid)}，${t.rest}${money(rest)}`,
    gift,
    shared: (all, own) => `（${t.together}${money(all)}），${t.own}${money(own)}`,
    otherShops: (fen) => `${t.others}${money(fen)}`,
    missing: ({ unit, amount, gain }, more, discounted) => {
      const aside = discounted && unit === "fen" ? `（${t.discounted}）` : "";
      const buy = unit === "fen" ? `${money(amount)}${aside}` : `${amount}${t.piece}`;
      const get =
        "pay" in gain
          ? `${t.enjoy}${folded(gain.pay)}`
          : `${more ? t.again : ""}${t.less}${money(gain.off)}`;
      return `${t.buyMore}${buy}${t.can}${get}`;
    },
    missingNth: (pieces, nth, pay) =>
      `${t.buyMore}${pieces}${t.piece}${t.can}${t.enjoy}${nthWords(nth, pay)}`,
    missingGift: (fen, name, quantity) => `${t.buyMore}${money(fen)}${gift(name, quantity)}`,
    missingPostage: (fen) => `${t.buyMore}${money(fen)}${t.free}`,
    paidFor: (name, quantity, fen) =>
      `${name}${quantity > 1 ? `×${quantity}` : ""} ${t.paid}${money(fen)}`,
    refund: (name, fen) => `${t.returned}1${t.piece}${name} ${t.back}${money(fen)}`,
    minimum: (fen) => `${t.notBelow}${money(fen)}`,
    item: t.item,
  };
}

export const simplified: PriceWords = chinese(SIMPLIFIED);
export const traditional: PriceWords = chinese(TRADITIONAL);
