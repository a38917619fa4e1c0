/** How long until a write that found the database busy is tried again, milliseconds. */
const RETRY = 500;

export type Later = ReturnType<typeof createLater>;

/**
 * Writes that may wait (log, use counts): a large import in another thread must never hold up a paste.
 * They are tried at once and, while the database is busy, again until they are done; `close` tries a last time.
 */
export function createLater(isBusy: (error: unknown) => boolean) {
  let waiting: (() => void)[] = [];
  let timer: NodeJS.Timeout | null = null;

  function flush(): void {
    timer = null;
    const jobs = waiting;
    waiting = [];
    for (const [index, job] of jobs.entries()) {
      try {
        job();
      } catch (error) {
        if (!isBusy(error)) {
          console.error(error);
          continue;
        }
        waiting = jobs.slice(index);
        timer = setTimeout(flush, RETRY);
        timer.unref();
        return;
      }
    }
  }

  return {
    write(job: () => void): void {
      waiting.push(job);
      if (timer === null) flush();
    },
    close(): void {
      if (timer) clearTimeout(timer);
      flush();
      if (timer) clearTimeout(timer);
    },
  };
}
