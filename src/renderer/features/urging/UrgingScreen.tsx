import { Segmented } from "antd";
import { useTranslation } from "react-i18next";
import { useStored } from "../../ui/stored.ts";
import { LogView } from "./LogView.tsx";
import { QueueView } from "./QueueView.tsx";
import "./urging.css";

type Part = "queue" | "log";

/** 催付: the list gone through one order at a time, and what came of it. */
export function UrgingScreen() {
  const { t } = useTranslation();
  const [part, setPart] = useStored<Part>("urging.part", "queue");
  const parts = (
    <Segmented<Part>
      aria-label={t("urging.parts.label")}
      value={part}
      options={[
        { value: "queue", label: t("urging.parts.queue") },
        { value: "log", label: t("urging.parts.log") },
      ]}
      onChange={setPart}
    />
  );
  return (
    <div className="urging">
      {part === "queue" ? <QueueView parts={parts} /> : <LogView parts={parts} />}
    </div>
  );
}
