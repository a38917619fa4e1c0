import { useEffect, useState } from "react";
import type { Customer } from "../../shared/contract/customers.ts";
import { call, on, onReach } from "./client.ts";

/** The customer in hand, kept fresh: null for nobody, undefined until it is known. Needs nothing around it. */
export function useCurrentCustomer(): Customer | null | undefined {
  const [customer, setCustomer] = useState<Customer | null | undefined>(undefined);
  useEffect(() => {
    let heard = 0;
    const ask = (): void => {
      const before = heard;
      call("customers.current", {}).then(
        // What was announced meanwhile is newer.
        (current) => (heard === before ? setCustomer(current) : undefined),
        () => undefined,
      );
    };
    ask();
    const stops = [
      on("customers.changed", (current) => {
        heard += 1;
        setCustomer(current);
      }),
      onReach((answers) => (answers ? ask() : undefined)),
    ];
    return () => {
      heard = -1;
      for (const stop of stops) stop();
    };
  }, []);
  return customer;
}
