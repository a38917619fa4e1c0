import { Alert, Button, Checkbox, Select, Table } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ColumnMapping, ImportField, ImportPlan } from "../../../shared/contract/transfer.ts";
import { FIELDS, mappingFault, withColumn } from "./mapping.ts";

interface MappingViewProps {
  readonly plan: ImportPlan;
  /** The file is being looked at anew. */
  readonly busy: boolean;
  readonly onHeader: (header: boolean) => void;
  readonly onUse: (mapping: ColumnMapping) => void;
  readonly onBack: () => void;
}

interface Column {
  readonly index: number;
  readonly name: string;
  readonly samples: readonly string[];
}

/** How many rows of the file stand beside each column. */
const SAMPLES = 3;

/** Which column is which, asked when the headers do not say. */
export function MappingView({ plan, busy, onHeader, onUse, onBack }: MappingViewProps) {
  const { t } = useTranslation();
  const [mapping, setMapping] = useState<ColumnMapping>(plan.mapping);
  // While the file is looked at anew the box shows what was asked for.
  const [wanted, setWanted] = useState(false);
  const fault = mappingFault(mapping);
  const width = Math.max(plan.headers.length, ...plan.preview.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, index): Column => ({
    index,
    name: plan.headers[index]?.trim() || t("transfer.mapping.unnamed", { number: index + 1 }),
    samples: plan.preview.slice(0, SAMPLES).map((row) => row[index] ?? ""),
  }));
  const options = FIELDS.map((field) => ({ value: field, label: t(`transfer.fields.${field}`) }));

  return (
    <section className="transfer-mapping">
      <header className="transfer-plan-head">
        <div>
          <h2>{t("transfer.mapping.title")}</h2>
          <p className="transfer-soft">{t("transfer.mapping.sure")}</p>
        </div>
        <div className="transfer-actions">
          <Button onClick={onBack}>{t("transfer.mapping.back")}</Button>
          <Button type="primary" disabled={fault !== null || busy} onClick={() => onUse(mapping)}>
            {t("transfer.mapping.use")}
          </Button>
        </div>
      </header>
      {!plan.mappingSure && (
        <Alert
          className="transfer-note"
          type="warning"
          showIcon
          title={t("transfer.mapping.unsure")}
          description={plan.headerRow === 0 ? t("transfer.mapping.noHeader") : undefined}
        />
      )}
      {fault && (
        <Alert
          className="transfer-note"
          type="error"
          showIcon
          title={
            fault.fault === "needBody"
              ? t("transfer.mapping.needBody")
              : t("transfer.mapping.twice", { field: t(`transfer.fields.${fault.field}`) })
          }
        />
      )}
      <Checkbox
        className="transfer-header"
        checked={busy ? wanted : plan.headerRow > 0}
        disabled={busy}
        onChange={(event) => {
          setWanted(event.target.checked);
          onHeader(event.target.checked);
        }}
      >
        {t("transfer.mapping.header", { row: plan.headerRow || 1 })}
      </Checkbox>
      <Table
        size="small"
        pagination={false}
        loading={busy}
        rowKey="index"
        scroll={{ x: 620 }}
        dataSource={columns}
        columns={[
          { title: t("transfer.mapping.column"), dataIndex: "name", width: 180 },
          {
            title: t("transfer.mapping.samples"),
            key: "samples",
            render: (_: unknown, column: Column) => (
              <ul className="transfer-samples">
                {column.samples.map((sample, place) => (
                  <li key={place}>{sample || "\u00a0"}</li>
                ))}
              </ul>
            ),
          },
          {
            title: t("transfer.mapping.field"),
            key: "field",
            width: 180,
            render: (_: unknown, column: Column) => (
              <Select<ImportField>
                className="transfer-wide"
                aria-label={`${column.name}: ${t("transfer.mapping.field")}`}
                value={mapping[String(column.index)] ?? null}
                placeholder={t("transfer.mapping.leaveOut")}
                allowClear
                options={options}
                onChange={(field: ImportField | undefined) =>
                  setMapping(withColumn(mapping, column.index, field ?? null))
                }
              />
            ),
          },
        ]}
      />
    </section>
  );
}
