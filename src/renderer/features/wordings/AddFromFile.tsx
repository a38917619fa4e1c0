import { InboxOutlined } from "@ant-design/icons";
import { Button, Checkbox, Input, Spin } from "antd";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Output } from "../../../shared/contract/index.ts";
import { WORDING_LIMITS } from "../../../shared/contract/wordings.ts";
import { call } from "../../api/client.ts";
import { askForFile, sendFile, type Source } from "../../api/files.ts";
import { failureSentence } from "../../ui/Notices.tsx";
import type { AddProps } from "./AddDialog.tsx";

const ENDINGS = ".csv,.tsv,.txt,.xlsx,.json";

/** "小李的话术.csv" was exported by 小李. */
const authorIn = (fileName: string): string =>
  /^(.{1,10}?)的/u.exec(fileName.replace(/\.[^.]+$/, ""))?.[1] ?? "";

/** A colleague's exported phrases: what answers the question is offered, and taken in under their name. */
export function AddFromFile({ topic, actions, onClose }: AddProps) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [found, setFound] = useState<Output<"wordings.candidates"> | null>(null);
  const [author, setAuthor] = useState("");
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());

  const look = async (get: () => Promise<Source | "page" | null>): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      const source = await get();
      if (source === "page") input.current?.click();
      else if (source) {
        const answer = await call("wordings.candidates", { topicId: topic.id, file: source.file });
        setFound(answer);
        setAuthor(authorIn(source.name));
        // The best of what is new is meant, most of the time.
        setChosen(new Set(answer.rows.flatMap(({ known }, at) => (known || at > 2 ? [] : [at]))));
      }
    } catch (error) {
      setProblem(failureSentence(error));
    } finally {
      setBusy(false);
    }
  };
  const take = async (): Promise<void> => {
    const texts = found?.rows.flatMap(({ body }, at) => (chosen.has(at) ? [body] : [])) ?? [];
    if (await actions.addTexts(topic.id, author.trim() || t("wordings.add.colleague"), texts))
      onClose();
  };
  const toggle = (at: number, on: boolean): void => {
    const next = new Set(chosen);
    if (on) next.add(at);
    else next.delete(at);
    setChosen(next);
  };

  return (
    <div className="wording-add">
      <div className="wording-add-row">
        <p className="wordings-soft">
          {found
            ? t("wordings.add.found", { count: found.rows.length, read: found.read })
            : t("wordings.add.fileWhy")}
        </p>
        <Button
          icon={<InboxOutlined aria-hidden />}
          disabled={busy}
          onClick={() => void look(askForFile)}
        >
          {t(found ? "wordings.add.otherFile" : "wordings.add.choose")}
        </Button>
      </div>
      {problem && (
        <p className="wording-problem" role="alert">
          {problem}
        </p>
      )}
      <Spin spinning={busy} delay={150}>
        {found && found.rows.length > 0 && (
          <>
            <ul className="wording-candidates">
              {found.rows.map(({ title, body, why, known }, at) => (
                <li key={at} data-known={known || undefined}>
                  <Checkbox
                    checked={chosen.has(at)}
                    disabled={known}
                    onChange={(event) => toggle(at, event.target.checked)}
                  >
                    <span className="wording-candidate-title">
                      {!body.startsWith(title) && title}
                      <span className="wordings-soft">
                        {known
                          ? t("wordings.add.known")
                          : t("wordings.why", { words: why.join(" · ") })}
                      </span>
                    </span>
                    <span className="wording-body">{body}</span>
                  </Checkbox>
                </li>
              ))}
            </ul>
            <div className="wording-add-row">
              <Input
                value={author}
                maxLength={WORDING_LIMITS.author}
                placeholder={t("wordings.add.colleague")}
                aria-label={t("wordings.add.author")}
                onChange={(event) => setAuthor(event.target.value)}
              />
              <Button type="primary" disabled={chosen.size === 0} onClick={() => void take()}>
                {t("wordings.add.takeCount", { count: chosen.size })}
              </Button>
            </div>
          </>
        )}
      </Spin>
      <input
        ref={input}
        type="file"
        hidden
        accept={ENDINGS}
        aria-label={t("wordings.add.choose")}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = "";
          if (file) void look(() => sendFile(file, new AbortController().signal));
        }}
      />
    </div>
  );
}
