import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Understood } from "../../../shared/contract/customers.ts";
import { isAppError } from "../../../shared/errors.ts";
import { call } from "../../api/client.ts";
import { failureSentence } from "../../ui/Notices.tsx";

/** What came of reading a text: what was understood, or why nothing was. */
export interface Reading {
  readonly understood: Understood | null;
  readonly note: string;
  readonly failed: boolean;
}

const NOTHING: Reading = { understood: null, note: "", failed: false };

/** Reads customers out of copied texts; `take` gets the fields that were found. */
export function useReading(take: (understood: Understood) => void): {
  readonly reading: Reading;
  fromText(text: string): Promise<void>;
  fromClipboard(): Promise<void>;
  forget(): void;
} {
  const { t } = useTranslation();
  const [reading, setReading] = useState(NOTHING);

  const found = (understood: Understood): void => {
    if (understood.name === "" && understood.order === "") {
      setReading({ understood: null, note: t("customers.nothingFound"), failed: true });
      return;
    }
    const { platform } = understood;
    const note =
      platform === null
        ? t("customers.understood")
        : `${t("customers.fromPlatform", { platform: t(`customers.platforms.${platform}`) })}${t("customers.understood")}`;
    setReading({ understood, note, failed: false });
    take(understood);
  };
  const failed = (note: string): void => setReading({ understood: null, note, failed: true });

  const fromText = async (text: string): Promise<void> => {
    try {
      found(await call("customers.fromText", { text: text.slice(0, 20_000) }));
    } catch (error) {
      failed(failureSentence(error));
    }
  };

  return {
    reading,
    fromText,
    async fromClipboard() {
      try {
        found(await call("customers.fromClipboard", {}));
      } catch (error) {
        if (isAppError(error) && error.code === "clipboard_no_text") {
          failed(failureSentence(error));
          return;
        }
        // Without a desktop the core sees no clipboard; the page may, if the person lets it.
        try {
          await fromText(await navigator.clipboard.readText());
        } catch (refused) {
          const detail = refused instanceof Error ? refused.message : String(refused);
          failed(t("customers.clipboardRefused", { detail }));
        }
      }
    },
    forget: () => setReading(NOTHING),
  };
}
