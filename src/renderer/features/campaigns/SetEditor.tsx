import { CloseOutlined, DeleteOutlined } from "@ant-design/icons";
import { Alert, Button } from "antd";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CampaignDraft, CampaignNow } from "../../../shared/contract/campaigns.ts";
import type { PhraseRow } from "../../../shared/contract/phrases.ts";
import { setProblems } from "../../../shared/rules/validityCheck.ts";
import { useAct, useCall } from "../../api/hooks.ts";
import { sentence } from "../../i18n/i18n.ts";
import { ErrorState } from "../../ui/States.tsx";
import { isComposing, keyName, useKeys } from "../../ui/keys.ts";
import { useUndo } from "../../ui/Undo.tsx";
import { SetFields } from "./SetFields.tsx";
import { SetPhrases } from "./SetPhrases.tsx";
import { StateTag } from "./StateTag.tsx";
import { useSetDraft } from "./useSetDraft.ts";

interface SetEditorProps {
  /** Null: a new set, begun as `fresh`. */
  readonly id: string | null;
  readonly fresh: CampaignDraft;
  readonly now: number;
  readonly onSaved: (id: string) => void;
  readonly onRemove: (set: CampaignNow) => void;
  readonly onClose: () => void;
}

/** One set: when, where, and which phrases. */
export function SetEditor(props: SetEditorProps) {
  const { id, onClose } = props;
  const { t } = useTranslation();
  const stored = useCall("campaigns.get", { id: id ?? "" }, { enabled: id !== null });
  if (id === null) return <Form {...props} set={null} phrases={[]} />;
  if (stored.isError)
    return (
      <div className="set-editor">
        <ErrorState error={stored.error} />
        <Button onClick={onClose}>{t("campaigns.editor.close")}</Button>
      </div>
    );
  if (!stored.data) return null;
  return <Form {...props} set={stored.data.set} phrases={stored.data.phrases} />;
}

function Form(props: SetEditorProps & { set: CampaignNow | null; phrases: readonly PhraseRow[] }) {
  const { id, fresh, set, phrases, now, onSaved, onRemove, onClose } = props;
  const { t } = useTranslation();
  const undo = useUndo();
  const save = useAct("campaigns.save");
  const draft = useSetDraft(id ?? `new-${fresh.kind}`, set ?? fresh);
  const [tried, setTried] = useState(false);
  const root = useRef<HTMLFormElement>(null);
  const { values } = draft;
  const emergency = values.kind === "emergency";
  const problems = setProblems(values);
  // What is not filled in yet is no mistake before one wants to save.
  const shown = problems.filter(
    ({ code }) => tried || code === "campaign_ends_first" || code === "campaign_phase_outside",
  );
  const changed = draft.dirty || set === null;

  useEffect(() => {
    if (id === null) root.current?.querySelector<HTMLInputElement>("input[data-first]")?.focus();
  }, [id]);

  const keep = (): void => {
    setTried(true);
    if (!changed || save.isPending || problems.length > 0) {
      const first = root.current?.querySelector<HTMLElement>("[aria-invalid=true]");
      if (problems.length > 0) first?.focus();
      return;
    }
    save.mutate(
      { id, draft: values },
      {
        onSuccess: ({ set: saved, historyId }) => {
          draft.wrote(values, saved.id);
          setTried(false);
          undo.offer({ historyId, sentence: t("campaigns.editor.saved", { name: saved.name }) });
          onSaved(saved.id);
        },
      },
    );
  };
  useKeys(t("campaigns.editor.keys"), [
    { keys: "mod+s", words: t("campaigns.editor.save"), run: keep },
    { keys: "alt+up", shown: "Alt+↑ ↓", words: t("campaigns.editor.moveKeys") },
    { keys: "esc", words: t("campaigns.editor.close") },
  ]);
  const pressed = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || isComposing(event.nativeEvent) || event.defaultPrevented) return;
    if (event.target instanceof Element && event.target.getAttribute("aria-expanded") === "true")
      return;
    event.preventDefault();
    onClose();
  };
  const title = t(
    id === null
      ? emergency
        ? "campaigns.emergency.new"
        : "campaigns.list.new"
      : emergency
        ? "campaigns.editor.emergency"
        : "campaigns.editor.campaign",
  );
  return (
    <form
      ref={root}
      className="set-editor"
      aria-label={title}
      data-colour={values.colour}
      onKeyDown={pressed}
      onSubmit={(event) => {
        event.preventDefault();
        keep();
      }}
    >
      <header className="set-editor-head">
        <i className="set-dot" aria-hidden />
        <h2>{title}</h2>
        {set && !emergency && <StateTag standing={set.standing} now={now} />}
        <span className="campaign-gap" />
        {set && (
          <Button
            type="text"
            icon={<DeleteOutlined aria-hidden />}
            aria-label={t("campaigns.editor.remove")}
            title={t("campaigns.editor.removeWords")}
            onClick={() => onRemove(set)}
          />
        )}
        <Button
          type="text"
          icon={<CloseOutlined aria-hidden />}
          aria-label={t("campaigns.editor.close")}
          title={`${t("campaigns.editor.close")} (Esc)`}
          onClick={onClose}
        />
      </header>
      <div className="set-editor-scroll">
        {draft.restored && (
          <Alert
            type="warning"
            showIcon
            title={t("campaigns.editor.restored")}
            action={
              <Button size="small" onClick={draft.discard}>
                {t("campaigns.editor.discard")}
              </Button>
            }
          />
        )}
        <SetFields values={values} problems={shown} onChange={draft.set} />
        <SetPhrases
          values={values}
          stored={set}
          phrases={phrases}
          problems={shown}
          now={now}
          onChange={draft.set}
        />
      </div>
      <footer className="set-editor-foot">
        <span className="set-editor-state" data-dirty={draft.dirty || undefined} role="status">
          {tried && problems[0]
            ? sentence(problems[0].code, problems[0].params)
            : draft.dirty
              ? t("campaigns.editor.unsaved")
              : set
                ? t("campaigns.editor.allSaved")
                : ""}
        </span>
        {draft.dirty && (
          <Button type="text" onClick={draft.discard}>
            {t("campaigns.editor.discard")}
          </Button>
        )}
        <Button type="primary" htmlType="submit" disabled={!changed} loading={save.isPending}>
          {t("campaigns.editor.save")} {keyName("mod+s")}
        </Button>
      </footer>
    </form>
  );
}
