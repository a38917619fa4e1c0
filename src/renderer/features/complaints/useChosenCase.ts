import { useSyncExternalStore } from "react";
import { caseAddress, COMPLAINTS_PATH } from "../../ui/caseAddress.ts";

function subscribe(changed: () => void): () => void {
  window.addEventListener("hashchange", changed);
  return () => window.removeEventListener("hashchange", changed);
}

const search = (): string => window.location.hash.split("?")[1] ?? "";

/** Which case is open, kept in the address: reloading and links find it again. Null: the board or list. */
export function useChosenCase(): [string | null, (id: string | null) => void] {
  const id = new URLSearchParams(useSyncExternalStore(subscribe, search)).get("case");
  return [
    id,
    (next) => {
      window.location.hash = next === null ? COMPLAINTS_PATH : caseAddress(next);
    },
  ];
}
