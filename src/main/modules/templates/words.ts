import type { Locale } from "../../../shared/contract/settings.ts";

/** A word of the template language, as each language writes it; all are understood everywhere. */
type Spelled = Readonly<Record<Locale, string>>;

/** Our tags and the few of Liquid that are kept: no loops, no assignments, no files. */
export const TAGS = {
  input: { "zh-CN": "填空", "zh-TW": "填空", en: "input" },
  choice: { "zh-CN": "选择", "zh-TW": "選擇", en: "choice" },
  number: { "zh-CN": "数字", "zh-TW": "數字", en: "number" },
  cursor: { "zh-CN": "光标", "zh-TW": "游標", en: "cursor" },
  random: { "zh-CN": "随机", "zh-TW": "隨機", en: "random" },
  or: { "zh-CN": "或", "zh-TW": "或", en: "or" },
  endrandom: { "zh-CN": "随机结束", "zh-TW": "隨機結束", en: "endrandom" },
  if: { "zh-CN": "如果", "zh-TW": "如果", en: "if" },
  elsif: { "zh-CN": "否则如果", "zh-TW": "否則如果", en: "elsif" },
  else: { "zh-CN": "否则", "zh-TW": "否則", en: "else" },
  endif: { "zh-CN": "如果结束", "zh-TW": "如果結束", en: "endif" },
  price: { "zh-CN": "到手价", "zh-TW": "到手價", en: "price" },
} as const satisfies Readonly<Record<string, Spelled>>;

export type TagName = keyof typeof TAGS;

/** Filters by what they do. */
export const FILTERS = {
  default: { "zh-CN": "默认", "zh-TW": "預設", en: "default" },
  honorific: { "zh-CN": "尊称", "zh-TW": "尊稱", en: "honorific" },
  truncate: { "zh-CN": "截断", "zh-TW": "截斷", en: "truncate" },
  random: { "zh-CN": "随机", "zh-TW": "隨機", en: "random" },
  date: { "zh-CN": "日期", "zh-TW": "日期", en: "date" },
  weekday: { "zh-CN": "星期", "zh-TW": "星期", en: "weekday" },
  hoursLater: { "zh-CN": "小时后", "zh-TW": "小時後", en: "hours_later" },
  minutesLater: { "zh-CN": "分钟后", "zh-TW": "分鐘後", en: "minutes_later" },
  daysLater: { "zh-CN": "天后", "zh-TW": "天後", en: "days_later" },
  plus: { "zh-CN": "加", "zh-TW": "加", en: "plus" },
  minus: { "zh-CN": "减", "zh-TW": "減", en: "minus" },
  times: { "zh-CN": "乘", "zh-TW": "乘", en: "times" },
  dividedBy: { "zh-CN": "除以", "zh-TW": "除以", en: "divided_by" },
  round: { "zh-CN": "保留小数", "zh-TW": "保留小數", en: "round" },
} as const satisfies Readonly<Record<string, Spelled>>;

export type FilterName = keyof typeof FILTERS;

function bySpelling<T extends string>(words: Readonly<Record<T, Spelled>>): ReadonlyMap<string, T> {
  const found = new Map<string, T>();
  for (const [name, spelled] of Object.entries(words) as [T, Spelled][])
    for (const spelling of Object.values(spelled)) found.set(spelling, name);
  return found;
}

export const TAG_BY_SPELLING = bySpelling<TagName>(TAGS);
export const FILTER_BY_SPELLING = bySpelling<FilterName>(FILTERS);

/** The language a spelling belongs to; words that Chinese shares count as simplified. */
export function localeOf(spelled: Spelled, spelling: string): Locale {
  if (spelled.en === spelling) return "en";
  return spelled["zh-CN"] === spelling ? "zh-CN" : "zh-TW";
}

/** What a filter takes: how many arguments, and of which kind. */
export const FILTER_ARGUMENTS: Readonly<
  Record<FilterName, { readonly kind: "any" | "number" | "text"; min: number; max: number }>
> = {
  default: { kind: "any", min: 1, max: 1 },
  honorific: { kind: "text", min: 0, max: 1 },
  truncate: { kind: "number", min: 1, max: 1 },
  random: { kind: "text", min: 0, max: 0 },
  date: { kind: "text", min: 0, max: 1 },
  weekday: { kind: "text", min: 0, max: 0 },
  hoursLater: { kind: "number", min: 0, max: 1 },
  minutesLater: { kind: "number", min: 0, max: 1 },
  daysLater: { kind: "number", min: 0, max: 1 },
  plus: { kind: "number", min: 1, max: 1 },
  minus: { kind: "number", min: 1, max: 1 },
  times: { kind: "number", min: 1, max: 1 },
  dividedBy: { kind: "number", min: 1, max: 1 },
  round: { kind: "number", min: 0, max: 1 },
};
