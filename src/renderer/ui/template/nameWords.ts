import { useTranslation } from "react-i18next";
import type { TemplateName } from "../../../shared/contract/templates.ts";
import type { Words } from "../../i18n/zh-CN/words.ts";

type Known = keyof Words["templates"]["names"];

/** Keys have dots, words have none: "customer.name" is customerName. */
const wordKey = (key: string): string =>
  key.replaceAll(/\.(\w)/g, (_dot, letter: string) => letter.toUpperCase());

/** What a variable or a tag is for, in words; a shop's own variable is known by its name. */
export function useNameWords(): (name: TemplateName) => string {
  const { t } = useTranslation();
  return ({ key, name }) =>
    key.startsWith("shop.own.")
      ? t("templates.shopVariable", { name: name.slice(name.indexOf(".") + 1) })
      : t(`templates.names.${wordKey(key) as Known}`);
}
