import { type KeyboardEvent, type Ref, useImperativeHandle } from "react";
import { useTranslation } from "react-i18next";
import type { ComplaintStage } from "../../../shared/contract/complaintFacts.ts";
import { isComposing } from "../../ui/keys.ts";
import { BoardCard, cardId } from "./BoardCard.tsx";
import { moved } from "./boardMoves.ts";
import type { Column } from "./caseFilter.ts";
import { useNames } from "./useNames.ts";

export interface BoardHandle {
  /** Gives the keyboard to the card it was on, else to the first. */
  focus(): void;
}

interface BoardProps {
  readonly ref?: Ref<BoardHandle>;
  readonly columns: readonly Column[];
  /** The card the keys are on; kept by the screen, so that one comes back to it. */
  readonly cursor: string | null;
  readonly onCursor: (id: string) => void;
  readonly onOpen: (id: string) => void;
  /** Shows all of a stage. */
  readonly onMore: (stage: ComplaintStage) => void;
}

/** Cases by stage, what is due first at the top. */
export function Board({ ref, columns, cursor, onCursor, onOpen, onMore }: BoardProps) {
  const { t } = useTranslation();
  const names = useNames();
  const heights = columns.map(({ cards }) => cards.length);
  const first = columns.flatMap(({ cards }) => cards)[0]?.id ?? null;
  const known = columns.some(({ cards }) => cards.some(({ id }) => id === cursor));
  const current = known ? cursor : first;
  useImperativeHandle(ref, () => ({
    focus: () => void (current && document.getElementById(cardId(current))?.focus()),
  }));

  const pressed = (event: KeyboardEvent, column: number, row: number): void => {
    if (isComposing(event.nativeEvent) || event.ctrlKey || event.metaKey || event.altKey) return;
    const to = moved({ column, row }, event.key, heights);
    const id = to && columns[to.column]?.cards[to.row]?.id;
    if (!id) return;
    event.preventDefault();
    event.stopPropagation();
    document.getElementById(cardId(id))?.focus();
  };

  return (
    <div className="complaint-board" aria-label={t("complaints.board")} role="group">
      {columns.map(({ stage, total, overdue, cards }, column) => (
        <section
          key={stage}
          className="complaint-column"
          data-stage={stage}
          aria-label={t("complaints.columnOf", { stage: names.stages[stage], total })}
        >
          <header>
            <h2>{names.stages[stage]}</h2>
            <span className="complaint-soft">{total}</span>
            {overdue > 0 && (
              <span className="complaint-late">
                {t("complaints.columnLate", { count: overdue })}
              </span>
            )}
          </header>
          <ul>
            {cards.map((card, row) => (
              <BoardCard
                key={card.id}
                of={card}
                current={card.id === current}
                onFocus={() => onCursor(card.id)}
                onOpen={() => onOpen(card.id)}
                onKeyDown={(event) => pressed(event, column, row)}
              />
            ))}
          </ul>
          {cards.length === 0 && <p className="complaint-soft">{t("complaints.columnEmpty")}</p>}
          {total > cards.length && (
            <button type="button" className="complaint-more" onClick={() => onMore(stage)}>
              {t("complaints.more", { count: total - cards.length })}
            </button>
          )}
        </section>
      ))}
    </div>
  );
}
