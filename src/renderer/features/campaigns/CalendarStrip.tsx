import { useTranslation } from "react-i18next";
import type { CalendarLine } from "../../../shared/contract/campaigns.ts";
import type { Output } from "../../../shared/contract/index.ts";
import { lanesOf, placeOf } from "./lanes.ts";
import { duration } from "../../ui/moments.ts";
import { wallWords } from "./times.ts";

type Calendar = Output<"campaigns.calendar">;
type Gap = { readonly start: string; readonly end: string; readonly shop: string };

interface CalendarStripProps {
  readonly calendar: Calendar;
  readonly now: number;
  readonly chosen: string | null;
  readonly onOpen: (id: string) => void;
  readonly onFill: (gap: Gap) => void;
}

/** Height of one campaign on the strip, in pixels. */
const LANE = 26;

/** Days across, shops down. */
export function CalendarStrip(props: CalendarStripProps) {
  const { calendar, now } = props;
  const { t } = useTranslation();
  const { days, from, to, lines } = calendar;
  const strip = { from, to };
  const dayEnd = (at: number): number => days[at + 1]?.at ?? to;
  const weekend = (date: string): boolean =>
    [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());
  return (
    <div className="calendar">
      <div className="calendar-row calendar-days" aria-hidden>
        <span className="calendar-shop" />
        <div className="calendar-strip">
          {days.map(({ date, at }, index) => (
            <span
              key={date}
              style={placeOf({ from: at, to: dayEnd(index) }, strip)}
              data-weekend={weekend(date) || undefined}
              data-today={(at <= now && now < dayEnd(index)) || undefined}
            >
              {Number(date.slice(8))}
            </span>
          ))}
        </div>
      </div>
      {lines.map((line) => (
        <div className="calendar-row" key={line.shop}>
          <span className="calendar-shop" title={line.shop}>
            {line.shop === ""
              ? t(lines.length > 1 ? "campaigns.otherShops" : "campaigns.everyShop")
              : line.shop}
          </span>
          <Line {...props} line={line}>
            {days.map(({ date, at }, index) => (
              <i
                key={date}
                className="calendar-day"
                style={placeOf({ from: at, to: dayEnd(index) }, strip)}
                data-weekend={weekend(date) || undefined}
              />
            ))}
          </Line>
        </div>
      ))}
    </div>
  );
}

function Line({
  calendar: { from, to },
  now,
  line,
  chosen,
  onOpen,
  onFill,
  children,
}: CalendarStripProps & { line: CalendarLine; children: React.ReactNode }) {
  const { t, i18n } = useTranslation();
  const strip = { from, to };
  const lanes = lanesOf(line.campaigns);
  const rows = Math.max(1, ...[...lanes.values()].map((lane) => lane + 1));
  const window = ({ start, end }: { start: string; end: string }): string =>
    `${wallWords(start, i18n.language, { now })} – ${wallWords(end, i18n.language, { end: true, now })}`;
  return (
    <div className="calendar-strip" style={{ height: rows * LANE + 12 }}>
      {children}
      {line.gaps.map((gap) => (
        <button
          key={gap.after}
          type="button"
          className="calendar-gap"
          style={placeOf(gap, strip)}
          title={t("campaigns.calendar.fill", { window: window(gap) })}
          aria-label={t("campaigns.calendar.fill", { window: window(gap) })}
          onClick={() => onFill({ start: gap.start, end: gap.end, shop: line.shop })}
        >
          {t("campaigns.calendar.gap", { length: duration(gap.to - gap.from, i18n.language, 1) })}
        </button>
      ))}
      {line.campaigns.map((each) => (
        <button
          key={each.id}
          type="button"
          className="calendar-bar"
          data-colour={each.colour}
          data-earlier={each.earlier || undefined}
          data-later={each.later || undefined}
          data-chosen={each.id === chosen || undefined}
          style={{ ...placeOf(each, strip), top: 6 + (lanes.get(each.id) ?? 0) * LANE }}
          title={`${each.name} ${window(each)}`}
          onClick={() => onOpen(each.id)}
        >
          {each.name}
        </button>
      ))}
      {line.overlaps.map((overlap) => (
        <span
          key={overlap.ids.join()}
          className="calendar-overlap"
          style={placeOf(overlap, strip)}
          title={`${t("campaigns.calendar.overlap")} ${window(overlap)}`}
        />
      ))}
      {now >= from && now < to && (
        <span
          className="calendar-now"
          style={{ left: placeOf({ from: now, to: now }, strip).left }}
          title={t("campaigns.calendar.now")}
        />
      )}
    </div>
  );
}
