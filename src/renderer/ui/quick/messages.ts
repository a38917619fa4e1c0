import type { Locale } from "../../../shared/contract/settings.ts";
import { type Params, fill } from "./words.ts";

const FILES: Record<Locale, () => Promise<{ messages: Readonly<Record<string, string>> }>> = {
  "zh-CN": () => import("../../../shared/messages/zh-CN.ts"),
  "zh-TW": () => import("../../../shared/messages/zh-TW.ts"),
  en: () => import("../../../shared/messages/en.ts"),
};

/** A sentence of the core, loaded only when one is needed. Null when this version has no such code. */
export async function messageFor(
  locale: Locale,
  code: string,
  params: Params,
): Promise<string | null> {
  const { messages } = await FILES[locale]();
  const sentence = messages[code];
  return sentence === undefined ? null : fill(sentence, params);
}
