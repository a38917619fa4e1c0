import { DateTime } from "luxon";

/** An ISO 8601 week as the machine's time zone has it. */
export interface Week {
  /** "2026-W47". */
  readonly name: string;
  /** Its Monday 00:00 and the next, milliseconds since 1970. */
  readonly start: number;
  readonly end: number;
  /** First and last day, YYYY-MM-DD. */
  readonly from: string;
  readonly to: string;
}

/** The week a moment belongs to. @param now milliseconds since 1970 @param zone an IANA name; default: the machine's */
export function weekOf(now: number, zone = "local"): Week {
  const monday = DateTime.fromMillis(now, { zone }).startOf("week");
  return {
    name: monday.toFormat("kkkk-'W'WW"),
    start: monday.toMillis(),
    end: monday.plus({ weeks: 1 }).toMillis(),
    from: monday.toFormat("yyyy-MM-dd"),
    to: monday.plus({ days: 6 }).toFormat("yyyy-MM-dd"),
  };
}

/** The days back that a proposal looks, milliseconds. */
export const ASKED_WITHIN = 7 * 24 * 60 * 60 * 1_000;

/** How many products are proposed. */
export const PROPOSED = 5;

/** What of a product can be used in a chat. */
export interface Usable {
  readonly id: string;
  readonly phraseIds: readonly string[];
  readonly pictureIds: readonly string[];
}

/** How often each thing was used in some span of time, by id. */
export interface UseCounts {
  readonly phrases: ReadonlyMap<string, number>;
  readonly pictures: ReadonlyMap<string, number>;
  readonly products: ReadonlyMap<string, number>;
}

/** How often a product was talked of: its card, its phrases and its pictures, each use once. */
export function usesOf({ id, phraseIds, pictureIds }: Usable, counts: UseCounts): number {
  let uses = counts.products.get(id) ?? 0;
  for (const phrase of new Set(phraseIds)) uses += counts.phrases.get(phrase) ?? 0;
  for (const picture of new Set(pictureIds)) uses += counts.pictures.get(picture) ?? 0;
  return uses;
}

/** What was asked most, most first; what nobody asked for is not proposed. */
export function propose(
  products: Iterable<Usable>,
  counts: UseCounts,
  except: ReadonlySet<string>,
): { id: string; uses: number }[] {
  const asked: { id: string; uses: number }[] = [];
  for (const product of products) {
    if (except.has(product.id)) continue;
    const uses = usesOf(product, counts);
    if (uses > 0) asked.push({ id: product.id, uses });
  }
  return asked.toSorted((a, b) => b.uses - a.uses || a.id.localeCompare(b.id)).slice(0, PROPOSED);
}
