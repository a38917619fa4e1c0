import { Alert, Button, Skeleton } from "antd";
import { type KeyboardEvent, type Ref, useEffect, useImperativeHandle, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useQueryClient } from "@tanstack/react-query";
import type { Phrase } from "../../../shared/contract/phrases.ts";
import { callKey, useCall } from "../../api/hooks.ts";
import { ErrorState } from "../../ui/States.tsx";
import { isComposing, keyName, useKeys } from "../../ui/keys.ts";
import { isAppError } from "../../../shared/errors.ts";
import type { CategoryNode } from "./categoryTree.ts";
import { EditorFields } from "./EditorFields.tsx";
import { EditorHead, type HeadActions } from "./EditorHead.tsx";
import { PhraseFacts } from "./PhraseFacts.tsx";
import { useDraft } from "./useDraft.ts";

/** What the screen may ask of the editor while it is shown. */
export interface EditorHandle {
  /** Saves what is unsaved. */
  save(): Promise<unknown>;
}

interface EditorProps {
  /** Null: a new phrase. */
  readonly id: string | null;
  readonly categoryId: string | null;
  readonly nodes: readonly CategoryNode[];
  readonly actions: HeadActions;
  /** Changes with every wish to write: the first field takes the keyboard. */
  readonly focusWish: number;
  readonly onCreated: (phrase: Phrase) => void;
  readonly saver: Ref<EditorHandle>;
  /** A new phrase was saved because its editor went away. */
  readonly onAutosaved?: (phrase: Phrase) => void;
  /** Esc: back to the list. */
  readonly onLeave: () => void;
}

/** The detail of one phrase, always ready to be changed. */
export function Editor(props: EditorProps) {
  const { t } = useTranslation();
  const { data, error, refetch } = useCall(
    "phrases.get",
    { id: props.id ?? "" },
    { enabled: props.id !== null },
  );
  if (props.id === null) return <Form {...props} phrase={null} />;
  if (data) return <Form {...props} phrase={data} />;
  if (isAppError(error) && error.code === "phrase_missing") {
    return <p className="pane-hint">{t("phrases.choose")}</p>;
  }
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return (
    <div className="editor-waiting">
      <Skeleton active paragraph={{ rows: 6 }} />
    </div>
  );
}

function Form(props: EditorProps & { phrase: Phrase | null }) {
  const { phrase, categoryId, nodes, actions, focusWish, onCreated, saver, onLeave } = props;
  const { onAutosaved } = props;
  const { t } = useTranslation();
  const client = useQueryClient();
  const root = useRef<HTMLFormElement>(null);
  const draft = useDraft(
    phrase,
    categoryId,
    (saved) => {
      client.setQueryData(callKey("phrases.get", { id: saved.id }), saved);
      if (!phrase) onCreated(saved);
    },
    onAutosaved,
  );
  const inTrash = phrase?.trashedAt != null;
  useImperativeHandle(saver, () => ({ save: draft.save }));

  useEffect(() => {
    if (focusWish === 0) return;
    const first = root.current?.querySelector<HTMLInputElement>("input[data-first]");
    first?.focus();
    first?.setSelectionRange(first.value.length, first.value.length);
  }, [focusWish]);

  useKeys("editor", [
    { keys: "mod+s", words: t("phrases.save"), run: () => void draft.save() },
    { keys: "esc", words: t("phrases.keys.leave") },
  ]);

  const pressed = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || isComposing(event.nativeEvent) || event.defaultPrevented) return;
    // An open list inside the form closes first.
    if (event.target instanceof Element && event.target.getAttribute("aria-expanded") === "true")
      return;
    event.preventDefault();
    onLeave();
  };

  return (
    <form
      ref={root}
      className="editor"
      aria-label={t("phrases.editor")}
      onKeyDown={pressed}
      onSubmit={(event) => {
        event.preventDefault();
        void draft.save();
      }}
    >
      <EditorHead phrase={phrase} draft={draft} actions={actions} />
      <div className="editor-scroll">
        {draft.restored && (
          <Alert
            type="warning"
            showIcon
            title={t("phrases.restoredDraft")}
            action={
              <Button size="small" onClick={draft.discard}>
                {t("phrases.discard")}
              </Button>
            }
          />
        )}
        <EditorFields phrase={phrase} draft={draft} nodes={nodes} inTrash={inTrash} />
        {phrase && <PhraseFacts phrase={phrase} />}
      </div>
      {!inTrash && (
        <footer className="editor-foot">
          <span className="editor-state" data-dirty={draft.dirty || undefined} role="status">
            {draft.dirty
              ? t("phrases.unsaved")
              : phrase
                ? t("phrases.allSaved")
                : t("phrases.newHint")}
          </span>
          {draft.dirty && (
            <Button type="text" onClick={draft.discard}>
              {t("phrases.discard")}
            </Button>
          )}
          <Button type="primary" htmlType="submit" disabled={!draft.dirty} loading={draft.saving}>
            {t("phrases.save")} {keyName("mod+s")}
          </Button>
        </footer>
      )}
    </form>
  );
}
