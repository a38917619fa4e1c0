import { type Fen, WHOLE, mulDivDown, mulDivHalfUp, spread } from "./money.ts";
import {
  type Base,
  type Discount,
  type Effect,
  type Missing,
  PIECE_LAYERS,
  PLATFORM_LAYERS,
  type PriceInput,
  type PriceItem,
  type Rung,
} from "./types.ts";

/** One line while discounts are applied. */
export interface Line {
  readonly item: PriceItem;
  readonly list: Fen;
  /** After the discounts on the price of a piece alone. */
  piece: Fen;
  /** After everything so far. */
  current: Fen;
  /** Price of one piece as long as all pieces of the line cost the same; null after something was spread. */
  unit: Fen | null;
}

/** What one discount takes off each line, and how it came to that. */
export interface Taken {
  readonly offs: readonly Fen[];
  readonly times: number;
  readonly rung: Rung | null;
  readonly limit: "cap" | "minimum" | null;
  readonly missing: Missing | null;
  /** False: a threshold was not reached. */
  readonly met: boolean;
}

type Steps = Extract<Effect, { kind: "steps" }>;
type Nth = Extract<Effect, { kind: "nth" }>;

const sum = (values: readonly number[]): number => values.reduce((all, each) => all + each, 0);

/** True when a discount is for goods of this line. */
export function isFor(discount: Discount, item: PriceItem): boolean {
  if (item.other && !PLATFORM_LAYERS.includes(discount.layer)) return false;
  return discount.items === null || discount.items.includes(item.id);
}

const baseOf = (discount: Discount, input: PriceInput): Base => discount.base ?? input.base;

/** A share of a price of one piece. Rounding point 1: half up to the fen, or down where the shop drops fen or jiao. */
function pieceShare(unit: Fen, pay: number, to: 1 | 10 | 100): Fen {
  return to === 1
    ? mulDivHalfUp(unit, pay, WHOLE)
    : mulDivDown(mulDivDown(unit, pay, WHOLE), 1, to) * to;
}

/** A share of a sum. Rounding point 2: half up to the fen, once for the sum. */
const offOfSum = (amount: Fen, pay: number): Fen => amount - mulDivHalfUp(amount, pay, WHOLE);

/** What a discount takes off, before anything is subtracted. Amounts never leave a line below zero. */
export function take(lines: readonly Line[], discount: Discount, input: PriceInput): Taken {
  const { effect, layer } = discount;
  const mine = lines.map((line) => isFor(discount, line.item));
  if (!mine.includes(true)) return plain(lines.map(() => 0));
  const perLine = (off: (line: Line) => Fen): Taken =>
    plain(lines.map((line, at) => (mine[at] ? clip(off(line), line.current) : 0)));

  switch (effect.kind) {
    case "unitPrice":
      return perLine(({ unit, current, item }) =>
        unit === null
          ? current - effect.price * item.quantity
          : (unit - effect.price) * item.quantity,
      );
    case "unitOff":
      return perLine(({ unit, item }) => Math.min(effect.off, unit ?? effect.off) * item.quantity);
    case "percent":
      if (!PIECE_LAYERS.includes(layer))
        return asSteps(lines, mine, discount, input, atOnce(effect.pay));
      return perLine((line) => percentOff(line, effect.pay, discount.base ?? "current", input));
    case "steps":
      return asSteps(lines, mine, discount, input, effect);
    case "nth":
      return nthPiece(lines, mine, effect);
    case "deposit":
      return deposit(lines, mine, effect);
  }
}

const clip = (off: Fen, most: Fen): Fen => Math.max(0, Math.min(off, most));

const plain = (offs: readonly Fen[]): Taken => ({
  offs,
  times: sum(offs) > 0 ? 1 : 0,
  rung: null,
  limit: null,
  missing: null,
  met: true,
});

const atOnce = (pay: number): Steps => ({
  kind: "steps",
  unit: "fen",
  steps: [{ at: 0, pay }],
  repeat: false,
  cap: null,
});

function percentOff(line: Line, pay: number, base: Base, input: PriceInput): Fen {
  const { quantity, price } = line.item;
  const unit = base === "list" ? price : line.unit;
  if (unit !== null) return (unit - pieceShare(unit, pay, input.pieceUnit)) * quantity;
  return offOfSum(line.current, pay);
}

/** What a rung takes off an amount. */
const offOf = (rung: Rung, amount: Fen): Fen =>
  "off" in rung ? rung.off : offOfSum(amount, rung.pay);

function asSteps(
  lines: readonly Line[],
  mine: readonly boolean[],
  discount: Discount,
  input: PriceInput,
  effect: Steps,
): Taken {
  const base = baseOf(discount, input);
  const amount = sum(lines.map((line, at) => (mine[at] ? line[base] : 0)));
  const reach =
    effect.unit === "fen"
      ? amount
      : sum(lines.map((line, at) => (mine[at] ? line.item.quantity : 0)));
  const { rung, times, wanted } = climb(effect, reach, amount);
  const capped = effect.cap !== null && wanted > effect.cap;
  const off = capped ? (effect.cap ?? 0) : wanted;
  const weights = lines.map((line, at) => (mine[at] ? line.current : 0));
  const possible = Math.min(off, sum(weights));
  return {
    offs: spread(possible, weights),
    times,
    rung,
    limit: possible < off ? "minimum" : capped ? "cap" : null,
    missing: missingOf(effect, reach, amount, rung, times, off),
    met: rung !== null,
  };
}

/** The rung that gives most of those that are reached. */
function climb(
  effect: Steps,
  reach: number,
  amount: Fen,
): { rung: Rung | null; times: number; wanted: Fen } {
  const reached = effect.steps.filter((step) => reach >= step.at);
  const rung = reached.reduce<Rung | null>(
    (best, step) => (best === null || offOf(step, amount) > offOf(best, amount) ? step : best),
    null,
  );
  if (rung === null) return { rung, times: 0, wanted: 0 };
  const times = effect.repeat && rung.at > 0 ? Math.floor(reach / rung.at) : 1;
  return { rung, times, wanted: offOf(rung, amount) * times };
}

function missingOf(
  effect: Steps,
  reach: number,
  amount: Fen,
  rung: Rung | null,
  times: number,
  off: Fen,
): Missing | null {
  const { unit, steps, repeat, cap } = effect;
  const left = cap === null ? Infinity : cap - off;
  if (left <= 0) return null;
  if (rung !== null && repeat && rung.at > 0 && "off" in rung)
    return {
      unit,
      amount: (times + 1) * rung.at - reach,
      gain: { off: Math.min(rung.off, left) },
    };
  const better = steps
    .filter(
      (step) => step.at > reach && (rung === null || offOf(step, amount) > offOf(rung, amount)),
    )
    .sort((a, b) => a.at - b.at)[0];
  if (!better) return null;
  const gain =
    "pay" in better
      ? { pay: better.pay }
      : { off: Math.min(better.off - (rung !== null && "off" in rung ? rung.off : 0), left) };
  return { unit, amount: better.at - reach, gain };
}

function nthPiece(lines: readonly Line[], mine: readonly boolean[], effect: Nth): Taken {
  const { nth, pay, repeat } = effect;
  let times = 0;
  const offs = lines.map((line, at) => {
    const { quantity } = line.item;
    const cheaper = repeat ? Math.floor(quantity / nth) : Number(quantity >= nth);
    if (!mine[at] || cheaper === 0) return 0;
    times += cheaper;
    // Pieces of a line something was spread over may differ by a fen: the lower one counts.
    const unit = line.unit ?? mulDivDown(line.current, 1, quantity);
    return clip(cheaper * offOfSum(unit, pay), line.current);
  });
  const first = lines.find((_, at) => mine[at])?.item.quantity ?? 0;
  const short = repeat || first < nth ? nth - (first % nth) : 0;
  return {
    offs,
    times,
    rung: null,
    limit: null,
    missing: short > 0 ? { unit: "piece", amount: short, gain: { pay } } : null,
    met: times > 0,
  };
}

function deposit(
  lines: readonly Line[],
  mine: readonly boolean[],
  effect: Extract<Effect, { kind: "deposit" }>,
): Taken {
  const weights = lines.map((line, at) => (mine[at] ? line.current : 0));
  const pieces = sum(lines.map((line, at) => (mine[at] ? line.item.quantity : 0)));
  const left = sum(weights);
  const wanted = Math.max(0, effect.counts - effect.paid) * pieces;
  // The deposit itself has been paid: what it counts for more can only come off what is left after it.
  const possible = clip(wanted, left - effect.paid * pieces);
  return {
    ...plain(spread(possible, weights)),
    times: possible > 0 ? pieces : 0,
    limit: possible < wanted ? "minimum" : null,
  };
}
