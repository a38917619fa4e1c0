import type { Locale } from "../../shared/contract/settings.ts";

type Params = Readonly<Record<string, string | number>>;

const FILES: Record<Locale, () => Promise<{ messages: Readonly<Record<string, string>> }>> = {
  "zh-CN": () => import("../../shared/messages/zh-CN.ts"),
  "zh-TW": () => import("../../shared/messages/zh-TW.ts"),
  en: () => import("../../shared/messages/en.ts"),
};

/** Puts the params in place of {{name}}; a name without a value stays as it is, so that it is noticed. */
export function fill(sentence: string, params: Params = {}): string {
  return sentence.replaceAll(/\{\{(\w+)\}\}/g, (whole, name: string) =>
    String(params[name] ?? whole),
  );
}

/**
 * A sentence of the core for pages without i18next, loaded only when one is needed. Null when this version has no such
 * code.
 */
export async function messageFor(
  locale: Locale,
  code: string,
  params: Params,
): Promise<string | null> {
  const { messages } = await FILES[locale]();
  const sentence = messages[code];
  return sentence === undefined ? null : fill(sentence, params);
}
