import { CheckCircleFilled, PlusOutlined } from "@ant-design/icons";
import { Button } from "antd";
import type { KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import type { WordingTopic } from "../../../shared/contract/wordings.ts";

interface TopicListProps {
  readonly topics: readonly WordingTopic[];
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
  readonly onNew: () => void;
}

/** The questions wordings are collected for; those with a standard carry a tick. */
export function TopicList({ topics, chosen, onChoose, onNew }: TopicListProps) {
  const { t } = useTranslation();
  const moved = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const next = topics[topics.findIndex(({ id }) => id === chosen) + step];
    if (!next) return;
    onChoose(next.id);
    document.getElementById(`topic-${next.id}`)?.focus();
  };
  return (
    <nav className="topic-list" aria-label={t("wordings.topics")}>
      <header>
        <h2>{t("wordings.topics")}</h2>
        <Button
          size="small"
          icon={<PlusOutlined aria-hidden />}
          aria-label={t("wordings.topic.new")}
          title={`${t("wordings.topic.new")} (N)`}
          onClick={onNew}
        />
      </header>
      <ul>
        {topics.map((topic) => (
          <li key={topic.id}>
            <button
              type="button"
              id={`topic-${topic.id}`}
              className="topic-row"
              aria-current={topic.id === chosen || undefined}
              onClick={() => onChoose(topic.id)}
              onKeyDown={moved}
            >
              <span className="topic-title">{topic.title}</span>
              <span className="topic-facts">
                {topic.standard && (
                  <CheckCircleFilled
                    className="topic-done"
                    aria-label={t("wordings.topic.hasStandard")}
                  />
                )}
                {topic.count === 0
                  ? t("wordings.topic.noneYet")
                  : t("wordings.topic.facts", { count: topic.count, rated: topic.rated })}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
