import { useSyncExternalStore } from "react";

/** The screen is in the address after "#", so that reloading and both shells keep it. */
function subscribe(changed: () => void): () => void {
  window.addEventListener("hashchange", changed);
  return () => window.removeEventListener("hashchange", changed);
}

const currentPath = (): string => window.location.hash.slice(1).split("?")[0] || "/today";

/** The path of the screen shown, such as "/phrases"; a day begins with "/today". */
export function usePath(): string {
  return useSyncExternalStore(subscribe, currentPath);
}

/** Shows another screen. */
export function goTo(path: string): void {
  window.location.hash = path;
}
