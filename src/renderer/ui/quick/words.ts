import type { Locale } from "../../../shared/contract/settings.ts";
import { palette as en } from "../../i18n/en/palette.ts";
import { fill } from "../../i18n/messages.ts";
import { palette as zhCN } from "../../i18n/zh-CN/palette.ts";
import { palette as zhTW } from "../../i18n/zh-TW/palette.ts";

export type Word = keyof typeof zhCN;
export type Params = Readonly<Record<string, string | number>>;
/** Gives one sentence of the palette in the person's language. */
export type Say = (word: Word, params?: Params) => string;

const WORDS: Record<Locale, Record<Word, string>> = { "zh-CN": zhCN, "zh-TW": zhTW, en };

/** A plain look-up instead of i18next: the palette has two dozen sentences and must open at once. */
export function speak(locale: Locale): Say {
  return (word, params) => fill(WORDS[locale][word], params);
}
