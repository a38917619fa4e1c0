import { useEffect, useRef, useState } from "react";
import { readStored, writeStored } from "./stored.ts";

/** What of the edits really differs from what is saved. */
export function changesOf<T extends object>(saved: T, edits: Partial<T>): Partial<T> {
  const keys = Object.keys(edits) as (keyof T)[];
  const differs = (key: keyof T): boolean =>
    JSON.stringify(saved[key]) !== JSON.stringify(edits[key]);
  return Object.fromEntries(
    keys.filter(differs).map((key) => [key, edits[key]]),
  ) as unknown as Partial<T>;
}

interface EditsOptions<T> {
  /** Where unsaved edits outlive the page, such as "products.draft.new". */
  readonly storeKey: string;
  /** What is saved: edits are told from it. */
  readonly saved: T;
  /** Why it cannot be saved as it stands, as a sentence; null when it can. */
  readonly blocked: (values: T) => string | null;
  /** Saves what differs. `leaving`: because the form goes away. False: it failed and was said. */
  readonly save: (values: T, changes: Partial<T>, leaving: boolean) => Promise<boolean>;
  /** Told when the form goes away with edits that could not be saved; they are kept. */
  readonly kept: (why: string) => void;
}

export interface Edits<T> {
  /** What the fields show. */
  readonly values: T;
  readonly dirty: boolean;
  readonly saving: boolean;
  /** True when edits from an earlier time were put back into the fields. */
  readonly restored: boolean;
  set<K extends keyof T>(field: K, value: T[K]): void;
  /** Null: saved, or nothing to save; else why not, as a sentence ("" when it was said already). */
  save(): Promise<string | null>;
  discard(): void;
}

/**
 * The edits of one form. They are kept in this browser while unsaved; leaving the form saves them, so that neither a
 * click elsewhere nor a closed window loses a word. Give the form a `key` of its own per thing edited.
 */
export function useEdits<T extends object>(options: EditsOptions<T>): Edits<T> {
  const { storeKey, saved, blocked, save, kept } = options;
  const [edits, setEdits] = useState<Partial<T>>(() => readStored<Partial<T>>(storeKey) ?? {});
  const [restored, setRestored] = useState(() => Object.keys(edits).length > 0);
  const [saving, setSaving] = useState(false);

  const changes = changesOf(saved, edits);
  const values = { ...saved, ...edits };
  const dirty = Object.keys(changes).length > 0;
  // As typed last: what a save that is under way finds when it is answered, even when the form is gone by then.
  const newest = useRef(edits);
  const store = (next: Partial<T>): void =>
    writeStored(storeKey, Object.keys(next).length === 0 ? null : next);

  // The latest of everything, for the moment the form goes away.
  const leave = useRef(() => {});
  useEffect(() => {
    leave.current = () => {
      if (!dirty || saving) return;
      const why = blocked(values);
      if (why !== null) {
        kept(why);
        return;
      }
      void save(values, changes, true).then((done) => {
        if (done) store({});
      });
    };
  });
  useEffect(() => () => leave.current(), []);

  return {
    values,
    dirty,
    saving,
    restored: restored && dirty,
    set(field, value) {
      const next = { ...newest.current, [field]: value };
      newest.current = next;
      setEdits(next);
      store(changesOf(saved, next));
    },
    async save() {
      if (!dirty || saving) return null;
      const why = blocked(values);
      if (why !== null) return why;
      setSaving(true);
      const done = await save(values, changes, false);
      setSaving(false);
      if (!done) return "";
      // What was typed while saving stays, also when another row was chosen before the answer.
      const left = changesOf(values, newest.current);
      newest.current = left;
      store(left);
      setRestored(false);
      setEdits(left);
      return null;
    },
    discard() {
      store({});
      newest.current = {};
      setEdits({});
      setRestored(false);
    },
  };
}
