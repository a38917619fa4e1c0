import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { UrgingRow } from "../../../shared/contract/urging.ts";
import { Time } from "../../ui/Time.tsx";
import { money } from "./money.ts";

interface OrderListProps {
  readonly rows: readonly UrgingRow[];
  /** Place of the one taken up; -1 for none. */
  readonly at: number;
  readonly total: number;
  readonly onTake: (row: UrgingRow) => void;
}

/** Orders, one a line. */
export function OrderList({ rows, at, total, onTake }: OrderListProps) {
  const { t } = useTranslation();
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.children[at]?.scrollIntoView({ block: "nearest" });
  }, [at]);
  return (
    <div className="order-list">
      <ul ref={list} aria-label={t("urging.title")}>
        {rows.map((row, index) => (
          <li key={row.order}>
            <button
              type="button"
              className="order-row"
              aria-current={index === at || undefined}
              data-stopped={row.stops.some(({ severity }) => severity === "block") || undefined}
              onClick={() => onTake(row)}
            >
              <span className="order-buyer">{row.buyer || t("urging.noBuyer")}</span>
              <span className="order-goods" title={row.goods}>
                {row.goods || row.order}
              </span>
              <span className="order-amount">{row.amount === null ? "" : money(row.amount)}</span>
              <span className="order-state">
                <State row={row} />
              </span>
            </button>
          </li>
        ))}
      </ul>
      {total > rows.length && (
        <p className="urging-soft order-more">
          {t("urging.more", { shown: rows.length, count: total })}
        </p>
      )}
    </div>
  );
}

/** The one thing worth knowing of an order at a glance. */
function State({ row }: { row: UrgingRow }) {
  const { t } = useTranslation();
  const { paidAt, closed, result, urges, stops, orderedAt } = row;
  if (paidAt !== null) return t("urging.before.paid");
  if (closed) return t("urging.before.closed");
  if (result) return t(`urging.results.${result}`);
  const [urge] = urges;
  if (urge) return <Time at={urge.at} />;
  if (stops.length > 0) return t("urging.stopped");
  return orderedAt === null ? null : <Time at={orderedAt} />;
}
