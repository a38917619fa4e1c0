import { useEffect, useRef } from "react";

/** What the address asks for (#/promises?id=… or ?new), taken out of it. */
function takeFromAddress(): { id: string | null; fresh: boolean } {
  const [path, query = ""] = window.location.hash.split("?");
  const asked = new URLSearchParams(query);
  if (query !== "") window.history.replaceState(null, "", path);
  return { id: asked.get("id"), fresh: asked.has("new") };
}

/** Shows the promise another screen leads to, or begins a new one; each once. */
export function useAsked(show: (id: string) => void, write: () => void): void {
  const latest = useRef({ show, write });
  useEffect(() => {
    latest.current = { show, write };
  });
  useEffect(() => {
    const look = (): void => {
      const { id, fresh } = takeFromAddress();
      if (id !== null) latest.current.show(id);
      else if (fresh) latest.current.write();
    };
    look();
    window.addEventListener("hashchange", look);
    return () => window.removeEventListener("hashchange", look);
  }, []);
}
