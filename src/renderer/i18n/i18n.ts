import { createInstance } from "i18next";
import { initReactI18next } from "react-i18next";
import type { Locale } from "../../shared/contract/settings.ts";
import type { ErrorParams } from "../../shared/errors.ts";
import { messages as messagesEn } from "../../shared/messages/en.ts";
import { messages as messagesZhCN } from "../../shared/messages/zh-CN.ts";
import { messages as messagesZhTW } from "../../shared/messages/zh-TW.ts";
import { words as en } from "./en/words.ts";
import { machineLocale } from "./locale.ts";
import { type Words, words as zhCN } from "./zh-CN/words.ts";
import { words as zhTW } from "./zh-TW/words.ts";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "words";
    resources: { words: Words };
  }
}

/** The one that every component uses. */
export const i18next = createInstance();

void i18next.use(initReactI18next).init({
  lng: machineLocale(navigator.languages),
  fallbackLng: "zh-CN",
  defaultNS: "words",
  ns: ["words", "messages"],
  // React escapes what it draws.
  interpolation: { escapeValue: false },
  resources: {
    "zh-CN": { words: zhCN, messages: messagesZhCN },
    "zh-TW": { words: zhTW, messages: messagesZhTW },
    en: { words: en, messages: messagesEn },
  },
  initAsync: false,
  react: { useSuspense: false },
});

/** Switches the language of every screen. */
export function setLocale(locale: Locale): void {
  document.documentElement.lang = locale;
  if (i18next.language !== locale) void i18next.changeLanguage(locale);
}

const untyped = i18next.t.bind(i18next) as unknown as (key: string, options: object) => string;

/** The sentence of a core message code in the present language. Unknown codes give the code itself. */
export function sentence(code: string, params: ErrorParams = {}): string {
  return untyped(code, { ns: "messages", defaultValue: code, ...params });
}
