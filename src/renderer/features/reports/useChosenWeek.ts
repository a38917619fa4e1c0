import { useSyncExternalStore } from "react";

const PATH = "/reports";

function subscribe(changed: () => void): () => void {
  window.addEventListener("hashchange", changed);
  return () => window.removeEventListener("hashchange", changed);
}

const search = (): string => window.location.hash.split("?")[1] ?? "";

/** Which week is shown, kept in the address: reloading and links find it again. Null: the present one. */
export function useChosenWeek(): [string | null, (week: string) => void] {
  const week = new URLSearchParams(useSyncExternalStore(subscribe, search)).get("week");
  const known = week !== null && /^\d{4}-W(0[1-9]|[1-4]\d|5[0-3])$/.test(week) ? week : null;
  return [known, (next) => void (window.location.hash = `${PATH}?week=${next}`)];
}
