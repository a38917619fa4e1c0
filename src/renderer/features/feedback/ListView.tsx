import { Button, type InputRef, Splitter } from "antd";
import { type ReactNode, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { FeedbackFilter } from "../../../shared/contract/feedback.ts";
import { useCall } from "../../api/hooks.ts";
import { EmptyState, ErrorState } from "../../ui/States.tsx";
import { useKeys } from "../../ui/keys.ts";
import { useSettled } from "../../ui/settled.ts";
import { useStored } from "../../ui/stored.ts";
import { AddDialog } from "./AddDialog.tsx";
import { FeedbackList } from "./FeedbackList.tsx";
import { FeedbackPane, type PaneHandle } from "./FeedbackPane.tsx";
import { FeedbackToolbar } from "./FeedbackToolbar.tsx";
import { useSteps } from "./useSteps.ts";

/** Waits this long after a key before the list is asked for, milliseconds. */
const AFTER_KEY = 120;
const EVERYTHING: FeedbackFilter = {
  ...{ state: null, kind: null, department: null, valuable: null, from: null, to: null },
  text: "",
};

/** What was noted, by what it is about and where it stands, and the chosen one beside it. */
export function ListView({ parts }: { parts: ReactNode }) {
  const { t } = useTranslation();
  const [filter, setFilter] = useState(EVERYTHING);
  const [width, setWidth] = useStored("feedback.pane", 440);
  const [chosen, setChosen] = useState<string | null>(null);
  const [adding, setAdding] = useState(false);
  const search = useRef<InputRef>(null);
  const pane = useRef<PaneHandle>(null);
  const steps = useSteps();
  const text = useSettled(filter.text, AFTER_KEY);
  const list = useCall("feedback.list", { ...filter, text }, { keepPrevious: true });
  const hotkey = useCall("hotkeys.status", {}).data?.actions.find(
    ({ action }) => action === "feedback",
  )?.accelerator;

  const rows = list.data?.rows ?? [];
  const at = rows.findIndex(({ id }) => id === chosen);
  const row = rows[at];
  const go = (place: number): void => {
    const next = rows[Math.max(0, Math.min(rows.length - 1, place))];
    if (next) setChosen(next.id);
  };
  const drop = (): void => {
    if (!row) return;
    void steps.drop(row.id).then((dropped) => {
      if (dropped) setChosen(rows[at + 1]?.id ?? rows[at - 1]?.id ?? null);
    });
  };

  useKeys(t("feedback.keys.scope"), [
    { keys: "n", words: t("feedback.keys.new"), run: () => setAdding(true) },
    { keys: "/", words: t("feedback.keys.filter"), run: () => search.current?.focus() },
    { keys: "down", shown: "↑ ↓", words: t("feedback.keys.walk"), run: () => go(at + 1) },
    { keys: "up", words: t("feedback.keys.walk"), run: () => go(at - 1) },
    {
      keys: "v",
      words: t("feedback.keys.valuable"),
      run: () => row && void steps.value(row, true),
    },
    {
      keys: "x",
      words: t("feedback.keys.worthless"),
      run: () => row && void steps.value(row, false),
    },
    { keys: "s", words: t("feedback.keys.send"), run: () => row && void steps.send(row, "") },
    { keys: "a", words: t("feedback.keys.answer"), run: () => pane.current?.answer() },
    { keys: "del", words: t("feedback.keys.drop"), run: drop },
  ]);

  const filtered = JSON.stringify({ ...filter, state: null }) !== JSON.stringify(EVERYTHING);
  const left = list.isError ? (
    <ErrorState error={list.error} onRetry={() => void list.refetch()} />
  ) : list.data && rows.length === 0 ? (
    filtered || filter.state !== null ? (
      <EmptyState sentence={t("feedback.none")} />
    ) : (
      <EmptyState
        sentence={hotkey ? t("feedback.empty", { keys: hotkey }) : t("feedback.emptyPlain")}
        action={
          <Button type="primary" onClick={() => setAdding(true)}>
            {t("feedback.new")}
          </Button>
        }
        example={t("feedback.example")}
      />
    )
  ) : (
    <FeedbackList rows={rows} at={at} onChoose={setChosen} />
  );

  return (
    <>
      <FeedbackToolbar
        parts={parts}
        filter={filter}
        search={search}
        counts={list.data?.counts ?? null}
        departments={list.data?.departments ?? []}
        onFilter={setFilter}
        onNew={() => setAdding(true)}
      />
      <Splitter className="feedback-panes" onResizeEnd={([, right]) => setWidth(right ?? width)}>
        <Splitter.Panel min={260}>{left}</Splitter.Panel>
        <Splitter.Panel defaultSize={width} min={320} max="70%">
          {row ? (
            <FeedbackPane
              key={row.id}
              ref={pane}
              row={row}
              departments={list.data?.departments ?? []}
              steps={steps}
              onDrop={drop}
            />
          ) : (
            <p className="pane-hint">{rows.length > 0 ? t("feedback.choose") : ""}</p>
          )}
        </Splitter.Panel>
      </Splitter>
      {adding && (
        <AddDialog
          steps={steps}
          onClose={() => setAdding(false)}
          onNoted={({ id }) => setChosen(id)}
        />
      )}
    </>
  );
}
