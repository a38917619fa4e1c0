import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo, useState } from "react";
import type { ComplaintDetail } from "../../../shared/contract/complaints.ts";
import type { Input } from "../../../shared/contract/index.ts";
import { call } from "../../api/client.ts";
import { callKey } from "../../api/hooks.ts";
import { sendFile } from "../../api/files.ts";
import { sayFailure } from "../../ui/Notices.tsx";
import { useUndo } from "../../ui/Undo.tsx";
import { createDoublePress } from "./doublePress.ts";

/** Calls that do something to one case and answer with it. */
export type CaseCall =
  | "complaints.amend"
  | "complaints.record"
  | "complaints.attach"
  | "complaints.correct"
  | "complaints.duty"
  | "complaints.advance"
  | "complaints.back"
  | "complaints.reopen"
  | "complaints.propose"
  | "complaints.answer"
  | "complaints.escalate"
  | "complaints.decide"
  | "complaints.satisfaction";
type Without<T> = Omit<T, "id">;

export interface CaseActs {
  /** What is on its way to the core. */
  readonly busy: CaseCall | null;
  /** Resolves to the case as it is now; null when it could not be done, which was said, or is the same press again. */
  run<N extends CaseCall>(name: N, input: Without<Input<N>>): Promise<ComplaintDetail | null>;
  /** The same, and offers to take the step back by another one. */
  offering<N extends CaseCall, M extends CaseCall>(
    step: { name: N; input: Without<Input<N>>; said: string },
    back: { name: M; input: Without<Input<M>>; said: string },
  ): Promise<ComplaintDetail | null>;
  /** Keeps files with the case, one after the other; true when all are kept. */
  attach(files: readonly { readonly file: File; readonly name: string }[]): Promise<boolean>;
}

/** What can be done to a case. Failures are said as notices. */
export function useCaseActs(id: string): CaseActs {
  const client = useQueryClient();
  const undo = useUndo();
  const [busy, setBusy] = useState<CaseCall | null>(null);
  // Nothing of a case can be erased: a double click must not write twice, nor go back two stages.
  const [once] = useState(() => createDoublePress());

  const tell = useCallback(
    async <N extends CaseCall>(name: N, input: Without<Input<N>>): Promise<ComplaintDetail> => {
      const detail = (await call(name, { ...input, id } as Input<N>)) as ComplaintDetail;
      client.setQueryData(callKey("complaints.get", { id }), detail);
      return detail;
    },
    [client, id],
  );
  const run = useCallback<CaseActs["run"]>(
    async (name, input) => {
      const start = (): ReturnType<typeof tell> => {
        setBusy(name);
        return tell(name, input);
      };
      try {
        if (name !== "complaints.duty") return await once.run(JSON.stringify([name, input]), start);
        // A tick, its opposite and the tick again all count, and saying one twice changes nothing.
        once.forget();
        return await start();
      } catch (error) {
        sayFailure(error);
        return null;
      } finally {
        setBusy(null);
      }
    },
    [once, tell],
  );

  return useMemo(
    () => ({
      busy,
      run,
      async offering(step, back) {
        const detail = await run(step.name, step.input);
        if (detail)
          undo.offer({
            sentence: step.said,
            takeBack: async () => {
              once.forget();
              await tell(back.name, back.input);
              return back.said;
            },
          });
        return detail;
      },
      async attach(files) {
        let all = true;
        setBusy("complaints.attach");
        for (const { file, name } of files) {
          try {
            const sent = await sendFile(file, new AbortController().signal, name);
            await tell("complaints.attach", { file: sent.file });
          } catch (error) {
            // One that is refused does not stop the rest.
            sayFailure(error);
            all = false;
          }
        }
        setBusy(null);
        return all;
      },
    }),
    [busy, once, run, tell, undo],
  );
}
