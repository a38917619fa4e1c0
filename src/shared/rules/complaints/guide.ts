import type { ComplaintKind, ComplaintStep, CustomerKind } from "../../contract/complaintFacts.ts";
import type { Locale } from "../../contract/settings.ts";
import { guide as en } from "./guide/en.ts";
import { guide as zhCN } from "./guide/zh-CN.ts";
import { guide as zhTW } from "./guide/zh-TW.ts";

/** What stands beside a case: how to go about it. */
export interface ComplaintGuide {
  /** What to do in each of the seven steps, and what to leave. */
  readonly steps: Readonly<Record<ComplaintStep, { readonly do: string; readonly avoid: string }>>;
  /** How to speak to a kind of customer: how one is told, and what helps. */
  readonly customers: Readonly<
    Record<CustomerKind, { readonly sign: string; readonly help: readonly string[] }>
  >;
  /** The usual way through a kind of complaint, in its order. */
  readonly flows: Readonly<Record<ComplaintKind, readonly string[]>>;
}

const byLocale: Readonly<Record<Locale, ComplaintGuide>> = { "zh-CN": zhCN, "zh-TW": zhTW, en };

/** The guide in a language. */
export const complaintGuide = (locale: Locale): ComplaintGuide => byLocale[locale];
