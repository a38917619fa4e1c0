import { Alert, Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ImportFormat } from "../../../shared/contract/transfer.ts";
import { useAct } from "../../api/hooks.ts";
import { download } from "../../ui/download.ts";

const FORMATS: readonly ImportFormat[] = ["json", "xlsx", "csv", "tsv"];

/** The whole library into one file. */
export function ExportPanel() {
  const { t } = useTranslation();
  const run = useAct("export.run");
  const [done, setDone] = useState("");

  const write = (format: ImportFormat): void => {
    setDone("");
    run.mutate(
      { format },
      {
        onSuccess: ({ count, url, path, cancelled }) => {
          if (cancelled) return;
          if (url !== null) download(url, "");
          setDone(
            path === null
              ? t("transfer.exporting.downloaded", { count })
              : t("transfer.exporting.saved", { count, path }),
          );
        },
      },
    );
  };

  return (
    <section>
      <p>{t("transfer.exporting.lead")}</p>
      <ul className="transfer-formats">
        {FORMATS.map((format) => (
          <li key={format}>
            <div>
              <strong>{t(`transfer.exporting.${format}`)}</strong>
              <p className="transfer-soft">{t(`transfer.exporting.${format}Words`)}</p>
            </div>
            <Button
              data-format={format}
              disabled={run.isPending}
              loading={run.isPending && run.variables?.format === format}
              onClick={() => write(format)}
            >
              {t("transfer.exporting.run")}
            </Button>
          </li>
        ))}
      </ul>
      <div role="status">
        {run.isPending && <p className="transfer-soft">{t("transfer.exporting.running")}</p>}
        {done !== "" && <Alert type="success" showIcon title={done} />}
      </div>
    </section>
  );
}
