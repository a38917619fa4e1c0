/** How many letters of a spelling are looked at. */
const DEPTH = 4;

/**
 * Whether a text may hold any spelling, by the first letters of each. The library parts every text into graphemes,
 * some 300 ns a character; this look costs a tenth and lets it see only the few texts in which a word begins.
 */
export function createGlance(
  spellings: readonly string[],
): (letters: Uint16Array, size: number) => boolean {
  // Letters are numbered by their place in the spellings: texts are mostly made of others.
  const numbers = new Uint16Array(0x10000);
  let count = 1;
  for (const spelling of spellings)
    for (let at = 0; at < Math.min(DEPTH, spelling.length); at++) {
      const unit = spelling.charCodeAt(at);
      if (numbers[unit] === 0) numbers[unit] = count++;
    }
  // A tree as one table: node * count + letter -> the next node; WORD where a spelling (or its first letters) ends.
  const WORD = -1;
  /** Pairs of letters that a spelling begins with, one bit each: most places of a text end here. */
  const pairs = new Uint8Array(Math.ceil((count * count) / 8));
  const next = new Map<number, number>();
  const first = new Int32Array(count);
  let nodes = 1;
  for (const spelling of spellings) {
    let node = 0;
    const depth = Math.min(DEPTH, spelling.length);
    if (depth > 1) {
      const pair = numbers[spelling.charCodeAt(0)]! * count + numbers[spelling.charCodeAt(1)]!;
      pairs[pair >> 3]! |= 1 << (pair & 7);
    }
    for (let at = 0; at < depth && node !== WORD; at++) {
      const letter = numbers[spelling.charCodeAt(at)]!;
      const known = node === 0 ? first[letter] : next.get(node * count + letter);
      const to: number =
        at === depth - 1 ? WORD : known === undefined || known === 0 ? nodes++ : known;
      if (node === 0) first[letter] = to;
      else next.set(node * count + letter, to);
      node = to;
    }
  }

  return (letters, size) => {
    let letter = size > 0 ? numbers[letters[0]!]! : 0;
    for (let start = 0; start < size; start++) {
      const second = start + 1 < size ? numbers[letters[start + 1]!]! : 0;
      let node = first[letter]!;
      if (node === WORD) return true;
      const pair = letter * count + second;
      letter = second;
      if (node === 0 || (pairs[pair >> 3]! & (1 << (pair & 7))) === 0) continue;
      for (let at = start + 1; node > 0 && at < size; at++)
        node = next.get(node * count + numbers[letters[at]!]!) ?? 0;
      if (node === WORD) return true;
    }
    return false;
  };
}
