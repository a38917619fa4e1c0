import type { Campaign, CalendarLine } from "../../../shared/contract/campaigns.ts";
import type { Output } from "../../../shared/contract/index.ts";
import type { Span } from "../../../shared/rules/validity.ts";
import { gaps, overlaps, type Planned } from "../../../shared/rules/validityPlan.ts";
import { daysOf, instantOf, wallOf } from "./zones.ts";

interface Asked {
  /** First day and the day after the last, "2026-11-01". */
  readonly from: string;
  readonly to: string;
  readonly zone: string;
  /** Null: every shop. */
  readonly shop: string | null;
}

type Dated = Planned & { readonly set: Campaign };

/** The days asked for with a line for each shop that has a set of its own, and one for all the others. */
export function calendarOf(
  sets: readonly Campaign[],
  asked: Asked,
  now: number,
): Output<"campaigns.calendar"> {
  const { zone } = asked;
  const range = {
    from: instantOf(`${asked.from}T00:00`, zone),
    to: instantOf(`${asked.to}T00:00`, zone),
  };
  const dated = sets.flatMap((set): Dated[] =>
    set.kind === "campaign" && set.start !== null && set.end !== null
      ? [
          {
            id: set.id,
            span: { from: instantOf(set.start, set.zone), to: instantOf(set.end, set.zone) },
            set,
          },
        ]
      : [],
  );
  return {
    now,
    ...range,
    days: daysOf(asked.from, asked.to, zone),
    lines: shopsOf(dated, asked.shop).map((shop) => lineOf(shop, dated, range, zone)),
  };
}

function shopsOf(dated: readonly Dated[], shop: string | null): string[] {
  if (shop !== null) return [shop];
  const named = [...new Set(dated.flatMap(({ set }) => set.shops))].toSorted((a, b) =>
    a.localeCompare(b, "zh"),
  );
  const forAll = dated.some(({ set }) => set.shops.length === 0);
  return forAll || named.length === 0 ? ["", ...named] : named;
}

function lineOf(shop: string, dated: readonly Dated[], range: Span, zone: string): CalendarLine {
  const own = dated.filter(({ set }) => set.shops.length === 0 || set.shops.includes(shop));
  const said = <T extends Span>({ from, to, ...rest }: T) => ({
    ...rest,
    from,
    to,
    start: wallOf(from, zone),
    end: wallOf(to, zone),
  });
  return {
    shop,
    campaigns: own
      .filter(({ span }) => span.from < range.to && span.to > range.from)
      .toSorted((a, b) => a.span.from - b.span.from || a.span.to - b.span.to)
      .map(({ span, set }) => ({
        ...said(span),
        id: set.id,
        name: set.name,
        colour: set.colour,
        earlier: span.from < range.from,
        later: span.to > range.to,
      })),
    overlaps: overlaps(own, range).map((overlap) => ({
      ...said(overlap),
      ids: [...overlap.ids] as [string, string],
    })),
    gaps: gaps(own, range).map(said),
  };
}
