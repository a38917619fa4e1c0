import { useTranslation } from "react-i18next";
import type { CalendarLine, CampaignNow } from "../../../shared/contract/campaigns.ts";
import { duration } from "../../ui/moments.ts";
import { wallWords } from "./times.ts";

interface Note {
  readonly key: string;
  readonly kind: "overlap" | "gap";
  readonly ids: readonly [string, string];
  readonly span: {
    readonly from: number;
    readonly to: number;
    readonly start: string;
    readonly end: string;
  };
  readonly shops: readonly string[];
}

/** The same overlaps and gaps in words, shop by shop. */
export function PlanNotes({
  lines,
  sets,
}: {
  lines: readonly CalendarLine[];
  sets: readonly CampaignNow[];
}) {
  const { t, i18n } = useTranslation();
  const nameOf = (id: string): string => sets.find((set) => set.id === id)?.name ?? "";
  // What several shops share is said once.
  const notes = new Map<string, Note>();
  for (const line of lines) {
    const own = [
      ...line.overlaps.map(({ ids, ...span }) => ({ kind: "overlap" as const, ids, span })),
      ...line.gaps.map(({ after, before, ...span }) => ({
        kind: "gap" as const,
        ids: [after, before] as const,
        span,
      })),
    ];
    for (const { kind, ids, span } of own) {
      const key = [kind, ...ids].join(" ");
      const shops = [...(notes.get(key)?.shops ?? []), line.shop];
      notes.set(key, { key, kind, ids, span, shops });
    }
  }
  const shopsOf = (shops: readonly string[]): string =>
    shops.length === lines.length && shops.includes("")
      ? t("campaigns.everyShop")
      : shops.map((shop) => (shop === "" ? t("campaigns.otherShops") : shop)).join("、");
  if (notes.size === 0) return null;
  return (
    <ul className="plan-notes">
      {[...notes.values()].map(({ key, kind, ids, span, shops }) => (
        <li key={key} data-kind={kind}>
          <b>{t(`campaigns.calendar.${kind}Short`)}</b>{" "}
          {t(`campaigns.calendar.${kind}Words`, {
            shop: shopsOf(shops),
            one: nameOf(ids[0]),
            two: nameOf(ids[1]),
            length: duration(span.to - span.from, i18n.language),
            start: wallWords(span.start, i18n.language),
            end: wallWords(span.end, i18n.language, { end: true }),
          })}
        </li>
      ))}
    </ul>
  );
}
