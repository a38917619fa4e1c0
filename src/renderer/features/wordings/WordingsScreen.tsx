import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCall } from "../../api/hooks.ts";
import { EmptyState, ErrorState } from "../../ui/States.tsx";
import { useKeys } from "../../ui/keys.ts";
import { useStored } from "../../ui/stored.ts";
import { TopicDialog } from "./TopicDialog.tsx";
import { TopicList } from "./TopicList.tsx";
import { TopicPane } from "./TopicPane.tsx";
import { useWordings } from "./useWordings.ts";
import "./wordings.css";

/** 话术优化: buyers' questions at the left, the wordings of one of them at the right. */
export function WordingsScreen() {
  const { t } = useTranslation();
  const topics = useCall("wordings.topics", {});
  const actions = useWordings();
  const [chosen, setChosen] = useStored<string | null>("wordings.topic", null);
  /** The topic in the dialog; "new" for one that is not there yet. */
  const [editing, setEditing] = useState<string | null>(null);

  const list = topics.data ?? [];
  const topic = list.find(({ id }) => id === chosen) ?? list[0];
  useKeys(t("wordings.title"), [
    { keys: "n", words: t("wordings.topic.new"), run: () => setEditing("new") },
    { keys: "e", words: t("wordings.topic.edit"), run: () => topic && setEditing(topic.id) },
  ]);

  if (topics.isError)
    return <ErrorState error={topics.error} onRetry={() => void topics.refetch()} />;
  if (!topics.data) return null;
  return (
    <div className="wordings">
      {topic ? (
        <>
          <TopicList
            topics={list}
            chosen={topic.id}
            onChoose={setChosen}
            onNew={() => setEditing("new")}
          />
          <TopicPane
            key={topic.id}
            topic={topic}
            actions={actions}
            onEdit={() => setEditing(topic.id)}
            onRemove={() => actions.removeTopic(topic.id, topic.title, () => setChosen(topic.id))}
          />
        </>
      ) : (
        <EmptyState
          sentence={t("wordings.empty.sentence")}
          action={
            <Button type="primary" onClick={() => setEditing("new")}>
              {t("wordings.topic.new")}
            </Button>
          }
          example={t("wordings.empty.example")}
        />
      )}
      <TopicDialog
        key={editing}
        open={editing !== null}
        topic={list.find(({ id }) => id === editing) ?? null}
        onClose={() => setEditing(null)}
        onSave={async (title, examples) => {
          const id = editing === "new" ? null : editing;
          const saved = await actions.saveTopic(id, title, examples);
          if (saved === null) return;
          setChosen(saved);
          setEditing(null);
        }}
      />
    </div>
  );
}
