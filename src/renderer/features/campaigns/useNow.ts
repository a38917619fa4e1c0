import { useEffect, useState } from "react";

/** How often "in 5 minutes" is looked at again, milliseconds. */
const EVERY = 15_000;

/** The time, moving on while the component is shown. In ms. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), EVERY);
    return () => clearInterval(timer);
  }, []);
  return now;
}
