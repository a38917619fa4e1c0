import { Button } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Locale } from "../../../shared/contract/settings.ts";
import {
  type UrgingResult,
  urgingResult,
  type UrgingRow,
} from "../../../shared/contract/urging.ts";
import { keyName, useKeys } from "../../ui/keys.ts";
import { Stops } from "../../ui/review/Stops.tsx";
import { Time } from "../../ui/Time.tsx";
import { money } from "./money.ts";
import { ScriptPicker } from "./ScriptPicker.tsx";
import { Story } from "./Story.tsx";
import type { Settle } from "./useSettle.ts";

/** The key that records each result. */
const RESULT_KEYS: Readonly<Record<UrgingResult, string>> = {
  paid: "p",
  willPay: "w",
  noAnswer: "o",
  refused: "r",
  leave: "x",
};

interface OrderPaneProps {
  readonly row: UrgingRow;
  /** The last step found no other order. */
  readonly ended: boolean;
  readonly inHand: boolean;
  readonly whenInHand: (order: string) => Promise<boolean>;
  readonly onSettle: Settle;
  readonly onStep: (by: 1 | -1) => void;
}

/** The order taken up: its facts, what was done, what to say, and what came of it. */
export function OrderPane({ row, ended, inHand, whenInHand, onSettle, onStep }: OrderPaneProps) {
  const { t, i18n } = useTranslation();
  const { order } = row;

  /** Steps on before it is recorded: the next key means the next order. */
  const settle = (result: UrgingResult): void => {
    if (onSettle(order, result)) onStep(1);
  };
  useKeys(
    t("urging.keys.scope"),
    urgingResult.options.map((result) => ({
      keys: RESULT_KEYS[result],
      words: t("urging.keys.result", { result: t(`urging.results.${result}`) }),
      // A key held down is said of one order, not of all that follow.
      run: ({ repeat }) => (repeat ? undefined : settle(result)),
    })),
  );

  return (
    <section className="order-pane" aria-label={row.buyer || order}>
      <header className="order-head">
        <h2>{row.buyer || t("urging.noBuyer")}</h2>
        <Button size="small" title={keyName("left")} onClick={() => onStep(-1)}>
          {t("urging.previous")}
        </Button>
        <Button size="small" title={keyName("right")} onClick={() => onStep(1)}>
          {t("urging.next")}
        </Button>
      </header>
      <div className="order-scroll">
        {ended && (
          <p className="order-ended" role="status">
            {t("urging.end")}
          </p>
        )}
        <dl className="order-facts">
          <Fact name={t("urging.order")}>{order}</Fact>
          <Fact name={t("urging.goods")}>{row.goods}</Fact>
          <Fact name={t("urging.amount")}>
            {row.amount === null ? null : <b>{money(row.amount)}</b>}
          </Fact>
          <Fact name={t("urging.shop")}>{row.shop}</Fact>
          <Fact name={t("urging.orderedAt")}>
            {row.orderedAt === null ? null : <Time at={row.orderedAt} />}
          </Fact>
        </dl>
        {row.stops.length > 0 && (
          <div
            className="order-stops"
            data-block={row.stops.some(({ severity }) => severity === "block") || undefined}
          >
            <Stops stops={row.stops} locale={i18n.language as Locale} />
          </div>
        )}
        <Story row={row} />
        <ScriptPicker row={row} inHand={inHand} whenInHand={whenInHand} />
      </div>
      <footer className="order-results" role="group" aria-label={t("urging.results.label")}>
        {urgingResult.options.map((result) => (
          <Button
            key={result}
            aria-pressed={row.result === result}
            type={row.result === result ? "primary" : "default"}
            // The second click of a double one would fall on the next order.
            onClick={({ detail }) => (detail > 1 ? undefined : settle(result))}
          >
            {t(`urging.results.${result}`)} <kbd aria-hidden>{keyName(RESULT_KEYS[result])}</kbd>
          </Button>
        ))}
      </footer>
    </section>
  );
}

/** A fact of the order; nothing where it is not known. */
function Fact({ name, children }: { name: string; children: ReactNode }) {
  if (children === null || children === "") return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
