import { useTranslation } from "react-i18next";
import { useAct } from "../../api/hooks.ts";
import { useNotify } from "../../ui/Notices.tsx";
import { useScript } from "../../ui/review/useScript.ts";
import { useUndo } from "../../ui/Undo.tsx";

/** What can be done with an answer: use it, and remember that it answers this question. */
export function useAnswerUse() {
  const { t } = useTranslation();
  const notify = useNotify();
  const undo = useUndo();
  const teach = useAct("answers.teach");
  const { canPaste, use } = useScript();

  return {
    canPaste,
    /** Pastes; where nothing can be pasted the text is copied. What stands in the way is looked at first. */
    use: (id: string): Promise<void> => use(id),
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
