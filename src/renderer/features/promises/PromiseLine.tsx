import { BellOutlined, CheckOutlined, RollbackOutlined, SwapOutlined } from "@ant-design/icons";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import type { PromiseRow } from "../../../shared/contract/promises.ts";
import { Due } from "../../ui/Due.tsx";
import { exactOf } from "../../ui/due.ts";
import { useMinute } from "../../ui/now.ts";
import { Time } from "../../ui/Time.tsx";
import { SourceMark } from "./SourceMark.tsx";

interface PromiseLineProps {
  readonly row: PromiseRow;
  readonly domId: string;
  readonly selected: boolean;
  readonly current: boolean;
  readonly place: number;
  readonly total: number;
}

/** One promise in the list: what, whom, which shop, where from, by when. */
export const PromiseLine = memo(function PromiseLine(props: PromiseLineProps) {
  const { row, domId, selected, current, place, total } = props;
  const { t, i18n } = useTranslation();
  const now = useMinute();
  const open = row.state === "open";
  const snoozed = open && row.snoozedUntil !== null && row.snoozedUntil > now;
  return (
    <div
      id={domId}
      role="option"
      aria-selected={selected}
      aria-posinset={place}
      aria-setsize={total}
      className="promise-row"
      data-current={current || undefined}
      data-late={(open && row.dueAt < now) || undefined}
      data-state={row.state}
    >
      <span className="promise-what">
        <span>{row.text}</span>
        {row.carried > 0 && (
          <span className="promise-tag" title={row.reason}>
            {t("promises.carriedTimes", { count: row.carried })}
          </span>
        )}
        {snoozed && row.snoozedUntil !== null && (
          <BellOutlined
            className="promise-quiet"
            title={t("promises.quietUntil", { time: exactOf(row.snoozedUntil, i18n.language) })}
          />
        )}
      </span>
      <span className="promise-whom">
        {row.customer !== "" && <span>{row.customer}</span>}
        {row.order !== "" && <span className="promise-order">{row.order}</span>}
      </span>
      <span className="promise-shop">{row.shop}</span>
      <SourceMark row={row} />
      {open ? (
        <Due className="promise-due" due={row} />
      ) : (
        <span className="promise-due">
          <StateMark row={row} /> {row.closedAt !== null && <Time at={row.closedAt} />}
        </span>
      )}
    </div>
  );
});

const STATE_MARKS = {
  done: <CheckOutlined aria-hidden />,
  handed: <SwapOutlined aria-hidden />,
  withdrawn: <RollbackOutlined aria-hidden />,
  open: null,
} as const;

/** How one that is not open ended, by mark and word. */
export function StateMark({ row }: { row: Pick<PromiseRow, "state" | "handedTo"> }) {
  const { t } = useTranslation();
  return (
    <span className="promise-state" data-state={row.state}>
      {STATE_MARKS[row.state]}{" "}
      {row.state === "handed"
        ? t("promises.handedTo", { name: row.handedTo ?? "" })
        : t(`promises.states.${row.state}`)}
    </span>
  );
}
