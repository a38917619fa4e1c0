import { Input, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  type Feedback,
  FEEDBACK_LIMITS,
  type FeedbackKind,
  feedbackKind,
} from "../../../shared/contract/feedback.ts";
import { useCall } from "../../api/hooks.ts";
import { Field } from "../../ui/Field.tsx";
import { useSettled } from "../../ui/settled.ts";
import { Dialog } from "../../ui/Dialog.tsx";
import type { Steps } from "./useSteps.ts";

interface AddDialogProps {
  readonly steps: Steps;
  readonly onClose: () => void;
  readonly onNoted: (noted: Feedback) => void;
}

/** Notes what a buyer said; kind and department follow the words until they are chosen. */
export function AddDialog({ steps, onClose, onNoted }: AddDialogProps) {
  const { t } = useTranslation();
  const [text, setText] = useState("");
  const [kind, setKind] = useState<FeedbackKind | null>(null);
  const [department, setDepartment] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const suggested = useCall(
    "feedback.suggest",
    { text: useSettled(text, 100) },
    { keepPrevious: true },
  ).data;
  const shownKind = kind ?? suggested?.kind ?? "other";

  const save = async (): Promise<void> => {
    if (text.trim() === "" || busy) return;
    setBusy(true);
    const noted = await steps.note({ text, kind, department });
    setBusy(false);
    if (!noted) return;
    onClose();
    onNoted(noted);
  };
  return (
    <Dialog
      open
      title={t("feedback.add.title")}
      okText={t("feedback.add.save")}
      okButtonProps={{ disabled: text.trim() === "" }}
      confirmLoading={busy}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <div className="fields">
        <Field label={t("feedback.add.text")}>
          {(id) => (
            <Input.TextArea
              id={id}
              autoFocus
              autoSize={{ minRows: 3, maxRows: 10 }}
              maxLength={FEEDBACK_LIMITS.text}
              value={text}
              onChange={(event) => setText(event.target.value)}
              onKeyDown={(event) => {
                const { key, ctrlKey, metaKey, nativeEvent } = event;
                if (key === "Enter" && (ctrlKey || metaKey) && !nativeEvent.isComposing)
                  void save();
              }}
            />
          )}
        </Field>
        <div className="field-pair">
          <Field label={t("feedback.kind")}>
            {(id) => (
              <Select
                id={id}
                className="wide"
                value={shownKind}
                options={feedbackKind.options.map((value) => ({
                  value,
                  label: t(`feedback.kinds.${value}`),
                }))}
                onChange={setKind}
              />
            )}
          </Field>
          <Field label={t("feedback.department")}>
            {(id) => (
              <Select
                id={id}
                className="wide"
                value={department ?? suggested?.byKind[shownKind] ?? ""}
                options={(suggested?.departments ?? []).map((value) => ({ value, label: value }))}
                onChange={setDepartment}
              />
            )}
          </Field>
        </div>
      </div>
    </Dialog>
  );
}
