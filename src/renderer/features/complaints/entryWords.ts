import { useTranslation } from "react-i18next";
import type { ComplaintChanges } from "../../../shared/contract/complaintFacts.ts";
import type { TimelineEntry } from "../../../shared/contract/complaints.ts";
import { exactOf } from "../../ui/due.ts";
import { yuanWords } from "./money.ts";
import { useNames } from "./useNames.ts";

/** How one thing that happened is told. */
export interface EntryWords {
  /** What it is, in a few words. */
  readonly head: string;
  /** What was said, word for word; "" for nothing. */
  readonly text: string;
  readonly lines: readonly string[];
}

/** Tells what happened to a case in the present language. */
export function useEntryWords(): (entry: TimelineEntry) => EntryWords {
  const { t, i18n } = useTranslation();
  const names = useNames();
  const locale = i18n.language;
  const told = (head: string, text = "", lines: readonly string[] = []): EntryWords => ({
    head,
    text,
    lines: lines.filter((line) => line !== ""),
  });
  const when = (at: number): string => exactOf(at, locale);

  const valueOf = (key: keyof ComplaintChanges, changes: ComplaintChanges): string => {
    const value = changes[key];
    if (value === null || value === undefined || value === "") return "";
    if (key === "answerBy" || key === "followUpAt") return when(Number(value));
    if (key === "kind" && changes.kind) return names.kinds[changes.kind];
    if (key === "channel" && changes.channel) return names.channels[changes.channel];
    if (key === "severity" && changes.severity) return names.severities[changes.severity];
    if (key === "customerKind" && changes.customerKind)
      return names.customerKinds[changes.customerKind];
    return String(value);
  };

  return ({ event }) => {
    switch (event.kind) {
      case "opened":
        return told(t("complaints.timeline.opened"), "", [
          [
            names.channels[event.data.fields.channel],
            names.kinds[event.data.fields.kind],
            names.severities[event.data.fields.severity],
          ].join(" · "),
        ]);
      case "amended":
        return told(
          (Object.keys(event.data.changes) as (keyof ComplaintChanges)[])
            .map((key) => {
              const field = t(`complaints.fields.${key}`);
              const value = valueOf(key, event.data.changes);
              return value === ""
                ? t("complaints.timeline.amendedEmpty", { field })
                : t("complaints.timeline.amendedTo", { field, value });
            })
            .join(" · "),
        );
      case "recorded":
        return told(t(`complaints.timeline.records.${event.data.record}`), event.data.text);
      case "attached":
        return told(t("complaints.timeline.attached"), event.data.note);
      case "corrected":
        return told(t("complaints.timeline.corrected"), event.data.text);
      case "duty":
        return told(
          t(event.data.done ? "complaints.timeline.ticked" : "complaints.timeline.unticked", {
            duty: names.duties[event.data.duty],
          }),
        );
      case "advanced":
        return told(t("complaints.timeline.advanced", { stage: names.stages[event.data.to] }));
      case "back":
        return told(
          t("complaints.timeline.back", { stage: names.stages[event.data.to] }),
          event.data.reason,
        );
      case "reopened":
        return told(
          t("complaints.timeline.reopened", { stage: names.stages[event.data.to] }),
          event.data.reason,
        );
      case "proposed": {
        const { plan, compensation } = event.data;
        const amount = compensation.fen > 0 ? ` ${yuanWords(compensation.fen, locale)}` : "";
        return told(t("complaints.timeline.proposed", { measure: plan.measure }), "", [
          plan.reason && t("complaints.timeline.reason", { reason: plan.reason }),
          plan.dueAt === null ? "" : t("complaints.timeline.dueBy", { due: when(plan.dueAt) }),
          compensation.kind === "none"
            ? ""
            : t("complaints.timeline.compensation", {
                kind: `${names.compensations[compensation.kind]}${amount}`,
              }),
          compensation.note,
        ]);
      }
      case "answered":
        return told(
          t(event.data.agreed ? "complaints.timeline.agreed" : "complaints.timeline.refused"),
          event.data.note,
        );
      case "escalated":
        return told(
          t("complaints.timeline.escalated", {
            to: event.data.to || names.levels[event.data.level],
            due: when(event.data.dueAt),
          }),
          event.data.reason,
        );
      case "decided": {
        const { approved, fen, note, decidedBy } = event.data;
        return told(
          t(approved ? "complaints.timeline.approved" : "complaints.timeline.declined", {
            name: decidedBy,
          }),
          note,
          [
            approved && fen !== null
              ? t("complaints.timeline.mayGive", { amount: yuanWords(fen, locale) })
              : "",
          ],
        );
      }
      case "deadline":
        return told(
          t(event.data.met ? "complaints.timeline.met" : "complaints.timeline.moved", {
            what: names.waits[event.data.what],
            due: when(event.data.dueAt),
          }),
          event.data.note,
        );
      case "satisfied":
        return told(
          t("complaints.timeline.satisfied", { count: event.data.value }),
          event.data.note,
        );
    }
  };
}
