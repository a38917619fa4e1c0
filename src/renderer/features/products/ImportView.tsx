import {
  ArrowLeftOutlined,
  CheckCircleFilled,
  FileExcelOutlined,
  FolderOpenOutlined,
} from "@ant-design/icons";
import { Alert, Button, Progress } from "antd";
import { type DragEvent, type ReactNode, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAct, useCall } from "../../api/hooks.ts";
import { sayFailure } from "../../ui/Notices.tsx";
import { bringsFiles, fromChooser, fromDrop, type Given } from "../../ui/pictures/given.ts";
import { useUndo } from "../../ui/Undo.tsx";
import { ImportPlanView } from "./ImportPlanView.tsx";
import { type ProductImport, useProductImport } from "./useProductImport.ts";

const TABLES = ".csv,.tsv,.txt,.xlsx";
const IS_TABLE = /\.(?:csv|tsv|txt|xlsx?)$/i;

/** Products in from a table with a folder of pictures: what would happen first, then one step. */
export function ImportView({ shop, onClose }: { shop: string; onClose: () => void }) {
  const { t } = useTranslation();
  const undo = useUndo();
  const work = useProductImport(shop);
  const { state } = work;

  const apply = async (): Promise<void> => {
    const done = await work.apply();
    if (!done || done.historyId === null) return;
    undo.offer({
      historyId: done.historyId,
      sentence: t("products.done.imported", { count: done.added + done.changed }),
    });
  };

  return (
    <div className="product-import">
      <header className="import-head">
        <Button type="text" icon={<ArrowLeftOutlined aria-hidden />} onClick={onClose}>
          {t("products.importing.back")}
        </Button>
        <h2>{t("products.importing.title")}</h2>
      </header>
      <div className="import-scroll">
        {state.error !== null && (
          <Alert type="error" showIcon role="alert" title={state.error} className="import-note" />
        )}
        {state.cancelled && (
          <Alert
            type="info"
            showIcon
            title={t("products.importing.cancelled")}
            className="import-note"
          />
        )}
        {state.result ? (
          <Done work={work} onClose={onClose} />
        ) : state.job && state.job.kind !== "plan" ? (
          <Running work={work} />
        ) : (
          <>
            <Choose work={work} />
            {state.job && !state.plan && (
              <p className="import-soft">{t("products.importing.checking")}</p>
            )}
            {state.plan && (
              <ImportPlanView
                // A new table or folder is looked at from the start.
                key={`${state.planned?.table?.file} ${state.planned?.pictures.length}`}
                plan={state.plan}
                work={work}
                onApply={() => void apply()}
              />
            )}
          </>
        )}
      </div>
    </div>
  );
}

/** Where the table and the pictures come from. */
function Choose({ work }: { work: ProductImport }) {
  const { t } = useTranslation();
  const { input } = work.state;
  const table = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);

  const takePictures = (pictures: readonly Given[]): void =>
    void work.plan({ pictures, decisions: {} });
  const dropping = {
    onDragOver(event: DragEvent) {
      if (!bringsFiles(event.dataTransfer)) return;
      event.preventDefault();
      setOver(true);
    },
    onDragLeave(event: DragEvent) {
      if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
    },
    onDrop(event: DragEvent) {
      if (!bringsFiles(event.dataTransfer)) return;
      event.preventDefault();
      setOver(false);
      const files = [...event.dataTransfer.files];
      fromDrop(event.dataTransfer)
        .then(({ pictures }) => {
          const given = pictures.filter(({ path }) => !IS_TABLE.test(path));
          const dropped = files.find(({ name }) => IS_TABLE.test(name));
          if (dropped) return work.takeTable(dropped, given);
          return given.length > 0 ? takePictures(given) : undefined;
        })
        .catch(sayFailure);
    },
  };

  return (
    <section className="import-choose" data-over={over || undefined} {...dropping}>
      <Source
        icon={<FileExcelOutlined aria-hidden />}
        title={t("products.importing.table")}
        words={t("products.importing.tableWords")}
        given={input.table?.name ?? null}
        onClear={() => void work.plan({ table: null, mapping: null })}
        button={t("products.importing.chooseTable")}
        primary={input.table === null}
        onChoose={() => table.current?.click()}
      />
      <Source
        icon={<FolderOpenOutlined aria-hidden />}
        title={t("products.importing.folder")}
        words={t("products.importing.folderWords")}
        given={
          input.pictures.length === 0
            ? null
            : t("products.importing.picturesGiven", { count: input.pictures.length })
        }
        onClear={() => takePictures([])}
        button={t("products.importing.chooseFolder")}
        primary={false}
        onChoose={() => folder.current?.click()}
      />
      <p className="import-soft">{t("products.importing.drop")}</p>
      <input
        ref={table}
        type="file"
        hidden
        accept={TABLES}
        aria-label={t("products.importing.chooseTable")}
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file) void work.takeTable(file);
          // The same file may be chosen again after it was mended.
          event.target.value = "";
        }}
      />
      <input
        ref={folder}
        type="file"
        hidden
        multiple
        {...{ webkitdirectory: "" }}
        aria-label={t("products.importing.chooseFolder")}
        onChange={(event) => {
          if (event.target.files) takePictures(fromChooser(event.target.files).pictures);
          event.target.value = "";
        }}
      />
    </section>
  );
}

interface SourceProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly words: string;
  /** What was given; null for nothing yet. */
  readonly given: string | null;
  readonly button: string;
  readonly primary: boolean;
  readonly onChoose: () => void;
  readonly onClear: () => void;
}

function Source(props: SourceProps) {
  const { icon, title, words, given, button, primary, onChoose, onClear } = props;
  const { t } = useTranslation();
  return (
    <div className="import-source" data-given={given !== null || undefined}>
      <span className="import-icon">{icon}</span>
      <div>
        <h3>{title}</h3>
        <p>{given ?? words}</p>
      </div>
      {given !== null && (
        <Button type="text" onClick={onClear}>
          {t("products.importing.clear")}
        </Button>
      )}
      <Button type={primary ? "primary" : "default"} onClick={onChoose}>
        {button}
      </Button>
    </div>
  );
}

/** How far the import has come, and the way out while there is one. */
function Running({ work }: { work: ProductImport }) {
  const { t } = useTranslation();
  const { job } = work.state;
  if (!job) return null;
  const sending = job.kind === "send";
  const words = sending
    ? t("products.importing.sending", { done: job.done, total: job.total })
    : t("products.importing.writing");
  return (
    <section className="import-running" aria-live="polite">
      <p>{words}</p>
      <Progress
        percent={sending && job.total > 0 ? Math.round((job.done / job.total) * 100) : 100}
        showInfo={false}
        status="active"
        aria-label={t("products.importing.title")}
      />
      <Button disabled={!sending} onClick={work.cancel}>
        {t("products.importing.cancel")}
      </Button>
    </section>
  );
}

/** What the import did, and the way back. */
function Done({ work, onClose }: { work: ProductImport; onClose: () => void }) {
  const { t } = useTranslation();
  const { result, refused } = work.state;
  const undo = useUndo();
  const takeBack = useAct("history.undo");
  const historyId = result?.historyId ?? null;
  // The bar at the bottom and Ctrl+Z undo too: the history knows.
  const history = useCall("history.list", { limit: 50 }, { enabled: historyId !== null });
  const undone = history.data?.find((step) => step.id === historyId)?.undone ?? false;
  if (!result) return null;
  return (
    <section className="import-running">
      <CheckCircleFilled className="import-done" aria-hidden />
      <p role="status">
        {undone ? t("products.importing.undone") : t("products.importing.done", result)}
      </p>
      <div className="import-actions">
        <Button type="primary" onClick={onClose}>
          {t("products.importing.toList")}
        </Button>
        <Button onClick={work.startOver}>{t("products.importing.again")}</Button>
        {historyId !== null && !undone && (
          <Button
            loading={takeBack.isPending}
            onClick={() =>
              takeBack.mutate({ id: historyId }, { onSuccess: () => undo.undone(historyId) })
            }
          >
            {t("products.importing.undo")}
          </Button>
        )}
      </div>
      {refused.length > 0 && (
        <Alert
          type="warning"
          showIcon
          className="import-note"
          title={t("products.importing.refusedPictures", { count: refused.length })}
          description={
            <ul>
              {refused.map(({ path, sentence }) => (
                <li key={path}>{sentence}</li>
              ))}
            </ul>
          }
        />
      )}
    </section>
  );
}
