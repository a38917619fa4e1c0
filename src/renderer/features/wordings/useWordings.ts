import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Outcome, Wording } from "../../../shared/contract/wordings.ts";
import { call } from "../../api/client.ts";
import { useAct } from "../../api/hooks.ts";
import { sentence } from "../../i18n/i18n.ts";
import { sayFailure, useNotify } from "../../ui/Notices.tsx";
import { keyName } from "../../ui/keys.ts";
import { copyPhrase } from "../../ui/review/copyPhrase.ts";
import { copyText } from "../../ui/review/copyText.ts";
import { lookAt } from "../../ui/review/Reviews.tsx";
import { useUndo } from "../../ui/Undo.tsx";
import type { Added } from "../../ui/review/useReview.ts";

/** What can be done to topics and wordings; each change offers undo. Failures are said as notices. */
export function useWordings() {
  const { t } = useTranslation();
  const undo = useUndo();
  const notify = useNotify();
  const cache = useQueryClient();
  const saveTopic = useAct("wordings.saveTopic");
  const removeTopic = useAct("wordings.removeTopic");
  const addPhrase = useAct("wordings.addPhrase");
  const addTexts = useAct("wordings.addTexts");
  const edit = useAct("wordings.edit");
  const remove = useAct("wordings.remove");
  const rate = useAct("wordings.rate");
  const mark = useAct("wordings.mark");
  const promote = useAct("wordings.promote");

  // Ratings, marks and uses are no change of the library: nobody else says that they are new.
  const askAgain = (): void => {
    for (const name of ["wordings.list", "wordings.topics"])
      void cache.invalidateQueries({ queryKey: [name] });
  };

  return {
    async saveTopic(id: string | null, title: string, examples: string[]): Promise<string | null> {
      const saved = await saveTopic.mutateAsync({ id, title, examples }).catch(() => null);
      if (saved) {
        const words = id === null ? "wordings.done.topicMade" : "wordings.done.topicChanged";
        undo.offer({ historyId: saved.historyId, sentence: t(words, { title }) });
      }
      return saved?.id ?? null;
    },
    removeTopic(id: string, title: string, back: () => void) {
      removeTopic.mutate(
        { id },
        {
          onSuccess: ({ historyId }) =>
            undo.offer({
              historyId,
              sentence: t("wordings.done.topicRemoved", { title }),
              onUndone: back,
            }),
        },
      );
    },
    async addPhrase(topicId: string, phraseId: string, title: string): Promise<void> {
      const added = await addPhrase.mutateAsync({ topicId, phraseId }).catch(() => null);
      if (added)
        undo.offer({
          historyId: added.historyId,
          sentence: t("wordings.done.phraseAdded", { title }),
        });
    },
    /** True when they are there now. */
    async addTexts(topicId: string, author: string, texts: string[]): Promise<boolean> {
      const done = await addTexts.mutateAsync({ topicId, author, texts }).catch(() => null);
      if (!done) return false;
      if (done.receipt)
        undo.offer({
          historyId: done.receipt.historyId,
          sentence: t("wordings.done.added", { count: done.added }),
        });
      else notify("info", t("wordings.done.allThere"));
      return true;
    },
    edit(id: string, body: string) {
      edit.mutate(
        { id, body },
        {
          onSuccess: ({ historyId }) =>
            undo.offer({ historyId, sentence: t("wordings.done.edited") }),
        },
      );
    },
    remove(id: string) {
      remove.mutate(
        { id },
        {
          onSuccess: ({ historyId }) =>
            undo.offer({ historyId, sentence: t("wordings.done.removed") }),
        },
      );
    },
    rate: (id: string, rating: number) => rate.mutate({ id, rating }, { onSuccess: askAgain }),
    note: (id: string, note: string) => rate.mutate({ id, note }, { onSuccess: askAgain }),
    mark: (id: string, outcome: Outcome, back: boolean) =>
      mark.mutate({ id, outcome, back }, { onSuccess: askAgain }),
    promote(id: string) {
      promote.mutate(
        { id },
        {
          onSuccess: ({ historyId, title }) =>
            undo.offer({ historyId, sentence: t("wordings.done.promoted", { title }) }),
        },
      );
    },
    async copy(wording: Wording): Promise<void> {
      const { phrase } = wording;
      try {
        if (phrase) {
          const go = (added: Added | null) =>
            copyPhrase({ id: phrase.id, ...added, accept: added !== null }, (said) =>
              notify("info", said),
            );
          const review = await go(null);
          if (review) lookAt({ review, go });
        } else {
          await copyText({ text: wording.body }, () => {
            notify(
              "info",
              sentence("paste_copied", { title: wording.body, keys: keyName("mod+v") }),
            );
            call("wordings.used", { id: wording.id }).then(askAgain, sayFailure);
          });
        }
        askAgain();
      } catch (error) {
        sayFailure(error);
      }
    },
  };
}

export type WordingActions = ReturnType<typeof useWordings>;
