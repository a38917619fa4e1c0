import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Feedback } from "../../../shared/contract/feedback.ts";
import { Time } from "../../ui/Time.tsx";

interface FeedbackListProps {
  readonly rows: readonly Feedback[];
  /** Place of the chosen one; -1 for none. */
  readonly at: number;
  readonly onChoose: (id: string) => void;
}

/** What was noted, newest first. */
export function FeedbackList({ rows, at, onChoose }: FeedbackListProps) {
  const { t } = useTranslation();
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.children[at]?.scrollIntoView({ block: "nearest" });
  }, [at]);
  return (
    <ul ref={list} className="feedback-list" aria-label={t("feedback.title")}>
      {rows.map((row, index) => (
        <li key={row.id}>
          <button
            type="button"
            className="feedback-row"
            aria-current={index === at || undefined}
            data-worthless={row.valuable === false || undefined}
            onClick={() => onChoose(row.id)}
          >
            <span className="feedback-star" aria-hidden>
              {row.valuable ? "★" : ""}
            </span>
            <span className="feedback-words" title={row.text}>
              {row.text}
            </span>
            <span className="feedback-tag">{t(`feedback.kinds.${row.kind}`)}</span>
            <span className="feedback-soft">{row.department || t("feedback.noDepartment")}</span>
            <span className="feedback-soft feedback-where">
              {row.answeredAt !== null
                ? t("feedback.states.answered")
                : row.sentAt !== null
                  ? t("feedback.states.sent")
                  : ""}
            </span>
            <span className="feedback-soft feedback-time">
              <Time at={row.notedAt} />
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
