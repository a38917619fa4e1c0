/** For each token the documents that hold it, ascending, and how much it counts in each (1 to 255). */
export interface Postings {
  /** Where a token's list begins; one longer than there are tokens. */
  readonly starts: Uint32Array;
  readonly docs: Uint32Array;
  readonly impacts: Uint8Array;
}

/** The greatest impact, standing for 1. */
export const FULL_IMPACT = 255;

export const NO_POSTINGS: Postings = {
  starts: new Uint32Array(1),
  docs: new Uint32Array(0),
  impacts: new Uint8Array(0),
};

export type PostingsList = ReturnType<typeof createPostingsList>;

/** Token, document and weight, one below the other, until all are there. Documents come in ascending order. */
export function createPostingsList() {
  let tokens = new Uint32Array(1 << 12);
  let docs = new Uint32Array(1 << 12);
  let weights = new Float32Array(1 << 12);
  let length = 0;

  function grow(): void {
    const size = tokens.length * 2;
    const [t, d, w] = [new Uint32Array(size), new Uint32Array(size), new Float32Array(size)];
    t.set(tokens);
    d.set(docs);
    w.set(weights);
    [tokens, docs, weights] = [t, d, w];
  }

  return {
    add(token: number, doc: number, weight: number): void {
      if (length === tokens.length) grow();
      tokens[length] = token;
      docs[length] = doc;
      weights[length] = weight;
      length++;
    },
    get length() {
      return length;
    },
    token: (at: number): number => tokens[at]!,
    doc: (at: number): number => docs[at]!,
    weight: (at: number): number => weights[at]!,
  };
}

/** Steps of a tight loop between two looks at the clock. */
export const STRIDE = 16_384;

/**
 * Sorts a list by token, by counting. `impact` gives what a weight counts, 0 to 1.
 * @param pause awaited every now and then
 */
export async function toPostings(
  list: PostingsList,
  tokens: number,
  impact: (weight: number, token: number, doc: number) => number,
  pause: () => Promise<void>,
): Promise<Postings> {
  const starts = new Uint32Array(tokens + 1);
  for (let at = 0; at < list.length; at++) {
    starts[list.token(at) + 1]!++;
    if (at % STRIDE === 0) await pause();
  }
  for (let token = 0; token < tokens; token++) starts[token + 1]! += starts[token]!;
  const places = starts.slice(0, tokens);
  const docs = new Uint32Array(list.length);
  const impacts = new Uint8Array(list.length);
  for (let at = 0; at < list.length; at++) {
    const token = list.token(at);
    const doc = list.doc(at);
    const place = places[token]!++;
    docs[place] = doc;
    impacts[place] = Math.max(1, Math.round(FULL_IMPACT * impact(list.weight(at), token, doc)));
    if (at % STRIDE === 0) await pause();
  }
  return { starts, docs, impacts };
}

/** The impact of a token in a document, 0 when it does not hold it. */
export function impactOf({ starts, docs, impacts }: Postings, token: number, doc: number): number {
  if (token + 1 >= starts.length) return 0;
  let low = starts[token]!;
  const end = starts[token + 1]!;
  let high = end;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (docs[middle]! < doc) low = middle + 1;
    else high = middle;
  }
  return low < end && docs[low] === doc ? impacts[low]! : 0;
}
