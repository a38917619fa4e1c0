import { createHash } from "node:crypto";
import type { EvidenceFile } from "../../../shared/contract/complaintFacts.ts";
import type { Complaint } from "../../../shared/contract/complaints.ts";
import type { Folded, Happened } from "./fold.ts";

/** What a case is found by: its own words, what was written down, and the names of files. */
export function wordsOf({ case: it }: Folded, happened: readonly Happened[]): string {
  const said = happened.flatMap(({ event }) => {
    switch (event.kind) {
      case "recorded":
      case "corrected":
        return [event.data.text];
      case "attached":
        return [event.data.file.name, event.data.note];
      case "answered":
      case "decided":
      case "deadline":
      case "satisfied":
        return [event.data.note];
      case "proposed":
        return [event.data.plan.measure, event.data.plan.reason, event.data.compensation.note];
      default:
        return [];
    }
  });
  const own = [it.number, it.title, it.customer, it.order, it.shop, it.product, it.demand];
  return [...own, it.cause, it.owner, ...said].filter((each) => each !== "").join("\n");
}

export const sumOfWords = (words: string): string =>
  createHash("sha256").update(words).digest("base64url");

/** The files of a case, each once. */
export function filesOf(happened: readonly Happened[]): EvidenceFile[] {
  const files = new Map<string, EvidenceFile>();
  for (const { event } of happened)
    if (event.kind === "attached" && !files.has(event.data.file.sha256))
      files.set(event.data.file.sha256, event.data.file);
  return [...files.values()];
}

/** What lists are chosen and ordered by. */
export const columnsOf = (it: Complaint) => ({
  id: it.id,
  number: it.number,
  kind: it.kind,
  severity: it.severity,
  stage: it.stage,
  shop: it.shop,
  customer: it.customer,
  order: it.order,
  product: it.product,
  cause: it.cause,
  owner: it.owner,
  deadlineAt: it.deadline?.at ?? null,
  answerBy: it.answerBy,
  answeredAt: it.answeredAt,
  given: it.agreed === "yes" ? (it.compensation?.fen ?? 0) : 0,
  satisfaction: it.satisfaction,
  openedAt: it.openedAt,
  changedAt: it.changedAt,
  closedAt: it.closedAt,
});
