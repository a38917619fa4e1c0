import { ClockCircleOutlined, StarFilled } from "@ant-design/icons";
import { useVirtualizer } from "@tanstack/react-virtual";
import {
  type KeyboardEvent,
  type MouseEvent,
  type Ref,
  memo,
  useEffect,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
} from "react";
import { useTranslation } from "react-i18next";
import type { PhraseRow } from "../../../shared/contract/phrases.ts";
import type { Marks } from "../../../shared/contract/search.ts";
import type { TemplateProblem } from "../../../shared/contract/templates.ts";
import { Marked } from "../../ui/Marked.tsx";
import { isComposing } from "../../ui/keys.ts";
import { BrokenMark } from "../../ui/template/BrokenMark.tsx";
import { useBroken } from "../../ui/template/useBroken.ts";
import { endDrag, startDrag } from "./dragging.ts";
import type { Selection } from "./selection.ts";
import { PAGE, type PhraseWindow } from "./usePhraseWindow.ts";

export const ROW_HEIGHT = 36;

export interface PhraseListHandle {
  /** `choose`: puts the cursor on the first row when there is none. */
  focus(choose?: boolean): void;
  toTop(): void;
}

interface PhraseListProps {
  readonly ref: Ref<PhraseListHandle>;
  readonly list: PhraseWindow;
  readonly selection: Selection;
  readonly marks: ReadonlyMap<string, Marks>;
  readonly showPath: boolean;
  /** What was filtered by: a row found by its category shows where. */
  readonly sought: string;
  /** Which pages the eye is on. */
  readonly onPages: (first: number, last: number) => void;
  readonly onUse: () => void;
  readonly onOpen: () => void;
  readonly onDelete: () => void;
  readonly onLeave: () => void;
}

/** The rows, of which only those on the screen exist. */
export function PhraseList(props: PhraseListProps) {
  const {
    ref,
    list,
    selection,
    marks,
    showPath,
    sought,
    onPages,
    onUse,
    onOpen,
    onDelete,
    onLeave,
  } = props;
  const broken = useBroken();
  const { t } = useTranslation();
  const listId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoised over it
  const virtualizer = useVirtualizer({
    count: list.total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
  });
  const items = virtualizer.getVirtualItems();
  const first = Math.floor((items[0]?.index ?? 0) / PAGE);
  const last = Math.floor((items.at(-1)?.index ?? 0) / PAGE);
  useLayoutEffect(() => onPages(first, last), [first, last, onPages]);

  const { cursor } = selection;
  const cursorIndex = cursor?.index ?? -1;
  useEffect(() => {
    if (cursorIndex >= 0) virtualizer.scrollToIndex(cursorIndex, { align: "auto" });
  }, [cursorIndex, virtualizer]);

  useImperativeHandle(ref, () => ({
    focus(choose = true) {
      scroller.current?.focus();
      if (choose && cursorIndex < 0) void selection.go(0);
    },
    toTop: () => virtualizer.scrollToOffset(0),
  }));

  const pressed = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget || isComposing(event.nativeEvent)) return;
    const how = event.shiftKey ? "extend" : "only";
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW_HEIGHT) - 1);
    const steps: Record<string, () => void> = {
      ArrowDown: () => void selection.go(cursorIndex + 1, how),
      ArrowUp: () => void selection.go(Math.max(0, cursorIndex - 1), how),
      PageDown: () => void selection.go(cursorIndex + page, how),
      PageUp: () => void selection.go(Math.max(0, cursorIndex - page), how),
      Home: () => void selection.go(0, how),
      End: () => void selection.go(list.total - 1, how),
      Enter: onUse,
      Delete: onDelete,
      Escape: onLeave,
    };
    const isSelectAll = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "a";
    const run = isSelectAll ? () => void selection.selectAll() : steps[event.key];
    if (!run || (event.altKey && !isSelectAll)) return;
    event.preventDefault();
    // A held key is one step: the row that takes the place of a deleted or pasted one is not meant.
    if (event.repeat && (event.key === "Delete" || event.key === "Enter")) return;
    run();
  };

  const clicked = (event: MouseEvent, index: number): void => {
    const how = event.shiftKey ? "extend" : event.ctrlKey || event.metaKey ? "toggle" : "only";
    void selection.go(index, how);
  };

  return (
    <div
      ref={scroller}
      className="phrase-list"
      role="listbox"
      aria-multiselectable
      aria-label={t("phrases.list")}
      aria-activedescendant={cursor && cursorIndex >= 0 ? `${listId}-${cursor.id}` : undefined}
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
              className="phrase-slot"
              style={{ transform: `translateY(${item.start}px)` }}
              onMouseDown={(event) => {
                if (event.shiftKey) event.preventDefault();
              }}
              onClick={(event) => clicked(event, item.index)}
              onDoubleClick={onOpen}
              onContextMenu={() => {
                if (row && !selection.rows.has(row.id)) void selection.go(item.index);
              }}
              draggable={row !== undefined}
              onDragStart={(event) => {
                if (!row) return;
                const ids = selection.rows.has(row.id) ? [...selection.rows.keys()] : [row.id];
                startDrag(event.dataTransfer, { kind: "phrases", ids }, row.title || row.body);
              }}
              onDragEnd={endDrag}
            >
              {row ? (
                <Row
                  row={row}
                  domId={`${listId}-${row.id}`}
                  marks={marks.get(row.id)}
                  broken={broken.get(row.id)}
                  selected={selection.rows.has(row.id) || cursor?.id === row.id}
                  current={cursor?.id === row.id}
                  showPath={showPath}
                  sought={sought}
                  place={item.index + 1}
                  total={list.total}
                />
              ) : (
                <div className="phrase-row phrase-row-waiting" aria-hidden />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

interface RowProps {
  readonly row: PhraseRow;
  readonly domId: string;
  readonly marks: Marks | undefined;
  /** Why it cannot be filled in. */
  readonly broken: TemplateProblem | undefined;
  readonly selected: boolean;
  readonly current: boolean;
  readonly showPath: boolean;
  readonly sought: string;
  readonly place: number;
  readonly total: number;
}

const marked = (marks: Marks | undefined): boolean =>
  marks !== undefined && marks.title.length + marks.body.length + marks.shortcut.length > 0;

/** Says that sending this phrase promises something, and by when. */
function PromiseMark({ promise }: { promise: string }) {
  const { t } = useTranslation();
  const words = t("phrases.promiseMark", { promise });
  return <ClockCircleOutlined className="phrase-promise" aria-label={words} title={words} />;
}

/** The tag that is why the row is here. */
function foundTag(tags: readonly string[], sought: string): string | undefined {
  const words = sought.toLowerCase().split(/\s+/).filter(Boolean);
  return tags.find((tag) => words.some((word) => tag.toLowerCase().includes(word)));
}

/** The last category of the path; the one that was found instead, when it is why the row is here. */
function FoundPath({ path, sought }: { path: readonly string[]; sought: string }) {
  const words = sought.toLowerCase().split(/\s+/).filter(Boolean);
  for (const name of path.toReversed()) {
    const found = words.find((word) => name.toLowerCase().includes(word));
    if (found === undefined) continue;
    const start = name.toLowerCase().indexOf(found);
    return <Marked text={name} ranges={[[start, start + found.length]]} />;
  }
  return path.at(-1);
}

const Row = memo(function Row({
  row,
  domId,
  marks,
  broken,
  selected,
  current,
  showPath,
  sought,
  place,
  total,
}: RowProps) {
  const { t } = useTranslation();
  const tag = foundTag(row.tags, marked(marks) ? "" : sought);
  return (
    <div
      id={domId}
      role="option"
      aria-selected={selected}
      aria-posinset={place}
      aria-setsize={total}
      className="phrase-row"
      data-current={current || undefined}
    >
      <span className="phrase-star">
        {row.favourite && <StarFilled aria-label={t("phrases.views.favourites")} />}
      </span>
      {row.title && (
        <span className="phrase-title">
          <Marked text={row.title} ranges={marks?.title} />
        </span>
      )}
      <span className="phrase-body">
        <Marked text={row.body} ranges={marks?.body} />
      </span>
      {broken && <BrokenMark problem={broken} />}
      {row.promise !== "" && <PromiseMark promise={row.promise} />}
      {tag && <span className="phrase-tag">{tag}</span>}
      {row.hotkey && <kbd className="phrase-hotkey">{row.hotkey}</kbd>}
      {showPath && (
        <span className="phrase-path" title={row.categoryPath.join(" › ")}>
          <FoundPath path={row.categoryPath} sought={marked(marks) ? "" : sought} />
        </span>
      )}
      <span className="phrase-code">
        {row.shortcut && (
          <code>
            <Marked text={row.shortcut} ranges={marks?.shortcut} />
          </code>
        )}
      </span>
      <span className="phrase-uses" title={t("phrases.uses", { count: row.useCount })}>
        {row.useCount > 0 ? `×${row.useCount}` : ""}
      </span>
    </div>
  );
});
