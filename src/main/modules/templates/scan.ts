/** A tag or an output of a text. Offsets are UTF-16 units of the text as it was written. */
export interface Piece {
  readonly kind: "output" | "tag";
  readonly begin: number;
  readonly end: number;
  /** What stands between the braces, without blanks. */
  readonly contentBegin: number;
  readonly contentEnd: number;
}

/** Something wrong, before its line and column are counted. */
export interface Flaw {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly start: number;
  readonly end: number;
  readonly fix: string | null;
}

export interface Scan {
  /** The text with the punctuation of Chinese keyboards inside tags made plain; every character keeps its place. */
  readonly normalised: string;
  readonly pieces: readonly Piece[];
  readonly flaws: readonly Flaw[];
}

/** How a person writes opening braces that are meant as they stand. */
const asText = (opener: string): string => `{{ "${opener}" }}`;

const PLAIN: Readonly<Record<string, string>> = {
  "：": ":",
  "，": ",",
  "、": ",",
  "｜": "|",
  "。": ".",
  "．": ".",
  "（": "(",
  "）": ")",
  "【": "[",
  "】": "]",
  "＝": "=",
  "！": "!",
  "＞": ">",
  "＜": "<",
  "－": "-",
};
const DOUBLE = "“”＂";
const SINGLE = "‘’＇";

interface Content {
  readonly text: string;
  /** The same with what is quoted blanked out. */
  readonly bare: string;
  /** Where a quotation begins that does not end; -1 when all do. */
  readonly openQuote: number;
}

/** The closing quote of what begins at `from`; -1 when there is none. A straight quote closes a straight one only. */
function closing(source: string, from: number): number {
  const opener = source[from]!;
  for (let at = from + 1; at < source.length; at += 1) {
    const letter = source[at]!;
    if (letter === "\\") at += 1;
    else if (letter === opener) return at;
    else if (DOUBLE.includes(opener) && DOUBLE.includes(letter)) return at;
    else if (SINGLE.includes(opener) && SINGLE.includes(letter)) return at;
  }
  return -1;
}

/** Makes punctuation plain outside of quotations and the quotes around them straight. */
function makePlain(source: string): Content {
  let text = "";
  let bare = "";
  for (let at = 0; at < source.length; at += 1) {
    const letter = source[at]!;
    const single = letter === "'" || SINGLE.includes(letter);
    if (letter !== '"' && !single && !DOUBLE.includes(letter)) {
      text += PLAIN[letter] ?? letter;
      bare += PLAIN[letter] ?? letter;
      continue;
    }
    const end = closing(source, at);
    if (end === -1) return { text: "", bare: "", openQuote: at };
    const inside = source.slice(at + 1, end);
    const straight = letter === '"' || letter === "'" || inside.includes("\\");
    const free = ['"', "'"].find((quote) => !inside.includes(quote));
    const quote = straight ? letter : (free ?? letter);
    text += `${quote}${inside}${quote}`;
    bare += " ".repeat(inside.length + 2);
    at = end;
  }
  return { text, bare, openQuote: -1 };
}

const BLANK = /\s/;
const RAW = /^raw$/;
const END_RAW = /\{%\s*endraw\s*-?%\}/g;

/** True when a text may have anything to fill in. What is none takes no further step. */
export const isTemplate = (text: string): boolean => text.includes("{{") || text.includes("{%");

/** Where the next `{{` or `{%` begins; -1 when there is none. */
function nextOpen(text: string, from: number): number {
  for (let at = text.indexOf("{", from); at !== -1; at = text.indexOf("{", at + 1))
    if (text[at + 1] === "{" || text[at + 1] === "%") return at;
  return -1;
}

/**
 * Finds the tags and outputs of a text and what is wrong with their braces. An opening without its closing is a flaw
 * and otherwise text, so that what comes after it is looked at too. A closing without an opening is text.
 */
export function scan(source: string): Scan {
  const pieces: Piece[] = [];
  const flaws: Flaw[] = [];
  let normalised = "";
  let copied = 0;
  // Closings that do not come any more: looked for once.
  const gone = new Set<string>();
  const flaw = (code: string, start: number, end: number, params: Flaw["params"] = {}): void =>
    void flaws.push({ code, params, start, end, fix: null });

  for (let at = nextOpen(source, 0); at !== -1;) {
    const kind = source[at + 1] === "{" ? "output" : "tag";
    const opener = source.slice(at, at + 2);
    const closer = kind === "output" ? "}}" : "%}";
    const close = gone.has(closer) ? -1 : source.indexOf(closer, at + 2);
    if (close === -1) gone.add(closer);
    const content = close === -1 ? null : makePlain(source.slice(at + 2, close));
    if (!content || (content.openQuote === -1 && nextOpen(content.bare, 0) !== -1)) {
      const example = asText(opener);
      flaw("template_not_closed", at, at + 2, { open: opener, close: closer, example });
      at = nextOpen(source, at + 2);
      continue;
    }
    const end = close + 2;
    if (content.openQuote !== -1) {
      const quote = at + 2 + content.openQuote;
      flaw("template_quote_open", quote, close, { quote: source[quote]! });
      at = nextOpen(source, end);
      continue;
    }
    normalised += source.slice(copied, at + 2) + content.text;
    copied = close;
    let contentBegin = at + 2 + (content.text.startsWith("-") ? 1 : 0);
    let contentEnd = close - (content.text.length > 1 && content.text.endsWith("-") ? 1 : 0);
    while (contentBegin < contentEnd && BLANK.test(source[contentBegin]!)) contentBegin += 1;
    while (contentEnd > contentBegin && BLANK.test(source[contentEnd - 1]!)) contentEnd -= 1;
    if (contentBegin >= contentEnd) {
      const example = asText(opener);
      flaw("template_empty", at, end, { open: opener, close: closer, example });
      at = nextOpen(source, end);
      continue;
    }
    const piece: Piece = { kind, begin: at, end, contentBegin, contentEnd };
    if (kind === "tag" && RAW.test(source.slice(contentBegin, contentEnd))) {
      END_RAW.lastIndex = end;
      const match = END_RAW.exec(source);
      if (!match) flaw("template_block_not_closed", at, end, { name: "raw", close: "endraw" });
      at = match ? nextOpen(source, END_RAW.lastIndex) : -1;
      continue;
    }
    pieces.push(piece);
    at = nextOpen(source, end);
  }
  return { normalised: normalised + source.slice(copied), pieces, flaws };
}
