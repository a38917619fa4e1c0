/** Numbers and Latin words are cut into pieces of four: of two there would be too many of each. */
const LATIN = 4;
/** Most queries in Chinese are two characters long. */
const OTHER = 2;

/** Runs of digits and Latin letters, and runs of other letters; signs and spaces part them. */
function* runs(
  text: string,
): Generator<{ readonly characters: string[]; readonly length: number }> {
  const normal = text.normalize("NFKC").toLowerCase();
  for (const [run] of normal.matchAll(/[a-z0-9]+|(?:(?![a-z0-9])[\p{L}\p{N}\p{M}])+/gu))
    yield { characters: [...run], length: /^[a-z0-9]/.test(run) ? LATIN : OTHER };
}

/**
 * A text as pieces that overlap, so that any part of it is a run of pieces: what SQLite's index of words needs to find
 * within Chinese, and the last digits of an order.
 */
export function gramsOf(text: string): string {
  const found: string[] = [];
  for (const { characters, length } of runs(text))
    for (let at = 0; at < characters.length; at += 1)
      found.push(characters.slice(at, at + length).join(""));
  return found.join(" ");
}

/** What to look for so that every part of a query occurs; null when it says nothing. */
export function matchFor(query: string): string | null {
  const terms: string[] = [];
  for (const { characters, length } of runs(query)) {
    if (characters.length < length) terms.push(`"${characters.join("")}" *`);
    else {
      const whole = characters.length - length + 1;
      const pieces = Array.from({ length: whole }, (_, at) =>
        characters.slice(at, at + length).join(""),
      );
      terms.push(`"${pieces.join(" ")}"`);
    }
  }
  return terms.length === 0 ? null : terms.join(" AND ");
}
