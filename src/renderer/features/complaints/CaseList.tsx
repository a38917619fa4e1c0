import { useVirtualizer } from "@tanstack/react-virtual";
import {
  type KeyboardEvent,
  type Ref,
  useEffect,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
} from "react";
import { useTranslation } from "react-i18next";
import type { Complaint } from "../../../shared/contract/complaints.ts";
import { PAGE, type Windowed } from "../../api/windowed.ts";
import { isComposing } from "../../ui/keys.ts";
import type { BoardHandle } from "./Board.tsx";
import { buyerOf, Deadline, Severity } from "./Marks.tsx";
import { useNames } from "./useNames.ts";

const ROW_HEIGHT = 36;

interface CaseListProps {
  readonly ref?: Ref<BoardHandle>;
  readonly list: Windowed<Complaint>;
  /** Which row the keys are on; -1 for none. */
  readonly cursor: number;
  readonly onCursor: (index: number) => void;
  readonly onOpen: (id: string) => void;
  /** Which pages the eye is on. */
  readonly onPages: (first: number, last: number) => void;
}

/** Cases as rows, of which only those on the screen exist. */
export function CaseList({ ref, list, cursor, onCursor, onOpen, onPages }: CaseListProps) {
  const { t } = useTranslation();
  const names = useNames();
  const listId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoised over it
  const virtualizer = useVirtualizer({
    count: list.total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 10,
  });
  const items = virtualizer.getVirtualItems();
  const first = Math.floor((items[0]?.index ?? 0) / PAGE);
  const last = Math.floor((items.at(-1)?.index ?? 0) / PAGE);
  useLayoutEffect(() => onPages(first, last), [first, last, onPages]);
  useEffect(() => {
    if (cursor >= 0) virtualizer.scrollToIndex(cursor, { align: "auto" });
  }, [cursor, virtualizer]);
  useImperativeHandle(ref, () => ({
    focus() {
      scroller.current?.focus();
      if (cursor < 0 && list.total > 0) onCursor(0);
    },
  }));

  const pressed = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget || isComposing(event.nativeEvent)) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW_HEIGHT) - 1);
    const current = list.rowAt(cursor);
    const go = (index: number) => (): void =>
      onCursor(Math.max(0, Math.min(index, list.total - 1)));
    const steps: Record<string, () => void> = {
      ArrowDown: go(cursor + 1),
      ArrowUp: go(cursor - 1),
      PageDown: go(cursor + page),
      PageUp: go(cursor - page),
      Home: go(0),
      End: go(list.total - 1),
      Enter: () => current && onOpen(current.id),
    };
    const run = steps[event.key];
    if (!run || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    run();
  };

  const at = list.rowAt(cursor);
  return (
    <div className="complaint-list">
      <div className="complaint-row complaint-row-head" aria-hidden>
        <span>{t("complaints.columns.customer")}</span>
        <span>{t("complaints.columns.what")}</span>
        <span>{t("complaints.kind")}</span>
        <span>{t("complaints.fields.severity")}</span>
        <span>{t("complaints.stage")}</span>
        <span>{t("complaints.columns.due")}</span>
        <span>{t("complaints.columns.number")}</span>
      </div>
      <div
        ref={scroller}
        className="complaint-rows"
        role="listbox"
        aria-label={t("complaints.list")}
        aria-activedescendant={at ? `${listId}-${at.id}` : undefined}
        aria-busy={list.stale}
        tabIndex={0}
        onKeyDown={pressed}
      >
        <div style={{ height: virtualizer.getTotalSize(), position: "relative" }}>
          {items.map((item) => {
            const row = list.rowAt(item.index);
            return (
              <div
                key={item.key}
                className="complaint-slot"
                style={{ transform: `translateY(${item.start}px)` }}
                onClick={() => row && onOpen(row.id)}
              >
                {row && (
                  <div
                    id={`${listId}-${row.id}`}
                    role="option"
                    aria-selected={item.index === cursor}
                    aria-posinset={item.index + 1}
                    aria-setsize={list.total}
                    className="complaint-row"
                    data-current={item.index === cursor || undefined}
                  >
                    <b>{buyerOf(row, t("complaints.noName"))}</b>
                    <span title={row.title}>{row.title}</span>
                    <span>{names.kinds[row.kind]}</span>
                    <Severity severity={row.severity} />
                    <span>{names.stages[row.stage]}</span>
                    <Deadline of={row} />
                    <code>{row.number}</code>
                  </div>
                )}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}
