import type { Locale } from "../../shared/contract/settings.ts";

/** The language the machine asks for, as one of ours. */
export function machineLocale(languages: readonly string[]): Locale {
  for (const language of languages) {
    if (/^zh\b/i.test(language)) {
      return /^zh-(hant|tw|hk|mo)\b/i.test(language) ? "zh-TW" : "zh-CN";
    }
    if (/^en\b/i.test(language)) return "en";
  }
  return "zh-CN";
}
