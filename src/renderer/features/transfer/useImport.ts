import { useCallback, useRef, useState } from "react";
import type {
  ColumnMapping,
  ImportPlan,
  ImportResult,
  OnConflict,
} from "../../../shared/contract/transfer.ts";
import { isAppError } from "../../../shared/errors.ts";
import { call } from "../../api/client.ts";
import { useEvent } from "../../api/hooks.ts";
import { type Source, askForFile, sendFile } from "../../api/files.ts";

/** Long work under way. */
export interface Job {
  readonly id: string;
  readonly kind: "send" | "plan" | "apply";
  readonly name: string;
  readonly done: number;
  readonly total: number;
  readonly cancelling: boolean;
}

export interface ImportState {
  readonly source: Source | null;
  readonly plan: ImportPlan | null;
  readonly mapping: ColumnMapping | null;
  /** Whether the first row is a header, as the person said; null while the file says it itself. */
  readonly header: boolean | null;
  readonly onConflict: OnConflict;
  /** The mapping screen is open. */
  readonly asking: boolean;
  readonly job: Job | null;
  readonly result: ImportResult | null;
  readonly error: unknown;
  readonly cancelled: boolean;
}

const START: ImportState = {
  source: null,
  plan: null,
  mapping: null,
  header: null,
  onConflict: "skip",
  asking: false,
  job: null,
  result: null,
  error: null,
  cancelled: false,
};

/** The steps of an import: a file, the dry run, perhaps the mapping, then the change itself. */
/** How the file is to be read. */
type How = Pick<ImportState, "mapping" | "header" | "onConflict">;
const AS_FOUND: How = { mapping: null, header: null, onConflict: "skip" };

export function useImport() {
  const [state, setState] = useState<ImportState>(START);
  const sending = useRef<AbortController | null>(null);
  const change = useCallback((changes: Partial<ImportState>) => {
    setState((now) => ({ ...now, ...changes }));
  }, []);

  useEvent("job.progress", ({ job, done, total }) =>
    setState((now) => (now.job?.id === job ? { ...now, job: { ...now.job, done, total } } : now)),
  );

  /** Runs one long step; a failed or cancelled one leaves what stood before. */
  const run = useCallback(
    async (
      kind: Job["kind"],
      name: string,
      work: (id: string) => Promise<Partial<ImportState>>,
    ) => {
      const id = crypto.randomUUID();
      const job: Job = { id, kind, name, done: 0, total: 0, cancelling: false };
      change({ job, error: null, cancelled: false });
      try {
        const changes = await work(id);
        change({ ...changes, job: null });
      } catch (error) {
        const cancelled =
          (isAppError(error) && error.code === "import_cancelled") ||
          (error instanceof DOMException && error.name === "AbortError");
        change({ job: null, cancelled, error: cancelled ? null : error });
      }
    },
    [change],
  );

  const planWith = useCallback(
    (source: Source, how: How, asking: boolean | "unsure") =>
      run("plan", source.name, async (job) => {
        const plan = await call("import.plan", { file: source.file, ...how, job });
        return {
          source,
          plan,
          ...how,
          result: null,
          asking: asking === "unsure" ? !plan.mappingSure : asking,
        };
      }),
    [run],
  );

  const takeFile = useCallback(
    async (file: File) => {
      let source: Source | null = null;
      const abort = new AbortController();
      sending.current = abort;
      await run("send", file.name, async () => {
        source = await sendFile(file, abort.signal);
        return { source: null, plan: null, result: null, ...AS_FOUND };
      });
      if (source) await planWith(source, AS_FOUND, "unsure");
    },
    [run, planWith],
  );

  /** Asks for a file with the system's dialog; "page" when the page must ask. */
  const choose = useCallback(async (): Promise<"page" | "done"> => {
    const chosen = await askForFile();
    if (chosen === "page") return "page";
    if (chosen) await planWith(chosen, AS_FOUND, "unsure");
    return "done";
  }, [planWith]);

  const { source, mapping, header, onConflict, job } = state;
  const how = { mapping, header, onConflict };

  const cancel = useCallback(() => {
    if (!job) return;
    change({ job: { ...job, cancelling: true } });
    if (job.kind === "send") sending.current?.abort();
    else call("import.cancel", { job: job.id }).catch((error: unknown) => change({ error }));
  }, [job, change]);

  /** Null when it was cancelled or failed. */
  const apply = async (): Promise<ImportResult | null> => {
    let result: ImportResult | null = null;
    if (source === null) return result;
    await run("apply", source.name, async (id) => {
      result = await call("import.apply", { file: source.file, ...how, job: id });
      return { result };
    });
    return result;
  };

  return {
    state,
    takeFile,
    choose,
    cancel,
    apply,
    setConflict: (wanted: OnConflict) =>
      source && planWith(source, { ...how, onConflict: wanted }, false),
    planWithMapping: (wanted: ColumnMapping) =>
      source && planWith(source, { ...how, mapping: wanted }, false),
    /** The columns are told anew: what they are called has changed. */
    setHeader: (wanted: boolean) =>
      source && planWith(source, { ...how, header: wanted, mapping: null }, true),
    ask: (asking: boolean) => change({ asking }),
    startOver: () => setState(START),
    fail: (error: unknown) => change({ error }),
  };
}

export type Import = ReturnType<typeof useImport>;
