/** How long a script is for a chat bubble. */
export interface BubbleLength {
  /** Characters: wide ones count 1, narrow ones (ASCII) a half. */
  readonly length: number;
  readonly limit: number;
  readonly over: boolean;
  /** Where it is best cut so that every part is within the limit, as UTF-16 offsets; empty when it is not over. */
  readonly cuts: number[];
}

const characters = new Intl.Segmenter("zh", { granularity: "grapheme" });

/** One character as a person sees it. */
interface Character {
  readonly text: string;
  /** Offset behind it. */
  readonly end: number;
  readonly width: number;
}

/** ASCII takes half the room of a Chinese character. */
const isNarrow = (segment: string): boolean => segment.charCodeAt(0) < 0x80;
const BREAK = /[\r\n]/u;

function charactersOf(text: string): Character[] {
  return Array.from(characters.segment(text), ({ segment, index }) => ({
    text: segment,
    end: index + segment.length,
    width: BREAK.test(segment) ? 0 : isNarrow(segment) ? 0.5 : 1,
  }));
}

/** Halves of pairs, marks, joiners: what is one character together with its neighbours. */
const joins = (text: string): boolean => /[\p{M}\p{Cf}\p{Sk}\u{10000}-\u{10ffff}]/u.test(text);

/** True for Chinese characters and their punctuation, of which each is one for sure. */
const isOne = (unit: number): boolean =>
  (unit >= 0x2e80 && unit <= 0x9fff) || (unit >= 0xff00 && unit <= 0xffef);

/** Length of a text in Chinese characters: wide 1, narrow a half, line breaks nothing. */
export function widthOf(text: string): number {
  let width = 0;
  let sure = true;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 0x80) {
      width += 1;
      if (!isOne(unit)) sure = false;
    } else if (unit !== 10 && unit !== 13) width += 0.5;
  }
  // Telling whole characters apart costs a hundred times as much, and few texts need it.
  return sure || !joins(text)
    ? width
    : charactersOf(text).reduce((sum, each) => sum + each.width, 0);
}

/** What a cut at a place costs, in characters of unevenness a better place is worth. */
const COST = {
  paragraph: 0,
  line: 2,
  sentence: 6,
  clause: 160,
  space: 180,
  anywhere: 240,
} as const;
/** One part more costs less than a sentence cut in two. */
const PART = 100;

const SENTENCE_END = /[。！？!?；;…~～]/u;
const CLAUSE_END = /[，,、：:]/u;
const CLOSES = /[”’"'）)】」』》\]]/u;
/** A template's tag, of which the name tells where a block ends. */
const TAG = /\{%-?\s*(?<end>end)?(?<name>\w+).*?%\}/gsu;
/** Placeholders and template marks are never cut in two, nor are addresses and numbers. */
const WHOLE =
  /\{\{.*?\}\}|\{%.*?%\}|【[^】\n]{0,40}】|https?:\/\/[^\s，。！？；、）】]+|[\w.,:+-]+/gsu;

interface Cut {
  /** Index into the characters: the cut is before it. */
  readonly at: number;
  readonly cost: number;
}

/** From each tag that opens a block to the one that closes it: either half alone would be a broken template. */
function* blocksOf(text: string): Generator<readonly [start: number, end: number]> {
  const open: { name: string; start: number }[] = [];
  for (const { 0: tag, index, groups } of text.matchAll(TAG)) {
    const name = groups!["name"]!;
    if (groups!["end"] === undefined) {
      open.push({ name, start: index });
      continue;
    }
    const opener = open.findLastIndex((each) => each.name === name);
    if (opener === -1) continue;
    yield [open[opener]!.start, index + tag.length];
    open.length = opener;
  }
}

function insideWhole(text: string): (offset: number) => boolean {
  const inside = new Uint8Array(text.length + 1);
  for (const { 0: whole, index } of text.matchAll(WHOLE))
    inside.fill(1, index + 1, index + whole.length);
  if (text.includes("{%"))
    for (const [start, end] of blocksOf(text)) inside.fill(1, start + 1, end);
  return (offset) => inside[offset] === 1;
}

function costBehind(all: readonly Character[], at: number): number {
  const [last, next] = [all[at - 1]!.text, all[at]!.text];
  if (BREAK.test(last)) return at > 1 && BREAK.test(all[at - 2]!.text) ? COST.paragraph : COST.line;
  // The mark that closes a quotation, the emoji behind a sentence and the break stay with what they end.
  if (BREAK.test(next) || CLOSES.test(next) || SENTENCE_END.test(next)) return COST.anywhere;
  const ended = CLOSES.test(last) && at > 1 ? all[at - 2]!.text : last;
  if (SENTENCE_END.test(ended))
    return /\p{Extended_Pictographic}/u.test(next) ? COST.anywhere : COST.sentence;
  if (/\p{Extended_Pictographic}/u.test(last)) return COST.sentence;
  if (CLAUSE_END.test(ended)) return COST.clause;
  if (!/\s/u.test(last)) return COST.anywhere;
  return /[.!?]/u.test(all[at - 2]?.text ?? "") ? COST.sentence : COST.space;
}

/** Every place where the text may be cut, with the start and the end. */
function placesOf(text: string, all: readonly Character[]): Cut[] {
  const inside = insideWhole(text);
  const places: Cut[] = [{ at: 0, cost: 0 }];
  for (let at = 1; at < all.length; at++)
    if (!inside(all[at - 1]!.end)) places.push({ at, cost: costBehind(all, at) });
  places.push({ at: all.length, cost: 0 });
  return places;
}

/**
 * The cuts that cost least: few parts, at the ends of sentences, of even length. A part that has no place to cut it
 * (an address longer than the limit) stays over the limit.
 */
function bestCuts(text: string, all: readonly Character[], limit: number): number[] {
  const before = new Float64Array(all.length + 1);
  all.forEach(({ width }, index) => (before[index + 1] = before[index]! + width));
  const total = before[all.length]!;
  const even = total / Math.ceil(total / limit);
  const places = placesOf(text, all);
  const least = new Float64Array(places.length).fill(Number.POSITIVE_INFINITY);
  const from = new Int32Array(places.length);
  least[0] = 0;
  for (let to = 1; to < places.length; to++)
    for (let start = to - 1; start >= 0; start--) {
      const length = before[places[to]!.at]! - before[places[start]!.at]!;
      // Two neighbouring places may be further apart than the limit.
      if (length > limit && start < to - 1) break;
      const unevenness = ((length - even) / limit) ** 2 * 40;
      const cost = least[start]! + places[to]!.cost + PART + unevenness;
      if (cost < least[to]!) {
        least[to] = cost;
        from[to] = start;
      }
    }
  const cuts: number[] = [];
  for (let at = from[places.length - 1]!; at > 0; at = from[at]!)
    cuts.unshift(all[places[at]!.at - 1]!.end);
  return cuts;
}

/** Measures a script against a bubble and says where to cut it. @param limit in Chinese characters */
export function lengthOf(text: string, limit: number): BubbleLength {
  const length = widthOf(text);
  const over = length > limit;
  return { length, limit, over, cuts: over ? bestCuts(text, charactersOf(text), limit) : [] };
}

/**
 * The parts a script is best sent in, without the blank space between them; one part when it fits.
 * @param most parts; what would be more stays in the last
 */
export function splitSuggestion(text: string, limit: number, most = Infinity): string[] {
  const { cuts } = lengthOf(text, limit);
  return partsOf(text, cuts.slice(0, Math.max(0, most - 1)));
}

/** A text cut at these UTF-16 offsets, without the blank space between the parts. */
export function partsOf(text: string, cuts: readonly number[]): string[] {
  const bounds = [0, ...cuts, text.length];
  return bounds
    .slice(1)
    .map((end, index) => text.slice(bounds[index], end).trim())
    .filter((part) => part !== "");
}
