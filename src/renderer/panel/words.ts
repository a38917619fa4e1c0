import type { Locale } from "../../shared/contract/settings.ts";
import { panel as en } from "../i18n/en/panel.ts";
import { panel as zhCN } from "../i18n/zh-CN/panel.ts";
import { panel as zhTW } from "../i18n/zh-TW/panel.ts";
import { fill } from "../i18n/messages.ts";
import { type Params, type Word as Shared, speak } from "../ui/quick/words.ts";

type Own = keyof typeof zhCN;
export type Word = Own | Shared;
/** Gives one sentence of the panel, or of what it shares with the palette, in the person's language. */
export type Say = (word: Word, params?: Params) => string;

const WORDS: Record<Locale, Record<Own, string>> = { "zh-CN": zhCN, "zh-TW": zhTW, en };

export function speakPanel(locale: Locale): Say {
  const own = WORDS[locale];
  const shared = speak(locale);
  return (word, params) =>
    Object.hasOwn(own, word) ? fill(own[word as Own], params) : shared(word as Shared, params);
}
