import { Button, Input, Select } from "antd";
import type { TextAreaRef } from "antd/es/input/TextArea";
import { type Ref, useImperativeHandle, useRef } from "react";
import { useTranslation } from "react-i18next";
import { type Feedback, FEEDBACK_LIMITS, feedbackKind } from "../../../shared/contract/feedback.ts";
import { Field } from "../../ui/Field.tsx";
import { keyName } from "../../ui/keys.ts";
import { sayFailure, useNotify } from "../../ui/Notices.tsx";
import { Time } from "../../ui/Time.tsx";
import type { Steps } from "./useSteps.ts";
import { useUnsent } from "./useUnsent.ts";

export interface PaneHandle {
  /** Puts the keyboard where the answer is written. */
  answer(): void;
}

interface FeedbackPaneProps {
  readonly ref: Ref<PaneHandle>;
  readonly row: Feedback;
  readonly departments: readonly string[];
  readonly steps: Steps;
  readonly onDrop: () => void;
}

/** One note: what it is about, whether it is worth something, whom it went to, what came back. */
export function FeedbackPane({ ref, row, departments, steps, onDrop }: FeedbackPaneProps) {
  const { t } = useTranslation();
  const notify = useNotify();
  const answerField = useRef<TextAreaRef>(null);
  const { words: text, ...texts } = useUnsent(`feedback.text.${row.id}`);
  const { words: answer, ...answers } = useUnsent(`feedback.answer.${row.id}`);
  useImperativeHandle(ref, () => ({ answer: () => answerField.current?.focus() }));

  const about = [row.customer, row.order, row.shop].filter((part) => part !== "").join(" · ");
  const receiver = row.sentTo || row.department || t("feedback.noDepartment");
  const saveText = async (): Promise<void> => {
    if (text === null || text.trim() === "") return;
    if (await steps.change({ id: row.id, text })) texts.sent(text);
  };
  const saveAnswer = async (): Promise<void> => {
    if (answer === null || answer.trim() === "") return;
    if (await steps.answer(row.id, answer)) answers.sent(answer);
  };
  const copyForward = async (): Promise<void> => {
    const lines = [`[${t(`feedback.kinds.${row.kind}`)}] ${row.text}`, about];
    try {
      await navigator.clipboard.writeText(lines.filter((line) => line !== "").join("\n"));
      notify("info", t("feedback.copied", { name: receiver }));
    } catch (error) {
      sayFailure(error);
    }
  };

  return (
    <section className="feedback-pane" aria-label={t("feedback.text")}>
      <div className="feedback-scroll fields">
        <p className="feedback-soft">
          <Time at={row.notedAt} />
          {about !== "" && ` · ${t("feedback.from")} ${about}`}
          {row.by !== "" && ` · ${t("feedback.by", { name: row.by })}`}
        </p>
        <Field label={t("feedback.text")}>
          {(id) => (
            <Input.TextArea
              id={id}
              autoSize={{ minRows: 2, maxRows: 8 }}
              maxLength={FEEDBACK_LIMITS.text}
              value={text ?? row.text}
              onChange={(event) => texts.write(event.target.value)}
            />
          )}
        </Field>
        {text !== null && text !== row.text && (
          <Button disabled={text.trim() === ""} onClick={() => void saveText()}>
            {t("feedback.save")}
          </Button>
        )}
        <div className="field-pair">
          <Field label={t("feedback.kind")}>
            {(id) => (
              <Select
                id={id}
                className="wide"
                value={row.kind}
                options={feedbackKind.options.map((value) => ({
                  value,
                  label: t(`feedback.kinds.${value}`),
                }))}
                onChange={(kind) => void steps.change({ id: row.id, kind })}
              />
            )}
          </Field>
          <Field label={t("feedback.department")}>
            {(id) => (
              <Select
                id={id}
                className="wide"
                value={row.department}
                options={[...new Set([...departments, row.department])]
                  .filter((name) => name !== "")
                  .map((value) => ({ value, label: value }))}
                onChange={(department) => void steps.change({ id: row.id, department })}
              />
            )}
          </Field>
        </div>
        <div className="feedback-buttons" role="group" aria-label={t("feedback.valuable.label")}>
          {([true, false] as const).map((as) => (
            <Button
              key={String(as)}
              aria-pressed={row.valuable === as}
              type={row.valuable === as ? "primary" : "default"}
              onClick={() => void steps.value(row, as)}
            >
              {t(as ? "feedback.valuable.yes" : "feedback.valuable.no")}{" "}
              <kbd aria-hidden>{keyName(as ? "v" : "x")}</kbd>
            </Button>
          ))}
        </div>
        <div className="feedback-buttons">
          {row.sentAt === null ? (
            <Button onClick={() => void steps.send(row, "")}>
              {row.department === ""
                ? t("feedback.sent.plain")
                : t("feedback.sent.button", { name: row.department })}{" "}
              <kbd aria-hidden>{keyName("s")}</kbd>
            </Button>
          ) : (
            <span>
              {t("feedback.sent.at", { name: receiver })}{" "}
              <span className="feedback-soft">
                <Time at={row.sentAt} />
              </span>
            </span>
          )}
          <Button onClick={() => void copyForward()}>{t("feedback.copyForward")}</Button>
        </div>
        <Field
          label={t("feedback.answer.label")}
          extra={
            row.answeredAt !== null && (
              <span className="feedback-soft">
                <Time at={row.answeredAt} />
              </span>
            )
          }
        >
          {(id) => (
            <Input.TextArea
              ref={answerField}
              id={id}
              autoSize={{ minRows: 2, maxRows: 8 }}
              maxLength={FEEDBACK_LIMITS.answer}
              placeholder={t("feedback.answer.placeholder")}
              value={answer ?? row.answer}
              onChange={(event) => answers.write(event.target.value)}
              onKeyDown={(event) => {
                const { key, ctrlKey, metaKey, nativeEvent } = event;
                if (key === "Enter" && (ctrlKey || metaKey) && !nativeEvent.isComposing)
                  void saveAnswer();
              }}
            />
          )}
        </Field>
        {answer !== null && answer !== row.answer && (
          <Button
            type="primary"
            disabled={answer.trim() === ""}
            title={keyName("mod+enter")}
            onClick={() => void saveAnswer()}
          >
            {t("feedback.answer.save")}
          </Button>
        )}
      </div>
      <footer className="feedback-foot">
        <Button danger type="text" title={keyName("del")} onClick={onDrop}>
          {t("feedback.drop")}
        </Button>
      </footer>
    </section>
  );
}
