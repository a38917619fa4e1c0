import type { CampaignStatus } from "../../shared/contract/campaigns.ts";
import type { Locale } from "../../shared/contract/settings.ts";
import { momentWords } from "../ui/moments.ts";
import type { Switch } from "../ui/quick/found.ts";
import type { Say } from "./words.ts";

interface BarsProps {
  readonly status: CampaignStatus;
  readonly locale: Locale;
  readonly say: Say;
  readonly onTurn: (set: Switch) => void;
}

/** A coloured line for each emergency that is on, with its switch, and for each campaign. */
export function Bars({ status: { now, emergencies, campaigns }, locale, say, onTurn }: BarsProps) {
  if (emergencies.length + campaigns.length === 0) return null;
  return (
    <div className="bars" role="status">
      {emergencies.map(({ id, name, colour, why, since, until, shops }) => {
        const when = (at: number): string => momentWords(at, now, locale);
        const facts = [
          say("emergencySince", { when: when(since) }),
          until === null ? "" : say("campaignUntil", { when: when(until) }),
          shops.join("、"),
          why,
        ];
        return (
          <div key={id} className="bar emergency" data-colour={colour}>
            <p>
              <b>⚠ {say("emergencyOn", { name })}</b>
              <small>{facts.filter((fact) => fact !== "").join(" · ")}</small>
            </p>
            <button
              type="button"
              aria-label={`${say("turnOff")} ${name}`}
              onClick={() => onTurn({ id, name, on: true })}
            >
              {say("turnOff")}
            </button>
          </div>
        );
      })}
      {campaigns.map(({ id, name, colour, until, phases }) => (
        <div key={id} className="bar" data-colour={colour}>
          <p title={new Date(until).toLocaleString(locale)}>
            <b>{name}</b>
            <small>
              {[...phases, say("campaignUntil", { when: momentWords(until, now, locale) })].join(
                " · ",
              )}
            </small>
          </p>
        </div>
      ))}
    </div>
  );
}
