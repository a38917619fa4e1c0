import { type Line, type Taken, isFor, take } from "./effects.ts";
import { type Fen, spread } from "./money.ts";
import { type Discount, LAYERS, PIECE_LAYERS, type PriceInput, type StepState } from "./types.ts";

/** One discount that was tried on the order. */
export interface Tried {
  readonly discount: Discount;
  readonly taken: Taken;
  readonly state: Extract<StepState, "applied" | "unmet" | "noGain">;
  readonly before: Fen;
  readonly after: Fen;
  readonly off: Fen;
  readonly offOther: Fen;
}

/** An order after a set of discounts. */
export interface Run {
  readonly lines: readonly Line[];
  readonly tried: readonly Tried[];
  /** The own shop's goods. */
  readonly goods: Fen;
  /** Everything paid, goods of other shops too: what combinations are compared by. */
  readonly all: Fen;
}

const sum = (values: readonly number[]): number => values.reduce((total, each) => total + each, 0);

/** Discounts in the order of calculation. */
export function inOrder(input: PriceInput): Discount[] {
  if (input.order === "listed") return [...input.discounts];
  return input.discounts.toSorted((a, b) => LAYERS.indexOf(a.layer) - LAYERS.indexOf(b.layer));
}

const startLine = (item: PriceInput["items"][number]): Line => {
  const list = item.price * item.quantity;
  return { item, list, piece: list, current: list, unit: item.price };
};

/**
 * Cuts what is taken off so that each shop is still paid the least that platforms take for an order.
 * Goods that cost less than that from the start stay as they are.
 */
function keepMinimum(
  lines: readonly Line[],
  offs: readonly Fen[],
  minimum: Fen,
): { offs: readonly Fen[]; cut: boolean } {
  const kept = [...offs];
  let cut = false;
  for (const other of [false, true]) {
    const party = lines.map((line) => line.item.other === other);
    const left = sum(lines.map((line, at) => (party[at] ? line.current : 0)));
    const room = Math.max(0, left - minimum);
    const weights = offs.map((off, at) => (party[at] ? off : 0));
    if (sum(weights) <= room) continue;
    cut = true;
    for (const [at, off] of spread(room, weights).entries()) if (party[at]) kept[at] = off;
  }
  return { offs: kept, cut };
}

/** Subtracts and keeps the price of one piece where all pieces still cost the same. */
function subtract(line: Line, off: Fen, onPieces: boolean, even: boolean): void {
  if (off === 0) return;
  line.current -= off;
  if (onPieces) line.piece = Math.max(0, line.piece - off);
  line.unit =
    even && line.unit !== null && off % line.item.quantity === 0
      ? line.unit - off / line.item.quantity
      : null;
}

/**
 * Works out an order under the given discounts, each as it is. Whether they may be used together is not asked here.
 * Fen only; every line's discounts add up to what its price fell by.
 */
export function run(input: PriceInput, discounts: readonly Discount[]): Run {
  const lines = input.items.map(startLine);
  const own = (): Fen => sum(lines.map((line) => (line.item.other ? 0 : line.current)));
  const tried = discounts.map((discount): Tried => {
    const before = own();
    const taken = take(lines, discount, input);
    const { offs, cut } = keepMinimum(lines, taken.offs, input.minimum);
    const onPieces = PIECE_LAYERS.includes(discount.layer);
    const even = ["unitPrice", "unitOff", "percent"].includes(discount.effect.kind);
    for (const [at, line] of lines.entries())
      subtract(line, offs[at] ?? 0, onPieces, onPieces && even && !cut);
    const after = own();
    const all = sum(offs);
    return {
      discount,
      taken: cut ? { ...taken, offs, limit: "minimum" } : taken,
      state: !taken.met ? "unmet" : all > 0 ? "applied" : "noGain",
      before,
      after,
      off: before - after,
      offOther: all - (before - after),
    };
  });
  return { lines, tried, goods: own(), all: sum(lines.map((line) => line.current)) };
}

/** True when two discounts are not used together: one group, or one excludes the other's layer, for the same goods. */
export function excludeEachOther(a: Discount, b: Discount, input: PriceInput): boolean {
  const says =
    (a.group !== "" && a.group === b.group) ||
    a.excludes.includes(b.layer) ||
    b.excludes.includes(a.layer);
  return says && input.items.some((item) => isFor(a, item) && isFor(b, item));
}
