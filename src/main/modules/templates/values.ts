import { DateTime } from "luxon";
import { Drop } from "liquidjs";
import type { Locale } from "../../../shared/contract/settings.ts";
import type { TemplateAnswers } from "../../../shared/contract/templates.ts";
import { type Moment, sayMoment, weekday } from "./moments.ts";
import { type NameKey, SHOP_ROOTS, shopKey, SPELLINGS } from "./names.ts";

/** Everything a text may be filled in with. "" is: not known. */
export interface TemplateContext {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** IANA time zone; the machine's own when left out. */
  readonly zone?: string;
  readonly agent: { readonly name: string; readonly number: string };
  readonly customer: { readonly name: string; readonly order: string; readonly note: string };
  readonly shop: { readonly name: string; readonly variables: Readonly<Record<string, string>> };
  /** Names of variables of any shop. */
  readonly shopVariables: ReadonlySet<string>;
  readonly clipboard: string;
}

/** A known variable without a value. False in a condition; `default` takes its place; put out, the text is not whole. */
export class Missing extends Drop {
  readonly #key: string;
  constructor(key: string) {
    super();
    this.#key = key;
  }
  key(): string {
    return this.#key;
  }
  override valueOf(): null {
    return null;
  }
}

/** A day or a time, said when it is put out. */
export class Time extends Drop {
  readonly #moment: Moment;
  constructor(moment: Moment) {
    super();
    this.#moment = moment;
  }
  moment(): Moment {
    return this.#moment;
  }
  override valueOf(): string {
    return sayMoment(this.#moment);
  }
}

type Value = string | Missing | Time;

/** 客户, of which 客户.名字 is a part; alone it stands for its first part. */
export class Group extends Drop {
  readonly #self: Value;
  constructor(self: Value, parts: ReadonlyMap<string, Value>) {
    super();
    this.#self = self;
    for (const [name, value] of parts)
      if (name !== "valueOf") Object.defineProperty(this, name, { value, enumerable: true });
  }
  self(): Value {
    return this.#self;
  }
  override valueOf(): string | null {
    return this.#self instanceof Drop ? this.#self.valueOf() : this.#self;
  }
}

/** A value as filters take it: groups are their first part. */
export const unwrap = (value: unknown): unknown => (value instanceof Group ? value.self() : value);

/** The value of every key; a value a person has given for a missing one counts. */
function valueFor(
  key: NameKey,
  locale: Locale,
  context: TemplateContext,
  answers: TemplateAnswers,
): Value {
  const zone = context.zone === undefined ? {} : { zone: context.zone };
  const now = DateTime.fromMillis(context.now, zone);
  const day = (days: number): Time =>
    new Time({ at: now.plus({ days }), now, precision: "day", locale });
  const text = (known: string): Value => {
    const value = known.trim() === "" ? (answers[key] ?? "") : known;
    return value.trim() === "" ? new Missing(key) : value.trim();
  };
  switch (key) {
    case "customer.name":
      return text(context.customer.name);
    case "customer.order":
      return text(context.customer.order);
    case "customer.note":
      return text(context.customer.note);
    case "agent.name":
      return text(context.agent.name);
    case "agent.number":
      return text(context.agent.number);
    case "shop.name":
      return text(context.shop.name);
    case "time.today":
      return day(0);
    case "time.tomorrow":
      return day(1);
    case "time.dayAfterTomorrow":
      return day(2);
    case "time.now":
      return new Time({ at: now, now, precision: "minute", locale });
    case "time.weekday":
      return weekday({ at: now, now, precision: "day", locale });
    case "desk.clipboard":
      return text(context.clipboard);
  }
}

/** A shop's own variables under each of its roots. */
function shopParts(context: TemplateContext, answers: TemplateAnswers): Map<string, Value> {
  const parts = new Map<string, Value>();
  const own = context.shop.variables;
  for (const name of new Set([...context.shopVariables, ...Object.keys(own)])) {
    const key = shopKey(name);
    const known = Object.hasOwn(own, name) ? (own[name] ?? "") : "";
    const value = known.trim() === "" ? (answers[key] ?? "") : known;
    parts.set(name, value.trim() === "" ? new Missing(key) : value.trim());
  }
  return parts;
}

/**
 * What Liquid finds every name in.
 * @param asked answers of the fields, by name
 */
export function buildScope(
  context: TemplateContext,
  answers: TemplateAnswers,
  asked: Readonly<Record<string, string | number | null | Missing>>,
): Record<string, unknown> {
  const alone = new Map<string, Value>();
  const parts = new Map<string, Map<string, Value>>();
  for (const { path, key, locale } of SPELLINGS) {
    const value = valueFor(key, locale, context, answers);
    const [root = "", part] = path.split(".");
    if (part === undefined) alone.set(root, value);
    else parts.set(root, (parts.get(root) ?? new Map<string, Value>()).set(part, value));
  }
  const shop = shopParts(context, answers);
  for (const root of Object.values(SHOP_ROOTS))
    parts.set(root, new Map([...shop, ...(parts.get(root) ?? [])]));
  const scope: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  for (const [name, value] of Object.entries(asked)) scope[name] = value;
  for (const [root, value] of alone) scope[root] = value;
  for (const [root, named] of parts) {
    const self = alone.get(root) ?? [...named.values()][0];
    if (self !== undefined) scope[root] = new Group(self, named);
  }
  return scope;
}
