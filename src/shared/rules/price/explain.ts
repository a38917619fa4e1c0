import type { Locale } from "../../contract/settings.ts";
import { refundFor } from "./finalPrice.ts";
import { type Hint, hintsOf } from "./hints.ts";
import { mulDivHalfUp } from "./money.ts";
import { PIECE_LAYERS, type PriceResult, type Step } from "./types.ts";
import { type PriceWords, priceWords } from "./words.ts";

/** "buyer": each step in one chat bubble. "short": the price alone. "detailed": a line for each step, items, refunds. */
export type ExplainStyle = "buyer" | "short" | "detailed";

export interface ExplainOptions {
  /** Adds what is missing for the next threshold. Default: only when detailed. */
  readonly hints?: boolean;
}

/** The explanation of a price in words a buyer understands; no absolute terms, no full stop. */
export function explain(
  result: PriceResult,
  locale: Locale,
  style: ExplainStyle = "buyer",
  options: ExplainOptions = {},
): string {
  const w = priceWords[locale];
  const hints =
    (options.hints ?? style === "detailed") ? nearest(hintsOf(result)).map(sayHint(w)) : [];
  if (style === "short") return [shortly(result, w), ...hints].join(w.semicolon);
  if (style === "buyer") {
    const steps = [listOf(result, w), ...applied(result).map((step) => stepWords(step, result, w))];
    return [[...steps, ending(result, w)].join(w.arrow), ...hints].join(w.semicolon);
  }
  return [
    ...detailedSteps(result, locale),
    ending(result, w),
    ...perItem(result, w),
    ...hints,
  ].join("\n");
}

/** One step as a receipt heads it: "店铺9折", "每满300减50×2". Of several rungs only the one that was reached. */
export function stepLabel(step: Step, result: PriceResult, locale: Locale): string {
  const w = priceWords[locale];
  return `${scopeOf(step, result, w)}${w.called(saidOf(step))}${often(step.times)}`;
}

/** Sentences of what is missing for thresholds not reached, nearest first. */
export function hintSentences(result: PriceResult, locale: Locale): string[] {
  return hintsOf(result).map(sayHint(priceWords[locale]));
}

/** As many hints as one answer carries: more read like pressure. */
const HINTS_SAID = 2;
const nearest = (hints: readonly Hint[]): readonly Hint[] => hints.slice(0, HINTS_SAID);

const applied = (result: PriceResult): Step[] =>
  result.steps.filter((step) => step.state === "applied");

const own = (result: PriceResult) => result.items.filter(({ item }) => !item.other);

/** "标价 299×2=598元" or, of several lines, "标价 台灯299×2＋灯带59=657元". */
function listOf(result: PriceResult, w: PriceWords): string {
  const lines = own(result);
  const only = lines.length === 1 ? lines[0] : undefined;
  const others = result.items
    .filter(({ item }) => item.other)
    .reduce((all, line) => all + line.list, 0);
  const aside = others > 0 ? w.aside(w.otherShops(others)) : "";
  if (only) {
    const { name, price, quantity } = only.item;
    const called = name === "" ? "" : `${name} `;
    const words = quantity === 1 ? w.money(price) : w.times(price, quantity);
    return `${called}${w.list}${words}${aside}`;
  }
  return `${w.list}${w.sum(lines.map(({ item }) => item))}${aside}`;
}

/** Names of the items a discount is for, when it is not for all. */
function scopeOf(step: Step, result: PriceResult, w: PriceWords): string {
  const { items } = step.discount;
  const lines = own(result);
  const mine = lines.filter(({ item }) => items === null || items.includes(item.id));
  if (mine.length === lines.length) return "";
  return w.scope(mine.map(({ item }) => item.name || w.item));
}

/** One step as a buyer reads it: "店铺9折 538.20元", "满300减50，减50元". */
function stepWords(step: Step, result: PriceResult, w: PriceWords): string {
  const { discount, off, offOther, after, times } = step;
  const { effect, layer } = discount;
  const scope = scopeOf(step, result, w);
  const called = `${scope}${w.called(saidOf(step))}`;
  if (effect.kind === "percent" && PIECE_LAYERS.includes(layer) && scope === "")
    return `${called} ${w.money(after)}`;
  if (effect.kind === "unitPrice" && scope === "" && own(result).length === 1) {
    const quantity = own(result)[0]?.item.quantity ?? 1;
    return quantity === 1 ? called : `${called} ${w.money(after)}`;
  }
  if (offOther > 0) return `${called}${often(times)}${w.shared(off + offOther, off)}`;
  const once = effect.kind === "steps" && effect.steps.every((rung) => rung.at === 0);
  if (once && "off" in (effect.steps[0] ?? {}) && !step.limit)
    return `${scope}${w.calledShort(discount)}${w.minus(off)}`;
  return `${called}${often(times)}${w.comma}${w.minus(off)}`;
}

const often = (times: number): string => (times > 1 ? `×${times}` : "");

/** Of several rungs only the one that was reached is told. */
function saidOf({ discount, rung }: Step): Step["discount"] {
  const { effect } = discount;
  if (effect.kind !== "steps" || rung === null) return discount;
  return { ...discount, effect: { ...effect, steps: [rung] } };
}

/** "到手 468.20元（每件约234.10元），比标价省129.80元". */
function ending(result: PriceResult, w: PriceWords): string {
  const { total, saved } = result;
  const parts = [`${w.result}${w.money(total)}${asides(result, w, false)}`];
  if (saved > 0) parts.push(w.saved(saved));
  return withRest(parts.join(w.comma), result, w);
}

/** "到手 468.20元（2件，每件约234.10元），已省129.80元". */
function shortly(result: PriceResult, w: PriceWords): string {
  const { total, saved } = result;
  const parts = [`${w.result}${w.money(total)}${asides(result, w, true)}`];
  if (saved > 0) parts.push(w.savedShort(saved));
  return withRest(parts.join(w.comma), result, w);
}

function asides(result: PriceResult, w: PriceWords, always: boolean): string {
  const { pieces, goods, postage, input } = result;
  const parts: string[] = [];
  const one = own(result).length === 1;
  if (pieces > 1 && (always || !one)) parts.push(w.pieces(pieces));
  if (pieces > 1 && one) parts.push(w.each(mulDivHalfUp(goods, 1, pieces)));
  if (postage > 0) parts.push(w.withPostage(postage));
  else if (input.postage && result.items.length > 0) parts.push(w.freePostage);
  return parts.length === 0 ? "" : w.aside(parts.join(w.comma));
}

/** Deposit and gifts behind the price. */
function withRest(words: string, { deposit, gifts }: PriceResult, w: PriceWords): string {
  const parts = [words];
  if (deposit) parts.push(w.deposit(deposit.paid, deposit.rest));
  for (const { gift, missing } of gifts)
    if (missing === 0) parts.push(w.gift(gift.name, gift.quantity));
  return parts.join(w.semicolon);
}

function detailedSteps(result: PriceResult, locale: Locale): string[] {
  const w = priceWords[locale];
  const lines = applied(result).map((step) => {
    const { before, after, off, offOther, limit } = step;
    const called = stepLabel(step, result, locale);
    const shared = offOther > 0 ? w.shared(off + offOther, off) : "";
    const least = limit === "minimum" ? w.aside(w.minimum(result.input.minimum)) : "";
    const change = `${w.money(before)}${w.arrow}${w.money(after)}${w.aside(w.minus(off))}`;
    return `${called}${w.colon}${change}${shared}${least}`;
  });
  return [listOf(result, w), ...lines];
}

/** What is paid for each item, and what comes back when it is returned. */
function perItem(result: PriceResult, w: PriceWords): string[] {
  const lines = own(result);
  const several = lines.length > 1;
  return lines.flatMap((line) => {
    const { name, quantity } = line.item;
    const called = name || w.item;
    const paid = several ? [w.paidFor(called, quantity, line.paid)] : [];
    if (!several && quantity === 1) return paid;
    return [...paid, w.refund(called, refundFor(line, 1))];
  });
}

const sayHint =
  (w: PriceWords) =>
  (hint: Hint): string => {
    switch (hint.kind) {
      case "discount":
        return w.missing(hint.missing, hint.more, hint.discounted);
      case "nth":
        return w.missingNth(hint.pieces, hint.nth, hint.pay);
      case "gift":
        return w.missingGift(hint.amount, hint.gift.name, hint.gift.quantity);
      case "postage":
        return w.missingPostage(hint.amount);
    }
  };
