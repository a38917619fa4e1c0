import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from "react";
import {
  CUSTOMER_LIMITS,
  type Customer,
  type CustomerFields,
  type Understood,
} from "../../../shared/contract/customers.ts";
import { PHRASE_LIMITS } from "../../../shared/contract/phrases.ts";
import { call } from "../../api/client.ts";
import { CustomerRead, RecentCustomers } from "./RecentCustomers.tsx";
import { calledShort } from "./customerWords.ts";
import { composing } from "./keys.ts";
import { readCustomer } from "./readCustomer.ts";
import { type Say, type Word } from "./words.ts";

interface CustomerFormProps {
  readonly current: Customer | null;
  /** The shop that is served. */
  readonly shop: string;
  readonly shops: readonly string[];
  readonly say: Say;
  /** Back to the list, with what was done. */
  readonly onDone: (sentence: string | null) => void;
  readonly failed: (error: unknown) => void;
}

const FIELDS: readonly (readonly [keyof CustomerFields, Word, number])[] = [
  ["name", "customerName", CUSTOMER_LIMITS.name],
  ["order", "customerOrder", CUSTOMER_LIMITS.order],
  ["shop", "shop", PHRASE_LIMITS.shop],
  ["note", "customerNote", CUSTOMER_LIMITS.note],
];

/** How many of the last customers are offered. */
const RECENT = 8;

/**
 * Who is in hand: somebody new, one of the last ones, or the one in hand with changed fields. Enter takes, arrows go
 * to the last ones, Alt+V reads the clipboard, Alt+E changes the one chosen or in hand, Alt+X puts down.
 */
export function CustomerForm(props: CustomerFormProps) {
  const { current, shop, shops, say, onDone, failed } = props;
  const fresh: CustomerFields = { name: "", order: "", shop, note: "" };
  const [fields, setFields] = useState(fresh);
  const [editing, setEditing] = useState<Customer | null>(null);
  const [read, setRead] = useState<Understood | null>(null);
  const [recent, setRecent] = useState<readonly Customer[]>([]);
  /** Place among the last ones; null: the fields count. */
  const [at, setAt] = useState<number | null>(null);
  const form = useRef<HTMLDivElement>(null);
  const nameField = useRef<HTMLInputElement>(null);
  const busy = useRef(false);

  useLayoutEffect(() => {
    nameField.current?.focus();
  }, []);
  useEffect(() => {
    let wanted = true;
    call("customers.recent", { limit: RECENT })
      .then((all) => (wanted ? setRecent(all) : undefined))
      .catch(() => undefined);
    return () => {
      wanted = false;
    };
  }, []);

  const once = async (work: () => Promise<void>): Promise<void> => {
    if (busy.current) return;
    busy.current = true;
    await work().catch(failed);
    busy.current = false;
  };

  const write = (change: Partial<CustomerFields>): void => {
    setAt(null);
    setFields({ ...fields, ...change });
  };

  const took = (customer: Customer): void =>
    onDone(say("customerTaken", { name: calledShort(customer) }));

  const take = (): Promise<void> =>
    once(async () => {
      const chosen = at === null ? undefined : recent[at];
      took(
        chosen
          ? await call("customers.choose", { id: chosen.id })
          : await call("customers.set", { ...fields, id: editing?.id ?? null }),
      );
    });

  const fromClipboard = (): Promise<void> =>
    once(async () => {
      const found = await readCustomer();
      const { name, order, note } = found;
      setRead(found);
      setEditing(null);
      setAt(null);
      setFields({ name, order, note, shop: found.shop || shop });
      nameField.current?.focus();
    });

  const edit = (customer: Customer | null | undefined): void => {
    if (!customer) return;
    const { name, order, shop: where, note } = customer;
    setFields({ name, order, shop: where, note });
    setEditing(customer);
    setRead(null);
    setAt(null);
    nameField.current?.focus();
  };

  const putDown = (): Promise<void> =>
    once(async () => {
      const before = await call("customers.clear", {});
      onDone(before ? say("customerDown", { name: calledShort(before) }) : null);
    });

  const press = (event: KeyboardEvent): void => {
    if (composing(event.nativeEvent)) return;
    const wish = wishOf(event);
    if (!wish) return;
    event.preventDefault();
    event.stopPropagation();
    if (wish === "back") onDone(null);
    else if (wish === "take") void take();
    else if (wish === "clipboard") void fromClipboard();
    else if (wish === "edit") edit(at === null ? current : recent[at]);
    else if (wish === "down") void putDown();
    else if (recent.length > 0) {
      const to = (at ?? -1) + (wish === "next" ? 1 : -1);
      setAt(to < 0 ? null : Math.min(to, recent.length - 1));
    }
  };

  const choices = [...new Set([...shops, fields.shop].filter((name) => name !== ""))];
  return (
    <div className="middle customer-form" ref={form} onKeyDown={press}>
      <div className="found" role="form" aria-label={say("customerTitle")}>
        <p className="form-head">
          {editing ? say("customerEdit", { name: calledShort(editing) }) : say("customerTitle")}
        </p>
        {FIELDS.map(([key, word, limit]) => (
          <label key={key} className={at === null ? "form-field" : "form-field aside"}>
            <span>{say(word)}</span>
            {key === "shop" && choices.length > 0 ? (
              <select value={fields.shop} onChange={(event) => write({ shop: event.target.value })}>
                <option value="">{say("noShop")}</option>
                {choices.map((name) => (
                  <option key={name}>{name}</option>
                ))}
              </select>
            ) : (
              <input
                ref={key === "name" ? nameField : undefined}
                value={fields[key]}
                maxLength={limit}
                autoComplete="off"
                spellCheck={false}
                onChange={(event) => write({ [key]: event.target.value })}
              />
            )}
          </label>
        ))}
        <CustomerRead read={read} fields={fields} say={say} onPick={write} />
        <p className="form-keys">
          <button type="button" className="take" onClick={() => void take()}>
            <kbd>Enter</kbd> {say("take")}
          </button>
          <button type="button" onClick={() => void fromClipboard()}>
            <kbd>Alt+V</kbd> {say("customerRead")}
          </button>
          {current && (
            <>
              <button type="button" onClick={() => edit(at === null ? current : recent[at])}>
                <kbd>Alt+E</kbd> {say("customerChange")}
              </button>
              <button type="button" onClick={() => void putDown()}>
                <kbd>Alt+X</kbd> {say("customerPutDown")}
              </button>
            </>
          )}
        </p>
      </div>
      <RecentCustomers
        recent={recent}
        at={at}
        current={current}
        say={say}
        onPick={(customer) =>
          void once(async () => took(await call("customers.choose", { id: customer.id })))
        }
      />
    </div>
  );
}

type FormWish = "back" | "take" | "next" | "before" | "clipboard" | "edit" | "down";

function wishOf(event: KeyboardEvent): FormWish | null {
  const { key, code, altKey, ctrlKey, metaKey, target } = event;
  if (altKey) return { KeyV: "clipboard", KeyE: "edit", KeyX: "down" }[code] as FormWish | null;
  if (key === "Escape" || ((ctrlKey || metaKey) && key.toLowerCase() === "j")) return "back";
  const inButton = target instanceof HTMLButtonElement;
  if (key === "Enter") return inButton ? null : "take";
  // In a list of shops the arrows are the list's own.
  if (target instanceof HTMLSelectElement) return null;
  if (key === "ArrowDown") return "next";
  return key === "ArrowUp" ? "before" : null;
}
