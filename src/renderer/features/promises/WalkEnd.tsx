import { CheckCircleFilled } from "@ant-design/icons";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import type { PromiseRow } from "../../../shared/contract/promises.ts";
import { useAct, useCall } from "../../api/hooks.ts";
import { clockOf } from "../../ui/due.ts";
import { Due } from "../../ui/Due.tsx";
import { useKeys } from "../../ui/keys.ts";
import { ExportButtons } from "./ExportButtons.tsx";
import { HandoverView } from "./HandoverView.tsx";
import type { OffShift } from "./OffShiftScreen.tsx";

/** Those handed on, by colleague. */
function byColleague(rows: readonly PromiseRow[]): [string, string[]][] {
  const found = new Map<string, string[]>();
  for (const { id, handedTo } of rows) {
    if (handedTo === null) continue;
    const ids = found.get(handedTo) ?? [];
    ids.push(id);
    found.set(handedTo, ids);
  }
  return [...found];
}

/** Everything has its place: the day in numbers, what is to be sent to colleagues, and the sheet to keep. */
export function WalkEnd({ day }: { day: OffShift }) {
  const { t, i18n } = useTranslation();
  const close = useAct("promises.closeDay");
  const closed = day.closedAt !== null;
  const numbers = [
    ["done", day.done.length],
    ["carried", day.carried.length],
    ["handed", day.handed.length],
  ] as const;
  const keep = (): void => {
    if (!close.isPending) close.mutate({});
  };
  useKeys("offShift", [{ keys: "enter", words: t("promises.offShift.keep"), run: keep }], {
    enabled: !closed,
  });

  return (
    <article className="walk-end" aria-label={t("promises.offShift.clear")}>
      <CheckCircleFilled className="walk-check" aria-hidden />
      <h2>{t(closed ? "promises.offShift.kept" : "promises.offShift.clear")}</h2>
      <p className="walk-facts">
        {day.closedAt === null
          ? t("promises.offShift.clearWords")
          : t("promises.offShift.keptWords", { time: clockOf(day.closedAt, i18n.language) })}
      </p>
      <dl className="walk-numbers">
        {numbers.map(([name, count]) => (
          <div key={name}>
            <dd>{count}</dd>
            <dt>{t(`promises.sheet.${name}`)}</dt>
          </div>
        ))}
      </dl>
      {byColleague(day.handed).map(([to, ids]) => (
        <Handed key={to} to={to} ids={ids} />
      ))}
      {day.laterTotal > 0 && (
        <details className="walk-later">
          <summary>{t("promises.offShift.later", { count: day.laterTotal })}</summary>
          <ul>
            {day.later.map((row) => (
              <li key={row.id}>
                <span>{row.text}</span>
                <Due due={row} />
              </li>
            ))}
          </ul>
        </details>
      )}
      <div className="walk-last">
        {closed ? (
          <>
            <ExportButtons day={day.day} />
            <a href="#/sheets">{t("promises.offShift.sheets")}</a>
          </>
        ) : (
          <Button type="primary" size="large" loading={close.isPending} onClick={keep}>
            {t("promises.offShift.keep")} <kbd>Enter</kbd>
          </Button>
        )}
      </div>
    </article>
  );
}

/** What goes to one colleague. */
function Handed({ to, ids }: { to: string; ids: string[] }) {
  const { data } = useCall("promises.handover", { ids });
  return data ? <HandoverView to={to} ids={ids} text={data.text} /> : null;
}
