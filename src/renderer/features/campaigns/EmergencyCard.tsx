import { Switch } from "antd";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CampaignNow } from "../../../shared/contract/campaigns.ts";
import { useCall } from "../../api/hooks.ts";
import { SwitchDetails } from "./SwitchDetails.tsx";
import { duration } from "../../ui/moments.ts";

/** How an emergency is to be switched; what is left out stays as it is. */
export interface Switching {
  readonly on: boolean;
  readonly until?: number | null;
  readonly shops?: string[] | null;
  readonly why?: string;
}

interface EmergencyCardProps {
  readonly set: CampaignNow;
  readonly now: number;
  /** Open beside the list. */
  readonly chosen: boolean;
  readonly busy: boolean;
  readonly onOpen: () => void;
  readonly onSwitch: (how: Switching) => void;
}

/** What is shorter is said as this, milliseconds. */
const MINUTE = 60_000;
/** As many phrases are named before all are asked for. */
const NAMED = 3;

/** One emergency: its switch, what it says, and while it is on until when, where and why. */
export function EmergencyCard({ set, now, chosen, busy, onOpen, onSwitch }: EmergencyCardProps) {
  const { t, i18n } = useTranslation();
  const titleId = useId();
  const [open, setOpen] = useState(false);
  const phrases = (useCall("campaigns.get", { id: set.id }).data?.phrases ?? []).filter(
    ({ trashedAt }) => trashedAt === null,
  );
  const { switched } = set;
  const named = phrases.slice(0, NAMED).map(({ title }) => title);
  return (
    <article
      className="emergency-card"
      data-colour={set.colour}
      data-on={switched !== null || undefined}
      data-chosen={chosen || undefined}
      aria-labelledby={titleId}
    >
      <div className="emergency-top">
        <button type="button" className="emergency-name" id={titleId} onClick={onOpen}>
          {set.name}
        </button>
        <Switch
          checked={switched !== null}
          loading={busy}
          checkedChildren={t("campaigns.emergency.isOn")}
          unCheckedChildren={t("campaigns.emergency.isOff")}
          aria-label={t(
            switched === null ? "campaigns.emergency.turnOn" : "campaigns.emergency.turnOff",
            { name: set.name },
          )}
          onChange={(on) => onSwitch({ on })}
        />
      </div>
      {set.note !== "" && <p className="emergency-note">{set.note}</p>}
      {switched && (
        <>
          <p className="emergency-since">
            {t("campaigns.bar.since", {
              length: duration(Math.max(MINUTE, now - switched.since), i18n.language),
            })}
            {switched.by !== "" && ` · ${t("campaigns.emergency.by", { name: switched.by })}`}
          </p>
          <SwitchDetails switched={switched} now={now} onSwitch={onSwitch} />
        </>
      )}
      <button
        type="button"
        className="emergency-says"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <b>{t("campaigns.emergency.phrases", { count: phrases.length })}</b>
        {!open && <span>{named.join("、")}</span>}
        <span className="emergency-more">
          {t(open ? "campaigns.emergency.less" : "campaigns.emergency.more")}
        </span>
      </button>
      {open && (
        <ul className="emergency-phrases">
          {phrases.map((phrase) => (
            <li key={phrase.id}>
              <b>{phrase.title}</b>
              <span>{phrase.body}</span>
            </li>
          ))}
          {phrases.length === 0 && <li>{t("campaigns.editor.noPhrases")}</li>}
        </ul>
      )}
    </article>
  );
}
