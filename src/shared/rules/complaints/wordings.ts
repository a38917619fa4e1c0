import type {
  CompensationKind,
  ComplaintKind,
  ComplaintWordingKind,
  CustomerKind,
} from "../../contract/complaintFacts.ts";
import type { Locale } from "../../contract/settings.ts";
import { wordings as en } from "./wordings/en.ts";
import { wordings as zhCN } from "./wordings/zh-CN.ts";
import { wordings as zhTW } from "./wordings/zh-TW.ts";

/** A text with {facts}; `for`: it fits this kind of complaint or of customer better than the general ones. */
export interface WordingText {
  readonly text: string;
  readonly for?: readonly (ComplaintKind | CustomerKind)[];
}

export interface ComplaintWordings {
  readonly texts: Readonly<Record<ComplaintWordingKind, readonly WordingText[]>>;
  /** How a customer without a name is addressed. */
  readonly nobody: string;
  /** A compensation as it is said to a buyer; {yuan} is the amount. */
  readonly compensations: Readonly<Record<Exclude<CompensationKind, "none">, string>>;
  /** How a time is said: {time} is 20:00, {date} the day. */
  readonly today: string;
  readonly tomorrow: string;
  readonly later: string;
  /** luxon's format of a day. */
  readonly date: string;
}

const byLocale: Readonly<Record<Locale, ComplaintWordings>> = { "zh-CN": zhCN, "zh-TW": zhTW, en };

/** The texts in a language. */
export const complaintWordings = (locale: Locale): ComplaintWordings => byLocale[locale];
