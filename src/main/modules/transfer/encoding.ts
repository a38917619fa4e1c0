import { isUtf8 } from "node:buffer";
import iconv from "iconv-lite";
import { COMMON_CHARACTERS } from "./commonCharacters.ts";

/** The text encodings phrase files come in, by the names people know them under. */
export type TextEncoding = "UTF-8" | "UTF-16LE" | "UTF-16BE" | "GB18030" | "Big5";

export type EncodingVerdict =
  | { readonly kind: "text"; readonly encoding: TextEncoding }
  | { readonly kind: "binary" }
  | { readonly kind: "unknown" };

/** Turns the bytes of a file into text piece by piece; characters cut by a chunk's edge come whole. */
export interface TextDecoding {
  write(chunk: Buffer): string;
  end(): string;
}

const REPLACEMENT = 0xfffd;
const USUAL_MARKS = new Set("，。！？、：；（）“”‘’《》〈〉【】「」『』…—～·￥");
/** A wrong reading of Chinese scores below 0.5 per character, a right one above 1.5 (the tests hold this). */
const LEAST_SCORE = 0.7;

/** Decoder for `encoding`; a byte order mark at the start is dropped, a broken byte becomes U+FFFD. */
export function decoderFor(encoding: TextEncoding): TextDecoding {
  const decoder = iconv.getDecoder(encoding, { stripBOM: true });
  if (encoding !== "GB18030" && encoding !== "Big5") {
    return { write: (chunk) => decoder.write(chunk), end: () => decoder.end() ?? "" };
  }
  // iconv-lite loses a four-byte character that is cut by a chunk's edge, so chunks are cut where none can be.
  let held = Buffer.alloc(0);
  return {
    write(chunk) {
      const bytes = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
      const cut = bytes.length > MOST_HELD ? bytes.length : lastBoundary(bytes);
      held = Buffer.from(bytes.subarray(cut));
      return cut === 0 ? "" : decoder.write(bytes.subarray(0, cut));
    },
    end: () => (held.length === 0 ? "" : decoder.write(held)) + (decoder.end() ?? ""),
  };
}

const MOST_HELD = 4 * 1024 * 1024;

/** Bytes below 0x30 (line breaks, commas, quotes, spaces) are never part of a longer character. */
function lastBoundary(bytes: Buffer): number {
  let at = bytes.length;
  while (at > 0 && (bytes[at - 1] ?? 0) >= 0x30) at -= 1;
  return at;
}

/**
 * Names the encoding of a text by its bytes alone. `sample` starts at the start of a line, or of the file,
 * and may hold several pieces of the file that each end with a line break.
 */
export function detectEncoding(sample: Buffer): EncodingVerdict {
  const marked = byteOrderMark(sample);
  if (marked !== null) return { kind: "text", encoding: marked };
  if (sample.includes(0)) {
    const wide = detectUtf16(sample);
    if (wide !== null) return { kind: "text", encoding: wide };
  }
  if (looksBinary(sample)) return { kind: "binary" };
  if (isUtf8(sample) || mostlyUtf8(sample)) return { kind: "text", encoding: "UTF-8" };
  const gb = chineseScore(iconv.decode(sample, "GB18030"));
  const big5 = chineseScore(iconv.decode(sample, "Big5"));
  const best = Math.max(gb, big5);
  if (best < LEAST_SCORE) return { kind: "unknown" };
  return { kind: "text", encoding: gb >= big5 ? "GB18030" : "Big5" };
}

function byteOrderMark(sample: Buffer): TextEncoding | null {
  if (sample[0] === 0xef && sample[1] === 0xbb && sample[2] === 0xbf) return "UTF-8";
  if (sample[0] === 0xff && sample[1] === 0xfe) return "UTF-16LE";
  if (sample[0] === 0xfe && sample[1] === 0xff) return "UTF-16BE";
  return null;
}

/** UTF-16 without a mark: the reading in which nearly everything is a usual character. */
function detectUtf16(sample: Buffer): TextEncoding | null {
  const even = sample.subarray(0, sample.length - (sample.length % 2));
  const little = usualShare(iconv.decode(even, "UTF-16LE"));
  const big = usualShare(iconv.decode(even, "UTF-16BE"));
  if (Math.max(little, big) < 0.8) return null;
  return little >= big ? "UTF-16LE" : "UTF-16BE";
}

function usualShare(text: string): number {
  let usual = 0;
  let total = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    total += 1;
    // A unit of zero is what plain bytes with NULs turn into; it speaks against UTF-16.
    if (code === 0 || code === REPLACEMENT) usual -= 1;
    else if ((code >= 0x20 && code < 0x7f) || code === 9 || code === 10 || code === 13) usual += 1;
    else if (COMMON_CHARACTERS.has(character) || USUAL_MARKS.has(character)) usual += 1;
    else if (code >= 0x1f300 && code < 0x1fb00) usual += 1;
    // Han outside the list: as likely a wrong reading as a rare word.
    else if (code >= 0x4e00 && code <= 0x9fff) usual += 0.7;
    else if (code >= 0xff01 && code <= 0xff5e) usual += 1;
  }
  return total === 0 ? 0 : usual / total;
}

function looksBinary(sample: Buffer): boolean {
  let controls = 0;
  for (const byte of sample) {
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12) controls += 1;
  }
  // A stray control character in a long text spoils one row, not the file.
  return controls > sample.length / 200;
}

/** Text that is UTF-8 but for a few damaged bytes: those rows are refused by name, the rest is good. */
function mostlyUtf8(sample: Buffer): boolean {
  let broken = 0;
  let good = 0;
  for (const character of sample.toString("utf8")) {
    const code = character.codePointAt(0) ?? 0;
    if (code === REPLACEMENT) broken += 1;
    else if (code > 0x7f) good += 1;
  }
  return good > broken * 20;
}

/** Mean likeness of the characters beyond ASCII to everyday Chinese: about 3 for a right reading. */
function chineseScore(text: string): number {
  let score = 0;
  let total = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) continue;
    total += 1;
    if (COMMON_CHARACTERS.has(character) || USUAL_MARKS.has(character)) score += 3;
    else if (code === REPLACEMENT) score -= 6;
    else if (code >= 0xe000 && code <= 0xf8ff) score -= 4;
    else if (code >= 0x4e00 && code <= 0x9fff) score += 0;
    else if (code >= 0xff01 && code <= 0xff5e) score += 1;
    else if (code < 0x10000) score -= 2;
  }
  return total === 0 ? 0 : score / total;
}
