import { useTranslation } from "react-i18next";
import type { Review } from "../../../shared/contract/review.ts";
import { call } from "../../api/client.ts";
import { useCall } from "../../api/hooks.ts";
import { sentence } from "../../i18n/i18n.ts";
import { sayFailure, useNotify } from "../../ui/Notices.tsx";
import { keyName } from "../../ui/keys.ts";
import { copiedCode, copyReview } from "../../ui/quick/copyReview.ts";
import { lookAt } from "../../ui/review/Reviews.tsx";
import { useOnce } from "../../ui/useOnce.ts";
import { type Added, textsOf } from "../../ui/review/useReview.ts";

/** Using a phrase: pasting it, or copying it where nothing can be pasted. */
export interface PhraseUse {
  /** True when a phrase goes straight into the chat window. */
  readonly canPaste: boolean;
  /** Pastes; without a desktop the text is copied instead. */
  paste(phrase: { id: string; title: string }): Promise<void>;
  /** Puts the whole text on the clipboard. */
  copy(phrase: { id: string; title: string }): Promise<void>;
}

export function usePhraseUse(): PhraseUse {
  const { t } = useTranslation();
  const notify = useNotify();
  const once = useOnce();
  const canPaste = useCall("system.status", {}).data?.canPaste ?? false;

  /** Copies what the script comes to; what still stands in the way is handed back. */
  const copyReviewed = async (id: string, added: Added | null): Promise<Review | null> => {
    const review = await call("paste.review", { id, ...added, accept: added !== null });
    if (!review.ready) return review;
    let left = 0;
    try {
      left = await copyReview(review);
    } catch (cause) {
      notify("error", t("phrases.copyRefused", { detail: String(cause) }));
      return null;
    }
    const title = review.title || textsOf(review).join("\n").slice(0, 20);
    const keys = keyName("mod+v");
    notify("info", sentence(copiedCode(left), { title, keys, count: left }));
    await call("paste.copied", { id, ...added });
    return null;
  };

  const pasteReviewed = async (
    id: string,
    added: Added | null,
    send: boolean,
  ): Promise<Review | null> =>
    // What goes wrong on the way is told by the core as a notice.
    (
      await call("paste.phrase", {
        id,
        mode: send ? "send" : null,
        ...added,
        accept: added !== null,
      })
    ).review;

  const use = async (
    go: (added: Added | null, send: boolean) => Promise<Review | null>,
  ): Promise<void> => {
    try {
      const review = await go(null, false);
      if (review) lookAt({ review, go });
    } catch (error) {
      sayFailure(error);
    }
  };

  const copy: PhraseUse["copy"] = ({ id }) =>
    once(`copy ${id}`, () => use((added) => copyReviewed(id, added)));
  const paste: PhraseUse["paste"] = ({ id }) =>
    once(id, () =>
      use((added, send) => (canPaste ? pasteReviewed(id, added, send) : copyReviewed(id, added))),
    );

  return { canPaste, paste, copy };
}
