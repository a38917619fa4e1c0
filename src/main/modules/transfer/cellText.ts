/** Characters a title made from the body has at most. */
const TITLE_CUT = 30;
const ENTITIES: Readonly<Record<string, string>> = {
  lt: "<",
  gt: ">",
  amp: "&",
  quot: '"',
  apos: "'",
  nbsp: " ",
};

/** What other programs write for a character their format cannot hold, such as &#13; and &#44;. Decoded once. */
export function decodeCell(cell: string): string {
  const decoded = !cell.includes("&")
    ? cell
    : cell.replaceAll(
        /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|(lt|gt|amp|quot|apos|nbsp));/g,
        decodeEntity,
      );
  return decoded.includes("\r") ? decoded.replaceAll(/\r\n?/g, "\n") : decoded;
}

function decodeEntity(whole: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return ENTITIES[name] ?? whole;
  const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
  const usable = code <= 0x10ffff && code > 0 && !(code >= 0xd800 && code <= 0xdfff);
  return usable ? String.fromCodePoint(code) : whole;
}

/** A title made from the first line of the body, cut at 30 characters. */
export function titleOf(body: string): string {
  const first = body.trim().split(/[\r\n]/, 1)[0] ?? "";
  return [...first].slice(0, TITLE_CUT).join("").trim();
}

export function oneLine(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, " ");
}
