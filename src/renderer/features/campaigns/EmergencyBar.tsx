import { AlertFilled } from "@ant-design/icons";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { useAct, useCall } from "../../api/hooks.ts";
import { duration, momentWords } from "../../ui/moments.ts";
import { addressOf } from "./useChosen.ts";
import { useNow } from "./useNow.ts";
import "./bar.css";

/** What is shorter is said as this, milliseconds. */
const MINUTE = 60_000;

/** A coloured line for every emergency that is on, over all screens: what, since when, and how to end it. */
export function EmergencyBar() {
  const { t, i18n } = useTranslation();
  const now = useNow();
  const status = useCall("campaigns.status", {});
  const turn = useAct("campaigns.switch");
  const on = status.data?.emergencies ?? [];
  return (
    <div className="emergency-bars" role="status" aria-live="polite">
      {on.map((each) => (
        <div key={each.id} className="emergency-bar" data-colour={each.colour}>
          <AlertFilled aria-hidden />
          <b>{t("campaigns.bar.on", { name: each.name })}</b>
          <span className="emergency-bar-words">
            {[
              t("campaigns.bar.since", {
                length: duration(Math.max(MINUTE, now - each.since), i18n.language),
              }),
              each.until === null
                ? ""
                : t("campaigns.bar.until", { when: momentWords(each.until, now, i18n.language) }),
              each.shops.join("、"),
              each.why,
            ]
              .filter((part) => part !== "")
              .join(" · ")}
          </span>
          <a href={addressOf(each.id)}>{t("campaigns.bar.phrases", { count: each.phrases })}</a>
          <Button
            size="small"
            aria-label={t("campaigns.emergency.turnOff", { name: each.name })}
            loading={turn.isPending && turn.variables?.id === each.id}
            onClick={() => turn.mutate({ id: each.id, on: false })}
          >
            {t("campaigns.emergency.off")}
          </Button>
        </div>
      ))}
    </div>
  );
}
