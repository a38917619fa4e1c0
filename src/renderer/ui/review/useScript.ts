import type { Review, ReviewInput } from "../../../shared/contract/review.ts";
import { call } from "../../api/client.ts";
import { useCall } from "../../api/hooks.ts";
import { sayFailure, useNotify } from "../Notices.tsx";
import { useOnce } from "../useOnce.ts";
import { copyPhrase } from "./copyPhrase.ts";
import { lookAt } from "./Reviews.tsx";
import type { Added } from "./useReview.ts";

/** Using a script from a screen of the main window: pasting it, or copying it where nothing can be pasted. */
export interface ScriptUse {
  /** True when a script goes straight into the chat window. */
  readonly canPaste: boolean;
  /**
   * What stands in the way is looked at first; `gone` runs when it went out, then or after that look.
   * @param urges the order it is to urge
   */
  use(id: string, gone?: () => void, urges?: ReviewInput["urges"]): Promise<void>;
}

export function useScript(): ScriptUse {
  const notify = useNotify();
  const once = useOnce();
  const canPaste = useCall("system.status", {}).data?.canPaste ?? false;

  return {
    canPaste,
    use: (id, gone = () => undefined, urges = null) =>
      once(id, async () => {
        const go = async (added: Added | null, send: boolean): Promise<Review | null> => {
          const input = { id, ...added, accept: added !== null, urges };
          const review = canPaste
            ? (await call("paste.phrase", { ...input, mode: send ? "send" : null })).review
            : await copyPhrase(input, (said) => notify("info", said));
          if (review === null) gone();
          return review;
        };
        try {
          const review = await go(null, false);
          if (review) lookAt({ review, go });
        } catch (error) {
          sayFailure(error);
        }
      }),
  };
}
