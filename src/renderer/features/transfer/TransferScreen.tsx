import { Tabs } from "antd";
import { useTranslation } from "react-i18next";
import { ExportPanel } from "./ExportPanel.tsx";
import { ImportPanel } from "./ImportPanel.tsx";
import "./transfer.css";

/** Phrases in from a file, and out into one. */
export function TransferScreen() {
  const { t } = useTranslation();
  return (
    <div className="transfer">
      <Tabs
        items={[
          { key: "import", label: t("transfer.import"), children: <ImportPanel /> },
          { key: "export", label: t("transfer.export"), children: <ExportPanel /> },
        ]}
      />
    </div>
  );
}
