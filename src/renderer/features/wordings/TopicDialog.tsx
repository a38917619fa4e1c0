import { Form, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { PHRASE_LIMITS } from "../../../shared/contract/phrases.ts";
import { WORDING_LIMITS, type WordingTopic } from "../../../shared/contract/wordings.ts";
import { Dialog } from "../../ui/Dialog.tsx";

interface TopicDialogProps {
  readonly open: boolean;
  /** Null: a new one. */
  readonly topic: WordingTopic | null;
  readonly onClose: () => void;
  readonly onSave: (title: string, examples: string[]) => Promise<void>;
}

/** The question of a topic, and other ways of asking it, one a line. */
export function TopicDialog({ open, topic, onClose, onSave }: TopicDialogProps) {
  const { t } = useTranslation();
  const [title, setTitle] = useState(topic?.title ?? "");
  const [examples, setExamples] = useState((topic?.examples ?? []).join("\n"));
  const [saving, setSaving] = useState(false);
  const save = async (): Promise<void> => {
    if (title.trim() === "" || saving) return;
    setSaving(true);
    const lines = examples
      .split("\n")
      .map((line) => line.trim().slice(0, PHRASE_LIMITS.question))
      .filter((line) => line !== "");
    await onSave(title.trim(), lines.slice(0, WORDING_LIMITS.examples));
    setSaving(false);
  };
  return (
    <Dialog
      open={open}
      title={t(topic ? "wordings.topic.edit" : "wordings.topic.new")}
      okText={t("wordings.save")}
      cancelText={t("wordings.cancel")}
      okButtonProps={{ disabled: title.trim() === "", loading: saving }}
      onOk={() => void save()}
      onCancel={onClose}
      destroyOnHidden
    >
      <Form layout="vertical">
        <Form.Item label={t("wordings.topic.question")} htmlFor="topic-question">
          <Input
            id="topic-question"
            autoFocus
            value={title}
            maxLength={WORDING_LIMITS.title}
            placeholder={t("wordings.topic.questionExample")}
            onChange={(event) => setTitle(event.target.value)}
            onPressEnter={(event) => {
              if (!event.nativeEvent.isComposing) void save();
            }}
          />
        </Form.Item>
        <Form.Item
          label={t("wordings.topic.examples")}
          htmlFor="topic-examples"
          extra={t("wordings.topic.examplesWhy")}
        >
          <Input.TextArea
            id="topic-examples"
            value={examples}
            autoSize={{ minRows: 3, maxRows: 8 }}
            placeholder={t("wordings.topic.examplesExample")}
            onChange={(event) => setExamples(event.target.value)}
          />
        </Form.Item>
      </Form>
    </Dialog>
  );
}
