/** Runs jobs one after another, in the order they came; one that fails does not stop the rest. */
export function createQueue() {
  let tail: Promise<unknown> = Promise.resolve();
  let waiting = 0;

  /** Resolves or rejects as the job does. */
  function run<T>(job: () => Promise<T>): Promise<T> {
    waiting += 1;
    const result = tail.then(job).finally(() => {
      waiting -= 1;
    });
    tail = result.catch(() => undefined);
    return result;
  }

  return {
    run,
    /** Jobs running or waiting. */
    get size(): number {
      return waiting;
    },
    /** Resolves when nothing is left of what was there at the call. */
    idle: (): Promise<void> => tail.then(() => undefined),
  };
}
