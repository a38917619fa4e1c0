import { Button, Table } from "antd";
import { useTranslation } from "react-i18next";
import type { Output } from "../../../shared/contract/index.ts";
import { useAct, useCall } from "../../api/hooks.ts";
import { useUndo } from "../../ui/Undo.tsx";
import { useNotify } from "../../ui/Notices.tsx";
import { EmptyState, ErrorState } from "../../ui/States.tsx";
import { Time } from "../../ui/Time.tsx";
import { useFresh } from "./useFresh.ts";

type Step = Output<"history.list">[number];

/** As many as the history gives at once. */
const SHOWN = 200;

const KINDS = [
  "create",
  "update",
  "move",
  "trash",
  "restore",
  "import",
  "starter",
  "starter-remove",
  "category",
  "campaign",
  "campaign-new",
  "campaign-remove",
  "prepared",
  "prepared-remove",
  "teach",
  "promote",
  "wordings",
  "merge",
  "undo",
] as const;
type Kind = (typeof KINDS)[number] | "other";

const kindOf = (kind: string): Kind => KINDS.find((each) => each === kind) ?? "other";

/** The latest changes, each with its undo. */
export function HistoryTable() {
  const { t } = useTranslation();
  const notify = useNotify();
  const history = useCall("history.list", { limit: SHOWN });
  const undo = useAct("history.undo");
  const bar = useUndo();
  useFresh(history.refetch);
  if (history.isError)
    return <ErrorState error={history.error} onRetry={() => void history.refetch()} />;
  if (!history.data) return null;
  if (history.data.length === 0)
    return (
      <EmptyState
        sentence={t("desk.noHistory")}
        action={
          <Button type="primary" href="#/phrases">
            {t("desk.toPhrases")}
          </Button>
        }
      />
    );
  // Only the steps of the starter library have no name of their own.
  const nameOf = ({ label }: Step): string => label || t("desk.starterName");
  const takeBack = (step: Step): void =>
    undo.mutate(
      { id: step.id },
      {
        onSuccess: () => {
          bar.undone(step.id);
          notify("info", t("desk.undoneNow", { label: nameOf(step) }));
        },
      },
    );
  return (
    <>
      <p className="desk-lead">{t("desk.historyLead")}</p>
      <Table<Step>
        size="small"
        pagination={false}
        sticky
        rowKey="id"
        scroll={{ x: 640 }}
        dataSource={history.data}
        rowClassName={(step) => (step.undone ? "desk-undone" : "")}
        columns={[
          {
            title: t("desk.time"),
            key: "at",
            width: 130,
            render: (_, step) => <Time at={step.at} />,
          },
          {
            title: t("desk.what"),
            key: "kind",
            width: 130,
            render: (_, step) => t(`desk.kinds.${kindOf(step.kind)}`),
          },
          {
            title: t("desk.content"),
            key: "content",
            ellipsis: true,
            render: (_, step) =>
              step.kind === "undo" ? t("desk.tookBack", { label: nameOf(step) }) : nameOf(step),
          },
          { title: t("desk.count"), dataIndex: "count", width: 84, align: "right" },
          {
            title: "",
            key: "undo",
            width: 110,
            align: "right",
            render: (_, step) =>
              step.undone ? (
                <span className="desk-soft">{t("desk.undone")}</span>
              ) : (
                <Button
                  size="small"
                  aria-label={`${t("desk.undo")}: ${nameOf(step)}`}
                  loading={undo.isPending && undo.variables?.id === step.id}
                  onClick={() => takeBack(step)}
                >
                  {t("desk.undo")}
                </Button>
              ),
          },
        ]}
      />
    </>
  );
}
