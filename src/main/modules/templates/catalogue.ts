import type { Locale } from "../../../shared/contract/settings.ts";
import type { TemplateName } from "../../../shared/contract/templates.ts";
import type { Templates } from "./engine.ts";
import { NAMES, SHOP_ROOTS, shopKey } from "./names.ts";
import type { TemplateContext } from "./values.ts";
import { FILTERS, TAGS } from "./words.ts";

/** A customer, an agent and a shop nobody has, per language. */
const SAMPLES: Readonly<
  Record<Locale, Pick<TemplateContext, "agent" | "customer" | "clipboard"> & { shop: string }>
> = {
  "zh-CN": {
    agent: { name: "小满", number: "08" },
    customer: { name: "王小美女士", order: "2841736459120384651", note: "要发票" },
    shop: "灯饰旗舰店",
    clipboard: "YT8812345678901",
  },
  "zh-TW": {
    agent: { name: "小滿", number: "08" },
    customer: { name: "王小美女士", order: "240612QX7K2M9P", note: "要發票" },
    shop: "燈飾旗艦店",
    clipboard: "SF1234567890",
  },
  en: {
    agent: { name: "May", number: "08" },
    customer: { name: "Ms Wang", order: "2841736459120384651", note: "needs an invoice" },
    shop: "Lamp Store",
    clipboard: "YT8812345678901",
  },
};

/** Values for trying a text out; what the person has set up already is taken as it is. */
export function sampleContext(locale: Locale, real: TemplateContext): TemplateContext {
  const sample = SAMPLES[locale];
  const pick = (known: string, example: string): string => (known === "" ? example : known);
  const variables: Record<string, string> = {};
  for (const name of real.shopVariables) variables[name] = name;
  for (const [name, value] of Object.entries(real.shop.variables))
    if (value !== "") variables[name] = value;
  return {
    ...real,
    agent: {
      name: pick(real.agent.name, sample.agent.name),
      number: pick(real.agent.number, sample.agent.number),
    },
    customer: sample.customer,
    shop: { name: pick(real.shop.name, sample.shop), variables },
    clipboard: sample.clipboard,
  };
}

/** A word for people: 客户名字, customer name. */
export function labelOf(key: string, locale: Locale): string {
  const name = NAMES.find((each) => each.key === key);
  const own = key.startsWith(shopKey("")) ? key.slice(shopKey("").length) : null;
  const path = own === null ? (name?.spellings[locale] ?? key) : `${SHOP_ROOTS[locale]}.${own}`;
  return path.replaceAll(/[._]/g, locale === "en" ? " " : "");
}

/** Words of the examples, per language. */
const EXAMPLES = {
  "zh-CN": {
    size: "尺码",
    colour: "颜色",
    black: "黑",
    white: "白",
    count: "件数",
    min: "最小",
    order: "订单",
    dear: "亲",
    you: "您",
    pattern: "M月D日",
    list: "原价",
  },
  "zh-TW": {
    size: "尺寸",
    colour: "顏色",
    black: "黑",
    white: "白",
    count: "件數",
    min: "最小",
    order: "訂單",
    dear: "親愛的",
    you: "您",
    pattern: "M月D日",
    list: "原價",
  },
  en: {
    size: "size",
    colour: "colour",
    black: "black",
    white: "white",
    count: "pieces",
    min: "min",
    order: "order",
    dear: "Dear customer",
    you: "Hello",
    pattern: "MMM D",
    list: "price",
  },
} as const satisfies Readonly<Record<Locale, Readonly<Record<string, string>>>>;

interface Entry {
  readonly key: string;
  readonly group: TemplateName["group"];
  /** What a person will type over stands between these brackets. */
  readonly insert: `${string}⟦${string}⟧${string}` | `{${string}`;
}

/** What is no variable: questions, wordings, and variables put to use. */
function phrases(locale: Locale, hasPrice: boolean): Entry[] {
  const word = EXAMPLES[locale];
  const tag = (name: keyof typeof TAGS): string => TAGS[name][locale];
  const filter = (name: keyof typeof FILTERS): string => FILTERS[name][locale];
  const path = (key: string): string => NAMES.find((each) => each.key === key)!.spellings[locale];
  const customer = path("customer.name");
  const order = path("customer.order");
  const entries: Entry[] = [
    {
      key: "customer.honorific",
      group: "customer",
      insert: `{{ ${customer} | ${filter("honorific")} | ${filter("default")}: "⟦${word.dear}⟧" }}`,
    },
    { key: "time.inHours", group: "time", insert: `{{ ⟦2⟧ | ${filter("hoursLater")} }}` },
    { key: "time.inMinutes", group: "time", insert: `{{ ⟦20⟧ | ${filter("minutesLater")} }}` },
    { key: "time.inDays", group: "time", insert: `{{ ⟦3⟧ | ${filter("daysLater")} }}` },
    {
      key: "time.formatted",
      group: "time",
      insert: `{{ ${path("time.tomorrow")} | ${filter("date")}: "⟦${word.pattern}⟧" }}`,
    },
    { key: "desk.cursor", group: "desk", insert: `{% ${tag("cursor")} %}` },
    { key: "ask.input", group: "ask", insert: `{% ${tag("input")} ⟦${word.size}⟧ %}` },
    {
      key: "ask.choice",
      group: "ask",
      insert: `{% ${tag("choice")} ⟦${word.colour}⟧: "${word.black}","${word.white}" %}`,
    },
    {
      key: "ask.number",
      group: "ask",
      insert: `{% ${tag("number")} ⟦${word.count}⟧ ${word.min}:1 %}`,
    },
    {
      key: "wording.random",
      group: "wording",
      insert: `{% ${tag("random")} %}⟦${word.dear}⟧{% ${tag("or")} %}${word.you}{% ${tag("endrandom")} %}`,
    },
    {
      key: "wording.if",
      group: "wording",
      insert: `{% ${tag("if")} ${order} %}⟦${word.order} {{ ${order} }}⟧{% ${tag("endif")} %}`,
    },
  ];
  if (hasPrice)
    entries.push({
      key: "wording.price",
      group: "wording",
      insert: `{% ${tag("price")} ${word.list}:⟦399⟧ %}`,
    });
  return entries;
}

const GROUPS: readonly TemplateName["group"][] = [
  "customer",
  "agent",
  "shop",
  "time",
  "desk",
  "ask",
  "wording",
];

/** Everything the editor can insert, group by group, with what it comes to in an example. */
export function catalogue(
  templates: Templates,
  locale: Locale,
  real: TemplateContext,
): TemplateName[] {
  const context = sampleContext(locale, real);
  const variables = NAMES.map(({ key, group, spellings }) => ({
    key,
    group,
    name: spellings[locale],
    insert: `{{ ${spellings[locale]} }}`,
  }));
  const own = [...real.shopVariables].map((variable) => {
    const name = `${SHOP_ROOTS[locale]}.${variable}`;
    return { key: shopKey(variable), group: "shop" as const, name, insert: `{{ ${name} }}` };
  });
  const rest = phrases(locale, templates.hasPrice).map((entry) => ({ ...entry, name: "" }));
  const all = [...variables, ...own, ...rest];
  return GROUPS.flatMap((group) => all.filter((entry) => entry.group === group)).map((entry) => {
    const [before = "", over, after = ""] = entry.insert.split(/[⟦⟧]/);
    const insert = before + (over ?? "") + after;
    return {
      ...entry,
      insert,
      select: over === undefined ? null : [before.length, before.length + over.length],
      sample: trySample(templates, insert, context),
    };
  });
}

/** What a text comes to when every question gets its first answer; "" when it cannot be told. */
function trySample(templates: Templates, text: string, context: TemplateContext): string {
  try {
    return templates.fill(text, context, sampleAnswers(templates.fieldsOf([text], context))).text;
  } catch {
    // The price tag may want more than an example can say.
    return "";
  }
}

/** An answer to everything: the default, the first choice, the least number, the question itself. */
export function sampleAnswers(
  fields: ReturnType<Templates["fieldsOf"]>,
  given: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const answers: Record<string, string> = { ...given };
  for (const { name, kind, label, options, min, ...field } of fields) {
    if ((answers[name] ?? "") !== "") continue;
    const first = kind === "number" ? String(min ?? 1) : (options?.[0] ?? label);
    answers[name] = field.default ?? first;
  }
  return answers;
}
