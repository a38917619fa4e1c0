import { LeftOutlined, RightOutlined } from "@ant-design/icons";
import { Button, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CampaignNow } from "../../../shared/contract/campaigns.ts";
import { DEFAULT_ZONE } from "../../../shared/rules/validityWall.ts";
import { useCall } from "../../api/hooks.ts";
import { ErrorState } from "../../ui/States.tsx";
import { CalendarStrip } from "./CalendarStrip.tsx";
import { PlanNotes } from "./PlanNotes.tsx";
import { monthAfter, monthOf } from "./times.ts";
import "./calendar.css";

interface CalendarSectionProps {
  readonly sets: readonly CampaignNow[];
  readonly now: number;
  readonly chosen: string | null;
  readonly onOpen: (id: string) => void;
  /** A new campaign in a gap: from and until when, on the wall of the calendar's zone. */
  readonly onFill: (gap: { start: string; end: string; zone: string; shop: string }) => void;
}

const machineZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** A month as a strip of days for each shop: what is on when, what overlaps, where nothing is planned. */
export function CalendarSection({ sets, now, chosen, onOpen, onFill }: CalendarSectionProps) {
  const { t, i18n } = useTranslation();
  const zones = [...new Set([DEFAULT_ZONE, machineZone, ...sets.map((set) => set.zone)])];
  const [zone, setZone] = useState(DEFAULT_ZONE);
  const [month, setMonth] = useState(() => monthOf(now, DEFAULT_ZONE));
  const present = monthOf(now, zone);
  const calendar = useCall(
    "campaigns.calendar",
    { from: month, to: monthAfter(month, 1), zone },
    { keepPrevious: true },
  );
  const title = new Intl.DateTimeFormat(i18n.language, {
    timeZone: "UTC",
    year: "numeric",
    month: "long",
  }).format(Date.parse(`${month}T00:00:00Z`));
  const zoneWords = (name: string): string =>
    name === DEFAULT_ZONE ? t("campaigns.beijing") : name;
  return (
    <section className="campaign-section" aria-labelledby="calendar-title">
      <header className="campaign-head">
        <h2 id="calendar-title">{t("campaigns.calendar.title")}</h2>
        <Button
          size="small"
          type="text"
          icon={<LeftOutlined aria-hidden />}
          aria-label={t("campaigns.calendar.before")}
          onClick={() => setMonth(monthAfter(month, -1))}
        />
        <b className="calendar-month" aria-live="polite">
          {title}
        </b>
        <Button
          size="small"
          type="text"
          icon={<RightOutlined aria-hidden />}
          aria-label={t("campaigns.calendar.after")}
          onClick={() => setMonth(monthAfter(month, 1))}
        />
        {month !== present && (
          <Button size="small" onClick={() => setMonth(present)}>
            {t("campaigns.calendar.thisMonth")}
          </Button>
        )}
        <span className="campaign-gap" />
        {zones.length > 1 && (
          <Select
            size="small"
            aria-label={t("campaigns.fields.zone")}
            popupMatchSelectWidth={false}
            value={zone}
            options={zones.map((name) => ({ value: name, label: zoneWords(name) }))}
            onChange={setZone}
          />
        )}
      </header>
      {calendar.isError && (
        <ErrorState error={calendar.error} onRetry={() => void calendar.refetch()} />
      )}
      {calendar.isPending && <div className="calendar calendar-waiting" />}
      {calendar.data && (
        <>
          <CalendarStrip
            calendar={calendar.data}
            now={now}
            chosen={chosen}
            onOpen={onOpen}
            onFill={(gap) => onFill({ ...gap, zone })}
          />
          <PlanNotes lines={calendar.data.lines} sets={sets} />
        </>
      )}
    </section>
  );
}
