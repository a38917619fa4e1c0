import { useVirtualizer } from "@tanstack/react-virtual";
import {
  type KeyboardEvent,
  type Ref,
  memo,
  useEffect,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
} from "react";
import { useTranslation } from "react-i18next";
import type { ProductRow } from "../../../shared/contract/products.ts";
import { PAGE, type Windowed } from "../../api/windowed.ts";
import { isComposing } from "../../ui/keys.ts";
import { Thumb } from "../../ui/pictures/Thumb.tsx";
import type { Selection } from "../../ui/selection.ts";
import { priceOf } from "./price.ts";

const ROW_HEIGHT = 56;

export interface ProductListHandle {
  /** `choose`: puts the cursor on the first row when there is none. */
  focus(choose?: boolean): void;
  toTop(): void;
}

interface ProductListProps {
  readonly ref: Ref<ProductListHandle>;
  readonly list: Windowed<ProductRow>;
  readonly selection: Selection<ProductRow>;
  /** Ids of this week's featured products. */
  readonly featured: ReadonlySet<string>;
  /** Which pages the eye is on. */
  readonly onPages: (first: number, last: number) => void;
  readonly onOpen: () => void;
  readonly onDelete: () => void;
  readonly onLeave: () => void;
}

/** The products, of which only those on the screen exist. */
export function ProductList(props: ProductListProps) {
  const { ref, list, selection, featured, onPages, onOpen, onDelete, onLeave } = props;
  const { t } = useTranslation();
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

  const { cursor } = selection;
  const at = cursor?.index ?? -1;
  useEffect(() => {
    if (at >= 0) virtualizer.scrollToIndex(at, { align: "auto" });
  }, [at, virtualizer]);

  useImperativeHandle(ref, () => ({
    focus(choose = true) {
      scroller.current?.focus();
      if (choose && at < 0) void selection.go(0, "only");
    },
    toTop: () => virtualizer.scrollToOffset(0),
  }));

  const pressed = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget || isComposing(event.nativeEvent)) return;
    const how = event.shiftKey ? "extend" : "only";
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW_HEIGHT) - 1);
    const steps: Record<string, () => void> = {
      ArrowDown: () => void selection.go(at + 1, how),
      ArrowUp: () => void selection.go(Math.max(0, at - 1), how),
      PageDown: () => void selection.go(at + page, how),
      PageUp: () => void selection.go(Math.max(0, at - page), how),
      Home: () => void selection.go(0, how),
      End: () => void selection.go(list.total - 1, how),
      Enter: onOpen,
      Delete: onDelete,
      Escape: onLeave,
    };
    const all = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "a";
    const run = all ? () => void selection.selectAll() : steps[event.key];
    if (!run || event.altKey) return;
    event.preventDefault();
    // A held key is one step: the row that takes the place of a deleted or pasted one is not meant.
    if (event.repeat && (event.key === "Delete" || event.key === "Enter")) return;
    run();
  };

  return (
    <div
      ref={scroller}
      className="product-list"
      role="listbox"
      aria-multiselectable
      aria-label={t("products.list")}
      aria-activedescendant={cursor && at >= 0 ? `${listId}-${cursor.id}` : undefined}
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
              className="product-slot"
              style={{ transform: `translateY(${item.start}px)` }}
              onMouseDown={(event) => {
                if (event.shiftKey) event.preventDefault();
              }}
              onClick={(event) =>
                void selection.go(
                  item.index,
                  event.shiftKey ? "extend" : event.ctrlKey || event.metaKey ? "toggle" : "only",
                )
              }
              onDoubleClick={onOpen}
            >
              {row ? (
                <Row
                  row={row}
                  domId={`${listId}-${row.id}`}
                  selected={selection.rows.has(row.id) || cursor?.id === row.id}
                  current={cursor?.id === row.id}
                  featured={featured.has(row.id)}
                  place={item.index + 1}
                  total={list.total}
                />
              ) : (
                <div className="product-row product-row-waiting" aria-hidden />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

interface RowProps {
  readonly row: ProductRow;
  readonly domId: string;
  readonly selected: boolean;
  readonly current: boolean;
  readonly featured: boolean;
  readonly place: number;
  readonly total: number;
}

const Row = memo(function Row(props: RowProps) {
  const { row, domId, selected, current, featured, place, total } = props;
  const { t, i18n } = useTranslation();
  return (
    <div
      id={domId}
      role="option"
      aria-selected={selected}
      aria-posinset={place}
      aria-setsize={total}
      className="product-row"
      data-current={current || undefined}
    >
      <Thumb id={row.picture} alt="" className="product-thumb" />
      <span className="product-words">
        <span className="product-name">
          {featured && <b className="product-featured">{t("products.featuredTag")}</b>}
          {row.name}
        </span>
        <span className="product-soft">
          <code>{row.sku}</code>
          {row.shop !== "" && <span>{row.shop}</span>}
          {row.stockNote !== "" && <span className="product-stock">{row.stockNote}</span>}
        </span>
      </span>
      <span className="product-price">
        {row.price === null ? "" : priceOf(row.price, i18n.language)}
      </span>
    </div>
  );
});
