import type { Lexicon } from "./lexicon.ts";

/** Takes one token of a text: its number, what it weighs there, and where it stands in the text. */
export type TakeToken = (token: number, weight: number, start: number, end: number) => void;

/**
 * How closely a text is read: a question in every way; a title by words, pairs and sounds; a body by its words
 * alone, because it is long and what it says in passing counts little.
 */
export type Depth = "question" | "title" | "body";

/** What a token weighs by its kind; found by trying on the judged questions. */
const WEIGHT = {
  group: 1,
  /** A group known by one character alone, such as 退. */
  shortGroup: 0.5,
  /** A group whose word was taken from a longer one's text by the segmenter. */
  innerGroup: 0.7,
  /** A group known by sound: 发火 for 发货. */
  heard: 0.5,
  /** A group typed in pinyin. */
  spelt: 0.8,
  word: 0.8,
  character: 0.8,
  stopWord: 0.08,
  pair: 0.45,
  sound: 0.2,
  /** A character of a word, so that 掉毛 and 毛 meet. */
  single: 0.3,
  /** What is left of a pair or its sound when both halves are stop words. */
  idle: 0.2,
} as const;

const segmenter = new Intl.Segmenter("zh", { granularity: "word" });
const isHanzi = (unit: number): boolean =>
  (unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0x3400 && unit <= 0x4dbf);
const PINYIN = /^[a-z]{4,}$/;
const PAIRS = 0x1_0000;

/** What is said with a number or in two places, and the word of the field it stands for. */
const PATTERNS: readonly { readonly pattern: RegExp; readonly word: string }[] = [
  {
    pattern:
      /\d{2,3} ?(斤|公斤|kg)|[一1]米[一二三四五六七八九\d]|1\d\d ?(cm|公分)|(?<!\d)1[5-9]\d(?!\d)/,
    word: "身高体重",
  },
  { pattern: /有[^，。 ]{0,5}送|送[^，。 ]{0,5}(吗|不|么)$/, word: "赠品" },
  { pattern: /([一二三四五六七八九]|\d)岁|\d+个月大/, word: "小孩" },
  { pattern: /[六七八九6789][十0-9](多|几)?岁/, word: "长辈" },
  { pattern: /钱[^，。 ]{0,6}退|退[^，。 ]{0,4}钱/, word: "退款" },
  {
    pattern:
      /(昨天|前天|之前|上次|刚才)[^，。]{0,4}\d+[^，。]{0,8}(今天|现在|又|变)[^，。]{0,4}\d+/,
    word: "涨价",
  },
  { pattern: /用了?[^，。 ]{0,6}(天|周|礼拜|星期|月|次)[^，。 ]{0,4}坏/, word: "质量问题" },
];

export type Tokeniser = ReturnType<typeof createTokeniser>;

/** Turns folded text into numbered tokens: groups of like words, words, pairs of characters, pairs of sounds. */
export function createTokeniser(lexicon: Lexicon) {
  const words = new Map<string, number>();
  const pairs = new Map<number, number>();
  const sounds = new Map<string, number>();
  // The groups of the lexicon come first.
  let next = lexicon.groups;

  function numberOf<K>(map: Map<K, number>, key: K, isKnown: boolean): number {
    const known = map.get(key);
    if (known !== undefined) return known;
    if (isKnown) return -1;
    map.set(key, next);
    return next++;
  }

  /** Words of the field, longest first; returns which places they cover. */
  function readFieldWords(text: string, known: boolean, take: TakeToken): Uint8Array {
    const covered = new Uint8Array(text.length);
    let reached = 0;
    for (let place = 0; place < text.length; place++) {
      const word = lexicon.at(text, place);
      const length = word?.text.length ?? 0;
      const end = place + length;
      // A word may begin inside another (什么时候发 and 发货), but one character there says nothing.
      if (!word || (length === 1 && (place < reached || lexicon.isStopWord(word.text)))) continue;
      if (end <= reached) continue;
      const weight = length === 1 ? WEIGHT.shortGroup : WEIGHT.group;
      for (const group of word.groups) take(group, weight, place, end);
      take(numberOf(words, word.text, known), WEIGHT.word, place, end);
      covered.fill(1, place, end);
      reached = end;
    }
    return covered;
  }

  function readSegments(text: string, depth: Depth, known: boolean, take: TakeToken): void {
    for (const { segment, index, isWordLike } of segmenter.segment(text)) {
      if (!isWordLike) continue;
      const end = index + segment.length;
      const stop = lexicon.isStopWord(segment);
      if (stop && depth === "body") continue;
      const short = segment.length === 1 && isHanzi(segment.charCodeAt(0));
      const weight = stop ? WEIGHT.stopWord : short ? WEIGHT.character : WEIGHT.word;
      take(numberOf(words, segment, known), weight, index, end);
      if (segment.length > 1)
        for (const group of lexicon.groupsOf(segment)) take(group, WEIGHT.innerGroup, index, end);
      if (depth === "question" && PINYIN.test(segment))
        for (const group of lexicon.spelt(segment)) take(group, WEIGHT.spelt, index, end);
    }
  }

  /** Characters, pairs of them, and pairs of sounds. */
  function readPairs(text: string, known: boolean, take: TakeToken): void {
    for (let at = 0; at < text.length; at++) {
      if (!isHanzi(text.charCodeAt(at)) || lexicon.isStopWord(text[at]!)) continue;
      take(numberOf(words, text[at]!, known), WEIGHT.single, at, at + 1);
    }
    for (let at = 0; at + 1 < text.length; at++) {
      const [a, b] = [text.charCodeAt(at), text.charCodeAt(at + 1)];
      if (!isHanzi(a) || !isHanzi(b)) continue;
      const idle =
        (lexicon.isStopWord(text[at]!) && lexicon.isStopWord(text[at + 1]!)) ||
        lexicon.isStopWord(text.slice(at, at + 2));
      const share = idle ? WEIGHT.idle : 1;
      take(numberOf(pairs, a * PAIRS + b, known), WEIGHT.pair * share, at, at + 2);
      const sound = `${lexicon.soundOf(a)} ${lexicon.soundOf(b)}`;
      take(numberOf(sounds, sound, known), WEIGHT.sound * share, at, at + 2);
    }
  }

  /** Words of the field by their sound, where none was found by its characters. */
  function readHeard(text: string, covered: Uint8Array, take: TakeToken): void {
    for (let place = 0; place + 1 < text.length; place++) {
      if (!isHanzi(text.charCodeAt(place))) continue;
      const heard = lexicon.heardAt(text, place);
      if (!heard) continue;
      const end = place + heard.length;
      if (covered.subarray(place, end).every((each) => each === 1)) continue;
      for (const group of heard.groups) take(group, WEIGHT.heard, place, end);
    }
  }

  /**
   * Gives every token of a folded text; one may come several times.
   * @param known true: a token never met before is not numbered, it comes as -1
   */
  function read(folded: string, depth: Depth, known: boolean, take: TakeToken): void {
    const text = folded.replaceAll(/[^\p{L}\p{N}]/gu, (other) => " ".repeat(other.length));
    const covered = readFieldWords(text, known, take);
    readSegments(text, depth, known, take);
    if (depth === "body") return;
    readPairs(text, known, take);
    if (depth !== "question") return;
    readHeard(text, covered, take);
    for (const { pattern, word } of PATTERNS) {
      const found = pattern.exec(text);
      if (!found) continue;
      const end = found.index + found[0].length;
      for (const group of lexicon.groupsOf(word)) take(group, WEIGHT.group, found.index, end);
    }
  }

  return {
    read,
    /** How many tokens there are numbers for. */
    get size() {
      return next;
    },
  };
}
