/** 32-bit FNV-1a of a text, in hexadecimal: enough to know a wording again. */
export function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1)
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, "0");
}

/** A source of numbers from 0 to under 1 that a seed decides (mulberry32). */
export function seeded(seed: string): () => number {
  let state = Number.parseInt(fingerprint(seed), 16);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** One of the wordings, never the one whose fingerprint is `last` when there is another. */
export function pickWording(
  wordings: readonly string[],
  last: string | null,
  random: () => number,
): number {
  const open = wordings.flatMap((wording, index) => (fingerprint(wording) === last ? [] : [index]));
  const among = open.length > 0 ? open : wordings.map((_, index) => index);
  return among[Math.min(among.length - 1, Math.floor(random() * among.length))] ?? 0;
}
