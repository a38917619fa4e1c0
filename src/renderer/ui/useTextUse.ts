import type { Review } from "../../shared/contract/review.ts";
import { isAppError } from "../../shared/errors.ts";
import { call } from "../api/client.ts";
import { useCall } from "../api/hooks.ts";
import { sentence } from "../i18n/i18n.ts";
import { sayFailure, useNotify } from "./Notices.tsx";
import { keyName } from "./keys.ts";
import { useOnce } from "./useOnce.ts";
import { copyText } from "./review/copyText.ts";
import { lookAt } from "./review/Reviews.tsx";
import type { Added } from "./review/useReview.ts";

/** Sending a text that is no phrase to the buyer: pasted into the chat, or copied where nothing can be pasted. */
export interface TextUse {
  readonly canPaste: boolean;
  /** True when it was used; false when it waits for the person or could not be. */
  paste(text: string, title?: string): Promise<boolean>;
  copy(text: string): Promise<boolean>;
}

/** What is said about it. `keys` is what pastes in the chat window. */
export interface TextUseWords {
  /** What the paste log calls such a text. */
  readonly title: string;
  readonly copied: (keys: string) => string;
  readonly refused: (detail: string, keys: string) => string;
}

/** `used` hears of each text that went out, also when the person looked at it first. */
export function useTextUse(words: TextUseWords, used: () => void = () => undefined): TextUse {
  const notify = useNotify();
  const once = useOnce();
  const canPaste = useCall("system.status", {}).data?.canPaste ?? false;

  const copy = async (text: string): Promise<boolean> => {
    const keys = keyName("mod+v");
    try {
      return await copyText({ text, title: words.title }, () => {
        notify("info", words.copied(keys));
        used();
      });
    } catch (cause) {
      if (isAppError(cause)) sayFailure(cause);
      else notify("error", words.refused(String(cause), keys));
      return false;
    }
  };

  /** What stands in the way is handed back to be looked at. */
  const pasteReviewed = async (
    text: string,
    title: string,
    added: Added | null,
    send: boolean,
  ): Promise<Review | null> => {
    const end = await call("paste.text", {
      text: added?.texts?.[0] ?? text,
      title,
      mode: send ? "send" : "paste",
      accept: added !== null,
    });
    // What went wrong on the way is told by the core; that it only got as far as the clipboard is told here.
    if (end.outcome === "copied" && end.reason !== null)
      notify("info", sentence(end.reason, end.params));
    if (end.outcome === "waits") return end.review;
    if (end.outcome !== "failed" && end.outcome !== "cancelled") used();
    return null;
  };

  const paste = async (text: string, title: string): Promise<boolean> => {
    if (!canPaste) return copy(text);
    try {
      const go = (added: Added, send: boolean) => pasteReviewed(text, title, added, send);
      const review = await pasteReviewed(text, title, null, false);
      if (review) lookAt({ review, go });
      return review === null;
    } catch (error) {
      sayFailure(error);
      return false;
    }
  };

  return {
    canPaste,
    copy,
    async paste(text, title = words.title) {
      return (await once(text, () => paste(text, title))) ?? false;
    },
  };
}
