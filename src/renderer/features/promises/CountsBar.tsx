import {
  CalendarOutlined,
  ClockCircleOutlined,
  ExclamationCircleFilled,
  HourglassOutlined,
} from "@ant-design/icons";
import { useTranslation } from "react-i18next";
import type { PromiseCounts } from "../../../shared/contract/promises.ts";
import { STANDINGS, type Standing } from "../../../shared/rules/standing.ts";

const ICONS = {
  overdue: <ExclamationCircleFilled aria-hidden />,
  hour: <HourglassOutlined aria-hidden />,
  today: <ClockCircleOutlined aria-hidden />,
  later: <CalendarOutlined aria-hidden />,
} as const;

interface CountsBarProps {
  readonly counts: PromiseCounts;
  readonly doneToday: number | null;
  /** Leads to the first one of a group. */
  readonly onGroup: (group: Standing) => void;
}

/** How much is open, by how pressing it is; few numbers, and large. */
export function CountsBar({ counts, doneToday, onGroup }: CountsBarProps) {
  const { t } = useTranslation();
  return (
    <div className="promise-counts">
      {STANDINGS.map((group) => (
        <button
          key={group}
          type="button"
          className="promise-count"
          data-group={group}
          data-some={counts[group] > 0 || undefined}
          disabled={counts[group] === 0}
          onClick={() => onGroup(group)}
        >
          <b>{counts[group]}</b>
          <span>
            {ICONS[group]} {t(`promises.groups.${group}`)}
          </span>
        </button>
      ))}
      {doneToday !== null && (
        <p className="promise-count promise-count-done">
          <b>{doneToday}</b>
          <span>{t("promises.doneToday")}</span>
        </p>
      )}
    </div>
  );
}
