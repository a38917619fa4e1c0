import { Button, type InputRef } from "antd";
import { useCallback, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useCall } from "../../api/hooks.ts";
import { useWindowed } from "../../api/windowed.ts";
import { EmptyState, ErrorState } from "../../ui/States.tsx";
import { keyName, useKeys } from "../../ui/keys.ts";
import { useStored } from "../../ui/stored.ts";
import { Board, type BoardHandle } from "./Board.tsx";
import { type CaseFilter, type CaseView, listFilter } from "./caseFilter.ts";
import { CaseList } from "./CaseList.tsx";
import { CaseScreen } from "./CaseScreen.tsx";
import { Filters } from "./Filters.tsx";
import { NewCase } from "./NewCase.tsx";
import { useAskedText, useBoard } from "./useCases.ts";
import { useChosenCase } from "./useChosenCase.ts";
import "../../ui/panes.css";
import "./complaints.css";
import "./case.css";

const ALL: CaseFilter = { text: "", kind: null, shop: null, late: false, stage: "open" };

/** 投诉: the cases by stage or as a list, and one of them open. */
export function ComplaintsScreen() {
  const { t } = useTranslation();
  const [chosen, choose] = useChosenCase();
  const [view, setView] = useStored<CaseView>("complaints.view", "board");
  const [filter, setFilter] = useState<CaseFilter>(ALL);
  const [creating, setCreating] = useState(false);
  /** The card or row the keys are on. */
  const [cursor, setCursor] = useState<string | null>(null);
  const [row, setRow] = useState(-1);
  const [pages, setPages] = useState<readonly [number, number]>([0, 0]);
  const onPages = useCallback((first: number, last: number) => setPages([first, last]), []);
  const search = useRef<InputRef>(null);
  const cases = useRef<BoardHandle>(null);

  const text = useAskedText(filter);
  const board = useBoard(filter, text, view === "board");
  const list = useWindowed("complaints.list", listFilter(filter, text), pages[0], pages[1]);
  // The figures over the rows.
  const figures = useCall(
    "complaints.list",
    { ...listFilter(filter, text), limit: 1 },
    { keepPrevious: true, enabled: view === "list" },
  ).data;
  const columns = board.columns ?? [];
  const [total, overdue] =
    view === "board"
      ? [columns.reduce((sum, column) => sum + column.total, 0), board.overdue]
      : [list.total, figures?.overdue ?? 0];

  const open = chosen !== null;
  useKeys(
    t("complaints.title"),
    [
      { keys: "n", words: t("complaints.new"), run: () => setCreating(true) },
      { keys: "/", words: t("complaints.keys.filter"), run: () => search.current?.focus() },
      { keys: "up", shown: "↑ ↓ ← →", words: t("complaints.keys.walk") },
      { keys: "enter", words: t("complaints.keys.open") },
    ],
    { enabled: !open },
  );
  // Whoever comes back from a case finds the keyboard where it was.
  const was = useRef(open);
  useEffect(() => {
    if (was.current && !open) cases.current?.focus();
    was.current = open;
  }, [open]);

  const change = (next: CaseFilter): void => {
    setFilter(next);
    setRow(-1);
  };

  if (chosen !== null) return <CaseScreen key={chosen} id={chosen} onBack={() => choose(null)} />;
  const failed = view === "board" ? board.error : list.error;
  if (failed && !board.columns)
    return (
      <ErrorState
        error={failed}
        onRetry={() => (view === "board" ? void board.refetch() : list.retry())}
      />
    );
  const filtered = text !== "" || filter.kind !== null || filter.shop !== null || filter.late;
  const ready = view === "board" ? board.columns !== undefined : list.ready;
  const nothing = ready && total === 0;
  const newButton = (
    <Button type="primary" onClick={() => setCreating(true)}>
      {t("complaints.new")} {keyName("n")}
    </Button>
  );
  return (
    <div className="complaints">
      <Filters
        filter={filter}
        view={view}
        overdue={overdue}
        total={total}
        search={search}
        onFilter={change}
        onView={setView}
        onNew={() => setCreating(true)}
        onDown={() => cases.current?.focus()}
        onOpen={choose}
      />
      <div className="complaint-place">
        {nothing && (filtered || (view === "list" && figures?.empty === false)) && (
          <EmptyState sentence={t("complaints.none")} example={t("complaints.noneExample")} />
        )}
        {nothing && !filtered && (view === "board" || figures?.empty !== false) && (
          <EmptyState
            sentence={t("complaints.empty.sentence")}
            action={newButton}
            example={t("complaints.empty.example")}
          />
        )}
        {!nothing && view === "board" && (
          <Board
            ref={cases}
            columns={columns}
            cursor={cursor}
            onCursor={setCursor}
            onOpen={choose}
            onMore={(stage) => {
              change({ ...filter, stage });
              setView("list");
            }}
          />
        )}
        {!nothing && view === "list" && (
          <CaseList
            ref={cases}
            list={list}
            cursor={row}
            onCursor={setRow}
            onOpen={choose}
            onPages={onPages}
          />
        )}
      </div>
      {creating && (
        <NewCase
          onClose={() => setCreating(false)}
          onMade={(id) => {
            setCreating(false);
            choose(id);
          }}
        />
      )}
    </div>
  );
}
