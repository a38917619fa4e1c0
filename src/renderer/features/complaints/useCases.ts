import {
  type ComplaintKind,
  type ComplaintStage,
  complaintStage,
} from "../../../shared/contract/complaintFacts.ts";
import type { Output } from "../../../shared/contract/index.ts";
import { useCall } from "../../api/hooks.ts";
import { useSettled } from "../../ui/settled.ts";

/** What of the cases is looked at. */
export interface CaseFilter {
  readonly text: string;
  readonly kind: ComplaintKind | null;
  readonly shop: string | null;
  readonly late: boolean;
  /** Of the list: open ones, closed ones, all, or one stage. */
  readonly stage: "open" | "all" | ComplaintStage;
}
export type CaseView = "board" | "list";

/** Asked once one has stopped typing for so long, milliseconds. */
const ASK_AFTER_MS = 120;
/** Cards of one stage; the rest is in the list. */
const CARDS = 30;

export type Column = Output<"complaints.board">["columns"][number];

/** What the list is asked for. */
export function listFilter(filter: CaseFilter, text: string) {
  const { kind, shop, late, stage } = filter;
  const state: "all" | "open" = stage === "open" ? "open" : "all";
  return {
    text,
    kind,
    shop,
    late,
    state,
    stage: stage === "open" || stage === "all" ? null : stage,
  };
}

/** The line as it is asked for: not at every letter. */
export const useAskedText = (filter: CaseFilter): string =>
  useSettled(filter.text.trim(), ASK_AFTER_MS);

/** What was found, by stage; both come with what is due first at the top. */
export function columnsOf({ rows, counts, now }: Output<"complaints.list">): Column[] {
  return complaintStage.options.map((stage) => {
    const own = rows.filter((row) => row.stage === stage);
    const overdue = own.filter(({ deadline }) => deadline !== null && deadline.at < now).length;
    return { stage, total: counts[stage], overdue, cards: own.slice(0, CARDS) };
  });
}

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
