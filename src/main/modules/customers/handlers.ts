import type { Customer } from "../../../shared/contract/customers.ts";
import type { Emit, HandlersFor } from "../../../shared/contract/index.ts";
import { AppError } from "../../../shared/errors.ts";
import { CUSTOMER_LIMITS } from "../../../shared/contract/customers.ts";
import type { CustomerStore } from "./store.ts";
import { understandText } from "./understand.ts";

export interface CustomerSurroundings {
  readonly store: CustomerStore;
  /** The time, milliseconds since 1970. */
  readonly now: () => number;
  readonly emit: Emit;
  /** Text on the clipboard; throws an AppError where there is no desktop. */
  readonly clipboard: () => Promise<string>;
  /** Names of the person's shops. */
  readonly shops: () => readonly string[];
}

type Names =
  | "customers.current"
  | "customers.set"
  | "customers.choose"
  | "customers.clear"
  | "customers.forget"
  | "customers.recent"
  | "customers.fromText"
  | "customers.fromClipboard";

/** Answers the calls about the customer in hand. */
export function customerHandlers(around: CustomerSurroundings): HandlersFor<Names> {
  const { store, now } = around;
  const announce = <T extends Customer | null>(customer: T): T => {
    around.emit("customers.changed", store.current());
    return customer;
  };
  return {
    "customers.current": () => store.current(),
    "customers.set": ({ id, ...fields }) => announce(store.set(fields, id, now())),
    "customers.choose": ({ id }) => announce(store.choose(id, now())),
    "customers.clear": () => announce(store.clear()),
    "customers.forget": ({ id }) => {
      store.forget(id);
      announce(null);
      return {};
    },
    "customers.recent": ({ limit }) => store.recent(limit),
    "customers.fromText": ({ text }) => understandText(text, around.shops()),
    "customers.fromClipboard": async () => {
      const text = (await around.clipboard()).slice(0, CUSTOMER_LIMITS.text);
      if (text.trim() === "") throw new AppError("clipboard_no_text");
      return understandText(text, around.shops());
    },
  };
}
