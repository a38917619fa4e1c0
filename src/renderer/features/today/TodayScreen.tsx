import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { ErrorState } from "../../ui/States.tsx";
import { StarterOffer } from "../../ui/StarterOffer.tsx";
import { CasesPart } from "./CasesPart.tsx";
import { ExtrasPart } from "./ExtrasPart.tsx";
import { FeaturedPart } from "./FeaturedPart.tsx";
import { Numbers } from "./Numbers.tsx";
import { PromisesPart } from "./PromisesPart.tsx";
import { SetsPart } from "./SetsPart.tsx";
import { UrgingPart } from "./UrgingPart.tsx";
import { useItemKeys } from "./useItemKeys.ts";
import { useToday } from "./useToday.ts";
import "./today.css";

/** 今日: what a day begins with. */
export function TodayScreen() {
  const { t, i18n } = useTranslation();
  const { today, error, again } = useToday();
  const place = useRef<HTMLDivElement>(null);
  useItemKeys(place);
  if (!today) return error ? <ErrorState error={error} onRetry={again} /> : null;
  const day = new Intl.DateTimeFormat(i18n.language, {
    ...{ month: "long", day: "numeric", weekday: "long", timeZone: "UTC" },
  }).format(Date.parse(`${today.day}T00:00:00Z`));
  return (
    <div className="today" ref={place}>
      <header className="today-head">
        <h1>
          <time dateTime={today.day}>{day}</time>
        </h1>
      </header>
      {today.phrases === 0 && (
        <div className="today-start">
          <StarterOffer example={t("today.firstStart")} otherwise={null} />
        </div>
      )}
      <Numbers today={today} />
      <div className="today-columns">
        <div className="today-column">
          <PromisesPart promises={today.promises} now={today.now} />
          <CasesPart complaints={today.complaints} now={today.now} />
        </div>
        <div className="today-column">
          <SetsPart today={today} />
          <FeaturedPart featured={today.featured} />
          <UrgingPart urging={today.urging} />
          <ExtrasPart extras={today.extras} />
        </div>
      </div>
    </div>
  );
}
