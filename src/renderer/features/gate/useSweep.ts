import { useSyncExternalStore } from "react";
import type { MarkedPhrase, SweepResult } from "../../../shared/contract/gate.ts";
import { isAppError } from "../../../shared/errors.ts";
import { call, on } from "../../api/client.ts";

/** A look through the library: what it found stays while one goes to a phrase and comes back. */
export interface Sweep {
  /** Null while none is under way. */
  readonly job: { readonly id: string; readonly done: number; readonly total: number } | null;
  readonly result: SweepResult | null;
  /** Phrases changed since, by id. */
  readonly mended: ReadonlySet<string>;
  readonly cancelled: boolean;
  readonly error: unknown;
}

const NOTHING: Sweep = {
  job: null,
  result: null,
  mended: new Set(),
  cancelled: false,
  error: null,
};

let state = NOTHING;
const watchers = new Set<() => void>();

function change(part: Partial<Sweep>): void {
  state = { ...state, ...part };
  for (const watcher of watchers) watcher();
}

/** Looks through all phrases. */
export async function runSweep(): Promise<void> {
  if (state.job) return;
  const id = crypto.randomUUID();
  change({
    ...NOTHING,
    result: state.result,
    mended: state.mended,
    job: { id, done: 0, total: 0 },
  });
  const stop = on("job.progress", ({ job, done, total }) => {
    if (job === id) change({ job: { id, done, total } });
  });
  try {
    change({ ...NOTHING, result: await call("gate.sweep", { job: id }) });
  } catch (error) {
    const cancelled = isAppError(error) && error.code === "gate_cancelled";
    change({ job: null, cancelled, error: cancelled ? null : error });
  } finally {
    stop();
  }
}

/** Ends the look under way. */
export async function cancelSweep(): Promise<void> {
  if (state.job) await call("gate.cancel", { job: state.job.id });
}

/** Notes how a phrase stands after it was changed; null: nothing is wrong with it any more. */
export function noteMended(id: string, now: MarkedPhrase | null): void {
  const { result } = state;
  if (!result) return;
  const mended = new Set(state.mended);
  if (now === null) mended.add(id);
  else mended.delete(id);
  const phrases = result.phrases.map((each) => (each.id === id && now ? now : each));
  change({ result: { ...result, phrases }, mended });
}

function subscribe(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

export const useSweep = (): Sweep => useSyncExternalStore(subscribe, () => state);
