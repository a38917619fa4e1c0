import type { Locale } from "../../../shared/contract/settings.ts";
import { review as en } from "../../i18n/en/review.ts";
import { review as zhCN } from "../../i18n/zh-CN/review.ts";
import { review as zhTW } from "../../i18n/zh-TW/review.ts";

export type ReviewWord = keyof typeof zhCN;
type Params = Readonly<Record<string, string | number>>;
export type SayReview = (word: ReviewWord, params?: Params) => string;

const WORDS: Record<Locale, Record<ReviewWord, string>> = { "zh-CN": zhCN, "zh-TW": zhTW, en };

/** A plain look-up: the palette shows this too and must open at once. */
export const speakReview =
  (locale: Locale): SayReview =>
  (word, params = {}) =>
    WORDS[locale][word].replaceAll(/\{\{(\w+)\}\}/g, (whole, name: string) =>
      String(params[name] ?? whole),
    );

const FILES: Record<Locale, () => Promise<{ messages: Readonly<Record<string, string>> }>> = {
  "zh-CN": () => import("../../../shared/messages/zh-CN.ts"),
  "zh-TW": () => import("../../../shared/messages/zh-TW.ts"),
  en: () => import("../../../shared/messages/en.ts"),
};

/** A sentence of the core, loaded only when one is needed; an unknown code is given as it is. */
export async function sentenceFor(locale: Locale, code: string, params: Params): Promise<string> {
  const { messages } = await FILES[locale]();
  return (messages[code] ?? code).replaceAll(/\{\{(\w+)\}\}/g, (whole, name: string) =>
    String(params[name] ?? whole),
  );
}
