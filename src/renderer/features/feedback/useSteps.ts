import { useTranslation } from "react-i18next";
import type { Feedback } from "../../../shared/contract/feedback.ts";
import type { Input, Output } from "../../../shared/contract/index.ts";
import { call } from "../../api/client.ts";
import { sayFailure } from "../../ui/Notices.tsx";
import { useUndo } from "../../ui/Undo.tsx";

type Stepped = Output<"feedback.note">;

/** What can be done with a note; each step is offered to be taken back. Failures are said as notices. */
export function useSteps() {
  const { t } = useTranslation();
  const undo = useUndo();

  async function step(
    ask: () => Promise<Stepped>,
    sentence: (now: Feedback) => string,
    back: string = t("feedback.back"),
  ): Promise<Feedback | null> {
    try {
      const { feedback, event } = await ask();
      undo.offer({
        sentence: sentence(feedback),
        takeBack: async () => {
          await call("feedback.withdraw", { id: feedback.id, event });
          return back;
        },
      });
      return feedback;
    } catch (error) {
      sayFailure(error);
      return null;
    }
  }

  return {
    note: (input: Input<"feedback.note">) =>
      step(
        () => call("feedback.note", input),
        ({ kind }) => t("feedback.add.saved", { kind: t(`feedback.kinds.${kind}`) }),
        t("feedback.add.takenBack"),
      ),
    change: (input: Input<"feedback.change">, sentence = t("feedback.changed")) =>
      step(
        () => call("feedback.change", input),
        () => sentence,
      ),
    /** The same mark again takes it off. */
    value({ id, valuable }: Feedback, as: boolean) {
      const next = valuable === as ? null : as;
      const done = next === null ? "offDone" : next ? "yesDone" : "noDone";
      return this.change({ id, valuable: next }, t(`feedback.valuable.${done}`));
    },
    send: ({ id, department }: Feedback, to: string) =>
      step(
        () => call("feedback.send", { id, to }),
        () => t("feedback.sent.done", { name: to || department }),
      ),
    answer: (id: string, answer: string) =>
      step(
        () => call("feedback.answer", { id, answer }),
        () => t("feedback.answer.done"),
      ),
    drop: (id: string) =>
      step(
        () => call("feedback.drop", { id }),
        () => t("feedback.dropped"),
      ),
  };
}

export type Steps = ReturnType<typeof useSteps>;
