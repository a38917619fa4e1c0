import { useTranslation } from "react-i18next";
import { call } from "../../api/client.ts";
import { useCall } from "../../api/hooks.ts";
import { sentence } from "../../i18n/i18n.ts";
import { sayFailure, useNotify } from "../../ui/Notices.tsx";
import { keyName } from "../../ui/keys.ts";

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
  const canPaste = useCall("system.status", {}).data?.canPaste ?? false;

  const copy = async (phrase: { id: string; title: string }): Promise<void> => {
    try {
      const { body, title } = await call("phrases.get", { id: phrase.id });
      try {
        await navigator.clipboard.writeText(body);
      } catch (cause) {
        notify("error", t("phrases.copyRefused", { detail: String(cause) }));
        return;
      }
      notify(
        "info",
        sentence("paste_copied", { title: title || body.slice(0, 20), keys: keyName("mod+v") }),
      );
      await call("paste.copied", { id: phrase.id });
    } catch (error) {
      sayFailure(error);
    }
  };

  const paste = async (phrase: { id: string; title: string }): Promise<void> => {
    if (!canPaste) return copy(phrase);
    try {
      // What goes wrong on the way is told by the core as a notice.
      await call("paste.phrase", { id: phrase.id });
    } catch (error) {
      sayFailure(error);
    }
  };

  return { canPaste, paste, copy };
}
