import { useCallback, useRef } from "react";

/** After the answer the list is asked for again: so long the old row can still be met by a key, milliseconds. */
const LIST_FOLLOWS_IN = 400;

/**
 * Sends the ids that are not on their way yet: a second key before the list has changed meets the same rows again,
 * and a step that does nothing would take the place of the offer to undo the first. Resolves to null when nothing
 * was sent or it failed, which is said elsewhere.
 */
export type SentOnce = <T>(
  verb: string,
  ids: readonly string[],
  send: (ids: string[]) => Promise<T>,
) => Promise<T | null>;

export function useSentOnce(): SentOnce {
  const sent = useRef(new Set<string>());
  return useCallback(async (verb, ids, send) => {
    const keyOf = (id: string): string => `${verb} ${id}`;
    const fresh = ids.filter((id) => !sent.current.has(keyOf(id)));
    if (fresh.length === 0) return null;
    for (const id of fresh) sent.current.add(keyOf(id));
    const forget = (): void => {
      for (const id of fresh) sent.current.delete(keyOf(id));
    };
    try {
      const answer = await send(fresh);
      setTimeout(forget, LIST_FOLLOWS_IN);
      return answer;
    } catch {
      forget();
      return null;
    }
  }, []);
}
