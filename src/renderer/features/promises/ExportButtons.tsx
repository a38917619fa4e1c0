import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAct } from "../../api/hooks.ts";
import { keepFile } from "../../ui/delivering.ts";

const FORMATS = ["pdf", "csv", "text"] as const;

/** A day's sheet as a file. */
export function ExportButtons({ day }: { day: string }) {
  const { t } = useTranslation();
  const run = useAct("promises.exportSheet");
  const [said, setSaid] = useState("");
  return (
    <div className="export-buttons">
      <span>{t("promises.sheet.export")}</span>
      {FORMATS.map((format) => (
        <Button
          key={format}
          data-format={format}
          loading={run.isPending && run.variables?.format === format}
          disabled={run.isPending}
          onClick={() => {
            setSaid("");
            run.mutate(
              { day, format },
              {
                onSuccess(file) {
                  if (!keepFile(file)) return;
                  setSaid(
                    file.path === null
                      ? t("promises.sheet.downloaded")
                      : t("promises.sheet.saved", { path: file.path }),
                  );
                },
              },
            );
          }}
        >
          {t(`promises.sheet.formats.${format}`)}
        </Button>
      ))}
      <span role="status" className="promise-soft">
        {said}
      </span>
    </div>
  );
}
