import {
  type ComplaintKind,
  type ComplaintStage,
  complaintStage,
} from "../../../shared/contract/complaintFacts.ts";
import type { Output } from "../../../shared/contract/index.ts";

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

/** Cards of one stage; the rest is in the list. */
export const CARDS = 30;

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

/** What was found, by stage; both come with what is due first at the top. */
export function columnsOf({ rows, counts, now }: Output<"complaints.list">): Column[] {
  return complaintStage.options.map((stage) => {
    const own = rows.filter((row) => row.stage === stage);
    const overdue = own.filter(({ deadline }) => deadline !== null && deadline.at < now).length;
    return { stage, total: counts[stage], overdue, cards: own.slice(0, CARDS) };
  });
}
