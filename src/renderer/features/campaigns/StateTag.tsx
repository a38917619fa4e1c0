import { useTranslation } from "react-i18next";
import type { CampaignNow } from "../../../shared/contract/campaigns.ts";
import { distance } from "./times.ts";

/** How a window stands, in words: on, starts in 3 days, no date yet, ended. */
export function StateTag({ standing, now }: { standing: CampaignNow["standing"]; now: number }) {
  const { t, i18n } = useTranslation();
  const { state, at } = standing;
  const when = at === null ? "" : distance(at, now, i18n.language);
  return (
    <span
      className="state-tag"
      data-state={state}
      title={at === null ? undefined : new Date(at).toLocaleString(i18n.language)}
    >
      {state === "on" && at === null
        ? t("campaigns.states.onOpen")
        : t(`campaigns.states.${state}`, { when })}
    </span>
  );
}
