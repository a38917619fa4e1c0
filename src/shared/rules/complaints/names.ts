import type { ComplaintEventKind, RecordKind } from "../../contract/complaintEvents.ts";
import type {
  CompensationKind,
  ComplaintChannel,
  ComplaintDutyId,
  ComplaintFields,
  ComplaintKind,
  ComplaintLevel,
  ComplaintRole,
  ComplaintSeverity,
  ComplaintStage,
  ComplaintStep,
  ComplaintWaits,
  ComplaintWordingKind,
  CustomerKind,
} from "../../contract/complaintFacts.ts";
import type { Locale } from "../../contract/settings.ts";
import { names as en } from "./names/en.ts";
import { names as zhCN } from "./names/zh-CN.ts";
import { names as zhTW } from "./names/zh-TW.ts";

/** What everything in a complaint is called, on screens, on paper and in wordings. */
export interface ComplaintNames {
  readonly kinds: Readonly<Record<ComplaintKind, string>>;
  readonly channels: Readonly<Record<ComplaintChannel, string>>;
  readonly severities: Readonly<Record<ComplaintSeverity, string>>;
  readonly stages: Readonly<Record<ComplaintStage, string>>;
  readonly customerKinds: Readonly<Record<CustomerKind, string>>;
  readonly roles: Readonly<Record<ComplaintRole, string>>;
  readonly levels: Readonly<Record<ComplaintLevel, string>>;
  readonly compensations: Readonly<Record<CompensationKind, string>>;
  /** A duty as a short question to oneself, for a checklist. */
  readonly duties: Readonly<Record<ComplaintDutyId, string>>;
  readonly wordings: Readonly<Record<ComplaintWordingKind, string>>;
  readonly steps: Readonly<Record<ComplaintStep, string>>;
  /** What happened, as a line of the timeline begins. */
  readonly events: Readonly<Record<ComplaintEventKind, string>>;
  readonly records: Readonly<Record<RecordKind, string>>;
  readonly fields: Readonly<Record<ComplaintField, string>>;
  /** What a case waits for, in a word; and as it stands among the promises. */
  readonly waits: Readonly<Record<ComplaintWaits, string>>;
  readonly promises: Readonly<Record<ComplaintWaits, string>>;
  /** Headings and small words of the case on paper. */
  readonly paper: Readonly<
    Record<
      | "case"
      | "facts"
      | "plan"
      | "timeline"
      | "files"
      | "time"
      | "who"
      | "what"
      | "said"
      | "done"
      | "undone"
      | "yes"
      | "refused"
      | "waiting"
      | "approved"
      | "refusedBySuperior"
      | "file"
      | "bytes"
      | "printed"
      | "yuan",
      string
    >
  >;
}

/** What a case says of itself and what comes of it. */
export type ComplaintField =
  | keyof ComplaintFields
  | "number"
  | "stage"
  | "answeredAt"
  | "followUpAt"
  | "measure"
  | "reason"
  | "dueAt"
  | "compensation"
  | "agreed"
  | "escalation"
  | "decision"
  | "satisfaction"
  | "openedAt"
  | "closedAt";

const byLocale: Readonly<Record<Locale, ComplaintNames>> = { "zh-CN": zhCN, "zh-TW": zhTW, en };

/** The names in a language. */
export const complaintNames = (locale: Locale): ComplaintNames => byLocale[locale];
