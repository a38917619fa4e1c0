import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { ComplaintTrends } from "../../../shared/contract/complaints.ts";
import { Time } from "../../ui/Time.tsx";
import { caseAddress } from "../../ui/caseAddress.ts";
import { useNames } from "./useNames.ts";

/** Buyers who complain again, and causes that come back. */
export function RepeatsSection({ trends }: { trends: ComplaintTrends }) {
  const { t } = useTranslation();
  const names = useNames();
  return (
    <div className="trends-repeats">
      <Repeats title={t("complaints.trends.customers")} none={t("complaints.trends.noCustomers")}>
        {trends.customers.map((row) => (
          <Row key={`${row.customer} ${row.shop}`} {...row} name={row.customer} beside={row.shop} />
        ))}
      </Repeats>
      <Repeats title={t("complaints.trends.causes")} none={t("complaints.trends.noCauses")}>
        {trends.causes.map((row) => (
          <Row
            key={`${row.cause} ${row.kind}`}
            {...row}
            name={row.cause}
            beside={names.kinds[row.kind]}
          />
        ))}
      </Repeats>
    </div>
  );
}

function Repeats({
  title,
  none,
  children,
}: {
  title: string;
  none: string;
  children: ReactNode[];
}) {
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      {children.length === 0 ? <p className="complaint-soft">{none}</p> : <ul>{children}</ul>}
    </section>
  );
}

function Row(props: {
  readonly name: string;
  readonly beside: string;
  readonly count: number;
  readonly lastId: string;
  readonly lastAt: number;
}) {
  const { name, beside, count, lastId, lastAt } = props;
  const { t } = useTranslation();
  return (
    <li>
      <b>{name}</b>
      <span className="complaint-soft">{beside}</span>
      <span className="trends-count">{t("complaints.trends.times", { count })}</span>
      <span className="complaint-soft">
        <Time at={lastAt} />
      </span>
      <a href={caseAddress(lastId)}>{t("complaints.trends.lastOne")}</a>
    </li>
  );
}
