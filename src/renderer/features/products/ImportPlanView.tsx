import { Alert, AutoComplete, Button, Tabs } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ProductImportPlan } from "../../../shared/contract/products.ts";
import { useCall } from "../../api/hooks.ts";
import { Additions, Changes, Columns, Pictures, Refused } from "./ImportTables.tsx";
import type { ProductImport } from "./useProductImport.ts";

interface ImportPlanViewProps {
  readonly plan: ProductImportPlan;
  readonly work: ProductImport;
  readonly onApply: () => void;
}

const FIGURES = [
  "added",
  "changed",
  "same",
  "refused",
  "matched",
  "unmatched",
  "ambiguous",
] as const;

/** The dry run: how many, which, why not, and what has to be decided. */
export function ImportPlanView({ plan, work, onApply }: ImportPlanViewProps) {
  const { t, i18n } = useTranslation();
  const { input } = work.state;
  const { pictures } = plan;
  const counts = {
    ...{ added: plan.added, changed: plan.changed, same: plan.same, refused: plan.refusedCount },
    matched: pictures.matched.length,
    unmatched: pictures.unmatchedCount,
    ambiguous: pictures.ambiguous.length,
  };
  const withTable = input.table !== null;
  const shown = FIGURES.filter(
    (name, at) => (at < 4 ? withTable : input.pictures.length > 0) || counts[name] > 0,
  );
  const needsSku = withTable && !Object.values(plan.mapping).includes("sku");
  const something = plan.added + plan.changed + pictures.matched.length > 0;
  // The first thing to look at is what has to be decided, then what went wrong.
  const first = needsSku
    ? "columns"
    : pictures.ambiguous.length > 0
      ? "pictures"
      : plan.refusedCount > 0
        ? "refused"
        : plan.changed > 0
          ? "changes"
          : withTable
            ? "additions"
            : "pictures";
  // Where one looks stays: a column explained must not turn the page.
  const [chosen, setChosen] = useState<string>(first);

  return (
    <section className="import-plan">
      <dl className="import-figures">
        {shown.map((name) => (
          <div
            key={name}
            data-figure={name}
            data-bad={
              (name === "refused" || name === "ambiguous") && counts[name] > 0 ? true : undefined
            }
          >
            <dt>{t(`products.importing.figures.${name}`)}</dt>
            <dd>{counts[name].toLocaleString(i18n.language)}</dd>
          </div>
        ))}
      </dl>
      {needsSku && (
        <Alert
          type="warning"
          showIcon
          className="import-note"
          title={t("products.importing.needSku")}
        />
      )}
      {pictures.ambiguous.length > 0 && (
        <Alert
          type="info"
          showIcon
          className="import-note"
          title={t("products.importing.needDecision", { count: pictures.ambiguous.length })}
        />
      )}
      <div className="import-apply">
        {withTable && !Object.values(plan.mapping).includes("shop") && <ShopChoice work={work} />}
        <span className="editor-gap" />
        <Button
          type="primary"
          size="large"
          disabled={!something || needsSku || work.state.job !== null}
          onClick={onApply}
        >
          {something ? t("products.importing.apply") : t("products.importing.applyNothing")}
        </Button>
      </div>
      <Tabs
        activeKey={chosen}
        onChange={setChosen}
        items={[
          ...(withTable
            ? [
                {
                  key: "additions",
                  label: t("products.importing.tabs.added", { count: plan.added }),
                  children: <Additions plan={plan} />,
                },
                {
                  key: "changes",
                  label: t("products.importing.tabs.changed", { count: plan.changed }),
                  children: <Changes plan={plan} />,
                },
                {
                  key: "refused",
                  label: t("products.importing.tabs.refused", { count: plan.refusedCount }),
                  children: <Refused plan={plan} />,
                },
              ]
            : []),
          ...(input.pictures.length > 0
            ? [
                {
                  key: "pictures",
                  label: t("products.importing.tabs.pictures", { count: input.pictures.length }),
                  children: <Pictures plan={plan} work={work} />,
                },
              ]
            : []),
          ...(withTable
            ? [
                {
                  key: "columns",
                  label: t("products.importing.tabs.columns"),
                  children: <Columns plan={plan} work={work} />,
                },
              ]
            : []),
        ]}
      />
    </section>
  );
}

/** For rows that name no shop; asked anew once the person has finished writing. */
function ShopChoice({ work }: { work: ProductImport }) {
  const { t } = useTranslation();
  const { shop } = work.state.input;
  const [text, setText] = useState(shop);
  const shops = useCall("products.shops", {}).data ?? [];
  const take = (next: string): void => {
    if (next.trim() !== shop) void work.plan({ shop: next.trim() });
  };
  return (
    <label className="import-shop">
      {t("products.importing.shop")}
      <AutoComplete
        value={text}
        options={shops.map((each) => ({ value: each }))}
        placeholder={t("products.allShops")}
        onChange={(next: string) => setText(next ?? "")}
        onSelect={(next: string) => take(next)}
        onBlur={() => take(text)}
      />
    </label>
  );
}
