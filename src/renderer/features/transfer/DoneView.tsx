import { CheckCircleFilled } from "@ant-design/icons";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import type { ImportResult } from "../../../shared/contract/transfer.ts";
import { useAct, useCall } from "../../api/hooks.ts";
import { useUndo } from "../../ui/Undo.tsx";
import { ImportWarnings } from "./ImportWarnings.tsx";
import { RefusedTable } from "./PlanTables.tsx";

/** What the import did, and the way back. */
export function DoneView({ result, onAgain }: { result: ImportResult; onAgain: () => void }) {
  const { t } = useTranslation();
  const takeBack = useAct("history.undo");
  const undo = useUndo();
  const { historyId } = result;
  // The bar at the bottom and Ctrl+Z undo too: the history knows.
  const history = useCall("history.list", { limit: 50 }, { enabled: historyId !== null });
  const undone = history.data?.find((step) => step.id === historyId)?.undone ?? false;

  return (
    <section className="transfer-done">
      <CheckCircleFilled className="transfer-done-icon" />
      <h2>{t("transfer.done.title")}</h2>
      <p role="status">
        {undone
          ? t("transfer.done.undone")
          : t("transfer.done.sentence", {
              added: result.added,
              changed: result.changed,
              skipped: result.skipped,
              refused: result.refused.length,
            })}
        {!undone && result.pictures > 0 && (
          <> {t("transfer.done.pictures", { count: result.pictures })}</>
        )}
      </p>
      <div className="transfer-actions">
        <Button type="primary" href="#/phrases">
          {t("transfer.done.library")}
        </Button>
        <Button onClick={onAgain}>{t("transfer.done.another")}</Button>
        {historyId !== null && !undone && (
          <Button
            loading={takeBack.isPending}
            onClick={() =>
              takeBack.mutate({ id: historyId }, { onSuccess: () => undo.undone(historyId) })
            }
          >
            {t("transfer.done.undo")}
          </Button>
        )}
      </div>
      {historyId !== null && !undone && (
        <p className="transfer-soft">{t("transfer.done.undoLater")}</p>
      )}
      {result.backup && (
        <p className="transfer-soft transfer-path">
          {t("transfer.done.backup", { path: result.backup })}
        </p>
      )}
      {historyId !== null && !undone && <ImportWarnings historyId={historyId} />}
      {result.refused.length > 0 && (
        <div className="transfer-done-list">
          <RefusedTable rows={result.refused} count={result.refused.length} />
        </div>
      )}
    </section>
  );
}
