/** Presses of the same thing within this time are one: a double click, or a key pressed twice. */
const AGAIN_MS = 500;

/**
 * Starts a call only when it is not the one that was started last and is still under way, or was only just started.
 * In between another call makes the same one wanted again; one that failed may be tried again at once.
 */
export function createDoublePress(now: () => number = Date.now) {
  let last: { readonly key: string; readonly at: number; running: boolean } | null = null;
  return {
    /** Resolves to null without having done anything when it is the same again. */
    async run<T>(key: string, work: () => Promise<T>): Promise<T | null> {
      if (last?.key === key && (last.running || now() - last.at < AGAIN_MS)) return null;
      const mine = { key, at: now(), running: true };
      last = mine;
      try {
        return await work();
      } catch (error) {
        if (last === mine) last = null;
        throw error;
      } finally {
        mine.running = false;
      }
    },
    /** What comes next is wanted, whatever it is. */
    forget(): void {
      last = null;
    },
  };
}
