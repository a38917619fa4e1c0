import { useCallback, useEffect, useRef, useState } from "react";

/** A value that follows at once, but while it changes quickly only when it has stood still for `ms` milliseconds. */
export function useSettled<T>(value: T, ms: number): T {
  const [settled, setSettled] = useState(value);
  const changedAt = useRef(-Infinity);
  useEffect(() => {
    const now = performance.now();
    const calm = now - changedAt.current > ms;
    changedAt.current = now;
    if (calm) {
      setSettled(value);
      return;
    }
    const timer = setTimeout(() => setSettled(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return settled;
}

/** Runs `run` at most once in `ms` milliseconds, with the newest arguments; the first time at once. */
export function useThrottled<A extends unknown[]>(
  run: (...args: A) => void,
  ms: number,
): (...args: A) => void {
  const waiting = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const ranAt = useRef(-Infinity);
  useEffect(() => () => clearTimeout(waiting.current), []);
  return useCallback(
    (...args) => {
      clearTimeout(waiting.current);
      const left = ranAt.current + ms - performance.now();
      const now = (): void => {
        ranAt.current = performance.now();
        run(...args);
      };
      if (left <= 0) now();
      else waiting.current = setTimeout(now, left);
    },
    [run, ms],
  );
}
