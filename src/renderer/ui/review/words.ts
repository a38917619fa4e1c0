import type { Locale } from "../../../shared/contract/settings.ts";
import { review as en } from "../../i18n/en/review.ts";
import { review as zhCN } from "../../i18n/zh-CN/review.ts";
import { fill, messageFor } from "../../i18n/messages.ts";
import { review as zhTW } from "../../i18n/zh-TW/review.ts";

export type ReviewWord = keyof typeof zhCN;
type Params = Readonly<Record<string, string | number>>;
export type SayReview = (word: ReviewWord, params?: Params) => string;

const WORDS: Record<Locale, Record<ReviewWord, string>> = { "zh-CN": zhCN, "zh-TW": zhTW, en };

/** A plain look-up: the palette shows this too and must open at once. */
export const speakReview =
  (locale: Locale): SayReview =>
  (word, params = {}) =>
    fill(WORDS[locale][word], params);

/** A sentence of the core, loaded only when one is needed; an unknown code is given as it is. */
export const sentenceFor = async (locale: Locale, code: string, params: Params): Promise<string> =>
  (await messageFor(locale, code, params)) ?? code;
