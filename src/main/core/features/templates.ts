import { textsOf } from "../../../shared/rules/texts.ts";
import { randomUUID } from "node:crypto";
import type { TemplateAnswers } from "../../../shared/contract/templates.ts";
import { localDay } from "../../modules/customers/rules.ts";
import { createTemplates } from "../../modules/templates/engine.ts";
import type { Touched } from "../../modules/phrases/handlers.ts";
import { createBrokenKeeper } from "../../modules/templates/brokenKeeper.ts";
import { problemsOf, templateHandlers } from "../../modules/templates/handlers.ts";
import { createPrepare, type Session } from "../../modules/templates/prepare.ts";
import { SHOP } from "../../modules/shops/store.ts";
import type { PriceFunction } from "../../modules/templates/run.ts";
import type { TemplateContext } from "../../modules/templates/values.ts";
import type { Foundation } from "../foundation.ts";
import type { CustomersFeature } from "./customers.ts";
import type { LibraryFeature } from "./library.ts";
import type { ShopsFeature } from "./shops.ts";

interface Needs {
  readonly library: Pick<LibraryFeature, "store">;
  readonly customers: CustomersFeature;
  readonly shops: ShopsFeature;
  /** What `{% 到手价 … %}` calculates with; null: there is no such tag. */
  readonly price: PriceFunction | null;
}

/** As much of the clipboard as a phrase may take in, UTF-16 units. */
const CLIPBOARD = 2_000;

const zoneOffset = (at: number): number => new Date(at).getTimezoneOffset();

export type TemplatesFeature = ReturnType<typeof templatesFeature>;

/** Phrases filled in for the customer in hand, the agent and the shop. */
export function templatesFeature(base: Foundation, needs: Needs) {
  const { library, customers, shops, price } = needs;
  const { settings } = base.ports;
  const templates = createTemplates({ price });

  /**
   * The shop that is served: the customer's counts before the one chosen to be served, and that before the phrase's,
   * which says only for whom it was written. What is filled in and what statistics count is the same shop.
   */
  const servedShop = (phraseShop: string): string =>
    customers.store.current()?.shop || settings.get().shop || phraseShop;

  function contextNow(now: number, phraseShop = ""): TemplateContext {
    const { agentName, agentNumber } = settings.get();
    const customer = customers.store.current();
    const served = servedShop(phraseShop);
    return {
      now,
      agent: { name: agentName, number: agentNumber },
      customer: {
        name: customer?.name ?? "",
        order: customer?.order ?? "",
        note: customer?.note ?? "",
      },
      shop: { name: served, variables: shops.store.valuesOf(served) },
      shopVariables: shops.store.variableNames(),
      clipboard: "",
    };
  }

  async function clipboardText(): Promise<string> {
    try {
      return (await customers.clipboard()).slice(0, CLIPBOARD);
    } catch {
      // Without a desktop, or with a clipboard that does not answer, the form asks for it.
      return "";
    }
  }

  /**
   * Values given in a form for the customer and the agent are kept where they are looked for the next time.
   * Gives the customer they were kept with; null: with nobody.
   */
  function keepValues(values: TemplateAnswers, inHand: string | null): string | null {
    let kept: string | null = null;
    const name = values["customer.name"];
    const order = values["customer.order"];
    const note = values["customer.note"];
    const current = customers.store.current();
    const given = { name, order, note };
    const known = current ?? { name: "", order: "", shop: settings.get().shop, note: "" };
    const told = Object.values(given).some((value) => value !== undefined);
    const nameable = (name ?? known.name) !== "" || (order ?? known.order) !== "";
    // Somebody else may be in hand by now.
    if (told && nameable && (current?.id ?? null) === inHand) {
      const fields = {
        name: name ?? known.name,
        order: order ?? known.order,
        shop: known.shop,
        note: note ?? known.note,
      };
      const saved = customers.store.set(fields, inHand, base.now());
      base.emit("customers.changed", saved);
      kept = saved.id;
    }
    const agent = {
      ...(values["agent.name"] === undefined
        ? {}
        : { agentName: values["agent.name"].slice(0, 40) }),
      ...(values["agent.number"] === undefined
        ? {}
        : { agentNumber: values["agent.number"].slice(0, 40) }),
    };
    if (Object.keys(agent).length > 0) base.emit("settings.changed", settings.set(agent));
    return kept;
  }

  function begin(phraseId: string, now: number): Session {
    const customer = customers.store.current()?.id ?? null;
    const day = localDay(now, zoneOffset);
    return {
      async context(uses) {
        const phraseShop = library.store.find(phraseId)?.shop ?? "";
        const context = contextNow(now, phraseShop);
        return uses.has("desk.clipboard")
          ? { ...context, clipboard: await clipboardText() }
          : context;
      },
      answers: () => (customer === null ? {} : customers.memory.answers(customer, day)),
      choices: () => customers.memory.choices(customer, phraseId),
      remember: ({ at, answers, values, choices }) =>
        base.later.write(() =>
          base.withoutWaiting(() => {
            const kept = keepValues(values, customer);
            const own = Object.entries(values).filter(([key]) => key.startsWith("shop."));
            customers.memory.remember(kept ?? customer, {
              phraseId,
              at,
              day,
              answers: { ...answers, ...Object.fromEntries(own) },
              choices,
            });
          }),
        ),
    };
  }

  const broken = createBrokenKeeper({
    candidates: library.store.withBraces,
    texts(id) {
      const phrase = library.store.find(id);
      return phrase && phrase.trashedAt === null ? textsOf(phrase) : null;
    },
    problems: (texts) => problemsOf(templates, texts, shops.store.variableNames()),
  });

  const prepareTexts = createPrepare({
    templates,
    locale: () => settings.get().locale ?? "zh-CN",
    begin,
    salt: randomUUID(),
  });

  return {
    servedShop,
    templates,
    prepareTexts,
    /** When this phrase went to the customer in hand within the last ten minutes; null: it did not. */
    repeats(phraseId: string, now: number): number | null {
      const customer = customers.store.current();
      return customer ? customers.memory.repeats(customer.id, phraseId, now) : null;
    },
    /** After every change of the library: only what it touched is checked again. */
    follow(touched: Touched): void {
      if (touched === "nothing") return;
      const { history } = library.store;
      // Variables of shops are known everywhere.
      if (touched === "everything" || history.touched(touched.step, SHOP).length > 0)
        broken.restart();
      else broken.changed(history.touched(touched.step, "phrase"));
    },
    handlers: templateHandlers({ templates, context: () => contextNow(base.now()), broken }),
  };
}
