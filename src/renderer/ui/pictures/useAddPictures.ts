import { useCallback, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../api/client.ts";
import { failureSentence, sayFailure, useNotify } from "../Notices.tsx";
import { useUndo } from "../Undo.tsx";
import type { Given } from "./given.ts";
import { stageAll } from "./stage.ts";

/** Pictures on their way in. */
export interface Adding {
  readonly total: number;
  readonly done: number;
  readonly cancelling: boolean;
}

/** One that did not come in, and why. */
export interface Refusal {
  readonly path: string;
  readonly sentence: string;
}

interface Extra {
  readonly sku?: string;
  readonly tags?: string[];
}

export interface AddPictures {
  readonly adding: Adding | null;
  readonly refused: readonly Refusal[];
  /** Resolves to the ids of all that are there now, in the order given; empty when cancelled. */
  add(given: readonly Given[], extra?: Extra): Promise<string[]>;
  cancel(): void;
  /** The refusals were read. */
  dismiss(): void;
}

/** Adds pictures: sends them with progress, then shows them as one step that can be undone. */
export function useAddPictures(): AddPictures {
  const { t } = useTranslation();
  const undo = useUndo();
  const notify = useNotify();
  const [adding, setAdding] = useState<Adding | null>(null);
  const [refused, setRefused] = useState<readonly Refusal[]>([]);
  const control = useRef<AbortController | null>(null);

  const add = async (given: readonly Given[], extra: Extra = {}): Promise<string[]> => {
    if (given.length === 0 || control.current) return [];
    const abort = new AbortController();
    control.current = abort;
    setRefused([]);
    setAdding({ total: given.length, done: 0, cancelling: false });
    const refusals: Refusal[] = [];
    try {
      const staged = await stageAll(given, {
        signal: abort.signal,
        progress: (done) => setAdding((now) => now && { ...now, done }),
        refused: (path, error) => refusals.push({ path, sentence: failureSentence(error) }),
      });
      setRefused(refusals);
      if (staged.length === 0) return [];
      const { added, restored, already, historyId } = await call("pictures.commit", {
        pictures: staged.map(({ id, name }) => ({ id, name })),
        ...extra,
      });
      const count = added + restored;
      if (historyId !== null)
        undo.offer({ historyId, sentence: t("pictures.done.added", { count }) });
      if (already > 0) notify("info", t("pictures.done.already", { count: already }));
      return [...new Set(staged.map(({ id }) => id))];
    } catch (error) {
      if (abort.signal.aborted) notify("info", t("pictures.done.cancelled"));
      else sayFailure(error);
      return [];
    } finally {
      control.current = null;
      setAdding(null);
    }
  };

  return {
    adding,
    refused,
    add,
    cancel: useCallback(() => {
      control.current?.abort();
      setAdding((now) => now && { ...now, cancelling: true });
    }, []),
    dismiss: useCallback(() => setRefused([]), []),
  };
}
