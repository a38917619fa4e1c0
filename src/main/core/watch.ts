import type { Foundation } from "./foundation.ts";

/** How often another program's writes to the same library are looked for, milliseconds. */
const EVERY = 1_000;

export interface Watch {
  /** Runs a job of ours that writes over another connection; `wrote` says whether it did. */
  ours<T>(job: () => Promise<T>, wrote: (result: T) => boolean): Promise<T>;
  close(): void;
}

/** Notices when another program (the command line, a second shell) writes to the same file. */
export function watchDatabase(base: Foundation, changedElsewhere: () => void): Watch {
  // Moves when another connection has written, never by our own writes.
  const version = (): unknown => base.database.pragma("data_version", { simple: true });
  let seen = version();
  let running = 0;

  const timer = setInterval(() => {
    try {
      const current = version();
      if (running > 0 || current === seen) return;
      seen = current;
      changedElsewhere();
    } catch (error) {
      // A drive that was taken away; said once.
      clearInterval(timer);
      base.tell(error);
    }
  }, EVERY);
  timer.unref();

  return {
    async ours(job, wrote) {
      running += 1;
      try {
        const result = await job();
        if (wrote(result)) seen = version();
        return result;
      } finally {
        running -= 1;
      }
    },
    close: () => clearInterval(timer),
  };
}
