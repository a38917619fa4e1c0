import { useTranslation } from "react-i18next";
import type { Today } from "../../../shared/contract/today.ts";

interface NumberProps {
  readonly name: string;
  readonly value: number;
  readonly href: string;
  /** What has to be known beside it. */
  readonly note?: string | undefined;
  readonly noteLate?: boolean;
  readonly late?: boolean;
}

/** The few numbers that matter in the morning; each leads to its list. */
export function Numbers({ today }: { today: Today }) {
  const { t } = useTranslation();
  const { promises, complaints, urging } = today;
  const { overdue, hour, today: later } = promises.counts;
  const caseNote =
    complaints.overdue > 0
      ? t("today.numbers.late", { count: complaints.overdue })
      : complaints.today > 0
        ? t("today.numbers.dueToday", { count: complaints.today })
        : undefined;
  return (
    <ul className="today-numbers" aria-label={t("today.numbers.title")}>
      <Figure
        name={t("today.numbers.overdue")}
        value={overdue}
        href="#/promises"
        late={overdue > 0}
      />
      <Figure
        name={t("today.numbers.due")}
        value={hour + later}
        href="#/promises"
        note={hour > 0 ? t("today.numbers.hour", { count: hour }) : undefined}
      />
      <Figure
        name={t("today.numbers.complaints")}
        value={complaints.open}
        href="#/complaints"
        note={caseNote}
        noteLate={complaints.overdue > 0}
      />
      <Figure
        name={t("today.numbers.urge")}
        value={urging.todo}
        href="#/urging"
        note={
          urging.urged > 0
            ? t("today.numbers.paid", { count: urging.urged, paid: urging.paid })
            : undefined
        }
      />
      <Figure name={t("today.numbers.done")} value={promises.doneToday} href="#/sheets" />
    </ul>
  );
}

function Figure({ name, value, href, note, noteLate = false, late = false }: NumberProps) {
  const { i18n } = useTranslation();
  return (
    <li>
      <a href={href} data-late={late || undefined}>
        <span className="today-figure">{value.toLocaleString(i18n.language)}</span>
        <span className="today-name">{name}</span>
        {note !== undefined && (
          <span className="today-note" data-late={noteLate || undefined}>
            {note}
          </span>
        )}
      </a>
    </li>
  );
}
