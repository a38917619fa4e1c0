import { skuKey } from "../../../shared/rules/sku.ts";

/** What a file name says about SKUs. */
export type SkuMatch =
  | { readonly kind: "one"; readonly key: string }
  | { readonly kind: "several"; readonly keys: readonly string[] }
  | { readonly kind: "none" };

/** Longest name that is looked at, in characters; people do not write longer ones by hand. */
const LONGEST_NAME = 200;

/** What may stand beside a character without the two being one word. */
function kindOf(character: string): "latin" | "letter" | "between" {
  if (/[\p{Script=Latin}\p{N}]/u.test(character)) return "latin";
  return /\p{L}/u.test(character) ? "letter" : "between";
}

/** Places where a word may begin or end: between kinds of characters, and beside what is no letter. */
function wordEdges(characters: readonly string[]): number[] {
  const kinds = characters.map(kindOf);
  const edges = [0];
  for (let at = 1; at < characters.length; at += 1)
    if (kinds[at] !== kinds[at - 1] || kinds[at] === "between") edges.push(at);
  edges.push(characters.length);
  return edges;
}

/** SKUs that stand in a name as whole words; one that lies within a longer one is not meant. */
function skusIn(name: string, keys: ReadonlySet<string>, longest: number): Set<string> {
  const characters = [...skuKey(name)].slice(0, LONGEST_NAME);
  const edges = wordEdges(characters);
  const spans: { key: string; from: number; to: number }[] = [];
  for (const [i, from] of edges.entries())
    for (const to of edges.slice(i + 1)) {
      if (to - from > longest) break;
      const key = characters.slice(from, to).join("");
      if (keys.has(key)) spans.push({ key, from, to });
    }
  const whole = spans.filter(
    (one) =>
      !spans.some(
        (other) =>
          other !== one &&
          other.from <= one.from &&
          other.to >= one.to &&
          other.to - other.from > one.to - one.from,
      ),
  );
  return new Set(whole.map(({ key }) => key));
}

/**
 * Finds which SKU a picture's file name means: "A100-1.jpg", "A100_主图.png", "台灯A100白.webp". The SKU must stand
 * there as a whole word, the longest wins, case and width do not matter. A name that says nothing is asked for its
 * folder, the nearest first ("A100/1.jpg").
 * @param skus the SKUs there are, as `skuKey` writes them
 */
export function createSkuMatcher(skus: Iterable<string>): (fileName: string) => SkuMatch {
  const keys = new Set(skus);
  keys.delete("");
  let longest = 0;
  for (const key of keys) longest = Math.max(longest, [...key].length);
  return (fileName) => {
    const parts = fileName.replaceAll("\\", "/").split("/").filter(Boolean);
    const base = parts.pop() ?? "";
    for (const part of [withoutEnding(base), ...parts.toReversed()]) {
      const found = [...skusIn(part, keys, longest)];
      if (found.length === 1) return { kind: "one", key: found[0]! };
      if (found.length > 1) return { kind: "several", keys: found };
    }
    return { kind: "none" };
  };
}

const natural = new Intl.Collator("zh", { numeric: true, sensitivity: "base" });
const FACE = /主图|主圖|首图|首圖|封面|main|cover|hero/i;

const withoutEnding = (name: string): string => name.replace(/\.\w{1,5}$/, "");

/** The order of a product's pictures by their file names: the main one first, then as people count. */
export function byPictureName(a: string, b: string): number {
  const face = Number(FACE.test(b)) - Number(FACE.test(a));
  return face === 0 ? natural.compare(withoutEnding(a), withoutEnding(b)) : face;
}
