import { Button } from "antd";
import { useTranslation } from "react-i18next";
import type { Locale } from "../../../shared/contract/settings.ts";
import { priceWords } from "../../../shared/rules/price/words.ts";
import type { RowStatus } from "./status.ts";

interface RowStatusViewProps {
  readonly status: RowStatus;
  readonly pinned: boolean;
  readonly locale: Locale;
  readonly onInsist: (against: readonly string[]) => void;
}

/** What a rule does to the price, or why it does nothing. */
export function RowStatusView({ status, pinned, locale, onInsist }: RowStatusViewProps) {
  const { t } = useTranslation();
  const { money } = priceWords[locale];
  switch (status.kind) {
    case "applied":
      return (
        <>
          {pinned && <span className="price-soft">{t("price.rule.pinned")} </span>}
          <span className="price-off">{t("price.rule.minus", { amount: money(status.off) })}</span>
        </>
      );
    case "unmet":
      return (
        <span className="price-short">
          {status.missing.unit === "fen"
            ? t("price.rule.missing", { amount: money(status.missing.amount) })
            : t("price.rule.missingPieces", { count: status.missing.amount })}
        </span>
      );
    case "noGain":
      return <span className="price-soft">{t("price.rule.noGain")}</span>;
    case "never":
      return <span className="price-soft">{t("price.rule.put")}</span>;
    case "excluded":
      return (
        <>
          <span className="price-soft">
            {t(status.against.length > 0 ? "price.rule.excluded" : "price.rule.leftOut", {
              names: status.names.join(locale === "en" ? ", " : "、"),
              amount: money(status.totalWith),
            })}
          </span>
          <Button type="link" size="small" onClick={() => onInsist(status.against)}>
            {t("price.rule.insist")}
          </Button>
        </>
      );
  }
}
