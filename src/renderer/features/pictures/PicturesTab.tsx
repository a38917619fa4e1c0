import { Splitter } from "antd";
import { type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { PictureView } from "../../../shared/contract/pictures.ts";
import { useCall } from "../../api/hooks.ts";
import { useWindowed } from "../../api/windowed.ts";
import { keyName, useKeys } from "../../ui/keys.ts";
import { useMedia } from "../../ui/media.ts";
import { useNotify } from "../../ui/Notices.tsx";
import { AddStrip } from "../../ui/pictures/AddStrip.tsx";
import { PictureGrid, type PictureGridHandle } from "../../ui/pictures/PictureGrid.tsx";
import { useAddPictures } from "../../ui/pictures/useAddPictures.ts";
import { useSelection } from "../../ui/selection.ts";
import { useSettled, useThrottled } from "../../ui/settled.ts";
import { ErrorState } from "../../ui/States.tsx";
import { useStored } from "../../ui/stored.ts";
import { DetailDrawer } from "../../ui/DetailDrawer.tsx";
import { PictureBulk } from "./PictureBulk.tsx";
import { type DetailHandle, PictureDetail } from "./PictureDetail.tsx";
import { PictureEmpty } from "./PictureEmpty.tsx";
import { PictureToolbar, type PictureToolbarHandle } from "./PictureToolbar.tsx";
import { useIncoming } from "./useIncoming.ts";
import { usePictureActions } from "./usePictureActions.ts";
import "../../ui/panes.css";
import "./pictures.css";

/** Dragging the scroll bar through the whole grid must not ask for every page on the way. */
const PAGES_EVERY_MS = 120;
/** While an arrow key is held the detail waits for the picture one stops at. */
const DETAIL_AFTER_MS = 120;

/** The picture store: grid and detail, and every way a picture comes in. */
export function PicturesTab() {
  const { t } = useTranslation();
  const [view, setView] = useState<PictureView>("all");
  const [text, setText] = useState("");
  const [pages, setPages] = useState<readonly [number, number]>([0, 0]);
  const takePages = useCallback((first: number, last: number) => setPages([first, last]), []);
  const onPages = useThrottled(takePages, PAGES_EVERY_MS);
  const list = useWindowed("pictures.query", { view, text }, pages[0], pages[1]);
  const selection = useSelection(list);
  const actions = usePictureActions();
  const notify = useNotify();
  const work = useAddPictures();
  const [focusWish, setFocusWish] = useState(0);
  const [detailShown, setDetailShown] = useState(false);
  const [detailSize, setDetailSize] = useStored("pictures.detail", 360);
  const grid = useRef<PictureGridHandle>(null);
  const toolbar = useRef<PictureToolbarHandle>(null);
  const saver = useRef<DetailHandle>(null);
  const roomForDetail = useMedia("(min-width: 1000px)");
  const incoming = useIncoming((given) => {
    setView("all");
    setText("");
    void work.add(given).then((ids) => {
      if (ids.length > 0) grid.current?.toTop();
    });
  });

  useEffect(() => selection.follow());

  const { cursor } = selection;
  const row = cursor ? selection.rows.get(cursor.id) : undefined;
  const inTrash = view === "trash";
  const ids = [...selection.rows.keys()];

  const lookAt = (next: { view?: PictureView; text?: string }): void => {
    if (next.view !== undefined) setView(next.view);
    if (next.text !== undefined) setText(next.text);
    selection.clear();
    grid.current?.toTop();
  };
  const open = (): void => {
    if (!cursor) return;
    setDetailShown(true);
    setFocusWish((wish) => wish + 1);
  };
  const leaveDetail = (): void => {
    void saver.current?.save();
    setDetailShown(false);
    setFocusWish(0);
    grid.current?.focus(false);
  };
  const trash = (): void => {
    if (ids.length === 0) return;
    if (inTrash) {
      notify("info", t("pictures.trashKey"));
      return;
    }
    setDetailShown(false);
    actions.trash(ids);
  };
  const restore = (): void => {
    setDetailShown(false);
    if (ids.length > 0) actions.restore(ids);
  };
  const copy = (): void => {
    if (!row || inTrash) return;
    const words = (name: string): string => t("pictures.copied", { name, keys: keyName("mod+v") });
    void actions.copy(row, (name) => notify("info", words(name)));
  };
  const canPaste = useCall("system.status", {}).data?.canPaste ?? false;
  const paste = (): void => {
    if (row && !inTrash) actions.paste(row);
  };
  const favourite = (): void => {
    if (row && !inTrash) actions.favourite(row, !row.favourite);
  };

  useKeys("pictures", [
    { keys: "/", words: t("pictures.keys.filter"), run: () => toolbar.current?.filter() },
    { keys: "n", words: t("pictures.addFiles"), run: () => toolbar.current?.chooseFiles() },
    { keys: "mod+v", words: t("pictures.keys.paste") },
    ...(canPaste ? [{ keys: "enter", words: t("pictures.pasteKey") }] : []),
    { keys: "e", words: t("pictures.keys.edit"), run: open },
    { keys: "c", words: t("pictures.copy"), run: copy },
    { keys: "f", words: t("pictures.favourite"), run: favourite },
    { keys: "del", words: t("pictures.trash") },
    { keys: "up", shown: "↑ ↓ ← →", words: t("pictures.keys.walk") },
    { keys: "shift+right", words: t("pictures.keys.extend") },
    { keys: "mod+a", words: t("pictures.keys.all") },
  ]);

  const shownId = useSettled(cursor?.id, DETAIL_AFTER_MS);
  let detail: ReactNode = <p className="pane-hint">{t("pictures.choose")}</p>;
  if (selection.rows.size > 1)
    detail = (
      <PictureBulk
        key={ids[0]}
        count={ids.length}
        inTrash={inTrash}
        onSku={(sku) => actions.changeAll(ids, { sku })}
        onTag={(tag) => actions.changeAll(ids, { addTags: [tag] })}
        onTrash={trash}
        onRestore={restore}
      />
    );
  else if (shownId)
    detail = (
      <PictureDetail
        key={shownId}
        id={shownId}
        focusWish={focusWish}
        saver={saver}
        onLeave={leaveDetail}
        actions={{
          paste: canPaste ? paste : null,
          copy,
          favourite: (wanted) => row && actions.favourite(row, wanted),
          trash,
          restore,
          close: roomForDetail ? null : leaveDetail,
        }}
      />
    );

  const middle = (
    <section
      className="list-pane"
      aria-label={t("pictures.grid")}
      data-over={incoming.over || undefined}
      {...incoming.dropping}
    >
      <PictureToolbar
        ref={toolbar}
        text={text}
        view={view}
        total={list.ready ? list.total : null}
        busy={work.adding !== null}
        onText={(next) => lookAt({ text: next })}
        onView={(next) => lookAt({ view: next })}
        onFiles={incoming.takeFiles}
        onGrid={() => grid.current?.focus()}
        onEmptyTrash={() => actions.emptyTrash(list.total)}
      />
      <AddStrip work={work} />
      {list.error ? (
        <ErrorState error={list.error} onRetry={list.retry} />
      ) : list.ready && list.total === 0 && !list.stale ? (
        <PictureEmpty
          view={view}
          text={text}
          onAdd={() => toolbar.current?.chooseFiles()}
          onClearFilter={() => lookAt({ text: "" })}
        />
      ) : (
        <div className="list-place">
          <PictureGrid
            ref={grid}
            list={list}
            label={t("pictures.grid")}
            cursor={cursor?.index ?? -1}
            isSelected={(each) => selection.rows.has(each.id)}
            onGo={(index, how) => {
              setFocusWish(0);
              void selection.go(index, how);
            }}
            onOpen={open}
            onPages={onPages}
            onKey={(key) => {
              if (key === "Enter") (canPaste ? paste : open)();
              else if (key === "Delete") trash();
              else if (key === "All") void selection.selectAll();
              else if (text === "") selection.clear();
              else lookAt({ text: "" });
            }}
          />
        </div>
      )}
      {incoming.over && <div className="drop-words">{t("pictures.drop")}</div>}
    </section>
  );

  return (
    <div className="library">
      <Splitter onResizeEnd={(sizes) => roomForDetail && setDetailSize(sizes.at(-1) ?? detailSize)}>
        <Splitter.Panel min={280}>{middle}</Splitter.Panel>
        {roomForDetail && (
          <Splitter.Panel defaultSize={detailSize} min={300} max={700} className="detail-pane">
            {detail}
          </Splitter.Panel>
        )}
      </Splitter>
      {!roomForDetail && (
        <DetailDrawer
          open={detailShown && shownId !== undefined}
          size="min(480px, 100vw)"
          onClose={leaveDetail}
        >
          {detail}
        </DetailDrawer>
      )}
    </div>
  );
}
