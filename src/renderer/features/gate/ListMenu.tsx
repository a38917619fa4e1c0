import { MoreOutlined } from "@ant-design/icons";
import { Button, Dropdown } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAct } from "../../api/hooks.ts";
import { download } from "../../ui/download.ts";
import { useNotify } from "../../ui/Notices.tsx";
import { ImportDialog } from "./ImportDialog.tsx";

/** The list to and from files. */
export function ListMenu() {
  const { t } = useTranslation();
  const notify = useNotify();
  const run = useAct("gate.export");
  const [importing, setImporting] = useState(false);

  const write = (format: "csv" | "txt"): void =>
    run.mutate(
      { format },
      {
        onSuccess: ({ count, url, path, cancelled }) => {
          if (cancelled) return;
          if (count === 0) {
            notify("info", t("gate.file.nothing"));
            return;
          }
          if (url !== null) download(url, "");
          notify(
            "info",
            path === null
              ? t("gate.file.exported", { count })
              : t("gate.file.exportedTo", { count, path }),
          );
        },
      },
    );

  return (
    <>
      <Dropdown
        trigger={["click"]}
        menu={{
          items: [
            { key: "import", label: t("gate.file.import"), onClick: () => setImporting(true) },
            { type: "divider" },
            { key: "csv", label: t("gate.file.exportCsv"), onClick: () => write("csv") },
            { key: "txt", label: t("gate.file.exportText"), onClick: () => write("txt") },
          ],
        }}
      >
        <Button
          icon={<MoreOutlined aria-hidden />}
          aria-label={t("gate.file.menu")}
          title={t("gate.file.menu")}
        />
      </Dropdown>
      {importing && <ImportDialog onClose={() => setImporting(false)} />}
    </>
  );
}
