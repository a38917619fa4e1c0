import { Button, Input, Tag } from "antd";
import { type KeyboardEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { ANSWER_LIMITS, type AnswerRow, type Mood } from "../../../shared/contract/answers.ts";
import { useCall } from "../../api/hooks.ts";
import { Marked } from "../../ui/Marked.tsx";
import { EmptyState, ErrorState } from "../../ui/States.tsx";
import { useKeys } from "../../ui/keys.ts";
import { useSettled } from "../../ui/settled.ts";
import { useAnswerUse } from "./useAnswerUse.ts";
import "./answers.css";

/** The question is asked once one has stopped typing for so long, milliseconds. */
const ASK_AFTER_MS = 150;

const COLOURS: Readonly<Record<Mood, string>> = {
  calm: "calm",
  anxious: "anxious",
  angry: "angry",
  complaint: "angry",
};

/** 找答案: the buyer's words in, the likeliest phrases out. */
export function AnswersScreen() {
  const { t } = useTranslation();
  const [text, setText] = useState("");
  const question = useSettled(text.trim(), ASK_AFTER_MS) ?? "";
  const found = useCall(
    "answers.find",
    { question },
    { enabled: question !== "", keepPrevious: true },
  );
  const { canPaste, use, teach } = useAnswerUse();
  const field = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLOListElement>(null);
  const [focus, setFocus] = useState(0);

  const answer = question === "" ? undefined : found.data;
  const rows = answer?.rows ?? [];
  const toField = (): void => field.current?.querySelector("textarea")?.focus();
  useKeys(t("answers.title"), [
    { keys: "/", words: t("answers.keys.ask"), run: toField },
    { keys: "up", shown: "↑ ↓", words: t("answers.keys.walk") },
    { keys: "enter", words: t(canPaste ? "answers.paste" : "answers.copy") },
    { keys: "t", words: t("answers.teach") },
  ]);

  const go = (at: number): void => {
    if (at < 0) toField();
    else list.current?.querySelectorAll<HTMLElement>(".answer-row")[at]?.focus();
  };
  const typed = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || rows.length === 0) return;
    // In the field Enter takes the best answer; a question of several lines is pasted, not typed.
    if (event.key === "ArrowDown") go(0);
    else if (event.key === "Enter" && !event.shiftKey) void use(rows[firstAnswer(rows)]!.id);
    else return;
    event.preventDefault();
  };
  const pressed = (event: KeyboardEvent, row: AnswerRow, at: number): void => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey) return;
    if (event.key === "ArrowDown") go(Math.min(rows.length - 1, at + 1));
    else if (event.key === "ArrowUp") go(at - 1);
    else if (event.key === "Enter") void use(row.id);
    else if (event.key === "t") teach(row.id, row.title, question);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className="answers">
      <div ref={field} className="answers-ask">
        <Input.TextArea
          autoFocus
          value={text}
          maxLength={ANSWER_LIMITS.question}
          autoSize={{ minRows: 2, maxRows: 6 }}
          placeholder={t("answers.placeholder")}
          aria-label={t("answers.question")}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={typed}
        />
      </div>
      {found.isError && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {question === "" && (
        <EmptyState sentence={t("answers.empty")} example={t("answers.example")} />
      )}
      {answer && answer.mood !== "calm" && (
        <p className="answers-mood" data-mood={COLOURS[answer.mood]}>
          <Tag>{t(`answers.moods.${answer.mood}`)}</Tag>
          <span>
            <Marked text={question} ranges={answer.words} />
          </span>
        </p>
      )}
      {answer && rows.length === 0 && (
        <EmptyState sentence={t("answers.none")} example={t("answers.noneWhy")} />
      )}
      <ol ref={list} className="answer-list" aria-label={t("answers.title")}>
        {rows.map((row, at) => (
          <li key={row.id}>
            <article
              className="answer-row"
              data-first={row.first || undefined}
              tabIndex={at === Math.min(focus, rows.length - 1) ? 0 : -1}
              aria-label={row.title}
              onFocus={() => setFocus(at)}
              onKeyDown={(event) => pressed(event, row, at)}
            >
              <header>
                {row.first && <Tag className="answer-first">{t("answers.first")}</Tag>}
                <b>{row.title}</b>
                {row.shortcut !== "" && <code>/{row.shortcut}</code>}
                <span className="answers-soft">{row.categoryPath.join(" › ")}</span>
              </header>
              <p>{row.body}</p>
              <footer>
                <span className="answers-soft">
                  {row.why.length > 0 && t("answers.why", { words: row.why.join(" · ") })}
                </span>
                <Button size="small" tabIndex={-1} onClick={() => void use(row.id)}>
                  {t(canPaste ? "answers.paste" : "answers.copy")}
                </Button>
                <Button
                  size="small"
                  type="text"
                  tabIndex={-1}
                  title={t("answers.teachWhy")}
                  onClick={() => teach(row.id, row.title, question)}
                >
                  {t("answers.teach")}
                </Button>
              </footer>
            </article>
          </li>
        ))}
      </ol>
    </div>
  );
}

/** The first that answers; what is there for the feelings comes before it. */
const firstAnswer = (rows: readonly AnswerRow[]): number =>
  Math.max(
    0,
    rows.findIndex(({ first }) => !first),
  );
