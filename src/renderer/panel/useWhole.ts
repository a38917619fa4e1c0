import { useCallback, useEffect, useRef, useState } from "react";
import type { Found } from "../ui/quick/found.ts";

interface Shown {
  readonly found: Found;
  readonly low: boolean;
}

/** A mouse on its way over the rows shows nothing; one that rests does, milliseconds. */
const RESTS = 250;

/** Which row is shown whole. */
export function useWhole(): [Shown | null, (shown: Shown | null) => void] {
  const [whole, setWhole] = useState<Shown | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const show = useCallback((shown: Shown | null) => {
    clearTimeout(timer.current);
    if (shown === null) setWhole(null);
    else timer.current = setTimeout(() => setWhole(shown), RESTS);
  }, []);
  return [whole, show];
}
