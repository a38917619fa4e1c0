import { Select, Table } from "antd";
import { useTranslation } from "react-i18next";
import {
  type ProductColumn,
  type ProductImportPlan,
  productColumn,
} from "../../../shared/contract/products.ts";
import { sentence } from "../../i18n/i18n.ts";
import type { ProductImport } from "./useProductImport.ts";

/** Height of the lists, in pixels: the figures above stay in sight. */
const LIST_HEIGHT = 360;
/** Names listed of each kind before the rest is only counted. */
const NAMES = 200;

interface PlanProps {
  readonly plan: ProductImportPlan;
}

/** Says that a list is longer than what is shown. */
function FirstOnly({ shown, count }: { shown: number; count: number }) {
  const { t } = useTranslation();
  if (shown >= count) return null;
  return <p className="import-soft">{t("products.importing.firstOnly", { shown, count })}</p>;
}

function Nothing() {
  const { t } = useTranslation();
  return <p className="import-soft">{t("products.importing.nothing")}</p>;
}

export function Additions({ plan }: PlanProps) {
  const { t } = useTranslation();
  if (plan.additions.length === 0) return <Nothing />;
  return (
    <>
      <Table
        size="small"
        virtual
        scroll={{ y: LIST_HEIGHT, x: 560 }}
        pagination={false}
        rowKey="row"
        dataSource={plan.additions}
        columns={[
          { title: t("products.importing.row"), dataIndex: "row", width: 64 },
          { title: t("products.fields.sku"), dataIndex: "sku", width: 160, ellipsis: true },
          { title: t("products.fields.name"), dataIndex: "name", ellipsis: true },
          {
            title: t("products.fields.shop"),
            dataIndex: "shop",
            width: 160,
            ellipsis: true,
            render: (shop: string) => shop || t("products.allShops"),
          },
        ]}
      />
      <FirstOnly shown={plan.additions.length} count={plan.added} />
    </>
  );
}

/** What each product was and will be. */
export function Changes({ plan }: PlanProps) {
  const { t } = useTranslation();
  if (plan.changes.length === 0) return <Nothing />;
  const isField = (field: string): field is ProductColumn =>
    productColumn.options.some((each) => each === field);
  return (
    <>
      <ul className="import-changes">
        {plan.changes.map((change) => (
          <li key={change.row}>
            <b>{change.name}</b> <code>{change.sku}</code>
            <dl>
              {change.differences.map(({ field, before, after }) => (
                <div key={field}>
                  <dt>{isField(field) ? t(`products.fields.${field}`) : field}</dt>
                  <dd>
                    <del>{before || t("products.importing.emptyValue")}</del>
                    <ins>{after || t("products.importing.emptyValue")}</ins>
                  </dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ul>
      <FirstOnly shown={plan.changes.length} count={plan.changed} />
    </>
  );
}

/** Rows that cannot come in: which, where, why. */
export function Refused({ plan }: PlanProps) {
  const { t } = useTranslation();
  if (plan.refused.length === 0) return <Nothing />;
  return (
    <>
      <Table
        size="small"
        virtual
        scroll={{ y: LIST_HEIGHT, x: 560 }}
        pagination={false}
        rowKey={(row) => `${row.row}:${row.column}:${row.code}`}
        dataSource={plan.refused}
        columns={[
          { title: t("products.importing.row"), dataIndex: "row", width: 64 },
          {
            title: t("products.importing.column"),
            dataIndex: "column",
            width: 160,
            ellipsis: true,
            render: (column: string) => column || t("products.importing.wholeRow"),
          },
          {
            title: t("products.importing.reason"),
            key: "reason",
            render: (_: unknown, row) => sentence(row.code, row.params),
          },
        ]}
      />
      <FirstOnly shown={plan.refused.length} count={plan.refusedCount} />
    </>
  );
}

/** Which picture goes where; the ones that fit several SKUs are decided here. */
export function Pictures({ plan, work }: PlanProps & { work: ProductImport }) {
  const { t } = useTranslation();
  const { matched, unmatched, unmatchedCount, ambiguous } = plan.pictures;
  const { decisions } = work.state.input;
  const decided = work.state.input.pictures.filter(({ path }) => Object.hasOwn(decisions, path));
  const decide = (name: string, sku: string): void =>
    void work.plan({ decisions: { ...decisions, [name]: sku } });
  const skusOf = new Map(ambiguous.map(({ name, skus }) => [name, skus]));
  return (
    <div className="import-pictures">
      {ambiguous.length > 0 && (
        <>
          <h4>{t("products.importing.decide")}</h4>
          <ul className="import-decide">
            {ambiguous.slice(0, NAMES).map(({ name }) => (
              <li key={name}>
                <span>{name}</span>
                <Select
                  aria-label={name}
                  placeholder={t("products.importing.chooseSku")}
                  popupMatchSelectWidth={false}
                  options={[
                    ...(skusOf.get(name) ?? []).map((sku) => ({ value: sku, label: sku })),
                    { value: "", label: t("products.importing.noSku") },
                  ]}
                  onChange={(sku: string) => decide(name, sku)}
                />
              </li>
            ))}
          </ul>
        </>
      )}
      {unmatchedCount > 0 && (
        <>
          <h4>{t("products.importing.unmatchedList")}</h4>
          <Names names={unmatched} count={unmatchedCount} />
        </>
      )}
      {matched.length > 0 && (
        <>
          <h4>{t("products.importing.matchedList")}</h4>
          <ul className="import-names">
            {matched.slice(0, NAMES).map(({ name, sku }) => (
              <li key={name}>
                <code>{sku}</code> {name}
              </li>
            ))}
          </ul>
          {matched.length > NAMES && (
            <p className="import-soft">
              {t("products.importing.more", { count: matched.length - NAMES })}
            </p>
          )}
        </>
      )}
      {decided.length > 0 && (
        <button type="button" className="chip" onClick={() => void work.plan({ decisions: {} })}>
          {t("products.importing.clear")}: {decided.length}
        </button>
      )}
    </div>
  );
}

function Names({ names, count }: { names: readonly string[]; count: number }) {
  const { t } = useTranslation();
  const shown = names.slice(0, NAMES);
  return (
    <>
      <ul className="import-names">
        {shown.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
      {count > shown.length && (
        <p className="import-soft">
          {t("products.importing.more", { count: count - shown.length })}
        </p>
      )}
    </>
  );
}

/** What every column means; a choice is planned with at once. */
export function Columns({ plan, work }: PlanProps & { work: ProductImport }) {
  const { t } = useTranslation();
  const { headers, mapping, preview } = plan;
  const nameOf = (column: ProductColumn): string =>
    column === "spec" ? t("products.importing.asSpec") : t(`products.fields.${column}`);
  const choose = (column: number, meaning: ProductColumn | ""): void => {
    const rest = Object.entries(mapping).filter(
      // A field can be in one column only; specifications in many.
      ([at, each]) => Number(at) !== column && (each !== meaning || meaning === "spec"),
    );
    const next = Object.fromEntries(rest);
    void work.plan({ mapping: meaning === "" ? next : { ...next, [column]: meaning } });
  };
  return (
    <Table
      size="small"
      pagination={false}
      scroll={{ x: 560 }}
      rowKey="column"
      dataSource={headers.map((header, column) => ({
        column,
        header,
        meaning: mapping[column] ?? ("" as const),
        example: preview.map((row) => row[column] ?? "").find((cell) => cell !== "") ?? "",
      }))}
      columns={[
        { title: t("products.importing.column"), dataIndex: "header", width: 180, ellipsis: true },
        {
          title: t("products.importing.tabs.columns"),
          key: "meaning",
          width: 240,
          render: (_: unknown, row) => (
            <Select<ProductColumn | "">
              className="wide"
              aria-label={row.header}
              value={row.meaning}
              options={[
                { value: "", label: t("products.importing.leaveOut") },
                ...productColumn.options.map((value) => ({ value, label: nameOf(value) })),
              ]}
              onChange={(meaning) => choose(row.column, meaning)}
            />
          ),
        },
        { title: "", dataIndex: "example", ellipsis: true, className: "import-soft" },
      ]}
    />
  );
}
