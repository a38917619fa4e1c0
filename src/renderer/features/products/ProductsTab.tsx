import { Button, Splitter } from "antd";
import { type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useCall } from "../../api/hooks.ts";
import { useWindowed } from "../../api/windowed.ts";
import { useKeys } from "../../ui/keys.ts";
import { useMedia } from "../../ui/media.ts";
import { useNotify } from "../../ui/Notices.tsx";
import { useSelection } from "../../ui/selection.ts";
import { useSettled, useThrottled } from "../../ui/settled.ts";
import { EmptyState, ErrorState } from "../../ui/States.tsx";
import { useStored } from "../../ui/stored.ts";
import { DetailDrawer } from "../../ui/DetailDrawer.tsx";
import { FeaturedBanner } from "./FeaturedBanner.tsx";
import { ImportView } from "./ImportView.tsx";
import { type EditorHandle, ProductEditor } from "./ProductEditor.tsx";
import { ProductList, type ProductListHandle } from "./ProductList.tsx";
import { type ProductPlace, ProductToolbar, type ProductToolbarHandle } from "./ProductToolbar.tsx";
import { useProductActions } from "./useProductActions.ts";
import "../../ui/panes.css";
import "./products.css";

const PAGES_EVERY_MS = 120;
/** While the arrow key is held the card waits for the row one stops at. */
const DETAIL_AFTER_MS = 100;
const EVERYWHERE: ProductPlace = { text: "", shop: null, view: "all" };

/** The product cards: the week's featured one, the list, the card, and the import. */
export function ProductsTab() {
  const { t } = useTranslation();
  const [place, setPlace] = useState(EVERYWHERE);
  const [pages, setPages] = useState<readonly [number, number]>([0, 0]);
  const takePages = useCallback((first: number, last: number) => setPages([first, last]), []);
  const onPages = useThrottled(takePages, PAGES_EVERY_MS);
  const list = useWindowed("products.query", place, pages[0], pages[1]);
  const selection = useSelection(list);
  const actions = useProductActions();
  const notify = useNotify();
  const served = useCall("settings.get", {}).data?.shop || null;
  const featured = useCall("products.featured", { shop: served }).data;
  const [writing, setWriting] = useState(false);
  const [importing, setImporting] = useState(false);
  const [focusWish, setFocusWish] = useState(0);
  const [detailShown, setDetailShown] = useState(false);
  const [detailSize, setDetailSize] = useStored("products.detail", 480);
  const rows = useRef<ProductListHandle>(null);
  const toolbar = useRef<ProductToolbarHandle>(null);
  const saver = useRef<EditorHandle>(null);
  const roomForDetail = useMedia("(min-width: 1000px)");

  useEffect(() => selection.follow());

  const inTrash = place.view === "trash";
  const cursor = writing ? null : selection.cursor;
  const ids =
    selection.rows.size > 0 ? [...selection.rows.keys()] : cursor === null ? [] : [cursor.id];
  const chosen = new Set(featured?.chosen.map(({ product }) => product.id));

  const goTo = (next: Partial<ProductPlace>): void => {
    setPlace({ ...place, ...next });
    selection.clear();
    setWriting(false);
    rows.current?.toTop();
  };
  const wishFocus = (): void => {
    setDetailShown(true);
    setFocusWish((wish) => wish + 1);
  };
  const write = (): void => {
    if (inTrash) setPlace(EVERYWHERE);
    setWriting(true);
    wishFocus();
  };
  const open = (): void => {
    if (cursor) wishFocus();
  };
  const show = (id: string): void => {
    setWriting(false);
    setDetailShown(true);
    setFocusWish(0);
    selection.show(id);
  };
  const leaveEditor = (): void => {
    // A new product is saved by its editor going away.
    if (!writing) void saver.current?.save();
    setWriting(false);
    setDetailShown(false);
    setFocusWish(0);
    rows.current?.focus(false);
  };
  const leaving = async (run: (ids: string[]) => void): Promise<void> => {
    if (ids.length === 0) return;
    await saver.current?.save();
    setDetailShown(false);
    run(ids);
  };
  const trash = (): void => {
    if (inTrash) notify("info", t("products.trashKey"));
    else void leaving((gone) => actions.trash(gone));
  };
  const restore = (): void => void leaving(actions.restore);
  const copy = (): void => {
    if (cursor && !inTrash) void actions.copyCard(cursor);
  };

  useKeys("products", [
    { keys: "/", words: t("products.keys.filter"), run: () => toolbar.current?.filter() },
    { keys: "n", words: t("products.new"), run: write },
    { keys: "e", words: t("products.keys.edit"), run: open },
    { keys: "c", words: t("products.copyCard"), run: copy },
    { keys: "del", words: t("products.trash") },
    { keys: "up", shown: "↑ ↓", words: t("products.keys.walk") },
  ]);

  const shownId = useSettled(cursor?.id, DETAIL_AFTER_MS);
  const row = cursor ? selection.rows.get(cursor.id) : undefined;
  const head = {
    copy,
    feature: () => {
      const own = featured?.chosen.find(({ product }) => product.id === shownId)?.product;
      if (own) actions.unfeature(own);
      else if (row) actions.feature(row);
      else if (shownId) actions.feature({ id: shownId, name: "" });
    },
    trash,
    restore,
    close: roomForDetail ? null : leaveEditor,
  };
  const editor = { actions: head, focusWish, saver, onShow: show, onLeave: leaveEditor };
  let detail: ReactNode = <p className="pane-hint">{t("products.choose")}</p>;
  if (writing)
    detail = (
      <ProductEditor
        key="new"
        {...editor}
        id={null}
        shop={place.shop ?? ""}
        featured={false}
        onCreated={(made) => show(made.id)}
      />
    );
  else if (selection.rows.size > 1)
    detail = (
      <div className="bulk">
        <p className="bulk-count">
          <b>{selection.rows.size}</b> {t("products.selected")}
        </p>
        {inTrash ? (
          <Button type="primary" onClick={restore}>
            {t("products.restore")}
          </Button>
        ) : (
          <Button danger onClick={trash}>
            {t("products.trash")}
          </Button>
        )}
      </div>
    );
  else if (shownId)
    detail = (
      <ProductEditor
        key={shownId}
        {...editor}
        id={shownId}
        shop=""
        featured={chosen.has(shownId)}
        onCreated={() => {}}
      />
    );

  if (importing)
    return (
      <ImportView
        shop={place.shop ?? served ?? ""}
        onClose={() => {
          setImporting(false);
          rows.current?.focus(false);
        }}
      />
    );

  const middle = (
    <section className="list-pane" aria-label={t("products.list")}>
      <ProductToolbar
        ref={toolbar}
        place={place}
        total={list.ready ? list.total : null}
        onPlace={goTo}
        onNew={write}
        onImport={() => setImporting(true)}
        onList={() => rows.current?.focus()}
        onEmptyTrash={() => actions.emptyTrash(list.total)}
      />
      {featured && !inTrash && (list.total > 0 || featured.chosen.length > 0) && (
        <FeaturedBanner
          featured={featured}
          onShow={show}
          onFeature={actions.feature}
          onUnfeature={actions.unfeature}
        />
      )}
      {list.error ? (
        <ErrorState error={list.error} onRetry={list.retry} />
      ) : list.ready && list.total === 0 && !list.stale ? (
        <Empty
          place={place}
          onNew={write}
          onImport={() => setImporting(true)}
          onClear={() => goTo({ text: "" })}
        />
      ) : (
        <div className="list-place">
          <ProductList
            ref={rows}
            list={list}
            selection={{
              ...selection,
              go: (index, how) => {
                setWriting(false);
                setFocusWish(0);
                return selection.go(index, how);
              },
            }}
            featured={chosen}
            onPages={onPages}
            onOpen={open}
            onDelete={trash}
            onLeave={() => (place.text === "" ? selection.clear() : goTo({ text: "" }))}
          />
        </div>
      )}
    </section>
  );

  return (
    <div className="library">
      <Splitter onResizeEnd={(sizes) => roomForDetail && setDetailSize(sizes.at(-1) ?? detailSize)}>
        <Splitter.Panel min={280}>{middle}</Splitter.Panel>
        {roomForDetail && (
          <Splitter.Panel defaultSize={detailSize} min={340} max={800} className="detail-pane">
            {detail}
          </Splitter.Panel>
        )}
      </Splitter>
      {!roomForDetail && (
        <DetailDrawer
          open={detailShown && (writing || shownId !== undefined)}
          onClose={leaveEditor}
        >
          {detail}
        </DetailDrawer>
      )}
    </div>
  );
}

interface EmptyProps {
  readonly place: ProductPlace;
  readonly onNew: () => void;
  readonly onImport: () => void;
  readonly onClear: () => void;
}

/** What the list says when it has no rows. */
function Empty({ place, onNew, onImport, onClear }: EmptyProps) {
  const { t } = useTranslation();
  if (place.text !== "")
    return (
      <EmptyState
        sentence={t("products.empty.filter", { text: place.text })}
        action={<Button onClick={onClear}>{t("products.empty.clearFilter")}</Button>}
        example={t("products.empty.filterExample")}
      />
    );
  if (place.view === "trash")
    return (
      <EmptyState sentence={t("products.empty.trash")} example={t("products.empty.trashExample")} />
    );
  return (
    <EmptyState
      sentence={t(place.shop === null ? "products.empty.all" : "products.empty.shop")}
      action={
        <>
          <Button type="primary" onClick={onNew}>
            {t("products.new")}
          </Button>
          <Button onClick={onImport}>{t("products.importing.title")}</Button>
        </>
      }
      example={t("products.empty.allExample")}
    />
  );
}
