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
import type { PromiseRow } from "../../../shared/contract/promises.ts";
import type { Standing } from "../../../shared/rules/standing.ts";
import { PAGE, type Windowed } from "../../api/windowed.ts";
import { isComposing } from "../../ui/keys.ts";
import type { How, Selection } from "../../ui/selection.ts";
import type { Grouped } from "./groups.ts";
import { PromiseLine } from "./PromiseLine.tsx";
import { useAnchor } from "./useAnchor.ts";

const ROW_HEIGHT = 36;

export interface PromiseListHandle {
  /** `choose`: puts the cursor on the first row when there is none. */
  focus(choose?: boolean): void;
  toTop(): void;
  toGroup(group: Standing): void;
}

interface PromiseListProps {
  readonly ref: Ref<PromiseListHandle>;
  readonly list: Windowed<PromiseRow>;
  readonly lines: Grouped;
  readonly selection: Selection<PromiseRow>;
  /** Which pages the eye is on. */
  readonly onPages: (first: number, last: number) => void;
  /** Space: done, or open again. */
  readonly onClear: () => void;
  readonly onOpen: () => void;
  readonly onDelete: () => void;
  readonly onLeave: () => void;
}

/** The promises under the heads of their groups; only the lines on the screen exist. */
export function PromiseList(props: PromiseListProps) {
  const { ref, list, lines, selection, onPages, onClear, onOpen, onDelete, onLeave } = props;
  const { t } = useTranslation();
  const listId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoised over it
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
  });
  const items = virtualizer.getVirtualItems();
  const first = Math.floor((items[0]?.index ?? 0) / PAGE);
  const last = Math.floor((items.at(-1)?.index ?? 0) / PAGE);
  useLayoutEffect(() => onPages(first, last), [first, last, onPages]);

  const { cursor } = selection;
  const at = cursor?.index ?? -1;
  const cursorLine = at < 0 ? -1 : lines.lineOf(at);
  const latestLine = useRef(cursorLine);
  useEffect(() => {
    latestLine.current = cursorLine;
  });
  // Only a step of the person's scrolls: rows that move under the cursor are held by the anchor.
  useEffect(() => {
    if (latestLine.current < 0) return;
    // With the first row its head comes into sight.
    const line = latestLine.current === 1 ? 0 : latestLine.current;
    virtualizer.scrollToIndex(line, { align: "auto" });
  }, [cursor?.id, virtualizer]);
  useAnchor(scroller, list, lines, cursor?.id ?? null, ROW_HEIGHT);

  useImperativeHandle(ref, () => ({
    focus(choose = true) {
      scroller.current?.focus();
      if (choose && at < 0) void selection.go(0, "only");
    },
    toTop: () => virtualizer.scrollToOffset(0),
    toGroup(group) {
      const head = lines.headOf(group);
      if (head === null) return;
      const line = lines.lineAt(head + 1);
      virtualizer.scrollToIndex(head, { align: "start" });
      if (line.kind === "row") void selection.go(line.index, "only");
      scroller.current?.focus({ preventScroll: true });
    },
  }));

  const pressed = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget || isComposing(event.nativeEvent)) return;
    const how: How = event.shiftKey ? "extend" : "only";
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW_HEIGHT) - 1);
    const steps: Record<string, () => void> = {
      ArrowDown: () => void selection.go(at + 1, how),
      ArrowUp: () => void selection.go(Math.max(0, at - 1), how),
      PageDown: () => void selection.go(at + page, how),
      PageUp: () => void selection.go(Math.max(0, at - page), how),
      Home: () => void selection.go(0, how),
      End: () => void selection.go(list.total - 1, how),
      " ": onClear,
      Enter: onOpen,
      Delete: onDelete,
      Escape: onLeave,
    };
    const all = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "a";
    const run = all ? () => void selection.selectAll() : steps[event.key];
    if (!run || event.altKey) return;
    event.preventDefault();
    // A held key is one step: the row that takes the place of a cleared one is not cleared with it.
    if (event.repeat && (event.key === " " || event.key === "Delete")) return;
    run();
  };

  return (
    <div
      ref={scroller}
      className="promise-list"
      role="listbox"
      aria-multiselectable
      aria-label={t("promises.list")}
      aria-activedescendant={cursor && at >= 0 ? `${listId}-${cursor.id}` : undefined}
      aria-busy={list.stale}
      tabIndex={0}
      onKeyDown={pressed}
    >
      <div style={{ height: virtualizer.getTotalSize(), position: "relative" }}>
        {items.map((item) => {
          const line = lines.lineAt(item.index);
          if (line.kind === "head")
            return (
              <div
                key={`head-${line.group}`}
                className="promise-slot promise-group"
                data-group={line.group}
                role="presentation"
                style={{ transform: `translateY(${item.start}px)` }}
              >
                <b>{t(`promises.groups.${line.group}`)}</b> <span>{line.count}</span>
              </div>
            );
          const row = list.rowAt(line.index);
          return (
            <div
              key={row?.id ?? item.key}
              className="promise-slot"
              style={{ transform: `translateY(${item.start}px)` }}
              onMouseDown={(event) => {
                if (event.shiftKey) event.preventDefault();
              }}
              onClick={(event) =>
                void selection.go(
                  line.index,
                  event.shiftKey ? "extend" : event.ctrlKey || event.metaKey ? "toggle" : "only",
                )
              }
              onDoubleClick={onOpen}
            >
              {row ? (
                <PromiseLine
                  row={row}
                  domId={`${listId}-${row.id}`}
                  selected={selection.rows.has(row.id) || cursor?.id === row.id}
                  current={cursor?.id === row.id}
                  place={line.index + 1}
                  total={list.total}
                />
              ) : (
                <div className="promise-row promise-row-waiting" aria-hidden />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}
