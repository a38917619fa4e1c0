import { useEffect, useRef } from "react";
import type { Customer, CustomerFields, Understood } from "../../../shared/contract/customers.ts";
import { calledShort } from "./customerWords.ts";
import type { Say } from "./words.ts";

interface RecentProps {
  readonly recent: readonly Customer[];
  readonly at: number | null;
  readonly current: Customer | null;
  readonly say: Say;
  readonly onPick: (customer: Customer) => void;
}

/** The customers seen last; the one in hand is marked. */
export function RecentCustomers({ recent, at, current, say, onPick }: RecentProps) {
  const list = useRef<HTMLUListElement>(null);
  // Enlarged, the form is scrolled: the one chosen is in sight.
  useEffect(() => {
    if (at !== null) list.current?.children[at]?.scrollIntoView({ block: "nearest" });
  }, [at]);
  return (
    <aside className="preview">
      <p className="preview-head">
        {say("customerRecent")} <kbd>↑↓</kbd>
      </p>
      <ul ref={list} className="recent" role="listbox" aria-label={say("customerRecent")}>
        {recent.map((each, index) => (
          <li
            key={each.id}
            role="option"
            aria-selected={index === at}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onPick(each)}
          >
            <span>
              {calledShort(each)}
              {each.id === current?.id && <small> {say("customerInHand")}</small>}
            </span>
            <small>{[each.shop, each.note].filter((part) => part !== "").join(" · ")}</small>
          </li>
        ))}
        {recent.length === 0 && <li className="hint">{say("customerNone")}</li>}
      </ul>
    </aside>
  );
}

interface ReadProps {
  readonly read: Understood | null;
  readonly fields: CustomerFields;
  readonly say: Say;
  readonly onPick: (change: Partial<CustomerFields>) => void;
}

/** What was understood of the clipboard, with what else could be meant; of one height. */
export function CustomerRead({ read, fields, say, onPick }: ReadProps) {
  if (!read) return <p className="form-read">{say("customerHint")}</p>;
  const others = [
    ...read.names.filter((name) => name !== fields.name).map((name) => ({ name })),
    ...read.orders.filter((order) => order !== fields.order).map((order) => ({ order })),
  ];
  const nothing = read.name === "" && read.order === "";
  return (
    <p className="form-read" role="status">
      {say(nothing ? "customerNotFound" : "customerFound")}
      {read.platform && <b> {say(read.platform)}</b>}
      {others.map((change) => {
        const word = "name" in change ? change.name : change.order;
        return (
          <button key={word} type="button" onClick={() => onPick(change)}>
            {word}
          </button>
        );
      })}
    </p>
  );
}
