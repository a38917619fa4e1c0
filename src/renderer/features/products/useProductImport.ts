import { useCallback, useRef, useState } from "react";
import type { Output } from "../../../shared/contract/index.ts";
import type { ProductImportPlan, ProductMapping } from "../../../shared/contract/products.ts";
import { call } from "../../api/client.ts";
import { sendFile, type Source } from "../../api/files.ts";
import { failureSentence } from "../../ui/Notices.tsx";
import type { Given } from "../../ui/pictures/given.ts";
import { stageAll } from "../../ui/pictures/stage.ts";

/** What is to be imported. */
export interface ImportInput {
  readonly table: Source | null;
  readonly pictures: readonly Given[];
  readonly mapping: ProductMapping | null;
  /** For rows that name no shop. */
  readonly shop: string;
  /** For file names that fit several SKUs: the one chosen, "" for none. */
  readonly decisions: Readonly<Record<string, string>>;
}

/** Long work under way. */
export interface ImportJob {
  readonly kind: "plan" | "send" | "write";
  readonly done: number;
  readonly total: number;
}

export interface ImportRefusal {
  readonly path: string;
  readonly sentence: string;
}

interface State {
  readonly input: ImportInput;
  readonly plan: ProductImportPlan | null;
  /** What the plan is about; a new one is under way when it is not the input any more. */
  readonly planned: ImportInput | null;
  readonly job: ImportJob | null;
  readonly result: Output<"products.import"> | null;
  /** Pictures that did not come in. */
  readonly refused: readonly ImportRefusal[];
  /** A sentence; null when all is well. */
  readonly error: string | null;
  readonly cancelled: boolean;
}

const start = (shop: string): State => ({
  input: { table: null, pictures: [], mapping: null, shop, decisions: {} },
  ...{
    plan: null,
    planned: null,
    job: null,
    result: null,
    refused: [],
    error: null,
    cancelled: false,
  },
});

const requestOf = ({ table, pictures, mapping, shop, decisions }: ImportInput) => ({
  ...{ file: table?.file ?? null, mapping, shop, decisions: { ...decisions } },
  pictures: pictures.map(({ path }) => path),
});

/** The steps of an import of products: table and pictures, the dry run, then the change itself. */
export function useProductImport(shop: string) {
  const [state, setState] = useState<State>(() => start(shop));
  const control = useRef<AbortController | null>(null);
  /** Only the answer to the newest question counts. */
  const asked = useRef(0);
  const change = useCallback(
    (changes: Partial<State>) => setState((now) => ({ ...now, ...changes })),
    [],
  );

  /** The dry run, anew for every change of what is to be imported. */
  const plan = async (changes: Partial<ImportInput>): Promise<void> => {
    const input = { ...state.input, ...changes };
    const mine = ++asked.current;
    if (input.table === null && input.pictures.length === 0) {
      change({ input, plan: null, error: null });
      return;
    }
    const job: ImportJob = { kind: "plan", done: 0, total: 0 };
    change({ input, job, error: null, cancelled: false, result: null });
    try {
      const found = await call("products.plan", requestOf(input));
      if (mine === asked.current) change({ plan: found, planned: input, job: null });
    } catch (error) {
      if (mine === asked.current) change({ plan: null, job: null, error: failureSentence(error) });
    }
  };

  /** Sends the table and plans with it. */
  const takeTable = async (file: File, pictures: readonly Given[] = []): Promise<void> => {
    const abort = new AbortController();
    control.current = abort;
    try {
      const table = await sendFile(file, abort.signal);
      await plan({
        ...{ table, mapping: null },
        ...(pictures.length > 0 && { pictures, decisions: {} }),
      });
    } catch (error) {
      change({ error: failureSentence(error) });
    } finally {
      control.current = null;
    }
  };

  /** Sends the pictures that found a SKU, then does everything as one step. */
  const apply = async (): Promise<Output<"products.import"> | null> => {
    const { plan: planned, input } = state;
    if (!planned) return null;
    const wanted = new Set(planned.pictures.matched.map(({ name }) => name));
    const given = input.pictures.filter(({ path }) => wanted.has(path));
    const abort = new AbortController();
    control.current = abort;
    const refused: ImportRefusal[] = [];
    change({ job: { kind: "send", done: 0, total: given.length }, error: null, cancelled: false });
    try {
      const staged = await stageAll(given, {
        signal: abort.signal,
        progress: (done) => change({ job: { kind: "send", done, total: given.length } }),
        refused: (path, error) => refused.push({ path, sentence: failureSentence(error) }),
      });
      control.current = null;
      change({ job: { kind: "write", done: 0, total: 0 } });
      const result = await call("products.import", { ...requestOf(input), staged });
      change({ result, refused, job: null });
      return result;
    } catch (error) {
      if (abort.signal.aborted) change({ job: null, cancelled: true });
      else change({ job: null, error: failureSentence(error) });
      return null;
    } finally {
      control.current = null;
    }
  };

  return {
    state,
    plan,
    takeTable,
    apply,
    cancel: () => control.current?.abort(),
    startOver: () => setState(start(state.input.shop)),
  };
}

export type ProductImport = ReturnType<typeof useProductImport>;
