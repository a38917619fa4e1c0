import { Button } from "antd";
import { type KeyboardEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { WordingTopic } from "../../../shared/contract/wordings.ts";
import { useCall } from "../../api/hooks.ts";
import { EmptyState, ErrorState } from "../../ui/States.tsx";
import { isTyping, useKeys } from "../../ui/keys.ts";
import { AddDialog } from "./AddDialog.tsx";
import { differing } from "./differing.ts";
import type { WordingActions } from "./useWordings.ts";
import { WordingCard } from "./WordingCard.tsx";

interface TopicPaneProps {
  readonly topic: WordingTopic;
  readonly actions: WordingActions;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}

/** The wordings of one question as cards. */
export function TopicPane({ topic, actions, onEdit, onRemove }: TopicPaneProps) {
  const { t } = useTranslation();
  const wordings = useCall("wordings.list", { topicId: topic.id }, { keepPrevious: true });
  const [adding, setAdding] = useState(false);
  const [focus, setFocus] = useState<string | null>(null);
  const [compared, setCompared] = useState<ReadonlySet<string>>(new Set());
  /** True while only those to be compared are shown. */
  const [side, setSide] = useState(false);
  const grid = useRef<HTMLDivElement>(null);

  const all = wordings.data ?? [];
  const picked = all.filter(({ id }) => compared.has(id));
  const comparing = side && picked.length > 1;
  const shown = comparing ? picked : all;
  const current = shown.find(({ id }) => id === focus) ?? shown[0];
  const standard = (comparing ? shown : all).find((each) => each.standard) ?? shown[0];

  const compare = (id: string, on: boolean): void => {
    const next = new Set(compared);
    if (on) next.add(id);
    else next.delete(id);
    setCompared(next);
  };
  const toggleSide = (): void => setSide(!comparing && picked.length > 1);

  useKeys(t("wordings.title"), [
    { keys: "a", words: t("wordings.add.title"), run: () => setAdding(true) },
    { keys: "left", shown: "← → ↑ ↓", words: t("wordings.keys.walk") },
    { keys: "1", shown: "1 – 5", words: t("wordings.keys.rate") },
    { keys: "0", words: t("wordings.keys.unrate") },
    { keys: "space", words: t("wordings.keys.pick") },
    { keys: "v", words: t("wordings.sideBySide"), run: toggleSide },
    { keys: "enter", words: t("wordings.promote") },
    { keys: "c", words: t("wordings.copy") },
    { keys: "del", words: t("wordings.remove") },
  ]);

  const walk = (step: number): void => {
    const next = shown[shown.findIndex(({ id }) => id === current?.id) + step];
    if (!next) return;
    setFocus(next.id);
    document.getElementById(`wording-${next.id}`)?.focus();
  };
  /** How many cards stand side by side. */
  const columns = (): number => {
    const cards = [...(grid.current?.children ?? [])] as HTMLElement[];
    const first = cards[0]?.offsetTop;
    return Math.max(1, cards.filter(({ offsetTop }) => offsetTop === first).length);
  };
  const pressed = (event: KeyboardEvent): void => {
    // Keys belong to the card itself, not to a field or a button in it.
    const onCard = event.target instanceof HTMLElement && event.target.matches(".wording-card");
    if (!current || !onCard || isTyping(event.target)) return;
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return;
    const steps: Readonly<Record<string, number>> = {
      ArrowRight: 1,
      ArrowLeft: -1,
      ArrowDown: columns(),
      ArrowUp: -columns(),
    };
    const step = steps[event.key];
    if (step !== undefined) walk(step);
    else if (/^[0-5]$/.test(event.key)) actions.rate(current.id, Number(event.key));
    else if (event.key === " ") compare(current.id, !compared.has(current.id));
    else if (event.key === "Enter" && !current.standard) actions.promote(current.id);
    else if (event.key === "c") void actions.copy(current);
    else if (event.key === "Delete") actions.remove(current.id);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <section className="topic-pane" aria-label={topic.title}>
      <header className="topic-head">
        <div>
          <h1>{topic.title}</h1>
          {topic.examples.length > 0 && (
            <p className="wordings-soft">
              {t("wordings.topic.alsoAsked", { examples: topic.examples.join(" · ") })}
            </p>
          )}
          <p className="wordings-soft">
            {topic.standard
              ? t("wordings.topic.standardIs", { title: topic.standard.title })
              : t("wordings.topic.noStandard")}
          </p>
        </div>
        <div className="topic-actions">
          {picked.length > 1 && (
            <Button onClick={toggleSide}>
              {comparing
                ? t("wordings.showAll")
                : t("wordings.compareCount", { count: picked.length })}
            </Button>
          )}
          <Button onClick={onEdit}>{t("wordings.topic.edit")}</Button>
          <Button onClick={onRemove}>{t("wordings.topic.remove")}</Button>
          <Button type="primary" onClick={() => setAdding(true)}>
            {t("wordings.add.title")}
          </Button>
        </div>
      </header>
      {wordings.isError ? (
        <ErrorState error={wordings.error} onRetry={() => void wordings.refetch()} />
      ) : wordings.data && all.length === 0 ? (
        <EmptyState
          sentence={t("wordings.none.sentence")}
          action={
            <Button type="primary" onClick={() => setAdding(true)}>
              {t("wordings.add.title")}
            </Button>
          }
          example={t("wordings.none.example")}
        />
      ) : (
        <div
          ref={grid}
          className={comparing ? "wording-cards side" : "wording-cards"}
          onKeyDown={pressed}
        >
          {shown.map((wording) => (
            <WordingCard
              key={wording.id}
              wording={wording}
              actions={actions}
              focused={wording.id === current?.id}
              compared={compared.has(wording.id)}
              marks={
                comparing && standard && wording.id !== standard.id
                  ? differing(wording.body, standard.body)
                  : []
              }
              onFocus={() => setFocus(wording.id)}
              onCompare={(on) => compare(wording.id, on)}
            />
          ))}
        </div>
      )}
      {comparing && <p className="wordings-soft wordings-foot">{t("wordings.compareWords")}</p>}
      <AddDialog
        open={adding}
        topic={topic}
        actions={actions}
        onClose={() => {
          setAdding(false);
          if (current) document.getElementById(`wording-${current.id}`)?.focus();
        }}
      />
    </section>
  );
}
