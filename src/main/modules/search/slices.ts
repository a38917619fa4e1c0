import { setImmediate, setTimeout } from "node:timers/promises";

export interface SliceOptions {
  readonly signal?: AbortSignal;
  /** Milliseconds to leave to others between two slices; 0 lets them have just their turn. */
  readonly pauseMs?: number;
}

/** A slice ends well before a frame of the screen does. */
const SLICE_MS = 4;
const STEPS_PER_LOOK = 8;

/** Long work in short slices: `await rest()` inside a loop whenever `due()`. */
export function createSlices({ signal, pauseMs = 0 }: SliceOptions = {}) {
  let began = performance.now();
  let steps = 0;
  async function rest(): Promise<void> {
    if (pauseMs > 0) await setTimeout(pauseMs, undefined, { ref: false });
    else await setImmediate();
    signal?.throwIfAborted();
    steps = 0;
    began = performance.now();
  }
  return {
    /** True when the slice has lasted long enough. Cheap enough to ask at every step. */
    due(): boolean {
      steps++;
      return steps % STEPS_PER_LOOK === 0 && performance.now() - began > SLICE_MS;
    },
    rest,
  };
}

export type Slices = ReturnType<typeof createSlices>;
