import { parentPort } from "node:worker_threads";
import { isAppError } from "../../shared/errors.ts";
import { createImaging } from "../adapters/node/imaging.ts";
import { createLocalTransfer } from "../core/localTransfer.ts";
import type { TransferRequest } from "../modules/transfer/handlers.ts";
import type { ImportFormat } from "../../shared/contract/transfer.ts";

/** What the main thread asks. */
export type Question =
  | { kind: "plan" | "apply"; dataFolder: string; request: TransferRequest }
  | { kind: "takeBack"; dataFolder: string; historyId: number }
  | { kind: "write"; dataFolder: string; path: string; format: ImportFormat }
  | { kind: "cancel" };

/** What this thread answers; the last one is "done" or "failed". */
export type Answer =
  | { kind: "progress"; phase: string; done: number; total: number }
  | { kind: "done"; value: unknown }
  | {
      kind: "failed";
      code: string | null;
      params: Record<string, string | number>;
      detail: string;
    };

const localTransfer = createLocalTransfer(createImaging());
const port = parentPort;
const control = new AbortController();
const post = (answer: Answer): void => port?.postMessage(answer);

async function work(question: Question): Promise<unknown> {
  const progress = (phase: string, done: number, total: number): void =>
    post({ kind: "progress", phase, done, total });
  if (question.kind === "plan")
    return localTransfer.plan(question.dataFolder, question.request, progress, control.signal);
  if (question.kind === "apply")
    return localTransfer.apply(question.dataFolder, question.request, progress, control.signal);
  if (question.kind === "write")
    return localTransfer.write(question.dataFolder, question.path, question.format);
  if (question.kind === "takeBack")
    return localTransfer.takeBack(question.dataFolder, question.historyId);
  return null;
}

port?.on("message", (question: Question) => {
  if (question.kind === "cancel") {
    control.abort();
    return;
  }
  work(question).then(
    (value) => post({ kind: "done", value }),
    (error: unknown) =>
      post({
        kind: "failed",
        code: isAppError(error) ? error.code : null,
        params: isAppError(error) ? { ...error.params } : {},
        detail: error instanceof Error ? (error.stack ?? error.message) : String(error),
      }),
  );
});
