import {
  CheckOutlined,
  CloseCircleOutlined,
  CopyOutlined,
  SendOutlined,
  WarningOutlined,
} from "@ant-design/icons";
import { Button, Table } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { PasteOutcome, PasteRecord } from "../../../shared/contract/desk.ts";
import { useCall } from "../../api/hooks.ts";
import { sentence } from "../../i18n/i18n.ts";
import { EmptyState, ErrorState } from "../../ui/States.tsx";
import { Time } from "../../ui/Time.tsx";
import { useFresh } from "./useFresh.ts";

/** As many as the log gives at once. */
const SHOWN = 500;

const NONE = <span className="desk-soft">—</span>;

const ICONS: Readonly<Record<PasteOutcome, ReactNode>> = {
  pasted: <CheckOutlined />,
  sent: <SendOutlined />,
  copied: <CopyOutlined />,
  failed: <WarningOutlined />,
  cancelled: <CloseCircleOutlined />,
};

/** Each paste: which phrase, into which program, how it ended. */
export function PasteLog() {
  const { t } = useTranslation();
  const log = useCall("paste.log", { limit: SHOWN });
  useFresh(log.refetch);
  if (log.isError) return <ErrorState error={log.error} onRetry={() => void log.refetch()} />;
  if (!log.data) return null;
  if (log.data.length === 0) return <NothingYet />;
  return (
    <>
      <p className="desk-lead">{t("desk.logLead")}</p>
      <Table<PasteRecord>
        size="small"
        pagination={false}
        sticky
        rowKey="id"
        scroll={{ x: 720 }}
        dataSource={log.data}
        columns={[
          {
            title: t("desk.time"),
            key: "at",
            width: 130,
            render: (_, record) => <Time at={record.at} />,
          },
          { title: t("desk.phrase"), dataIndex: "title", ellipsis: true },
          {
            title: t("desk.application"),
            dataIndex: "application",
            width: 150,
            ellipsis: true,
            render: (application: string) => application || NONE,
          },
          {
            title: t("desk.outcome"),
            key: "outcome",
            width: 260,
            render: (_, record) => <Outcome record={record} />,
          },
          {
            title: t("desk.milliseconds"),
            key: "milliseconds",
            width: 96,
            align: "right",
            render: (_, record) =>
              record.outcome === "pasted" || record.outcome === "sent"
                ? t("desk.inMilliseconds", { count: record.milliseconds })
                : NONE,
          },
        ]}
      />
    </>
  );
}

function Outcome({ record }: { record: PasteRecord }) {
  const { t } = useTranslation();
  // The log keeps no names, so a reason is told without the part that would hold one.
  const reason =
    record.reason === null ? "" : withoutGaps(sentence(record.reason, { keys: pasteKeys }));
  return (
    <span className={`desk-outcome ${record.outcome}`} title={reason}>
      {ICONS[record.outcome]} {t(`desk.outcomes.${record.outcome}`)}
      {reason && <span className="desk-reason">{reason}</span>}
    </span>
  );
}

const pasteKeys = /mac/i.test(navigator.platform) ? "Cmd+V" : "Ctrl+V";

const withoutGaps = (words: string): string => words.replaceAll(/[（(]?\{\{\w+\}\}[）)]?/g, "");

function NothingYet() {
  const { t } = useTranslation();
  const hotkeys = useCall("hotkeys.status", {});
  const palette = hotkeys.data?.actions.find(({ action }) => action === "palette");
  const keys = hotkeys.data?.unavailable === null ? (palette?.accelerator ?? "") : "";
  return (
    <EmptyState
      sentence={keys ? t("desk.noLog", { keys }) : t("desk.noLogPlain")}
      action={
        <Button type="primary" href="#/phrases">
          {t("desk.toPhrases")}
        </Button>
      }
      example={t("desk.logLead")}
    />
  );
}
