import type { ErrorParams } from "../errors.ts";
import { messages as en } from "../messages/en.ts";
import { type MessageCode, type Messages, messages as zhCN } from "../messages/zh-CN.ts";
import { messages as zhTW } from "../messages/zh-TW.ts";

const byLocale: Readonly<Record<string, Messages>> = { "zh-CN": zhCN, "zh-TW": zhTW, en };

/** The sentence for a code in a language, with its names filled in; an unknown code is given as it is. */
export function say(locale: string, code: string, params: ErrorParams): string {
  const sentence = (byLocale[locale] ?? zhCN)[code as MessageCode] ?? code;
  return sentence.replaceAll(/\{\{(\w+)\}\}/g, (_whole, name: string) =>
    String(params[name] ?? ""),
  );
}
