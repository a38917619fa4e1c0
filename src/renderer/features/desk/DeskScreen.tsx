import { Tabs } from "antd";
import { useTranslation } from "react-i18next";
import { HistoryTable } from "./HistoryTable.tsx";
import { PasteLog } from "./PasteLog.tsx";
import "./desk.css";

/** What was pasted, and what was changed. */
export function DeskScreen() {
  const { t } = useTranslation();
  return (
    <div className="desk">
      <Tabs
        items={[
          { key: "log", label: t("desk.log"), children: <PasteLog /> },
          { key: "history", label: t("desk.history"), children: <HistoryTable /> },
        ]}
      />
    </div>
  );
}
