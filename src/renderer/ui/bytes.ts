const UNITS = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;

/** A file's size as a person says it: "1.4 MB". */
export function bytesInWords(bytes: number, locale: string): string {
  const step =
    bytes < 1 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log(bytes) / Math.log(1024)));
  const format = new Intl.NumberFormat(locale, {
    style: "unit",
    unit: UNITS[step] ?? "byte",
    unitDisplay: step === 0 ? "long" : "short",
    maximumFractionDigits: step > 1 ? 1 : 0,
  });
  return format.format(bytes / 1024 ** step);
}
