import type { Locale } from "../../contract/settings.ts";
import type { Fen } from "./money.ts";
import type { Discount, Effect, Missing, PriceItem } from "./types.ts";
import { simplified, traditional } from "./wordsChinese.ts";
import { english } from "./wordsEnglish.ts";

/** How one language speaks of prices to a buyer. No absolute terms: the Advertising Law forbids them. */
export interface PriceWords {
  /** "598元". */
  money(fen: Fen): string;
  /** "299×2=598元". */
  times(price: Fen, quantity: number): string;
  /** The rule itself: "每满300减50". Without the layer's own word. */
  rule(effect: Effect): string;
  /** A rule with what belongs before or after it in its layer: "店铺9折", "平台券满199减20". */
  called(discount: Discount): string;
  /** Without the rule: "券", "红包". */
  calledShort(discount: Discount): string;
  list: string;
  /** "台灯299×2＋灯带59=657元". */
  sum(items: readonly PriceItem[]): string;
  /** Heads a rule that is for some items only. */
  scope(names: readonly string[]): string;
  arrow: string;
  comma: string;
  semicolon: string;
  colon: string;
  /** "（…）". */
  aside(words: string): string;
  minus(fen: Fen): string;
  result: string;
  each(fen: Fen): string;
  pieces(count: number): string;
  saved(fen: Fen): string;
  savedShort(fen: Fen): string;
  withPostage(fen: Fen): string;
  freePostage: string;
  deposit(paid: Fen, rest: Fen): string;
  gift(name: string, quantity: number): string;
  /** What another shop's goods share in a platform's discount. */
  shared(all: Fen, own: Fen): string;
  otherShops(fen: Fen): string;
  missing(missing: Missing, more: boolean, discounted: boolean): string;
  missingNth(pieces: number, nth: number, pay: number): string;
  missingGift(fen: Fen, name: string, quantity: number): string;
  missingPostage(fen: Fen): string;
  paidFor(name: string, quantity: number, fen: Fen): string;
  /** Heads the sentences on refunds. */
  refund(name: string, fen: Fen): string;
  minimum(fen: Fen): string;
  /** An item without a name. */
  item: string;
}

/** The words of each language. */
export const priceWords: Readonly<Record<Locale, PriceWords>> = {
  "zh-CN": simplified,
  "zh-TW": traditional,
  en: english,
};
