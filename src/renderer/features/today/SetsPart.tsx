import { AlertFilled } from "@ant-design/icons";
import { useTranslation } from "react-i18next";
import type { Today } from "../../../shared/contract/today.ts";
import { clockOf, dateOf, dayNumber } from "../../ui/due.ts";
import { Nothing, Part } from "./Part.tsx";
import { ITEM } from "./useItemKeys.ts";

const addressOf = (id: string): string => `#/campaigns?set=${id}`;

/** Emergencies that are on, campaigns that run, and those that open soon. */
export function SetsPart({ today }: { today: Today }) {
  const { t, i18n } = useTranslation();
  const { now, emergencies, campaigns, upcoming } = today;
  const moment = (at: number): string =>
    [
      dayNumber(at) === dayNumber(now) ? "" : dateOf(at, now, i18n.language),
      clockOf(at, i18n.language),
    ]
      .filter((part) => part !== "")
      .join(" ");
  const until = (at: number | null): string =>
    at === null ? "" : t("today.sets.until", { when: moment(at) });
  const said = (...parts: string[]): string => parts.filter((part) => part !== "").join(" · ");
  const nothing = emergencies.length + campaigns.length + upcoming.length === 0;
  return (
    <Part
      title={t("today.sets.title")}
      more={!nothing && <a href="#/campaigns">{t("today.sets.all")}</a>}
    >
      {nothing && (
        <Nothing action={<a href="#/campaigns">{t("today.sets.all")}</a>}>
          {t("today.sets.none")}
        </Nothing>
      )}
      <ul className="today-sets">
        {emergencies.map((each) => (
          <li key={each.id} data-emergency>
            <a className={ITEM} href={addressOf(each.id)}>
              <b>
                <AlertFilled aria-hidden /> {each.name}
              </b>
              <small>
                {said(
                  t("today.sets.emergency"),
                  until(each.until),
                  t("today.sets.scripts", { count: each.phrases }),
                  each.why,
                )}
              </small>
            </a>
          </li>
        ))}
        {campaigns.map((each) => (
          <li key={each.id}>
            <a className={ITEM} href={addressOf(each.id)}>
              <b>{said(each.name, ...each.phases)}</b>
              <small>
                {said(until(each.until), t("today.sets.scripts", { count: each.phrases }))}
              </small>
            </a>
          </li>
        ))}
        {upcoming.map((each) => (
          <li key={each.id}>
            <a className={ITEM} href={addressOf(each.id)}>
              <span>{each.name}</span>
              <small>{t("today.sets.opens", { when: moment(each.start) })}</small>
            </a>
          </li>
        ))}
      </ul>
    </Part>
  );
}
