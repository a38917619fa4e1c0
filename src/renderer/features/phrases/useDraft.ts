import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Phrase, PhraseDraft } from "../../../shared/contract/phrases.ts";
import { call } from "../../api/client.ts";
import { sayFailure, useNotify } from "../../ui/Notices.tsx";
import { useUndo } from "../../ui/Undo.tsx";
import { blankDraft, changesOf, draftOf, storeEdits, storedEdits } from "./draft.ts";
import { withoutEmpty } from "../../ui/segments.ts";

export interface Draft {
  /** What the fields show. */
  readonly values: PhraseDraft;
  readonly dirty: boolean;
  readonly saving: boolean;
  /** True when edits from an earlier time were put back into the fields. */
  readonly restored: boolean;
  set<K extends keyof PhraseDraft>(field: K, value: PhraseDraft[K]): void;
  /** Several fields at once. */
  change(changes: Partial<PhraseDraft>): void;
  /** Saves what differs; resolves to the phrase, or null when there was nothing to save or it failed. */
  save(): Promise<Phrase | null>;
  discard(): void;
}

/** As it is saved: a piece that nothing was written into is none. */
function written<T extends Partial<PhraseDraft>>(fields: T): T {
  const { body = "", segments } = fields;
  return segments === undefined || segments.length === 0
    ? fields
    : { ...fields, ...withoutEmpty({ body, segments }) };
}

/**
 * The edits of one phrase (null: a new one). They are kept in this browser while unsaved; leaving the editor saves
 * them and offers undo, so that neither a click elsewhere nor a closed window loses a word.
 */
export function useDraft(
  phrase: Phrase | null,
  categoryId: string | null,
  onSaved: (saved: Phrase) => void,
  onAutosaved?: (made: Phrase) => void,
): Draft {
  const { t } = useTranslation();
  const undo = useUndo();
  const notify = useNotify();
  const id = phrase?.id ?? null;
  const [edits, setEdits] = useState<Partial<PhraseDraft>>(() => storedEdits(id));
  const [restored, setRestored] = useState(() => Object.keys(edits).length > 0);
  const [saving, setSaving] = useState(false);

  // As typed last: what a save that is under way finds when it is answered, even when the editor is gone by then.
  const newest = useRef(edits);

  const saved = phrase ? draftOf(phrase) : blankDraft(categoryId);
  const changes = changesOf(saved, edits);
  const values = { ...saved, ...edits };
  const dirty = Object.keys(changes).length > 0;

  /** What was typed while it was being saved is of the saved phrase, and is kept for it. */
  const keepRest = (made: Phrase): void => {
    const sent = { ...values, ...written(values) };
    newest.current = changesOf(sent, written(newest.current));
    storeEdits(id, {});
    storeEdits(made.id, newest.current);
  };

  const write = async (byLeaving: boolean): Promise<Phrase | null> => {
    const title = values.title || values.body.slice(0, 20);
    const words = byLeaving ? "phrases.done.autosaved" : "phrases.done.saved";
    try {
      if (phrase) {
        const answer = await call("phrases.update", { id: phrase.id, changes: written(changes) });
        keepRest(answer.phrase);
        undo.offer({ historyId: answer.historyId, sentence: t(words, { title }) });
        return answer.phrase;
      }
      const made = await call("phrases.create", { ...values, ...written(values) });
      keepRest(made);
      await undo.offerLatest(t(words, { title }));
      return made;
    } catch (error) {
      sayFailure(error);
      return null;
    }
  };

  // The latest of everything, for the moment the editor goes away.
  const leave = useRef(() => {});
  useEffect(() => {
    leave.current = () => {
      if (!dirty || saving) return;
      if (values.body.trim() === "") {
        if (phrase || values.title.trim() !== "") notify("warning", t("phrases.draftKept"));
        return;
      }
      void write(true).then((made) => {
        if (made && !phrase) onAutosaved?.(made);
      });
    };
  });
  useEffect(() => () => leave.current(), []);

  const change = (more: Partial<PhraseDraft>): void => {
    const next = { ...newest.current, ...more };
    newest.current = next;
    setEdits(next);
    storeEdits(id, changesOf(saved, next));
  };

  return {
    values,
    dirty,
    saving,
    restored: restored && dirty,
    set: (field, value) => change({ [field]: value }),
    change,
    async save() {
      if (!dirty || saving) return null;
      if (values.body.trim() === "") {
        notify("warning", t("phrases.bodyNeeded"));
        return null;
      }
      setSaving(true);
      const result = await write(false);
      setSaving(false);
      if (!result) return null;
      setRestored(false);
      if (phrase) {
        onSaved(result);
        setEdits(newest.current);
      } else {
        setEdits({});
        onSaved(result);
      }
      return result;
    },
    discard() {
      storeEdits(id, {});
      newest.current = {};
      setEdits({});
      setRestored(false);
    },
  };
}
