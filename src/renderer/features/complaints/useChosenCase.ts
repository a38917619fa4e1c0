import { useSyncExternalStore } from "react";

const PATH = "/complaints";

function subscribe(changed: () => void): () => void {
  window.addEventListener("hashchange", changed);
  return () => window.removeEventListener("hashchange", changed);
}

const search = (): string => window.location.hash.split("?")[1] ?? "";

/** The address of a case, for links. */
export const caseAddress = (id: string): string => `#${PATH}?case=${id}`;

/** Which case is open, kept in the address: reloading and links find it again. Null: the board or list. */
export function useChosenCase(): [string | null, (id: string | null) => void] {
  const id = new URLSearchParams(useSyncExternalStore(subscribe, search)).get("case");
  return [
    id,
    (next) => {
      window.location.hash = next === null ? PATH : `${PATH}?case=${next}`;
    },
  ];
}
