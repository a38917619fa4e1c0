import { Button } from "antd";
import type { KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import type { CampaignNow } from "../../../shared/contract/campaigns.ts";
import { DEFAULT_ZONE } from "../../../shared/rules/validityWall.ts";
import { EmptyState } from "../../ui/States.tsx";
import { useUndo } from "../../ui/Undo.tsx";
import { StateTag } from "./StateTag.tsx";
import { wallWords } from "./times.ts";
import { usePrepared } from "./usePrepared.ts";
import { hasDraft } from "./useSetDraft.ts";

interface SetListProps {
  readonly sets: readonly CampaignNow[];
  readonly now: number;
  readonly chosen: string | null;
  readonly onOpen: (id: string) => void;
  readonly onNew: () => void;
}

/** The campaigns: those that are on first, then what comes, what has no date, what is over. */
export function SetList({ sets, now, chosen, onOpen, onNew }: SetListProps) {
  const { t, i18n } = useTranslation();
  const prepared = usePrepared("campaign");
  const undo = useUndo();
  const { offer } = prepared;
  const example = offer !== null && offer.present < offer.sets && (
    <Button
      size={sets.length === 0 ? "middle" : "small"}
      loading={prepared.adding}
      onClick={() => prepared.add((step) => undo.offer(step))}
    >
      {t("campaigns.prepared.addExample", { phrases: offer.phrases })}
    </Button>
  );
  const count = (set: CampaignNow): number =>
    new Set(
      [...set.phrases, ...set.phases.flatMap(({ phrases }) => phrases)].map(
        ({ phraseId }) => phraseId,
      ),
    ).size;
  const moved = (event: KeyboardEvent): void => {
    const step = { ArrowDown: "nextElementSibling", ArrowUp: "previousElementSibling" } as const;
    const way = step[event.key as keyof typeof step];
    const next = way && event.currentTarget.parentElement?.[way]?.querySelector("button");
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  return (
    <section className="campaign-section" aria-labelledby="campaigns-title">
      <header className="campaign-head">
        <h2 id="campaigns-title">{t("campaigns.list.title")}</h2>
        <span className="campaign-soft">{t("campaigns.list.lead")}</span>
        <span className="campaign-gap" />
        {sets.length > 0 && (
          <>
            {example}
            {offer !== null && offer.unedited > 0 && (
              <Button
                size="small"
                type="text"
                title={t("campaigns.prepared.removeWords")}
                loading={prepared.removing}
                onClick={() => prepared.remove((step) => undo.offer(step))}
              >
                {t("campaigns.prepared.removeExample")}
              </Button>
            )}
            <Button size="small" type="primary" onClick={onNew}>
              {t("campaigns.list.new")}
            </Button>
          </>
        )}
      </header>
      {sets.length === 0 && (
        <EmptyState
          sentence={t("campaigns.list.empty")}
          action={
            <>
              <Button type="primary" onClick={onNew}>
                {t("campaigns.list.new")}
              </Button>
              {example}
            </>
          }
          example={t("campaigns.list.example")}
        />
      )}
      <ul className="set-list" aria-label={t("campaigns.list.title")}>
        {sets.map((set) => (
          <li key={set.id} data-colour={set.colour}>
            <button
              type="button"
              className="set-row"
              aria-current={set.id === chosen || undefined}
              onClick={() => onOpen(set.id)}
              onKeyDown={moved}
            >
              <i className="set-dot" aria-hidden />
              <span className="set-name">
                {set.name}
                {hasDraft(set.id) && <small>{t("campaigns.editor.unsaved")}</small>}
              </span>
              <span className="set-window">
                {set.start === null || set.end === null
                  ? ""
                  : `${wallWords(set.start, i18n.language)} – ${wallWords(set.end, i18n.language, { end: true })}${set.zone === DEFAULT_ZONE ? "" : ` (${set.zone})`}`}
              </span>
              <span className="set-shops">
                {set.shops.length === 0 ? t("campaigns.everyShop") : set.shops.join("、")}
              </span>
              <span className="set-count">
                {t("campaigns.list.phrases", { count: count(set) })}
              </span>
              <StateTag standing={set.standing} now={now} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
