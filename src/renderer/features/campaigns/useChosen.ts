import { useSyncExternalStore } from "react";

/** What the address says is chosen: a set, a new one, or nothing. */
export type Chosen =
  | { readonly kind: "set"; readonly id: string }
  | { readonly kind: "new"; readonly what: "campaign" | "emergency" }
  | null;

const PATH = "/campaigns";

function subscribe(changed: () => void): () => void {
  window.addEventListener("hashchange", changed);
  return () => window.removeEventListener("hashchange", changed);
}

const search = (): string => window.location.hash.split("?")[1] ?? "";

/** The address of a set on this screen, also for links elsewhere. */
export const addressOf = (id: string): string => `#${PATH}?set=${id}`;

/** What is chosen, kept in the address: reloading and links find it again. */
export function useChosen(): [Chosen, (chosen: Chosen) => void] {
  const params = new URLSearchParams(useSyncExternalStore(subscribe, search));
  const [id, fresh] = [params.get("set"), params.get("new")];
  const chosen: Chosen =
    id !== null
      ? { kind: "set", id }
      : fresh === "campaign" || fresh === "emergency"
        ? { kind: "new", what: fresh }
        : null;
  return [
    chosen,
    (next) => {
      const asked =
        next === null ? "" : next.kind === "set" ? `?set=${next.id}` : `?new=${next.what}`;
      window.location.hash = `${PATH}${asked}`;
    },
  ];
}
