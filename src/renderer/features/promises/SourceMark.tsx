import {
  AlertOutlined,
  EditOutlined,
  FileTextOutlined,
  ThunderboltOutlined,
  UserSwitchOutlined,
} from "@ant-design/icons";
import { useTranslation } from "react-i18next";
import type { PromiseRow } from "../../../shared/contract/promises.ts";
import { caseAddress } from "../../ui/caseAddress.ts";

const MARKS = {
  hand: <EditOutlined aria-hidden />,
  capture: <ThunderboltOutlined aria-hidden />,
  phrase: <FileTextOutlined aria-hidden />,
  complaint: <AlertOutlined aria-hidden />,
} as const;

/** Leads to the complaint a promise was made in; nothing for others. */
export function CaseLink({ row }: { row: Pick<PromiseRow, "caseId"> }) {
  const { t } = useTranslation();
  return row.caseId && <a href={caseAddress(row.caseId)}>{t("promises.toCase")}</a>;
}

/** Where a promise came from: written by hand, with a phrase, from a colleague … */
export function SourceMark({ row }: { row: Pick<PromiseRow, "source" | "from"> }) {
  const { t } = useTranslation();
  const words =
    row.from === null
      ? t(`promises.sources.${row.source}`)
      : t("promises.sources.colleague", { name: row.from });
  return (
    <span className="promise-source" title={t("promises.sources.title", { source: words })}>
      {row.from === null ? MARKS[row.source] : <UserSwitchOutlined aria-hidden />}
      <span>{words}</span>
    </span>
  );
}
