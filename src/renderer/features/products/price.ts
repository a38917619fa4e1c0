/** Fen as a person reads it: 129, 129.90; no sign of money, that is said beside it. */
export const yuanOf = (fen: number): string =>
  fen % 100 === 0 ? String(fen / 100) : (fen / 100).toFixed(2);

/** "¥129.90" in the numbers of a language. */
export const priceOf = (fen: number, locale: string): string =>
  new Intl.NumberFormat(locale, {
    style: "currency",
    currency: "CNY",
    currencyDisplay: "narrowSymbol",
    minimumFractionDigits: fen % 100 === 0 ? 0 : 2,
  }).format(fen / 100);
