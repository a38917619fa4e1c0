import { useEffect, useState } from "react";
import type { CampaignStatus } from "../../../shared/contract/campaigns.ts";
import type { Customer } from "../../../shared/contract/customers.ts";
import { call, on } from "../../api/client.ts";

const keep = (): void => undefined;

/** Which sets are on; null until it is known. */
export function useCampaigns(): CampaignStatus | null {
  const [status, setStatus] = useState<CampaignStatus | null>(null);
  useEffect(() => {
    call("campaigns.status", {}).then(setStatus).catch(keep);
    return on("campaigns.changed", setStatus);
  }, []);
  return status;
}

/** Who is in hand. */
export function useCustomer(): Customer | null {
  const [customer, setCustomer] = useState<Customer | null>(null);
  useEffect(() => {
    call("customers.current", {}).then(setCustomer).catch(keep);
    return on("customers.changed", setCustomer);
  }, []);
  return customer;
}
