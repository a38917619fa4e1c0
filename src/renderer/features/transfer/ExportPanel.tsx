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
  const [lost, setLost] = useState(0);

  const write = (format: ImportFormat): void => {
    setDone("");
    setLost(0);
    run.mutate(
      { format },
      {
        onSuccess: ({ count, pictures, picturesLost, url, path, cancelled }) => {
          if (cancelled) return;
          if (url !== null) download(url, "");
          const written =
            path === null
              ? t("transfer.exporting.downloaded", { count })
              : t("transfer.exporting.saved", { count, path });
          const along = pictures > 0 ? t("transfer.exporting.pictures", { count: pictures }) : "";
          setDone(`${written} ${along}`.trim());
          setLost(picturesLost);
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
        {lost > 0 && (
          <Alert
            className="transfer-note"
            type="warning"
            showIcon
            title={t("transfer.exporting.picturesLost", { count: lost })}
          />
        )}
      </div>
    </section>
  );
}
