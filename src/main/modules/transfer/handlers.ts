import { mkdirSync } from "node:fs";
import { basename, join } from "node:path";
import type { Emit, HandlersFor, ParsedInput } from "../../../shared/contract/index.ts";
import type { ChangeReceipt } from "../../../shared/contract/phrases.ts";
import type { ImportFormat, ImportPlan, ImportResult } from "../../../shared/contract/transfer.ts";
import type { Dialogs } from "../../ports/dialogs.ts";
import type { Exported } from "./exporter.ts";

/** How far a job is. */
export type Progress = (phase: string, done: number, total: number) => void;

export interface TransferRequest {
  readonly path: string;
  /** What the person calls the file, for messages. */
  readonly fileName: string;
  readonly format: ImportFormat | null;
  readonly mapping: ParsedInput<"import.plan">["mapping"];
  readonly header: ParsedInput<"import.plan">["header"];
  /** Refuses a table whose body column could only be guessed; the screens ask instead. */
  readonly onlySure: boolean;
  readonly onConflict: ParsedInput<"import.plan">["onConflict"];
}

/** Does the long work; in the shells in another thread, on the command line in this one. */
export interface TransferRunner {
  plan(
    dataFolder: string,
    request: TransferRequest,
    progress: Progress,
    signal: AbortSignal,
  ): Promise<ImportPlan>;
  apply(
    dataFolder: string,
    request: TransferRequest,
    progress: Progress,
    signal: AbortSignal,
  ): Promise<ImportResult>;
  write(dataFolder: string, path: string, format: ImportFormat): Promise<Exported>;
  /** Takes a step of the history back that touched nothing but phrases, categories and pictures. */
  takeBack(dataFolder: string, historyId: number): Promise<ChangeReceipt>;
}

export interface TransferSurroundings {
  readonly runner: TransferRunner;
  readonly files: {
    offer(path: string, fileName: string): string;
    find(name: string): { path: string; fileName: string };
  };
  readonly dialogs: Dialogs;
  readonly dataFolder: string;
  readonly temporary: string;
  readonly changed: (reason: string, touched: { readonly step: number }) => void;
  readonly emit: Emit;
}

const NOTHING: Exported = { count: 0, pictures: 0, picturesLost: 0 };

type Names = "files.choose" | "import.plan" | "import.apply" | "import.cancel" | "export.run";

/** Answers the calls about import and export; each running job can be cancelled by its name. */
export function transferHandlers(around: TransferSurroundings): HandlersFor<Names> {
  const { runner, files, dialogs, dataFolder, emit } = around;
  const running = new Map<string, AbortController>();

  async function job<T>(
    input: ParsedInput<"import.plan">,
    work: (request: TransferRequest, progress: Progress, signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    const { path, fileName } = files.find(input.file);
    running.get(input.job)?.abort();
    const control = new AbortController();
    running.set(input.job, control);
    const progress: Progress = (phase, done, total) =>
      emit("job.progress", { job: input.job, phase, done, total });
    const { format, mapping, header, onConflict } = input;
    const request = { path, fileName, format, mapping, header, onConflict, onlySure: false };
    try {
      return await work(request, progress, control.signal);
    } finally {
      if (running.get(input.job) === control) running.delete(input.job);
    }
  }

  return {
    "files.choose": async () => {
      const path = dialogs.supported ? await dialogs.openFile() : null;
      if (path === null) return { supported: dialogs.supported, file: null, name: "" };
      return { supported: true, file: files.offer(path, basename(path)), name: basename(path) };
    },
    "import.plan": (input) =>
      job(input, (request, progress, signal) => runner.plan(dataFolder, request, progress, signal)),
    "import.apply": async (input) => {
      const result = await job(input, (request, progress, signal) =>
        runner.apply(dataFolder, request, progress, signal),
      );
      if (result.historyId !== null) around.changed("import", { step: result.historyId });
      return result;
    },
    "import.cancel": ({ job: name }) => {
      running.get(name)?.abort();
      return {};
    },
    "export.run": async ({ format }) => {
      const fileName = `replydeck-${new Date().toISOString().slice(0, 10)}.${format}`;
      if (dialogs.supported) {
        const path = await dialogs.saveFile(fileName);
        if (path === null) return { ...NOTHING, url: null, path: null, cancelled: true };
        const exported = await runner.write(dataFolder, path, format);
        return { ...exported, url: null, path, cancelled: false };
      }
      mkdirSync(around.temporary, { recursive: true });
      const path = join(around.temporary, fileName);
      const exported = await runner.write(dataFolder, path, format);
      return {
        ...exported,
        url: `/downloads/${files.offer(path, fileName)}`,
        path: null,
        cancelled: false,
      };
    },
  };
}
