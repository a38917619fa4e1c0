import { useEffect, useState } from "react";
import type { CampaignStatus } from "../../shared/contract/campaigns.ts";
import { call } from "../api/client.ts";
import type { Switch } from "../ui/quick/found.ts";
import type { Note } from "../ui/quick/useChoosing.ts";
import type { Say } from "./words.ts";

/** How long a step can be taken back from the bar, milliseconds. */
const OFFER = 10_000;

export interface Offer {
  readonly sentence: string;
  readonly undo: () => void;
}

interface Options {
  readonly status: CampaignStatus | null;
  readonly say: Say;
  readonly tell: (note: Note | null) => void;
  readonly failed: (error: unknown) => void;
}

/** Switches emergency sets, each as one, and offers to take it back. */
export function useSwitches({ status, say, tell, failed }: Options) {
  const [offer, setOffer] = useState<Offer | null>(null);

  useEffect(() => {
    if (!offer) return;
    const timer = setTimeout(() => setOffer(null), OFFER);
    return () => clearTimeout(timer);
  }, [offer]);

  const turn = async ({ id, name, on }: Switch): Promise<void> => {
    // Taken back it is on as it was: until when, for which shops, why.
    const before = status?.emergencies.find((each) => each.id === id);
    const { until = null, shops = null, why = "" } = before ?? {};
    const back = async (): Promise<void> => {
      setOffer(null);
      await call("campaigns.switch", on ? { id, on, until, shops, why } : { id, on });
      tell({ sentence: say("undone"), bad: false });
    };
    tell(null);
    try {
      await call("campaigns.switch", { id, on: !on });
      const sentence = say(on ? "turnedOff" : "turnedOn", { name });
      setOffer({ sentence, undo: () => void back().catch(failed) });
    } catch (error) {
      failed(error);
    }
  };

  return { offer, turn: (set: Switch): void => void turn(set), dismiss: () => setOffer(null) };
}
