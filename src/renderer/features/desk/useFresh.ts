import { useEffect, useRef } from "react";

/** Asks again when the list comes into sight: pastes happen while the person looks at another window. */
export function useFresh(refetch: () => unknown): void {
  const latest = useRef(refetch);
  useEffect(() => {
    latest.current = refetch;
  });
  useEffect(() => {
    const ask = (): void => {
      if (document.visibilityState === "visible") latest.current();
    };
    ask();
    window.addEventListener("focus", ask);
    document.addEventListener("visibilitychange", ask);
    return () => {
      window.removeEventListener("focus", ask);
      document.removeEventListener("visibilitychange", ask);
    };
  }, []);
}
