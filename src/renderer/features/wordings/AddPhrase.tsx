import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCall } from "../../api/hooks.ts";
import { EmptyState, ErrorState } from "../../ui/States.tsx";
import type { AddProps } from "./AddDialog.tsx";

/** Phrases of the library that may answer the question, best first. */
export function AddPhrase({ topic, actions }: AddProps) {
  const { t } = useTranslation();
  const found = useCall("wordings.suggest", { topicId: topic.id }, { keepPrevious: true });
  const [added, setAdded] = useState<ReadonlySet<string>>(new Set());
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return null;
  const rows = found.data.filter(({ id }) => !added.has(id));
  if (rows.length === 0) return <EmptyState sentence={t("wordings.add.noPhrases")} />;
  return (
    <ul className="wording-candidates">
      {rows.map((row) => (
        <li key={row.id}>
          <div>
            <p className="wording-candidate-title">
              {row.title}
              <span className="wordings-soft">
                {[row.categoryPath.join(" › "), t("wordings.why", { words: row.why.join(" · ") })]
                  .filter((part) => part !== "")
                  .join("  ")}
              </span>
            </p>
            <p className="wording-body">{row.body}</p>
          </div>
          <Button
            size="small"
            aria-label={`${t("wordings.add.take")}: ${row.title}`}
            onClick={() => {
              setAdded(new Set([...added, row.id]));
              void actions.addPhrase(topic.id, row.id, row.title);
            }}
          >
            {t("wordings.add.take")}
          </Button>
        </li>
      ))}
    </ul>
  );
}
