import type { Locale } from "../../../shared/contract/settings.ts";
import type { TemplateNameGroup } from "../../../shared/contract/templates.ts";

/** A variable: its key, how it is written, and what it comes to in an example. */
export interface Name {
  readonly key: string;
  readonly group: Extract<TemplateNameGroup, "customer" | "agent" | "shop" | "time" | "desk">;
  /** As each language writes it; all of them are understood everywhere. */
  readonly spellings: Readonly<Record<Locale, string>>;
  /** Understood too, never offered. */
  readonly also: readonly string[];
}

/** Every variable there is, apart from what a shop adds, in the order they are offered. */
export const NAMES = [
  {
    key: "customer.name",
    group: "customer",
    spellings: { "zh-CN": "客户.名字", "zh-TW": "客戶.名字", en: "customer.name" },
    also: ["客户", "客戶", "customer"],
  },
  {
    key: "customer.order",
    group: "customer",
    spellings: { "zh-CN": "客户.订单号", "zh-TW": "客戶.訂單編號", en: "customer.order" },
    also: ["客戶.訂單號"],
  },
  {
    key: "customer.note",
    group: "customer",
    spellings: { "zh-CN": "客户.备注", "zh-TW": "客戶.備註", en: "customer.note" },
    also: [],
  },
  {
    key: "agent.name",
    group: "agent",
    spellings: { "zh-CN": "客服.名字", "zh-TW": "客服.名字", en: "agent.name" },
    also: ["客服", "agent"],
  },
  {
    key: "agent.number",
    group: "agent",
    spellings: { "zh-CN": "客服.工号", "zh-TW": "客服.工號", en: "agent.number" },
    also: [],
  },
  {
    key: "shop.name",
    group: "shop",
    spellings: { "zh-CN": "店铺", "zh-TW": "店鋪", en: "shop.name" },
    also: ["店铺.名字", "店鋪.名字", "shop"],
  },
  {
    key: "time.today",
    group: "time",
    spellings: { "zh-CN": "今天", "zh-TW": "今天", en: "today" },
    also: [],
  },
  {
    key: "time.tomorrow",
    group: "time",
    spellings: { "zh-CN": "明天", "zh-TW": "明天", en: "tomorrow" },
    also: [],
  },
  {
    key: "time.dayAfterTomorrow",
    group: "time",
    spellings: { "zh-CN": "后天", "zh-TW": "後天", en: "day_after_tomorrow" },
    also: [],
  },
  {
    key: "time.now",
    group: "time",
    spellings: { "zh-CN": "现在", "zh-TW": "現在", en: "now" },
    also: [],
  },
  {
    key: "time.weekday",
    group: "time",
    spellings: { "zh-CN": "星期", "zh-TW": "星期", en: "weekday" },
    also: [],
  },
  {
    key: "desk.clipboard",
    group: "desk",
    spellings: { "zh-CN": "剪贴板", "zh-TW": "剪貼簿", en: "clipboard" },
    also: [],
  },
] as const satisfies readonly Name[];

export type NameKey = (typeof NAMES)[number]["key"];

/** A spelling and the language whose wording it asks for: 后天 gives 6月5日, day_after_tomorrow June 5. */
export interface Spelling {
  readonly path: string;
  readonly key: NameKey;
  readonly locale: Locale;
}

const LOCALES: readonly Locale[] = ["zh-CN", "zh-TW", "en"];

/** Every spelling of every variable, each once. Of a word that two languages write alike, the first has it. */
export const SPELLINGS: readonly Spelling[] = (() => {
  const found = new Map<string, Spelling>();
  for (const name of NAMES)
    for (const locale of LOCALES) {
      const path = name.spellings[locale];
      if (!found.has(path)) found.set(path, { path, key: name.key, locale });
    }
  for (const name of NAMES)
    for (const path of name.also)
      found.set(path, { path, key: name.key, locale: /^[a-z]/.test(path) ? "en" : "zh-CN" });
  return [...found.values()];
})();

const byPath = new Map(SPELLINGS.map((spelling) => [spelling.path, spelling]));

/** How the shop's own variables begin, per language. */
export const SHOP_ROOTS: Readonly<Record<Locale, string>> = {
  "zh-CN": "店铺",
  "zh-TW": "店鋪",
  en: "shop",
};

/** Key of a shop's own variable. */
export const shopKey = (variable: string): string => `shop.own.${variable}`;

/** The key a path means; null when nothing has that name. @param shopVariables what any shop has defined */
export function keyOf(path: string, shopVariables: ReadonlySet<string>): string | null {
  const spelling = byPath.get(path);
  if (spelling) return spelling.key;
  for (const root of Object.values(SHOP_ROOTS))
    if (path.startsWith(`${root}.`)) {
      const variable = path.slice(root.length + 1);
      if (shopVariables.has(variable)) return shopKey(variable);
    }
  return null;
}

const HAN = /\p{Script=Han}/u;

/** Names to look for a near one among, those in the script of `like` first. */
export function knownPaths(like: string, shopVariables: Iterable<string>): string[] {
  const chinese = HAN.test(like);
  const locale: Locale = chinese ? "zh-CN" : "en";
  const own = [...shopVariables].map((variable) => `${SHOP_ROOTS[locale]}.${variable}`);
  const ours = NAMES.map((name) => name.spellings[locale]);
  const traditional = chinese ? NAMES.map((name) => name.spellings["zh-TW"]) : [];
  return [...new Set([...ours, ...own, ...traditional])];
}

/** First segments that belong to us: a field may not take them. */
export const ROOTS: ReadonlySet<string> = new Set(
  SPELLINGS.map((spelling) => spelling.path.split(".")[0] ?? ""),
);
