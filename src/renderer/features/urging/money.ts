/** Cents as an amount: "¥1,299.00". */
export const money = (cents: number): string =>
  `¥${(cents / 100).toLocaleString("en", { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`;

/** What a person writes for an amount, in cents; null: no amount; undefined: nothing written. */
export function centsIn(text: string): number | null | undefined {
  const plain = text.normalize("NFKC").replaceAll(/[\s,¥元]/g, "");
  if (plain === "") return undefined;
  return /^\d{1,9}(?:\.\d{1,2})?$/.test(plain) ? Math.round(Number(plain) * 100) : null;
}
