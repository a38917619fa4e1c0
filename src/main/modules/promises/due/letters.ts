/** Characters as they are read: full width, traditional and capital letters as their plain ones. */
const PLAIN = new Map<string, string>([
  ..."後后點点時时週周禮礼個个內内間间鐘钟頭头鍾钟兩两號号雙双當当節节國国慶庆誕诞過过無无數数幾几開开贰二貳二叁三參三〇零這这裡里裏里午午壹一"
    .match(/../gu)!
    .map((pair) => [pair[0]!, pair[1]!] as const),
]);

/** The text as it is read, of the same length: places in it are places in the text. */
export function foldDue(text: string): string {
  let folded = "";
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    // Full-width signs and letters, and the wide space.
    if (code >= 0xff01 && code <= 0xff5e)
      folded += String.fromCharCode(code - 0xfee0).toLowerCase();
    else if (code === 0x3000 || code === 0xa0) folded += " ";
    else if (code >= 65 && code <= 90) folded += text[at]!.toLowerCase();
    else folded += PLAIN.get(text[at]!) ?? text[at]!;
  }
  return folded;
}

const DIGITS = "零一二三四五六七八九";

/** A number as it is written: 24, 1.5, 三, 二十五, 两, 一百二十. */
export const NUMBER = String.raw`(?:\d+(?:\.\d+)?|[零一二两三四五六七八九十百]+)`;

const UNITS = "one two three four five six seven eight nine".split(" ");
const TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen";
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");

const ENGLISH: Readonly<Record<string, number>> = Object.fromEntries([
  ...[...UNITS, ...TEENS.split(" ")].map((word, at) => [word, at + 1] as const),
  ...TENS.flatMap((ten, at) =>
    ["", ...UNITS].map(
      (unit, more) => [unit === "" ? ten : `${ten}-${unit}`, 10 * (at + 2) + more] as const,
    ),
  ),
  ...([
    ["a", 1],
    ["an", 1],
    ["half", 0.5],
    ["couple", 2],
    ["a couple of", 2],
  ] as const),
]);
export const ENGLISH_NUMBER = String.raw`(?:\d+(?:\.\d+)?|${Object.keys(ENGLISH)
  .toSorted((a, b) => b.length - a.length)
  .join("|")})`;

/** The value of what NUMBER or ENGLISH_NUMBER found. */
export function numberOf(words: string): number {
  if (/^\d/.test(words)) return Number(words);
  if (Object.hasOwn(ENGLISH, words)) return ENGLISH[words]!;
  let [total, digit] = [0, -1];
  for (const sign of words.replaceAll("两", "二")) {
    if (sign === "十" || sign === "百") {
      total += (digit < 0 ? 1 : digit) * (sign === "十" ? 10 : 100);
      digit = -1;
    } else if (sign === "零" && digit > 0) digit *= 10;
    // 两三天 is three at most, 三四十 forty.
    else digit = DIGITS.indexOf(sign);
  }
  return total + Math.max(0, digit);
}
