import { useEffect, useState } from "react";

/** How long a step can be taken back from the bar, milliseconds. */
const OFFERED_FOR = 10_000;

/** Something that was done, and the way back. */
export interface Offer {
  readonly sentence: string;
  readonly undo: () => void;
}

/** The way back from the last step, for a while. */
export function useOffer(): [Offer | null, (offer: Offer | null) => void] {
  const [offer, setOffer] = useState<Offer | null>(null);
  useEffect(() => {
    if (!offer) return;
    const timer = setTimeout(() => setOffer(null), OFFERED_FOR);
    return () => clearTimeout(timer);
  }, [offer]);
  return [offer, setOffer];
}
