import { Alert, Button } from "antd";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Locale } from "../../../shared/contract/settings.ts";
import { stepLabel } from "../../../shared/rules/price/explain.ts";
import { byQuantity, refundFor } from "../../../shared/rules/price/finalPrice.ts";
import { inChat, mulDivHalfUp, toYuan } from "../../../shared/rules/price/money.ts";
import type { PriceResult, PricedItem, Step } from "../../../shared/rules/price/types.ts";
import { priceWords } from "../../../shared/rules/price/words.ts";

interface TotalProps {
  readonly result: PriceResult;
  /** What is shown is behind what is being typed. */
  readonly stale: boolean;
  /** Another number of pieces of the only goods. */
  readonly onQuantity: (quantity: number) => void;
}

/** The price, large; what other numbers of pieces would cost; and what an agent should know before it is told. */
export function Total({ result, stale, onQuantity }: TotalProps) {
  const { t, i18n } = useTranslation();
  const { money } = priceWords[i18n.language as Locale];
  const own = ownOf(result);
  const only = own.length === 1 ? own[0] : undefined;
  const { pieces, goods, saved, total } = result;
  return (
    <section className="price-card" data-stale={stale || undefined}>
      <p className="price-total" role="status" aria-label={t("price.result.total")}>
        <span className="price-total-word">{t("price.result.title")}</span>{" "}
        <strong>¥{toYuan(total)}</strong>
      </p>
      <p className="price-facts">
        {pieces > 1 && <span>{t("price.result.pieces", { count: pieces })}</span>}
        {only && pieces > 1 && (
          <span>{t("price.result.each", { amount: money(mulDivHalfUp(goods, 1, pieces)) })}</span>
        )}
        {saved > 0 && <span>{t("price.result.saved", { amount: money(saved) })}</span>}
      </p>
      {only && <Quantities result={result} only={only} onQuantity={onQuantity} />}
      {result.cautions.map(({ kind, total: other }) => (
        <Alert
          key={kind}
          type="warning"
          showIcon
          title={t(`price.caution.${kind}`, { amount: money(other) })}
        />
      ))}
      {!result.allTried && <Alert type="warning" showIcon title={t("price.result.notAll")} />}
    </section>
  );
}

/** Every step as on a receipt, and what comes back when goods are returned. */
export function Receipt({ result, stale }: { result: PriceResult; stale: boolean }) {
  const own = ownOf(result);
  return (
    <section className="price-card" data-stale={stale || undefined}>
      <Steps result={result} />
      {(own.length > 1 || result.pieces > 1) && <Refunds items={own} />}
    </section>
  );
}

const ownOf = (result: PriceResult): PricedItem[] => result.items.filter(({ item }) => !item.other);

/** As many numbers of pieces are shown. */
const QUANTITIES = 5;

function Quantities({
  result,
  only,
  onQuantity,
}: {
  result: PriceResult;
  only: PricedItem;
  onQuantity: (quantity: number) => void;
}) {
  const { t } = useTranslation();
  const now = only.item.quantity;
  const totals = useMemo(() => {
    const from = Math.max(1, now - 2);
    const wanted = Array.from({ length: QUANTITIES }, (_, at) => from + at);
    return byQuantity(result.input, only.item.id, wanted);
  }, [result, only, now]);
  return (
    <div className="price-quantities" role="group" aria-label={t("price.result.ifTaken")}>
      {totals.map(({ quantity, total }) => (
        <Button
          key={quantity}
          size="small"
          aria-pressed={quantity === now}
          type={quantity === now ? "primary" : "default"}
          ghost={quantity === now}
          onClick={() => onQuantity(quantity)}
        >
          <span>{t("price.result.taking", { count: quantity })}</span>
          <b>{inChat(quantity === now ? result.total : total)}</b>
        </Button>
      ))}
    </div>
  );
}

/** What is left of the list price after each step; the bar behind a row is as long as what is left. */
function Steps({ result }: { result: PriceResult }) {
  const { t, i18n } = useTranslation();
  const locale = i18n.language as Locale;
  const steps = result.steps.filter((step) => step.state === "applied");
  const width = (left: number): string =>
    `${result.list === 0 ? 0 : mulDivHalfUp(left, 100, result.list)}%`;
  return (
    <table className="price-steps">
      <thead className="visually-hidden">
        <tr>
          <th>{t("price.rules")}</th>
          <th>{t("price.result.off")}</th>
          <th>{t("price.result.left")}</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <td>{t("price.result.list")}</td>
          <td />
          <Left amount={result.list} width="100%" />
        </tr>
        {steps.map((step) => (
          <tr key={step.discount.id}>
            <td>
              {stepLabel(step, result, locale)}
              <Limit step={step} minimum={result.input.minimum} />
            </td>
            <td className="price-off">−{toYuan(step.off)}</td>
            <Left amount={step.after} width={width(step.after)} />
          </tr>
        ))}
        {result.postage > 0 && (
          <tr>
            <td>{t("price.result.postage")}</td>
            <td>+{toYuan(result.postage)}</td>
            <Left amount={result.total} width={width(Math.min(result.total, result.list))} />
          </tr>
        )}
        {result.deposit && (
          <>
            <tr className="price-split">
              <td>{t("price.result.deposit")}</td>
              <td />
              <td>{toYuan(result.deposit.paid)}</td>
            </tr>
            <tr>
              <td>{t("price.result.rest")}</td>
              <td />
              <td>{toYuan(result.deposit.rest)}</td>
            </tr>
          </>
        )}
        {result.gifts.map(({ gift, missing }) => (
          <tr key={`${gift.name}-${gift.from}`} data-unused={missing > 0 || undefined}>
            <td>
              {priceWords[locale].gift(gift.name, gift.quantity)}
              {missing > 0 && (
                <span className="price-short">
                  {" "}
                  {t("price.rule.missing", { amount: priceWords[locale].money(missing) })}
                </span>
              )}
            </td>
            <td />
            <td />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Left({ amount, width }: { amount: number; width: string }) {
  return (
    <td className="price-left">
      <span className="price-bar" style={{ width }} aria-hidden />
      <span>{toYuan(amount)}</span>
    </td>
  );
}

function Limit({ step, minimum }: { step: Step; minimum: number }) {
  const { t, i18n } = useTranslation();
  if (step.limit === null) return null;
  const { money } = priceWords[i18n.language as Locale];
  const words =
    step.limit === "cap"
      ? t("price.result.cap")
      : t("price.result.minimum", { amount: money(minimum) });
  return <small className="price-soft"> {words}</small>;
}

/** What comes back when goods are returned: every discount is spread over the lines. */
function Refunds({ items }: { items: readonly PricedItem[] }) {
  const { t, i18n } = useTranslation();
  const words = priceWords[i18n.language as Locale];
  return (
    <details className="price-refunds">
      <summary>{t("price.result.refund")}</summary>
      <table>
        <thead>
          <tr>
            <th>{t("price.goods")}</th>
            <th>{t("price.result.paid")}</th>
            <th>{t("price.result.refundOne")}</th>
            <th>{t("price.result.refundAll")}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((line) => (
            <tr key={line.item.id}>
              <td>
                {line.item.name || words.item}
                {line.item.quantity > 1 && ` ×${line.item.quantity}`}
              </td>
              <td>{toYuan(line.paid)}</td>
              <td>{toYuan(refundFor(line, 1))}</td>
              <td>{toYuan(refundFor(line, line.item.quantity))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
