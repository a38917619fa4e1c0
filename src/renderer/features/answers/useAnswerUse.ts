import { useTranslation } from "react-i18next";
import type { Review } from "../../../shared/contract/review.ts";
import { call } from "../../api/client.ts";
import { useAct, useCall } from "../../api/hooks.ts";
import { sentence } from "../../i18n/i18n.ts";
import { sayFailure, useNotify } from "../../ui/Notices.tsx";
import { keyName } from "../../ui/keys.ts";
import { copiedCode, copyReview } from "../../ui/quick/copyReview.ts";
import { lookAt } from "../../ui/review/Reviews.tsx";
import { useOnce } from "../../ui/useOnce.ts";
import { useUndo } from "../../ui/Undo.tsx";
import type { Added } from "../../ui/review/useReview.ts";

/** What can be done with an answer: use it, and remember that it answers this question. */
export function useAnswerUse() {
  const { t } = useTranslation();
  const notify = useNotify();
  const once = useOnce();
  const undo = useUndo();
  const teach = useAct("answers.teach");
  const canPaste = useCall("system.status", {}).data?.canPaste ?? false;

  const copy = async (id: string, added: Added | null): Promise<Review | null> => {
    const review = await call("paste.review", { id, ...added, accept: added !== null });
    if (!review.ready) return review;
    const left = await copyReview(review);
    const params = { title: review.title, keys: keyName("mod+v"), count: left };
    notify("info", sentence(copiedCode(left), params));
    await call("paste.copied", { id, ...added });
    return null;
  };
  const paste = async (id: string, added: Added | null, send: boolean): Promise<Review | null> =>
    (
      await call("paste.phrase", {
        id,
        mode: send ? "send" : null,
        ...added,
        accept: added !== null,
      })
    ).review;

  return {
    canPaste,
    /** Pastes; where nothing can be pasted the text is copied. What stands in the way is looked at first. */
    use: (id: string): Promise<void> =>
      once(id, async () => {
        const go = (added: Added | null, send: boolean): Promise<Review | null> =>
          canPaste ? paste(id, added, send) : copy(id, added);
        try {
          const review = await go(null, false);
          if (review) lookAt({ review, go });
        } catch (error) {
          sayFailure(error);
        }
      }),
    teach(phraseId: string, title: string, question: string): void {
      teach.mutate(
        { phraseId, question },
        {
          onSuccess: ({ receipt }) =>
            receipt
              ? undo.offer({
                  historyId: receipt.historyId,
                  sentence: t("answers.taught", { title }),
                })
              : notify("info", t("answers.known", { title })),
        },
      );
    },
  };
}
