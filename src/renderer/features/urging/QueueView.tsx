import { Button, type InputRef, Splitter } from "antd";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { UrgingView } from "../../../shared/contract/urging.ts";
import { useCall } from "../../api/hooks.ts";
import { EmptyState, ErrorState } from "../../ui/States.tsx";
import { useKeys } from "../../ui/keys.ts";
import { useSettled } from "../../ui/settled.ts";
import { useStored } from "../../ui/stored.ts";
import { AddDialog } from "./AddDialog.tsx";
import { ImportDialog } from "./ImportDialog.tsx";
import { OrderList } from "./OrderList.tsx";
import { OrderPane } from "./OrderPane.tsx";
import { QueueToolbar } from "./QueueToolbar.tsx";
import { useSettle } from "./useSettle.ts";
import { useTaken } from "./useTaken.ts";

/** Waits this long after a key before the list is asked for, milliseconds. */
const AFTER_KEY = 120;

/** The list of orders, and the one taken up beside it. */
export function QueueView({ parts }: { parts: ReactNode }) {
  const { t } = useTranslation();
  const [view, setView] = useState<UrgingView>("todo");
  const [today, setToday] = useStored("urging.today", true);
  const [text, setText] = useState("");
  const [width, setWidth] = useStored("urging.pane", 520);
  const [open, setOpen] = useState<"add" | "import" | null>(null);
  const search = useRef<InputRef>(null);
  const queue = useCall(
    "urging.queue",
    { view, today, text: useSettled(text, AFTER_KEY) },
    { keepPrevious: true },
  );
  const rows = queue.data?.rows ?? [];
  const { taken, at, take, step, ended, inHand, whenInHand } = useTaken(rows);
  const settle = useSettle();
  // The key that starts may come before the list.
  const early = useRef(false);
  const here = queue.data !== undefined;
  useEffect(() => {
    if (!here || !early.current) return;
    early.current = false;
    step(1);
  });
  const next = (): void => {
    if (here) step(1);
    else early.current = true;
  };

  useKeys(t("urging.keys.scope"), [
    { keys: "right", words: t("urging.next"), run: next },
    { keys: "left", words: t("urging.previous"), run: () => step(-1) },
    { keys: "n", words: t("urging.keys.add"), run: () => setOpen("add") },
    { keys: "i", words: t("urging.keys.import"), run: () => setOpen("import") },
    { keys: "/", words: t("urging.keys.filter"), run: () => search.current?.focus() },
  ]);

  const importButton = (
    <Button type="primary" onClick={() => setOpen("import")}>
      {t("urging.file.button")}
    </Button>
  );
  const list = queue.isError ? (
    <ErrorState error={queue.error} onRetry={() => void queue.refetch()} />
  ) : queue.data && rows.length === 0 ? (
    <EmptyState
      sentence={text.trim() === "" ? t(`urging.empty.${view}`) : t("urging.empty.found", { text })}
      {...(view === "todo" && text.trim() === ""
        ? { action: importButton, example: t("urging.empty.example") }
        : {})}
    />
  ) : (
    <OrderList rows={rows} at={at} total={queue.data?.total ?? 0} onTake={take} />
  );

  return (
    <>
      <QueueToolbar
        parts={parts}
        {...{ view, today, text, search }}
        counts={queue.data?.counts ?? null}
        onView={setView}
        onToday={setToday}
        onText={setText}
        onAdd={() => setOpen("add")}
        onImport={() => setOpen("import")}
      />
      <Splitter className="urging-panes" onResizeEnd={([, right]) => setWidth(right ?? width)}>
        <Splitter.Panel min={260}>{list}</Splitter.Panel>
        <Splitter.Panel defaultSize={width} min={340} max="70%">
          {taken ? (
            <OrderPane
              key={taken.order}
              row={taken}
              {...{ ended, inHand, whenInHand }}
              onSettle={settle}
              onStep={step}
            />
          ) : (
            <p className="pane-hint">{rows.length > 0 ? t("urging.start") : ""}</p>
          )}
        </Splitter.Panel>
      </Splitter>
      {open === "import" && <ImportDialog onClose={() => setOpen(null)} />}
      {open === "add" && <AddDialog onClose={() => setOpen(null)} onAdded={take} />}
    </>
  );
}
