import { Segmented } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { UrgingDay } from "../../../shared/contract/urging.ts";
import { useCall } from "../../api/hooks.ts";
import { EmptyState, ErrorState } from "../../ui/States.tsx";
import { useStored } from "../../ui/stored.ts";
import { Time } from "../../ui/Time.tsx";
import { money } from "./money.ts";

const STRETCHES = [7, 30, 90] as const;
type Days = (typeof STRETCHES)[number];

/** What was urged, what of it was paid afterwards, day by day and order by order. */
export function LogView({ parts }: { parts: ReactNode }) {
  const { t } = useTranslation();
  const [days, setDays] = useStored<Days>("urging.days", 7);
  const figures = useCall("urging.figures", { days }, { keepPrevious: true });
  const log = useCall("urging.log", { days }, { keepPrevious: true });
  if (figures.isError)
    return <ErrorState error={figures.error} onRetry={() => void figures.refetch()} />;
  const each = figures.data ?? [];
  const sum = (key: "listed" | "urged" | "paid" | "amount"): number =>
    each.reduce((total, day) => total + day[key], 0);
  return (
    <>
      <div className="urging-parts">{parts}</div>
      <div className="urging-log">
        <Segmented<Days>
          aria-label={t("urging.log.stretch")}
          value={days}
          options={STRETCHES.map((value) => ({
            value,
            label: t("urging.log.days", { count: value }),
          }))}
          onChange={setDays}
        />
        <dl className="urging-numbers">
          <Figure name={t("urging.log.urged")} value={String(sum("urged"))} />
          <Figure name={t("urging.log.paid")} value={String(sum("paid"))} />
          <Figure name={t("urging.log.rate")} value={rateOf(sum("paid"), sum("urged"))} />
          <Figure name={t("urging.log.amount")} value={money(sum("amount"))} />
        </dl>
        {log.data && log.data.total === 0 ? (
          <EmptyState sentence={t("urging.log.none")} example={t("urging.log.noneExample")} />
        ) : (
          <>
            <DayTable days={each.filter(({ urged, listed }) => urged + listed > 0).toReversed()} />
            <h3>{t("urging.log.list")}</h3>
            <table className="urging-table">
              <thead>
                <tr>
                  <th>{t("urging.log.time")}</th>
                  <th>{t("urging.buyer")}</th>
                  <th>{t("urging.order")}</th>
                  <th>{t("urging.reason.label")}</th>
                  <th>{t("urging.log.script")}</th>
                  <th>{t("urging.log.result")}</th>
                </tr>
              </thead>
              <tbody>
                {log.data?.rows.map(({ order, buyer, urge, result, paidAt }) => (
                  <tr key={urge.event}>
                    <td>
                      <Time at={urge.at} />
                    </td>
                    <td>{buyer}</td>
                    <td>{order}</td>
                    <td>{urge.reason && t(`urging.reasons.${urge.reason}`)}</td>
                    <td>{urge.title}</td>
                    <td>
                      {paidAt !== null
                        ? t("urging.before.paid")
                        : result
                          ? t(`urging.results.${result}`)
                          : t("urging.log.pending")}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </>
        )}
      </div>
    </>
  );
}

const rateOf = (paid: number, urged: number): string =>
  urged === 0 ? "–" : `${Math.round((paid * 100) / urged)}%`;

function Figure({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function DayTable({ days }: { days: readonly UrgingDay[] }) {
  const { t } = useTranslation();
  const most = Math.max(1, ...days.map(({ urged }) => urged));
  return (
    <>
      <h3>{t("urging.log.title")}</h3>
      <table className="urging-table">
        <thead>
          <tr>
            <th>{t("urging.log.day")}</th>
            <th className="number">{t("urging.log.listed")}</th>
            <th className="number">{t("urging.log.urged")}</th>
            <th className="number">{t("urging.log.paid")}</th>
            <th className="number">{t("urging.log.rate")}</th>
            <th className="number">{t("urging.log.amount")}</th>
            <th className="urging-bars" aria-hidden />
          </tr>
        </thead>
        <tbody>
          {days.map(({ day, listed, urged, paid, amount }) => (
            <tr key={day}>
              <td>{day}</td>
              <td className="number">{listed}</td>
              <td className="number">{urged}</td>
              <td className="number">{paid}</td>
              <td className="number">{rateOf(paid, urged)}</td>
              <td className="number">{money(amount)}</td>
              <td className="urging-bars" aria-hidden>
                <span style={{ width: `${(urged / most) * 100}%` }}>
                  <span style={{ width: `${(paid / Math.max(1, urged)) * 100}%` }} />
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
