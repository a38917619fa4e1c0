/** "¥20", "¥129.90" in the numbers of a language. */
export const yuanWords = (fen: number, locale: string): string =>
  new Intl.NumberFormat(locale, {
    style: "currency",
    currency: "CNY",
    currencyDisplay: "narrowSymbol",
    minimumFractionDigits: fen % 100 === 0 ? 0 : 2,
  }).format(fen / 100);
