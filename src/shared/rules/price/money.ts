/** Money in fen: always an integer, never a fraction of one. */
export type Fen = number;

/** The largest price of one piece, in fen (ten million yuan). Sums of it stay exact in a double. */
export const LARGEST_PRICE: Fen = 1_000_000_000;
/** As many pieces as one line may have. */
export const LARGEST_QUANTITY = 9_999;

/** A share in parts of ten thousand: 9折 pays 9000. */
export const WHOLE = 10_000;

/** floor(a × b / c) and what is left over, exactly: products beyond what a double holds are worked out as big integers. */
function mulDiv(
  a: number,
  b: number,
  c: number,
): { readonly whole: number; readonly rest: number } {
  const product = a * b;
  if (product <= Number.MAX_SAFE_INTEGER) {
    const rest = product % c;
    return { whole: (product - rest) / c, rest };
  }
  const large = BigInt(a) * BigInt(b);
  return { whole: Number(large / BigInt(c)), rest: Number(large % BigInt(c)) };
}

/** floor(a × b / c) without losing a fen. All three are whole and not negative, c is not 0. */
export const mulDivDown = (a: number, b: number, c: number): number => mulDiv(a, b, c).whole;

/** a × b / c rounded half up. All three are whole and not negative, c is not 0. */
export function mulDivHalfUp(a: number, b: number, c: number): number {
  const { whole, rest } = mulDiv(a, b, c);
  return rest * 2 >= c ? whole + 1 : whole;
}

/**
 * Divides `total` among the weights so that the shares add up to it: each gets the whole part of its share, and the fen
 * left over go to the largest remainders, of equal ones to the first (the largest-remainder method). No share is larger
 * than its weight as long as `total` is not larger than all weights together.
 */
export function spread(total: Fen, weights: readonly number[]): Fen[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  if (sum === 0 || total === 0) return weights.map(() => 0);
  const parts = weights.map((weight) => mulDiv(total, weight, sum));
  const shares = parts.map(({ whole }) => whole);
  const left = total - shares.reduce((all, share) => all + share, 0);
  const order = parts
    .map(({ rest }, at) => ({ at, rest }))
    .sort((a, b) => b.rest - a.rest || a.at - b.at);
  for (const { at } of order.slice(0, left)) shares[at] = (shares[at] ?? 0) + 1;
  return shares;
}

/**
 * Fen of an amount as people write it: "299", "299.5", "1,299.00". Null when it is not one, has more than two decimals
 * or is above `LARGEST_PRICE`.
 */
export function toFen(text: string): Fen | null {
  const match = /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?$/.exec(text.trim());
  if (!match) return null;
  const yuan = (match[1] ?? "").replaceAll(",", "");
  if (yuan.length > 10) return null;
  const fen = Number(yuan) * 100 + Number((match[2] ?? "").padEnd(2, "0"));
  return fen > LARGEST_PRICE ? null : fen;
}

/** "468.20": always two decimals. */
export function toYuan(fen: Fen): string {
  const whole = Math.abs(fen);
  const rest = String(whole % 100).padStart(2, "0");
  return `${fen < 0 ? "-" : ""}${Math.floor(whole / 100)}.${rest}`;
}

/** "598" for whole yuan, "538.20" for others: as one writes a price in a chat. */
export function inChat(fen: Fen): string {
  return toYuan(fen).replace(/\.00$/, "");
}
