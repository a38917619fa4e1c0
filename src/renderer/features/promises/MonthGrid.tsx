import {
  CheckOutlined,
  ClockCircleOutlined,
  ExclamationCircleFilled,
  FieldTimeOutlined,
  UserSwitchOutlined,
} from "@ant-design/icons";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Output } from "../../../shared/contract/index.ts";
import { dateAfter, monthOf, weeksOf } from "./month.ts";

type CalendarDay = Output<"promises.calendar">["days"][number];

interface MonthGridProps {
  readonly month: string;
  readonly today: string;
  readonly days: readonly CalendarDay[];
  readonly chosen: string | null;
  readonly onDay: (day: string) => void;
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  ArrowUp: -7,
  ArrowDown: 7,
};

const KINDS = ["open", "carried", "handed"] as const;
type Kind = (typeof KINDS)[number];

/** What is due on a day to come is not late: it is said as due. */
const wordOf = (kind: Kind, day: string, today: string): Kind | "ahead" =>
  kind === "open" && day > today ? "ahead" : kind;

const ICONS = {
  open: <ExclamationCircleFilled aria-hidden />,
  ahead: <ClockCircleOutlined aria-hidden />,
  carried: <FieldTimeOutlined aria-hidden />,
  handed: <UserSwitchOutlined aria-hidden />,
} as const;

/** A month of days, each with what became of it: by mark and word. */
export function MonthGrid({ month, today, days, chosen, onDay }: MonthGridProps) {
  const { t, i18n } = useTranslation();
  const grid = useRef<HTMLDivElement>(null);
  const moved = useRef(false);
  const byDay = new Map(days.map((each) => [each.day, each]));
  const weeks = weeksOf(month);
  const weekday = new Intl.DateTimeFormat(i18n.language, { timeZone: "UTC", weekday: "short" });
  const full = new Intl.DateTimeFormat(i18n.language, { timeZone: "UTC", dateStyle: "full" });
  const time = (day: string): number => Date.parse(`${day}T00:00:00Z`);
  // With the arrow keys the focus goes along, also into the next month.
  useEffect(() => {
    if (!moved.current) return;
    moved.current = false;
    grid.current?.querySelector<HTMLElement>("[aria-selected=true]")?.focus();
  });
  const words = (own: CalendarDay): string[] => [
    ...(own.clear ? [t("promises.calendar.clear")] : []),
    ...KINDS.flatMap((kind) =>
      own[kind] > 0
        ? [t(`promises.calendar.${wordOf(kind, own.day, today)}`, { count: own[kind] })]
        : [],
    ),
  ];
  const pressed = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    if (step === undefined || chosen === null) return;
    event.preventDefault();
    moved.current = true;
    onDay(dateAfter(chosen, step));
  };
  const inMonth = chosen !== null && monthOf(chosen) === month;
  return (
    <div ref={grid} className="month" role="grid" aria-label={t("promises.calendar.title")}>
      <div className="month-week month-names" role="row">
        {weeks[0]?.map((day) => (
          <span key={day} role="columnheader">
            {weekday.format(time(day))}
          </span>
        ))}
      </div>
      {weeks.map((week) => (
        <div key={week[0]} className="month-week" role="row">
          {week.map((day) => {
            const own = byDay.get(day);
            return (
              <button
                key={day}
                type="button"
                role="gridcell"
                className="month-day"
                data-other={monthOf(day) !== month || undefined}
                data-today={day === today || undefined}
                data-clear={own?.clear || undefined}
                data-open={(own && own.open > 0) || undefined}
                aria-selected={day === chosen}
                aria-current={day === today ? "date" : undefined}
                tabIndex={day === chosen || (!inMonth && day === `${month}-01`) ? 0 : -1}
                aria-label={[full.format(time(day)), ...(own ? words(own) : [])].join(" ")}
                onClick={() => onDay(day)}
                onKeyDown={pressed}
              >
                <b>{Number(day.slice(8))}</b>
                {own && <Marks day={own} today={today} />}
              </button>
            );
          })}
        </div>
      ))}
    </div>
  );
}

/** What became of a day. */
function Marks({ day, today }: { day: CalendarDay; today: string }) {
  const { t } = useTranslation();
  return (
    <span className="month-marks">
      {day.clear && (
        <span data-kind="clear">
          <CheckOutlined aria-hidden /> {t("promises.calendar.clear")}
        </span>
      )}
      {KINDS.map(
        (kind) =>
          day[kind] > 0 && (
            <span key={kind} data-kind={wordOf(kind, day.day, today)}>
              {ICONS[wordOf(kind, day.day, today)]}{" "}
              {t(`promises.calendar.${wordOf(kind, day.day, today)}`, { count: day[kind] })}
            </span>
          ),
      )}
    </span>
  );
}
