import type { CampaignStatus } from "../../shared/contract/campaigns.ts";
import type { Say } from "../ui/quick/words.ts";

interface EmergencyBarProps {
  readonly on: CampaignStatus["emergencies"];
  readonly say: Say;
}

/** A thin line while emergencies are on: which, and why. */
export function EmergencyBar({ on, say }: EmergencyBarProps) {
  if (on.length === 0) return null;
  return (
    <div className="emergencies" role="status">
      {on.map(({ id, name, colour, why }) => (
        <span key={id} data-colour={colour}>
          <b>⚠ {say("emergencyOn", { name })}</b> {why}
        </span>
      ))}
    </div>
  );
}
