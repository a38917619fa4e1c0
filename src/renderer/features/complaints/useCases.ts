import { useCall } from "../../api/hooks.ts";
import { useSettled } from "../../ui/settled.ts";
import { CARDS, type CaseFilter, columnsOf } from "./caseFilter.ts";

/** Asked once one has stopped typing for so long, milliseconds. */
const ASK_AFTER_MS = 120;
/** The line as it is asked for: not at every letter. */
export const useAskedText = (filter: CaseFilter): string =>
  useSettled(filter.text.trim(), ASK_AFTER_MS);

/** The board under a filter: whole stages, or what was looked for in them. */
export function useBoard(filter: CaseFilter, text: string, enabled: boolean) {
  const { kind, shop, late } = filter;
  const looking = text !== "" || late;
  const board = useCall(
    "complaints.board",
    { kind, shop, limit: CARDS },
    { keepPrevious: true, enabled: enabled && !looking },
  );
  const found = useCall(
    "complaints.list",
    { kind, shop, late, text, state: "all", limit: 500 },
    { keepPrevious: true, enabled: enabled && looking },
  );
  const asked = looking ? found : board;
  return {
    error: asked.error,
    refetch: asked.refetch,
    columns: looking ? found.data && columnsOf(found.data) : board.data?.columns,
    overdue: looking
      ? (found.data?.overdue ?? 0)
      : (board.data?.columns.reduce((sum, column) => sum + column.overdue, 0) ?? 0),
  };
}
