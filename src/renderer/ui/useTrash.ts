import { useAct } from "../api/hooks.ts";
import { useUndo } from "./Undo.tsx";
import { useSentOnce } from "./useSentOnce.ts";

/** Puts things into the trash and offers to bring them back. @param back runs when that is done */
export type Trash = (ids: readonly string[], back?: () => void) => Promise<void>;

/** @param said what was done, as a sentence */
export function useTrash(
  name: "phrases.trash" | "pictures.trash" | "products.trash",
  said: (count: number) => string,
): Trash {
  const undo = useUndo();
  const sentOnce = useSentOnce();
  const trash = useAct(name);
  return async (ids, back) => {
    const done = await sentOnce("trash", ids, (fresh) => trash.mutateAsync({ ids: fresh }));
    // Of nothing there is nothing to take back, and the offer that stands is about something.
    if (!done || done.count === 0) return;
    const { historyId, count } = done;
    undo.offer({ historyId, sentence: said(count), ...(back && { onUndone: back }) });
  };
}
