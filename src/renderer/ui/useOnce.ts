import { useCallback, useRef } from "react";

/**
 * Runs an act unless the same one is under way already: then nothing is done and it resolves to undefined. A state
 * would come too late, for a second press may arrive before the screen is drawn again.
 * @param key what is acted on; other things do not wait for it
 */
export type Once = <T>(key: string, act: () => Promise<T>) => Promise<T | undefined>;

export function useOnce(): Once {
  const underWay = useRef(new Set<string>());
  return useCallback(async (key, act) => {
    if (underWay.current.has(key)) return undefined;
    underWay.current.add(key);
    try {
      return await act();
    } finally {
      underWay.current.delete(key);
    }
  }, []);
}
