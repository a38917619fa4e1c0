import { Button, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { PHRASE_LIMITS } from "../../../shared/contract/phrases.ts";
import { WORDING_LIMITS } from "../../../shared/contract/wordings.ts";
import type { AddProps } from "./AddDialog.tsx";

/** Writing a wording, or pasting what a colleague said. */
export function AddOwn({ topic, actions, onClose }: AddProps) {
  const { t } = useTranslation();
  const [text, setText] = useState("");
  const [author, setAuthor] = useState("");
  const add = async (): Promise<void> => {
    if (text.trim() === "") return;
    if (await actions.addTexts(topic.id, author.trim(), [text])) onClose();
  };
  return (
    <div className="wording-add">
      <Input.TextArea
        autoFocus
        value={text}
        maxLength={PHRASE_LIMITS.body}
        autoSize={{ minRows: 4, maxRows: 12 }}
        placeholder={t("wordings.add.textExample")}
        aria-label={t("wordings.text")}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void add();
        }}
      />
      <div className="wording-add-row">
        <Input
          value={author}
          maxLength={WORDING_LIMITS.author}
          placeholder={t("wordings.add.authorMine")}
          aria-label={t("wordings.add.author")}
          onChange={(event) => setAuthor(event.target.value)}
        />
        <Button type="primary" disabled={text.trim() === ""} onClick={() => void add()}>
          {t("wordings.add.button")}
        </Button>
      </div>
    </div>
  );
}
