import { useCallback, useState } from "react";
import type { Customer } from "../../shared/contract/customers.ts";
import { calledShort } from "../ui/quick/customerWords.ts";
import { PlaceMenu } from "./PlaceMenu.tsx";
import type { Say } from "./words.ts";

interface HeadProps {
  readonly shop: string;
  readonly shops: readonly string[];
  readonly customer: Customer | null;
  /** The page is in our own panel, which can be put elsewhere and hidden. */
  readonly docked: boolean;
  readonly say: Say;
  readonly onShop: (shop: string) => void;
  readonly onCustomer: () => void;
}

/** Whom and what one is working for: the shop that is served and the customer in hand. */
export function Head({ shop, shops, customer, docked, say, onShop, onCustomer }: HeadProps) {
  const [menu, setMenu] = useState(false);
  const closeMenu = useCallback(() => setMenu(false), []);
  const choices = shop && !shops.includes(shop) ? [shop, ...shops] : shops;
  return (
    <div className="head">
      <select
        className="head-shop"
        aria-label={say("shop")}
        title={say("shop")}
        value={shop}
        disabled={choices.length === 0}
        onChange={(event) => onShop(event.target.value)}
      >
        <option value="">{say("allShops")}</option>
        {choices.map((name) => (
          <option key={name}>{name}</option>
        ))}
      </select>
      <button
        type="button"
        className={customer ? "head-customer in-hand" : "head-customer"}
        title={customer ? customerTitle(customer) : say("customerPick")}
        onClick={onCustomer}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <circle cx="8" cy="5" r="3" />
          <path d="M2 14c.6-3 3-4.500 6-4.500s5.400 1.500 6 4.500" />
        </svg>
        <span>{customer ? calledShort(customer) : say("customerNobody")}</span>
      </button>
      {docked && (
        <button
          type="button"
          className="head-menu"
          aria-label={say("menu")}
          aria-expanded={menu}
          title={say("menu")}
          onClick={() => setMenu(!menu)}
        >
          ⋯
        </button>
      )}
      {menu && <PlaceMenu say={say} onDone={closeMenu} />}
    </div>
  );
}

const customerTitle = ({ name, order, shop, note }: Customer): string =>
  [name, order, shop, note].filter((part) => part !== "").join(" · ");
