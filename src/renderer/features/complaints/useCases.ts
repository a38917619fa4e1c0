import { useCall } from "../../api/hooks.ts";
import { useSettled } from "../../ui/settled.ts";
import type { CaseFilter } from "./Filters.tsx";

/** Asked once one has stopped typing for so long, milliseconds. */
const ASK_AFTER_MS = 120;

/** What the list is asked for. */
export function listFilter(filter: CaseFilter, text: string) {
  const { kind, shop, late, stage } = filter;
  const one = stage === "open" || stage === "all" ? null : stage;
  return {
    text,
    kind,
    shop,
    late,
    stage: one,
    state:
      stage === "closed"
        ? ("closed" as const)
        : stage === "all"
          ? ("all" as const)
          : ("open" as const),
  };
}

/** The line as it is asked for: not at every letter. */
export const useAskedText = (filter: CaseFilter): string =>
  useSettled(filter.text.trim(), ASK_AFTER_MS);

/** The board under a filter. */
export function useBoard(filter: CaseFilter, _text: string, enabled: boolean) {
  const { kind, shop } = filter;
  return useCall("complaints.board", { kind, shop }, { keepPrevious: true, enabled });
}
