import { useTranslation } from "react-i18next";
import type { Review } from "../../../shared/contract/review.ts";
import { call } from "../../api/client.ts";
import { useCall } from "../../api/hooks.ts";
import { sentence } from "../../i18n/i18n.ts";
import { sayFailure, useNotify } from "../../ui/Notices.tsx";
import { keyName } from "../../ui/keys.ts";
import { lookAt } from "../../ui/review/Reviews.tsx";
import type { Added } from "../../ui/review/useReview.ts";

/** Sending an explanation to the buyer: pasted into the chat, or copied where nothing can be pasted. */
export interface AnswerUse {
  readonly canPaste: boolean;
  paste(text: string): Promise<void>;
  copy(text: string): Promise<void>;
}

export function useAnswerUse(): AnswerUse {
  const { t } = useTranslation();
  const notify = useNotify();
  const canPaste = useCall("system.status", {}).data?.canPaste ?? false;

  const copy = async (text: string): Promise<void> => {
    const keys = keyName("mod+v");
    try {
      await navigator.clipboard.writeText(text);
      notify("info", t("price.answer.copied", { keys }));
    } catch (cause) {
      notify("error", t("price.answer.copyRefused", { detail: String(cause), keys }));
    }
  };

  /** What stands in the way is handed back to be looked at. */
  const pasteReviewed = async (
    text: string,
    added: Added | null,
    send: boolean,
  ): Promise<Review | null> => {
    const end = await call("paste.text", {
      text: added?.texts?.[0] ?? text,
      title: t("price.title"),
      mode: send ? "send" : "paste",
      accept: added !== null,
    });
    // What went wrong on the way is told by the core; that it only got as far as the clipboard is told here.
    if (end.outcome === "copied" && end.reason !== null)
      notify("info", sentence(end.reason, end.params));
    return end.outcome === "waits" ? end.review : null;
  };

  return {
    canPaste,
    copy,
    async paste(text) {
      if (!canPaste) return copy(text);
      try {
        const go = (added: Added, send: boolean) => pasteReviewed(text, added, send);
        const review = await pasteReviewed(text, null, false);
        if (review) lookAt({ review, go });
      } catch (error) {
        sayFailure(error);
      }
    },
  };
}
