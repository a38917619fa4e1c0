import type {
  CompensationKind,
  ComplaintChannel,
  ComplaintDutyId,
  ComplaintKind,
  ComplaintLevel,
  ComplaintRole,
  ComplaintSeverity,
  ComplaintStage,
  ComplaintStep,
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
}

const byLocale: Readonly<Record<Locale, ComplaintNames>> = { "zh-CN": zhCN, "zh-TW": zhTW, en };

/** The names in a language. */
export const complaintNames = (locale: Locale): ComplaintNames => byLocale[locale];
