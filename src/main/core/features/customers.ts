import { AppError } from "../../../shared/errors.ts";
import { customerHandlers } from "../../modules/customers/handlers.ts";
import { createCustomerMemory } from "../../modules/customers/memoryStore.ts";
import { createCustomerStore } from "../../modules/customers/store.ts";
import type { Foundation } from "../foundation.ts";

/** How often it is looked whether somebody was not seen for long enough to be forgotten, milliseconds. */
const PRUNE_EVERY = 6 * 60 * 60 * 1_000;
/** The first time waits until the start is over, milliseconds. */
const PRUNE_AFTER = 20_000;

interface Needs {
  /** Names of the person's shops. */
  readonly shops: () => readonly string[];
}

export type CustomersFeature = ReturnType<typeof customersFeature>;

/** The customer in hand, and what is remembered of customers for as long as the settings say. */
export function customersFeature(base: Foundation, needs: Needs) {
  const { desktop, noDesktopBecause, settings } = base.ports;
  const store = createCustomerStore(base.database);
  const memory = createCustomerMemory(base.database);

  /** @throws AppError why there is no desktop */
  async function clipboard(): Promise<string> {
    if (!desktop) throw new AppError(noDesktopBecause ?? "no_display");
    return desktop.clipboard.readText();
  }

  const prune = (): void =>
    base.later.write(() => {
      const before = store.current()?.id;
      base.withoutWaiting(() => store.prune(base.now(), settings.get().customerDays));
      const now = store.current();
      if (now?.id !== before && base.isOpen()) base.emit("customers.changed", now);
    });
  const timers = [setInterval(prune, PRUNE_EVERY).unref(), setTimeout(prune, PRUNE_AFTER).unref()];

  return {
    store,
    memory,
    clipboard,
    prune,
    /** A shop has another name since. */
    shopRenamed: (before: string, after: string): void =>
      base.later.write(() => base.withoutWaiting(() => store.renameShop(before, after))),
    handlers: customerHandlers({
      store,
      now: base.now,
      emit: base.emit,
      clipboard,
      shops: needs.shops,
    }),
    close: (): void => {
      for (const timer of timers) clearTimeout(timer);
    },
  };
}
