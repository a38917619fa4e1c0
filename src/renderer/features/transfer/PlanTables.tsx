import { Button, Table } from "antd";
import { useTranslation } from "react-i18next";
import type { ImportPlan, RefusedRow } from "../../../shared/contract/transfer.ts";
import { sentence } from "../../i18n/i18n.ts";
import { useNotify } from "../../ui/Notices.tsx";
import { download } from "../../ui/download.ts";
import { refusedCsv, refusedText } from "./refusedList.ts";

/** Height of the lists, in pixels: the figures above stay in sight. */
export const LIST_HEIGHT = 420;

/** Says that a list is longer than what is shown. */
export function FirstOnly({ shown, count }: { shown: number; count: number }) {
  const { t } = useTranslation();
  if (shown >= count) return null;
  return <p className="transfer-soft">{t("transfer.plan.firstOnly", { shown, count })}</p>;
}

export function AdditionsTable({ plan }: { plan: ImportPlan }) {
  const { t } = useTranslation();
  if (plan.additions.length === 0)
    return <p className="transfer-soft">{t("transfer.plan.noAdditions")}</p>;
  return (
    <>
      <Table
        size="small"
        virtual
        scroll={{ y: LIST_HEIGHT, x: 560 }}
        pagination={false}
        rowKey="row"
        dataSource={plan.additions}
        columns={[
          { title: t("transfer.plan.row"), dataIndex: "row", width: 72 },
          { title: t("transfer.plan.rowTitle"), dataIndex: "title", ellipsis: true },
          { title: t("transfer.plan.category"), dataIndex: "category", width: 220, ellipsis: true },
        ]}
      />
      <FirstOnly shown={plan.additions.length} count={plan.added} />
    </>
  );
}

const reasonOf = (row: RefusedRow): string => sentence(row.code, row.params);

/** Rows that can't come in, with a list to hand to whoever mends the file. */
export function RefusedTable({ rows, count }: { rows: readonly RefusedRow[]; count: number }) {
  const { t } = useTranslation();
  const notify = useNotify();
  if (rows.length === 0) return <p className="transfer-soft">{t("transfer.plan.noRefused")}</p>;
  const headings = [t("transfer.plan.row"), t("transfer.plan.column"), t("transfer.plan.reason")];
  const copy = (): void => {
    navigator.clipboard.writeText(refusedText(rows, headings, reasonOf)).then(
      () => notify("info", t("transfer.plan.copied")),
      (error: unknown) => notify("error", sentence("clipboard_failed", { detail: String(error) })),
    );
  };
  const save = (): void => {
    const url = URL.createObjectURL(refusedCsv(rows, headings, reasonOf));
    download(url, t("transfer.plan.refusedFile"));
    URL.revokeObjectURL(url);
  };
  return (
    <>
      <div className="transfer-list-actions">
        <Button size="small" onClick={copy}>
          {t("transfer.plan.copyRefused")}
        </Button>
        <Button size="small" onClick={save}>
          {t("transfer.plan.saveRefused")}
        </Button>
      </div>
      <Table
        size="small"
        virtual
        scroll={{ y: LIST_HEIGHT, x: 560 }}
        pagination={false}
        rowKey={(row) => `${row.row}:${row.column}:${row.code}`}
        dataSource={[...rows]}
        columns={[
          { title: headings[0], dataIndex: "row", width: 72 },
          {
            title: headings[1],
            dataIndex: "column",
            width: 180,
            ellipsis: true,
            render: (column: string) => column || t("transfer.plan.wholeRow"),
          },
          {
            title: headings[2],
            key: "reason",
            render: (_: unknown, row: RefusedRow) => reasonOf(row),
          },
        ]}
      />
      <FirstOnly shown={rows.length} count={count} />
    </>
  );
}
