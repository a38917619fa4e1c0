import { CloseOutlined, DeleteOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { GateWord } from "../../../shared/contract/gate.ts";
import { useAct } from "../../api/hooks.ts";
import { isComposing, keyName, useKeys } from "../../ui/keys.ts";
import { useUndo } from "../../ui/Undo.tsx";
import { draftOf, EMPTY, problemOf, type WordDraft } from "./wordDraft.ts";
import { WordFields } from "./WordFields.tsx";

interface WordEditorProps {
  /** Null: a new entry. */
  readonly word: GateWord | null;
  /** What a new entry begins with. */
  readonly fresh: Partial<WordDraft>;
  readonly onSaved: (word: GateWord) => void;
  readonly onRemove: (word: GateWord) => void;
  readonly onClose: () => void;
}

/** One's own entry, or a new one. */
export function WordEditor({ word, fresh, onSaved, onRemove, onClose }: WordEditorProps) {
  const { t } = useTranslation();
  const undo = useUndo();
  const save = useAct("gate.save");
  const stored = word ? draftOf(word) : { ...EMPTY, ...fresh };
  const [draft, setDraft] = useState<WordDraft>(stored);
  const [tried, setTried] = useState(false);
  const root = useRef<HTMLFormElement>(null);
  const changed = word === null || JSON.stringify(draft) !== JSON.stringify(stored);

  useEffect(() => {
    if (word === null) root.current?.querySelector<HTMLInputElement>("[data-first]")?.focus();
  }, [word]);

  const keep = (): void => {
    setTried(true);
    if (!changed || save.isPending) return;
    if (problemOf(draft) !== null) {
      root.current?.querySelector<HTMLInputElement>("[data-first]")?.focus();
      return;
    }
    const { source, ...content } = draft;
    save.mutate(
      { id: word?.id ?? null, draft: content, source },
      {
        onSuccess: ({ word: saved, historyId }) => {
          undo.offer({ historyId, sentence: t("gate.editor.saved", { word: saved.word }) });
          setTried(false);
          onSaved(saved);
        },
      },
    );
  };
  useKeys(t("gate.editor.keys"), [
    { keys: "mod+s", words: t("gate.editor.save"), run: keep },
    { keys: "esc", words: t("gate.editor.close") },
  ]);
  const pressed = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || isComposing(event.nativeEvent) || event.defaultPrevented) return;
    event.preventDefault();
    onClose();
  };
  const title = t(word ? "gate.editor.own" : "gate.editor.new");

  return (
    <form
      ref={root}
      className="gate-pane"
      aria-label={title}
      onKeyDown={pressed}
      onSubmit={(event) => {
        event.preventDefault();
        keep();
      }}
    >
      <header className="gate-pane-head">
        <h2>{title}</h2>
        <span className="gate-gap" />
        {word && (
          <Button
            type="text"
            icon={<DeleteOutlined aria-hidden />}
            aria-label={t("gate.editor.remove")}
            title={t("gate.editor.remove")}
            onClick={() => onRemove(word)}
          />
        )}
        <Button
          type="text"
          icon={<CloseOutlined aria-hidden />}
          aria-label={t("gate.editor.close")}
          title={`${t("gate.editor.close")} (Esc)`}
          onClick={onClose}
        />
      </header>
      <div className="gate-pane-scroll">
        <WordFields draft={draft} tried={tried} onDraft={setDraft} />
      </div>
      <footer className="gate-pane-foot">
        <Button
          type="primary"
          htmlType="submit"
          disabled={!changed}
          loading={save.isPending}
          title={keyName("mod+s")}
        >
          {t("gate.editor.save")}
        </Button>
      </footer>
    </form>
  );
}
