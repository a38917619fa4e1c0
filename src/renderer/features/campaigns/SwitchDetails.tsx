import { Input, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { CAMPAIGN_LIMITS, type CampaignNow } from "../../../shared/contract/campaigns.ts";
import { isComposing } from "../../ui/keys.ts";
import type { Switching } from "./EmergencyCard.tsx";
import { ShopsField } from "./ShopsField.tsx";
import { momentWords } from "../../ui/moments.ts";

const MINUTE = 60_000;
/** How long from now one can choose, in minutes. */
const LENGTHS = [30, 60, 120, 240, 480] as const;

interface SwitchDetailsProps {
  readonly switched: NonNullable<CampaignNow["switched"]>;
  readonly now: number;
  readonly onSwitch: (how: Switching) => void;
}

/** While an emergency is on: until when, for which shops, and why. Each change takes effect at once. */
export function SwitchDetails({ switched, now, onSwitch }: SwitchDetailsProps) {
  const { t, i18n } = useTranslation();
  const { until, shops, why } = switched;
  const [words, setWords] = useState<string | null>(null);
  const change = (how: Partial<Switching>): void => onSwitch({ on: true, ...how });
  const keep = (): void => {
    if (words !== null && words.trim() !== why) change({ why: words.trim() });
    setWords(null);
  };
  const said = (at: number): string =>
    t("campaigns.bar.until", { when: momentWords(at, now, i18n.language) });
  const options = [
    { value: "open", label: t("campaigns.emergency.untilOff") },
    ...(until === null ? [] : [{ value: "kept", label: said(until) }]),
    ...LENGTHS.map((minutes) => ({
      value: String(minutes),
      label: t(minutes < 60 ? "campaigns.emergency.inMinutes" : "campaigns.emergency.inHours", {
        count: minutes < 60 ? minutes : minutes / 60,
      }),
    })),
    { value: "day", label: t("campaigns.emergency.untilMidnight") },
  ];
  const choose = (value: string): void => {
    if (value === "kept") return;
    if (value === "open") change({ until: null });
    else if (value === "day") change({ until: new Date(now).setHours(24, 0, 0, 0) });
    else change({ until: Date.now() + Number(value) * MINUTE });
  };
  return (
    <div className="emergency-details">
      <Select
        size="small"
        aria-label={t("campaigns.emergency.until")}
        value={until === null ? "open" : "kept"}
        options={options}
        onChange={choose}
      />
      <ShopsField
        size="small"
        label={t("campaigns.fields.shops")}
        value={shops}
        onChange={(next) => change({ shops: next })}
      />
      <Input
        size="small"
        aria-label={t("campaigns.emergency.why")}
        placeholder={t("campaigns.emergency.whyHint")}
        maxLength={CAMPAIGN_LIMITS.why}
        value={words ?? why}
        onChange={(event) => setWords(event.target.value)}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.key === "Enter" && !isComposing(event.nativeEvent)) keep();
        }}
      />
    </div>
  );
}
