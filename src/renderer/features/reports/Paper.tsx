import { useTranslation } from "react-i18next";
import type { ReportContent } from "../../../shared/contract/reports.ts";
import { toHtml } from "../../../shared/rules/document.ts";
import { reportPaper } from "../../../shared/rules/reports/paper.ts";

/** The report as it will look on paper: the same page that becomes the PDF. */
export function Paper({ content, finished }: { content: ReportContent; finished: boolean }) {
  const { t } = useTranslation();
  return (
    <iframe
      className="report-paper"
      title={t("reports.paper")}
      sandbox=""
      srcDoc={toHtml(reportPaper(content, finished))}
    />
  );
}
