import { useTranslation } from "react-i18next";
import { call } from "../../api/client.ts";
import { sendFile } from "../../api/files.ts";
import { sayFailure, useNotify } from "../../ui/Notices.tsx";

/** Takes in a case that a colleague exported; `opened` is given its id. */
export function useTakeIn(opened: (id: string) => void): (file: File) => Promise<void> {
  const { t } = useTranslation();
  const notify = useNotify();
  return async (file) => {
    try {
      const sent = await sendFile(file, new AbortController().signal);
      const { id, number, added, known } = await call("complaints.takeIn", { file: sent.file });
      notify("info", t("complaints.tookIn", { number, added, known }));
      opened(id);
    } catch (error) {
      sayFailure(error);
    }
  };
}
