import { setImmediate, setTimeout } from "node:timers/promises";

export interface SliceOptions {
  readonly signal?: AbortSignal;
  /** Milliseconds to leave to others between two slices; 0 lets them have just their turn. */
  readonly pauseMs?: number;
}

/** A slice ends well before a frame of the screen does. */
const SLICE_MS = 4;

/** Long work in short slices: `await rest()` inside a loop whenever `due()`. */
export function createSlices({ signal, pauseMs = 0 }: SliceOptions = {}) {
  let began = performance.now();
  async function rest(): Promise<void> {
    if (pauseMs > 0) await setTimeout(pauseMs, undefined, { ref: false });
    else await setImmediate();
    signal?.throwIfAborted();
    began = performance.now();
  }
  return {
    /** True when the slice has lasted long enough. */
    due: (): boolean => performance.now() - began > SLICE_MS,
    rest,
  };
}

export type Slices = ReturnType<typeof createSlices>;
