import { Splitter } from "antd";
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { PromiseRow } from "../../../shared/contract/promises.ts";
import { useCall } from "../../api/hooks.ts";
import { useWindowed } from "../../api/windowed.ts";
import { useKeys } from "../../ui/keys.ts";
import { useMedia } from "../../ui/media.ts";
import { useSelection } from "../../ui/selection.ts";
import { useSettled, useThrottled } from "../../ui/settled.ts";
import { ErrorState } from "../../ui/States.tsx";
import { useStored } from "../../ui/stored.ts";
import { DetailDrawer } from "../../ui/DetailDrawer.tsx";
import { BulkPane } from "./BulkPane.tsx";
import { CountsBar } from "./CountsBar.tsx";
import { EmptyList } from "./EmptyList.tsx";
import { countsOf, grouped } from "./groups.ts";
import { NewPromise } from "./NewPromise.tsx";
import { PromiseDetail } from "./PromiseDetail.tsx";
import { PromiseList, type PromiseListHandle } from "./PromiseList.tsx";
import { type PromisePlace, PromiseToolbar, type PromiseToolbarHandle } from "./PromiseToolbar.tsx";
import { type Step, StepDialog } from "./StepDialogs.tsx";
import { TakeInDialog } from "./TakeInDialog.tsx";
import { useAsked } from "./useAsked.ts";
import { usePromiseActions } from "./usePromiseActions.ts";
import "../../ui/panes.css";
import "./promises.css";

const PAGES_EVERY_MS = 120;
/** While the arrow key is held the detail waits for the row one stops at. */
const DETAIL_AFTER_MS = 100;

/** What is shown beside the list: the row of the cursor, it being mended, or a new one. */
type Mode = "read" | "edit" | "new";

/** 日清: everything promised to a buyer and not yet kept, by how pressing it is. */
export function PromisesScreen() {
  const { t } = useTranslation();
  const [place, setPlace] = useState<PromisePlace>({ text: "", view: "open" });
  const [pages, setPages] = useState<readonly [number, number]>([0, 0]);
  const takePages = useCallback((first: number, last: number) => setPages([first, last]), []);
  const onPages = useThrottled(takePages, PAGES_EVERY_MS);
  const list = useWindowed("promises.list", place, pages[0], pages[1]);
  const selection = useSelection(list);
  const actions = usePromiseActions();
  const doneToday = useCall("promises.due", { limit: 1 }).data?.doneToday ?? null;
  const [mode, setMode] = useState<Mode>("read");
  const [focusWish, setFocusWish] = useState(0);
  const [step, setStep] = useState<Step | null>(null);
  const [takingIn, setTakingIn] = useState(false);
  const [detailShown, setDetailShown] = useState(false);
  const [detailSize, setDetailSize] = useStored("promises.detail", 460);
  const rows = useRef<PromiseListHandle>(null);
  const toolbar = useRef<PromiseToolbarHandle>(null);
  const roomForDetail = useMedia("(min-width: 1000px)");

  useEffect(() => selection.follow());

  const open = place.view === "open";
  const whole = list.newest;
  const filtered = place.text !== "";
  const lines = useMemo(
    () => grouped(open && whole ? countsOf(whole, filtered) : null, list.total),
    [open, filtered, whole, list.total],
  );
  const cursor = mode === "new" ? null : selection.cursor;
  const chosen: readonly PromiseRow[] = mode === "new" ? [] : [...selection.rows.values()];

  const goTo = (next: Partial<PromisePlace>): void => {
    setPlace({ ...place, ...next });
    selection.clear();
    setMode("read");
    rows.current?.toTop();
  };
  const write = (): void => {
    setMode("new");
    setDetailShown(true);
    setFocusWish((wish) => wish + 1);
  };
  const show = (id: string): void => {
    setMode("read");
    setDetailShown(true);
    selection.show(id);
  };
  const look = (): void => {
    if (cursor) setDetailShown(true);
  };
  const edit = (): void => {
    if (!cursor || !open) return;
    setMode("edit");
    setDetailShown(true);
  };
  const leave = (): void => {
    setMode("read");
    setDetailShown(false);
    rows.current?.focus(false);
  };
  /** Esc: the detail that covers the list, the filter, the selection; one at a time. */
  const stepBack = (): void => {
    if (!roomForDetail && detailShown) leave();
    else if (place.text !== "") goTo({ text: "" });
    else selection.clear();
  };
  const take = (kind: Step["kind"]): void => {
    if (open && chosen.length > 0) setStep({ kind, rows: chosen });
  };
  const clear = (): void => (open ? void actions.clear(chosen) : void actions.reopen(chosen));
  const withdraw = (): void => {
    if (open) actions.withdraw(chosen);
  };
  useAsked(show, write);

  useKeys("promises", [
    { keys: "space", words: t(open ? "promises.clear" : "promises.reopen") },
    { keys: "n", words: t("promises.new"), run: write },
    { keys: "e", words: t("promises.edit"), run: edit },
    { keys: "c", words: t("promises.carry.title"), run: () => take("carry") },
    { keys: "h", words: t("promises.hand.title"), run: () => take("hand") },
    { keys: "s", words: t("promises.snooze.title"), run: () => take("snooze") },
    { keys: "del", words: t("promises.withdraw") },
    { keys: "/", words: t("promises.keys.filter"), run: () => toolbar.current?.filter() },
    { keys: "up", shown: "↑ ↓", words: t("promises.keys.walk") },
    { keys: "shift+down", words: t("promises.keys.extend") },
    { keys: "mod+a", words: t("promises.keys.all") },
  ]);

  const shownId = useSettled(cursor?.id, DETAIL_AFTER_MS);
  const steps = {
    clear,
    reopen: clear,
    carry: () => take("carry"),
    hand: () => take("hand"),
    snooze: () => take("snooze"),
    withdraw,
  };
  let detail: ReactNode = <p className="pane-hint">{t("promises.choose")}</p>;
  if (mode === "new")
    detail = (
      <NewPromise
        focusWish={focusWish}
        onLeave={leave}
        onAdded={(made, receipt) => {
          actions.offer(t("promises.done.added", { text: made.text }), receipt);
          if (!open || place.text !== "") setPlace({ text: "", view: "open" });
          show(made.id);
          setDetailShown(false);
          rows.current?.focus(false);
        }}
      />
    );
  else if (selection.rows.size > 1)
    detail = <BulkPane count={selection.rows.size} open={open} actions={steps} />;
  else if (shownId)
    detail = (
      <PromiseDetail
        key={shownId}
        id={shownId}
        editing={mode === "edit" && cursor?.id === shownId}
        actions={{ ...steps, edit, close: roomForDetail ? null : leave }}
        onSaved={(receipt) => actions.offer(t("promises.done.amended"), receipt)}
        onLeave={() => {
          setMode("read");
          rows.current?.focus(false);
        }}
      />
    );

  const nothing = list.ready && list.total === 0 && !list.stale;
  const middle = (
    <section className="list-pane" aria-label={t("promises.list")}>
      <header className="promise-head">
        {whole && (
          <CountsBar
            counts={whole.counts}
            doneToday={doneToday}
            onGroup={(group) => {
              if (open && place.text === "") rows.current?.toGroup(group);
              else goTo({ text: "", view: "open" });
            }}
          />
        )}
        <a className="promise-off" href="#/offshift">
          {t("promises.offShift.go")}
        </a>
      </header>
      <PromiseToolbar
        ref={toolbar}
        place={place}
        onPlace={goTo}
        onNew={write}
        onTakeIn={() => setTakingIn(true)}
        onList={() => rows.current?.focus()}
      />
      {list.error ? (
        <ErrorState error={list.error} onRetry={list.retry} />
      ) : nothing ? (
        <EmptyList place={place} onNew={write} onClear={() => goTo({ text: "" })} />
      ) : (
        <div className="list-place">
          <PromiseList
            ref={rows}
            list={list}
            lines={lines}
            selection={{
              ...selection,
              go: (index, how) => {
                setMode("read");
                return selection.go(index, how);
              },
            }}
            onPages={onPages}
            onClear={clear}
            onOpen={roomForDetail ? edit : look}
            onDelete={withdraw}
            onLeave={stepBack}
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
          <Splitter.Panel defaultSize={detailSize} min={360} max={760} className="detail-pane">
            {detail}
          </Splitter.Panel>
        )}
      </Splitter>
      {!roomForDetail && (
        <DetailDrawer
          open={detailShown && (mode === "new" || shownId !== undefined)}
          onClose={leave}
        >
          {detail}
        </DetailDrawer>
      )}
      <StepDialog
        step={step}
        actions={actions}
        onClose={() => setStep(null)}
        onGone={() => rows.current?.focus(false)}
      />
      <TakeInDialog
        open={takingIn}
        onClose={() => setTakingIn(false)}
        onShow={(id) => {
          setTakingIn(false);
          goTo({ text: "", view: "open" });
          show(id);
        }}
      />
    </div>
  );
}
