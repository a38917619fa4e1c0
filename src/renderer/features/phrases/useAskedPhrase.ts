import { useEffect, useRef } from "react";

/** The phrase in the address (#/phrases?id=…), taken out of it; null when there is none. */
function takeFromAddress(): string | null {
  const [path, query = ""] = window.location.hash.split("?");
  const id = new URLSearchParams(query).get("id");
  if (id !== null) window.history.replaceState(null, "", path);
  return id;
}

/** Shows the phrase another screen leads to, once. */
export function useAskedPhrase(show: (id: string) => void): void {
  const latest = useRef(show);
  useEffect(() => {
    latest.current = show;
  });
  useEffect(() => {
    const look = (): void => {
      const id = takeFromAddress();
      if (id !== null) latest.current(id);
    };
    look();
    window.addEventListener("hashchange", look);
    return () => window.removeEventListener("hashchange", look);
  }, []);
}
