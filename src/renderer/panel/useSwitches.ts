import type { CampaignStatus } from "../../shared/contract/campaigns.ts";
import { call } from "../api/client.ts";
import type { Switch } from "../ui/quick/found.ts";
import type { Note } from "../ui/quick/useChoosing.ts";
import type { Offer } from "./useOffer.ts";
import type { Say } from "./words.ts";

interface Options {
  readonly status: CampaignStatus | null;
  readonly say: Say;
  readonly tell: (note: Note | null) => void;
  readonly offer: (offer: Offer | null) => void;
  readonly failed: (error: unknown) => void;
}

/** Switches emergency sets, each as one, and offers to take it back. */
export function useSwitches({ status, say, tell, offer, failed }: Options) {
  const turn = async ({ id, name, on }: Switch): Promise<void> => {
    // Taken back it is on as it was: until when, for which shops, why.
    const before = status?.emergencies.find((each) => each.id === id);
    const { until = null, shops = null, why = "" } = before ?? {};
    const back = async (): Promise<void> => {
      offer(null);
      await call("campaigns.switch", on ? { id, on, until, shops, why } : { id, on });
      tell({ sentence: say("undone"), bad: false });
    };
    tell(null);
    try {
      await call("campaigns.switch", { id, on: !on });
      const sentence = say(on ? "turnedOff" : "turnedOn", { name });
      offer({ sentence, undo: () => void back().catch(failed) });
    } catch (error) {
      failed(error);
    }
  };

  return (set: Switch): void => void turn(set);
}
