import type { StoredText } from "./store.ts";

/** Texts that share at least so much of their runs of three characters say nearly the same. */
const NEARLY = 0.7;
/** Shorter texts have too few runs to tell; they are compared as a whole. */
const LEAST_LENGTH = 10;
/** Values of a text's signature, and how many of them have to agree in one band for two texts to be compared. */
const VALUES = 24;
const ROWS = 3;
/** A band shared by more texts than this is a turn of speech, not a copy. */
const CROWD = 200;

/** A group of texts that say the same. */
export interface Group {
  /** The least likeness of a text to the one that is kept; 1: all the same but for signs and blanks. */
  readonly likeness: number;
  /** The one to keep first. */
  readonly ids: readonly string[];
}

/** A text without what makes no difference to a reader: signs, blanks, width and case. */
const bare = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, "");

/** Runs of three characters, as numbers, ascending, none twice. */
function shinglesOf(text: string): Uint32Array {
  const all = new Uint32Array(text.length - 2);
  for (let at = 0; at < all.length; at++) {
    let hash = 0x811c9dc5;
    for (let next = at; next < at + 3; next++)
      hash = Math.imul(hash ^ text.charCodeAt(next), 0x01000193);
    all[at] = hash;
  }
  all.sort();
  return all.filter((shingle, at) => at === 0 || shingle !== all[at - 1]);
}

const MULTIPLIERS = Array.from(
  { length: VALUES },
  (_, at) => Math.imul(at * 2 + 1, 0x9e3779b1) | 1,
);

/** The least of each of several hashes: texts agree in as many as the share of runs they have in common (Broder 1997). */
function signatureOf(shingles: Uint32Array): Uint32Array {
  const least = new Uint32Array(VALUES).fill(0xffffffff);
  for (let at = 0; at < VALUES; at++) {
    const multiplier = MULTIPLIERS[at]!;
    const salt = Math.imul(at, 0x85ebca6b);
    let smallest = 0xffffffff;
    for (const shingle of shingles) {
      let hash = Math.imul(shingle ^ salt, multiplier);
      hash = (hash ^ (hash >>> 15)) >>> 0;
      if (hash < smallest) smallest = hash;
    }
    least[at] = smallest;
  }
  return least;
}

/** The share of runs two texts have in common (Jaccard). */
function likenessOf(a: Uint32Array, b: Uint32Array): number {
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const difference = a[i]! - b[j]!;
    if (difference === 0) shared++;
    if (difference <= 0) i++;
    if (difference >= 0) j++;
  }
  return shared / (a.length + b.length - shared);
}

/** Bands of a signature as numbers: the place of the band above, a hash of its values below. */
function* bandsOf(signature: Uint32Array): Generator<number> {
  for (let row = 0; row < VALUES; row += ROWS) {
    let hash = 0x811c9dc5;
    for (let at = row; at < row + ROWS; at++)
      hash = Math.imul(hash ^ signature[at]!, 0x01000193) ^ (hash >>> 13);
    yield (row / ROWS) * 2 ** 32 + (hash >>> 0);
  }
}

/** Of several that say the same the one most used is kept, of equals the oldest. */
const worth = (a: StoredText, b: StoredText): number =>
  b.uses - a.uses || a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1);

/**
 * Groups texts that are the same after normalisation, and those nearly the same; a text is in one group only.
 * Phrases with pictures or several messages are left out: their words alone do not say what they are.
 * @param pause awaited every now and then
 */
export async function findTwice(
  texts: Iterable<StoredText>,
  pause: () => Promise<void>,
): Promise<Group[]> {
  // Of each text the copies that are wholly the same.
  const same = new Map<string, StoredText[]>();
  for (const text of texts) {
    await pause();
    if (text.pieces) continue;
    const key = bare(text.body) || text.body.trim();
    const known = same.get(key);
    if (known) known.push(text);
    else same.set(key, [text]);
  }

  const keys = [...same.keys()];
  const parent = keys.map((_, at) => at);
  const rootOf = (at: number): number => {
    while (parent[at] !== at) at = parent[at] = parent[parent[at]!]!;
    return at;
  };
  const shingles: (Uint32Array | null)[] = [];
  const bands = new Map<number, number[]>();
  for (const [at, key] of keys.entries()) {
    await pause();
    const own = key.length < LEAST_LENGTH ? null : shinglesOf(key);
    shingles.push(own);
    if (!own) continue;
    for (const band of bandsOf(signatureOf(own))) {
      const others = bands.get(band);
      if (others) others.push(at);
      else bands.set(band, [at]);
    }
  }
  for (const members of bands.values()) {
    await pause();
    if (members.length < 2 || members.length > CROWD) continue;
    for (const [i, a] of members.entries()) {
      await pause();
      for (const b of members.slice(i + 1)) {
        // Texts of very different length have too few runs in common.
        const [one, other] = [shingles[a]!.length, shingles[b]!.length];
        if (Math.min(one, other) < NEARLY * Math.max(one, other)) continue;
        if (rootOf(a) === rootOf(b)) continue;
        if (likenessOf(shingles[a]!, shingles[b]!) >= NEARLY) parent[rootOf(b)] = rootOf(a);
      }
    }
  }

  const groups = new Map<number, number[]>();
  for (const at of keys.keys()) {
    const root = rootOf(at);
    const members = groups.get(root);
    if (members) members.push(at);
    else groups.set(root, [at]);
  }
  const found: Group[] = [];
  for (const members of groups.values()) {
    const all = members.flatMap((at) => same.get(keys[at]!)!.map((text) => ({ text, at })));
    if (all.length < 2) continue;
    all.sort((a, b) => worth(a.text, b.text));
    const kept = shingles[all[0]!.at];
    const likeness = Math.min(
      ...all.map(({ at }) => (at === all[0]!.at || !kept ? 1 : likenessOf(kept, shingles[at]!))),
    );
    found.push({ likeness, ids: all.map(({ text }) => text.id) });
  }
  return found.toSorted(
    (a, b) => Number(b.likeness === 1) - Number(a.likeness === 1) || b.ids.length - a.ids.length,
  );
}
