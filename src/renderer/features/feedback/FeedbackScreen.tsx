import { Segmented } from "antd";
import { useTranslation } from "react-i18next";
import { useStored } from "../../ui/stored.ts";
import { ListView } from "./ListView.tsx";
import { TrendView } from "./TrendView.tsx";
import "./feedback.css";

type Part = "list" | "trend";

/** 意见反馈: what buyers say, dealt with one by one, and what it comes to week by week. */
export function FeedbackScreen() {
  const { t } = useTranslation();
  const [part, setPart] = useStored<Part>("feedback.part", "list");
  const parts = (
    <Segmented<Part>
      aria-label={t("feedback.parts.label")}
      value={part}
      options={[
        { value: "list", label: t("feedback.parts.list") },
        { value: "trend", label: t("feedback.parts.trend") },
      ]}
      onChange={setPart}
    />
  );
  return (
    <div className="feedback">
      {part === "list" ? <ListView parts={parts} /> : <TrendView parts={parts} />}
    </div>
  );
}
