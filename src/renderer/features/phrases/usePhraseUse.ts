import { useTranslation } from "react-i18next";
import type { Review } from "../../../shared/contract/review.ts";
import { isAppError } from "../../../shared/errors.ts";
import { call } from "../../api/client.ts";
import { useCall } from "../../api/hooks.ts";
import { sayFailure, useNotify } from "../../ui/Notices.tsx";
import { copyPhrase } from "../../ui/review/copyPhrase.ts";
import { lookAt } from "../../ui/review/Reviews.tsx";
import { useOnce } from "../../ui/useOnce.ts";
import type { Added } from "../../ui/review/useReview.ts";

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
    try {
      const input = { id, ...added, accept: added !== null };
      return await copyPhrase(input, (said) => notify("info", said));
    } catch (cause) {
      if (isAppError(cause)) throw cause;
      notify("error", t("phrases.copyRefused", { detail: String(cause) }));
      return null;
    }
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
