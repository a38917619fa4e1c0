import { Worker } from "node:worker_threads";
import { AppError } from "../../../shared/errors.ts";
import type { MessageCode } from "../../../shared/messages/zh-CN.ts";
import type { Progress, TransferRunner } from "../../modules/transfer/handlers.ts";
import type { Answer, Question } from "../../workers/transferWorker.ts";

/** A small young generation keeps imports of 100,000 rows under 500 MB at the same speed, MB. */
const YOUNG_GENERATION = 24;

/** Runs imports and exports in a thread of their own, so that a paste never waits for them. @param file the worker's script */
export function createWorkerTransfer(file: URL): TransferRunner {
  function run<T>(question: Question, progress: Progress, signal?: AbortSignal): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const worker = new Worker(file, {
        resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION },
      });
      const cancel = (): void => worker.postMessage({ kind: "cancel" } satisfies Question);
      const end = (): void => {
        signal?.removeEventListener("abort", cancel);
        void worker.terminate();
      };
      signal?.addEventListener("abort", cancel);
      worker.on("message", (answer: Answer) => {
        if (answer.kind === "progress") {
          progress(answer.phase, answer.done, answer.total);
          return;
        }
        end();
        if (answer.kind === "done") resolve(answer.value as T);
        else if (answer.code !== null)
          reject(new AppError(answer.code as MessageCode, answer.params));
        else reject(new Error(answer.detail));
      });
      worker.once("error", (error) => {
        end();
        reject(error);
      });
      worker.postMessage(question);
    });
  }

  return {
    plan: (dataFolder, request, progress, signal) =>
      run({ kind: "plan", dataFolder, request }, progress, signal),
    apply: (dataFolder, request, progress, signal) =>
      run({ kind: "apply", dataFolder, request }, progress, signal),
    write: (dataFolder, path, format) =>
      run({ kind: "write", dataFolder, path, format }, () => undefined),
    takeBack: (dataFolder, historyId) =>
      run({ kind: "takeBack", dataFolder, historyId }, () => undefined),
  };
}
