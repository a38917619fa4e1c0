import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { PhraseRow } from "../../../shared/contract/phrases.ts";
import { useCall } from "../../api/hooks.ts";
import { useMedia } from "../../ui/media.ts";
import { useNotify } from "../../ui/Notices.tsx";
import { ErrorState } from "../../ui/States.tsx";
import { useSettled, useThrottled } from "../../ui/settled.ts";
import { DetailDrawer } from "../../ui/DetailDrawer.tsx";
import { BulkPane } from "./BulkPane.tsx";
import { nest } from "./categoryTree.ts";
import { CategoryTree } from "./CategoryTree.tsx";
import { Editor, type EditorHandle } from "./Editor.tsx";
import { ListMenu } from "./ListMenu.tsx";
import { MoveDialog } from "./MoveDialog.tsx";
import { Panes } from "./Panes.tsx";
import { PhraseList, type PhraseListHandle } from "./PhraseList.tsx";
import { EVERYWHERE, type Filter, type Place } from "./place.ts";
import { useSelection } from "./selection.ts";
import { TreeDrawer } from "./TreeDrawer.tsx";
import { Toolbar, type ToolbarHandle } from "./Toolbar.tsx";
import { useAskedPhrase } from "./useAskedPhrase.ts";
import { useMarks } from "./useMarks.ts";
import { usePhraseActions } from "./usePhraseActions.ts";
import { usePhraseUse } from "./usePhraseUse.ts";
import { usePhraseWindow } from "./usePhraseWindow.ts";
import { useScreenKeys } from "./useScreenKeys.ts";
import { Welcome } from "./Welcome.tsx";
import "../../ui/panes.css";
import "./phrases.css";

/** Dragging the scroll bar through the whole list must not ask for every page on the way. */
const PAGES_EVERY_MS = 120;
/** While the arrow key is held the detail waits for the row one stops at. */
const DETAIL_AFTER_MS = 100;

const NO_ROWS: ReadonlyMap<string, PhraseRow> = new Map();

/** The phrase library: categories, list, detail. */
export function PhrasesScreen() {
  const { t } = useTranslation();
  const [place, setPlace] = useState<Place>(EVERYWHERE);
  const [text, setText] = useState("");
  const filter: Filter = { ...place, text };
  const [pages, setPages] = useState<readonly [number, number]>([0, 0]);
  const takePages = useCallback((first: number, last: number) => setPages([first, last]), []);
  const onPages = useThrottled(takePages, PAGES_EVERY_MS);
  const list = usePhraseWindow(filter, pages[0], pages[1]);
  const selection = useSelection(list);
  const marks = useMarks(filter);
  const actions = usePhraseActions();
  const notify = useNotify();
  const { canPaste, paste, copy } = usePhraseUse();
  const categories = useCall("categories.list", {}).data;
  const nodes = useMemo(() => nest(categories ?? []), [categories]);

  /** Category of the phrase being newly written; undefined while none is. */
  const [writing, setWriting] = useState<{ categoryId: string | null }>();
  const [focusWish, setFocusWish] = useState(0);
  const [naming, setNaming] = useState<string | null>(null);
  const [moving, setMoving] = useState<string[]>([]);
  const [treeShown, setTreeShown] = useState(false);
  const [detailShown, setDetailShown] = useState(false);
  /** True after Esc has closed a new phrase: what it became is then shown. */
  const escaped = useRef(false);
  const listHandle = useRef<PhraseListHandle>(null);
  const toolbar = useRef<ToolbarHandle>(null);
  const saver = useRef<EditorHandle>(null);
  const roomForDetail = useMedia("(min-width: 1080px)");
  const roomForTree = useMedia("(min-width: 760px)");

  useEffect(() => selection.follow());
  useAskedPhrase(selection.show);

  // While a new phrase is written no row is meant; the one before is taken up again afterwards.
  const chosen = writing ? { ...selection, cursor: null, rows: NO_ROWS } : selection;
  const { cursor } = chosen;
  const row = cursor ? chosen.rows.get(cursor.id) : undefined;
  const inTrash = place.view === "trash";
  const selectedIds = chosen.rows.size > 0 ? [...chosen.rows.keys()] : cursor ? [cursor.id] : [];

  const goTo = (next: Place): void => {
    setPlace(next);
    selection.clear();
    setWriting(undefined);
    listHandle.current?.toTop();
  };
  const filterBy = (next: string): void => {
    setText(next);
    listHandle.current?.toTop();
  };
  const write = (): void => {
    if (inTrash) setPlace(EVERYWHERE);
    escaped.current = false;
    setWriting({ categoryId: place.categoryId });
    setDetailShown(true);
    setFocusWish((wish) => wish + 1);
  };
  const open = (): void => {
    if (!cursor) return;
    setDetailShown(true);
    setFocusWish((wish) => wish + 1);
  };
  const leaveEditor = (): void => {
    // A new phrase is saved by its editor going away.
    if (writing) escaped.current = true;
    else void saver.current?.save();
    setWriting(undefined);
    setDetailShown(false);
    setFocusWish(0);
    listHandle.current?.focus(!writing);
  };
  /** Saves what is being written first: what goes to the trash goes as it stands on the screen. */
  const leaving = async (run: (ids: string[]) => void): Promise<void> => {
    if (selectedIds.length === 0) return;
    await saver.current?.save();
    selection.leaving();
    setDetailShown(false);
    run(selectedIds);
  };
  const trash = () =>
    inTrash
      ? notify("info", t("phrases.trashKey"))
      : void leaving((ids) => actions.trash(ids, () => ids[0] && selection.show(ids[0])));
  const restore = () => void leaving(actions.restore);
  const move = () => !inTrash && setMoving(selectedIds);
  const use = () => row && !inTrash && void paste(row);
  const copyRow = () => row && void copy(row);
  const favourite = () => row && !inTrash && actions.favourite(row, !row.favourite);

  const nameCategory = (): void => {
    setTreeShown(true);
    setNaming("");
  };
  useScreenKeys({
    canPaste,
    filter: () => toolbar.current?.focus(),
    write,
    open,
    copy: () => void copyRow(),
    favourite: () => void favourite(),
    move: () => void move(),
    nameCategory,
  });

  const shownId = useSettled(cursor?.id, DETAIL_AFTER_MS);
  const head = {
    canPaste,
    paste: () => void use(),
    copy: () => void copyRow(),
    favourite: () => void favourite(),
    trash,
    restore,
    close: roomForDetail ? null : leaveEditor,
  };
  const editorProps = { nodes, actions: head, focusWish, saver, onLeave: leaveEditor };
  let detail: ReactNode = <p className="pane-hint">{t("phrases.choose")}</p>;
  if (writing) {
    detail = (
      <Editor
        key="new"
        {...editorProps}
        id={null}
        categoryId={writing.categoryId}
        onAutosaved={(made) => {
          if (escaped.current) selection.show(made.id);
        }}
        onCreated={(made) => {
          setWriting(undefined);
          setFocusWish(0);
          selection.show(made.id);
          listHandle.current?.focus(false);
        }}
      />
    );
  } else if (chosen.rows.size > 1) {
    detail = (
      <BulkPane
        count={chosen.rows.size}
        inTrash={inTrash}
        onMove={move}
        onTrash={trash}
        onRestore={restore}
      />
    );
  } else if (shownId) {
    detail = (
      <Editor key={shownId} {...editorProps} id={shownId} categoryId={null} onCreated={() => {}} />
    );
  }

  const tree = (
    <CategoryTree
      nodes={nodes}
      place={place}
      onPlace={goTo}
      actions={actions}
      onEnter={() => {
        setTreeShown(false);
        listHandle.current?.focus();
      }}
      naming={naming}
      onNaming={setNaming}
    />
  );
  const middle = (
    <section className="list-pane" aria-label={t("phrases.list")}>
      <Toolbar
        ref={toolbar}
        text={text}
        total={list.ready ? list.total : null}
        inTrash={inTrash}
        onText={filterBy}
        onNew={write}
        onList={() => listHandle.current?.focus()}
        onEmptyTrash={() => actions.emptyTrash(list.total)}
        onTree={roomForTree ? null : () => setTreeShown(true)}
      />
      {list.error ? (
        <ErrorState error={list.error} onRetry={list.retry} />
      ) : list.ready && list.total === 0 && !list.stale ? (
        <Welcome filter={filter} onNew={write} onClearFilter={() => filterBy("")} />
      ) : (
        <ListMenu
          inTrash={inTrash}
          many={chosen.rows.size > 1}
          favourite={row?.favourite ?? false}
          actions={{ ...head, move, open, favourite: () => void favourite() }}
        >
          <PhraseList
            ref={listHandle}
            list={list}
            selection={{
              ...chosen,
              go: (index, how) => {
                setWriting(undefined);
                setFocusWish(0);
                return selection.go(index, how);
              },
            }}
            marks={marks}
            sought={text}
            showPath={place.categoryId === null || nodes.length > 0}
            onPages={onPages}
            onUse={() => void use()}
            onOpen={open}
            onDelete={trash}
            onLeave={() => (text === "" ? selection.clear() : filterBy(""))}
          />
        </ListMenu>
      )}
      {!roomForDetail && row && (
        <footer className="list-foot">
          <kbd>E</kbd> {t("phrases.keys.open")} · <kbd>Enter</kbd>{" "}
          {canPaste ? t("phrases.paste") : t("phrases.copy")}
        </footer>
      )}
    </section>
  );

  return (
    <div className="library">
      <Panes
        tree={roomForTree ? tree : null}
        middle={middle}
        detail={roomForDetail ? detail : null}
      />
      {!roomForTree && (
        <TreeDrawer open={treeShown} onClose={() => setTreeShown(false)}>
          {tree}
        </TreeDrawer>
      )}
      {!roomForDetail && (
        <DetailDrawer
          open={detailShown && (writing !== undefined || shownId !== undefined)}
          onClose={leaveEditor}
          onGone={() => requestAnimationFrame(() => listHandle.current?.focus(false))}
        >
          {detail}
        </DetailDrawer>
      )}
      <MoveDialog
        count={moving.length}
        nodes={nodes}
        onClose={() => setMoving([])}
        onMove={(categoryId, name) => {
          actions.move(moving, categoryId, name);
          setMoving([]);
        }}
      />
    </div>
  );
}
