import { StarFilled } from "@ant-design/icons";
import { useVirtualizer } from "@tanstack/react-virtual";
import {
  type KeyboardEvent,
  type MouseEvent,
  type Ref,
  memo,
  useCallback,
  useEffect,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { useTranslation } from "react-i18next";
import type { PictureRow } from "../../../shared/contract/pictures.ts";
import { PAGE, type Windowed } from "../../api/windowed.ts";
import { isComposing } from "../keys.ts";
import type { How } from "../selection.ts";
import { Thumb } from "./Thumb.tsx";
import "./pictures.css";

/** A tile and the room between two, pixels; the same as in pictures.css. */
const TILE = 132;
const GAP = 10;
const ROW = 158 + GAP;
const PADDING = 12;

export interface PictureGridHandle {
  /** `choose`: puts the cursor on the first tile when there is none. */
  focus(choose?: boolean): void;
  toTop(): void;
}

interface PictureGridProps {
  readonly ref?: Ref<PictureGridHandle>;
  readonly list: Windowed<PictureRow>;
  readonly label: string;
  /** The tile the keys act on; -1 for none. */
  readonly cursor: number;
  readonly isSelected: (row: PictureRow) => boolean;
  readonly onGo: (index: number, how: How) => void;
  /** Keys that mean something for what is selected: "Enter", "Delete", "Escape", "a" with Ctrl. */
  readonly onKey: (key: "Enter" | "Delete" | "Escape" | "All") => void;
  readonly onOpen: () => void;
  /** Which pages the eye is on. */
  readonly onPages: (first: number, last: number) => void;
}

/** Pictures in rows, of which only those on the screen exist. */
export function PictureGrid(props: PictureGridProps) {
  const { ref, list, label, cursor, isSelected, onGo, onKey, onOpen, onPages } = props;
  const gridId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [columns, setColumns] = useState(1);
  const rows = Math.ceil(list.total / columns);
  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoised over it
  const virtualizer = useVirtualizer({
    count: rows,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    paddingStart: PADDING,
    paddingEnd: PADDING,
    overscan: 3,
  });

  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box) return;
    const measure = (): void => {
      const room = box.clientWidth - PADDING * 2 + GAP;
      setColumns(Math.max(1, Math.floor(room / (TILE + GAP))));
    };
    const observer = new ResizeObserver(measure);
    observer.observe(box);
    measure();
    return () => observer.disconnect();
  }, []);

  const items = virtualizer.getVirtualItems();
  const first = Math.floor(((items[0]?.index ?? 0) * columns) / PAGE);
  const last = Math.floor(
    Math.min(Math.max(0, list.total - 1), ((items.at(-1)?.index ?? 0) + 1) * columns - 1) / PAGE,
  );
  useLayoutEffect(() => onPages(first, last), [first, last, onPages]);

  useEffect(() => {
    if (cursor >= 0) virtualizer.scrollToIndex(Math.floor(cursor / columns), { align: "auto" });
  }, [cursor, columns, virtualizer]);

  useImperativeHandle(ref, () => ({
    focus(choose = true) {
      scroller.current?.focus();
      if (choose && cursor < 0 && list.total > 0) onGo(0, "only");
    },
    toTop: () => virtualizer.scrollToOffset(0),
  }));

  const pressed = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget || isComposing(event.nativeEvent)) return;
    const how: How = event.shiftKey ? "extend" : "only";
    const screenful =
      Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW) - 1) * columns;
    const at = Math.max(0, cursor);
    // From nowhere every arrow leads to the first tile.
    const step =
      (by: number): (() => void) =>
      () => {
        const next = cursor < 0 ? 0 : at + by;
        if (next >= 0 && (next < list.total || by > 1))
          onGo(Math.max(0, Math.min(next, list.total - 1)), how);
      };
    const command = event.ctrlKey || event.metaKey;
    const moves: Record<string, () => void> = {
      ArrowRight: step(1),
      ArrowLeft: step(-1),
      ArrowDown: step(columns),
      ArrowUp: () => at >= columns && step(-columns)(),
      PageDown: step(screenful),
      PageUp: () => onGo(Math.max(0, at - screenful), how),
      Home: () => onGo(0, how),
      End: () => onGo(list.total - 1, how),
      Enter: () => onKey("Enter"),
      Delete: () => onKey("Delete"),
      Escape: () => onKey("Escape"),
      " ": () => onGo(at, "toggle"),
    };
    const run = command && event.key.toLowerCase() === "a" ? () => onKey("All") : moves[event.key];
    if (!run || event.altKey || (command && event.key !== "a" && event.key !== "A")) return;
    event.preventDefault();
    // A held key is one step: the picture that takes the place of a deleted or pasted one is not meant.
    if (event.repeat && (event.key === "Delete" || event.key === "Enter")) return;
    run();
  };

  const clicked = useCallback(
    (event: MouseEvent, index: number): void => {
      const how = event.shiftKey ? "extend" : event.ctrlKey || event.metaKey ? "toggle" : "only";
      onGo(index, how);
    },
    [onGo],
  );

  const current = cursor >= 0 ? list.rowAt(cursor) : undefined;
  return (
    <div
      ref={scroller}
      className="picture-grid"
      role="listbox"
      aria-multiselectable
      aria-label={label}
      aria-activedescendant={current ? `${gridId}-${current.id}` : undefined}
      aria-busy={list.stale}
      tabIndex={0}
      onKeyDown={pressed}
    >
      <div style={{ height: virtualizer.getTotalSize(), position: "relative" }}>
        {items.map((item) => (
          <div
            key={item.key}
            className="picture-line"
            role="presentation"
            style={{
              transform: `translateY(${item.start}px)`,
              gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
            }}
          >
            {Array.from({ length: columns }, (_, column) => {
              const index = item.index * columns + column;
              if (index >= list.total) return null;
              const row = list.rowAt(index);
              if (!row) return <div key={index} className="tile tile-waiting" aria-hidden />;
              return (
                <Tile
                  key={index}
                  domId={`${gridId}-${row.id}`}
                  row={row}
                  index={index}
                  total={list.total}
                  selected={isSelected(row)}
                  current={index === cursor}
                  onClick={clicked}
                  onOpen={onOpen}
                />
              );
            })}
          </div>
        ))}
      </div>
    </div>
  );
}

interface TileProps {
  readonly domId: string;
  readonly row: PictureRow;
  readonly index: number;
  readonly total: number;
  readonly selected: boolean;
  readonly current: boolean;
  readonly onClick: (event: MouseEvent, index: number) => void;
  readonly onOpen: () => void;
}

const Tile = memo(function Tile(props: TileProps) {
  const { domId, row, index, total, selected, current, onClick, onOpen } = props;
  const { t } = useTranslation();
  return (
    <div
      id={domId}
      role="option"
      aria-selected={selected}
      aria-posinset={index + 1}
      aria-setsize={total}
      className="tile"
      data-current={current || undefined}
      title={row.name}
      onClick={(event) => onClick(event, index)}
      onDoubleClick={onOpen}
    >
      <Thumb id={row.id} alt="" />
      {row.frames > 1 && <span className="tile-moves">GIF</span>}
      {row.favourite && (
        <StarFilled className="tile-star" aria-label={t("pictures.views.favourites")} />
      )}
      <span className="tile-name">{row.name}</span>
      <span className="tile-soft">
        {row.sku !== "" && <code>{row.sku}</code>}
        {row.hotkey !== null && <kbd>{row.hotkey}</kbd>}
        {row.sku === "" && row.hotkey === null && `${row.width} × ${row.height}`}
      </span>
    </div>
  );
});
