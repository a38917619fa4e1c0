import { Alert, Button, Segmented, Tabs } from "antd";
import { useTranslation } from "react-i18next";
import {
  type ImportPlan,
  type OnConflict,
  importField,
} from "../../../shared/contract/transfer.ts";
import { emptied } from "./emptied.ts";
import { ChangesList } from "./ChangesList.tsx";
import { JobProgress } from "./JobProgress.tsx";
import { AdditionsTable, RefusedTable } from "./PlanTables.tsx";
import type { Import } from "./useImport.ts";

interface PlanViewProps {
  readonly name: string;
  readonly plan: ImportPlan;
  readonly work: Import;
  readonly onApply: () => void;
}

/** The dry run: what would happen, before it does. */
export function PlanView({ name, plan, work, onApply }: PlanViewProps) {
  const { t } = useTranslation();
  const { job } = work.state;
  const toDo = plan.added + plan.changed;
  const facts = { format: plan.format.toUpperCase(), encoding: plan.encoding, rows: plan.rows };
  return (
    <section className="transfer-plan">
      <header className="transfer-plan-head">
        <div>
          <h2>{t("transfer.plan.title", { name })}</h2>
          <p className="transfer-soft">
            {plan.format === "csv" || plan.format === "tsv"
              ? t("transfer.plan.facts", facts)
              : t("transfer.plan.factsPlain", facts)}
          </p>
        </div>
        <div className="transfer-actions">
          <Button onClick={work.startOver}>{t("transfer.choose.again")}</Button>
          {plan.headers.length > 0 && (
            <Button onClick={() => work.ask(true)}>{t("transfer.plan.mapping")}</Button>
          )}
          <Button
            type="primary"
            disabled={toDo + plan.pictures === 0 || job !== null}
            onClick={onApply}
          >
            {toDo > 0
              ? t("transfer.plan.applyCount", { count: toDo })
              : plan.pictures > 0
                ? t("transfer.plan.applyPictures", { count: plan.pictures })
                : t("transfer.plan.nothing")}
          </Button>
        </div>
      </header>
      {job ? (
        <JobProgress job={job} onCancel={work.cancel} />
      ) : (
        <>
          <Numbers plan={plan} />
          {(plan.changed + plan.skipped > 0 || work.state.onConflict !== "skip") && (
            <ConflictChoice
              value={work.state.onConflict}
              onChoose={(wanted) => void work.setConflict(wanted)}
            />
          )}
          <EmptiedNote plan={plan} />
          {plan.newCategories.length > 0 && (
            <p className="transfer-soft">
              {t("transfer.plan.newCategories", {
                count: plan.newCategories.length,
                names: nameSome(plan.newCategories, t("transfer.plan.more")),
              })}
            </p>
          )}
          {plan.pictures > 0 && toDo > 0 && (
            <p className="transfer-soft">{t("transfer.plan.pictures", { count: plan.pictures })}</p>
          )}
          <PlanTabs plan={plan} />
        </>
      )}
    </section>
  );
}

/** The figures that decide, large. */
function Numbers({ plan }: { plan: ImportPlan }) {
  const { t, i18n } = useTranslation();
  const number = new Intl.NumberFormat(i18n.language);
  const figures = [
    { key: "added", count: plan.added, words: t("transfer.plan.added"), tone: "good" },
    { key: "changed", count: plan.changed, words: t("transfer.plan.changed"), tone: "good" },
    { key: "skipped", count: plan.skipped, words: t("transfer.plan.skipped"), tone: "plain" },
    {
      key: "duplicates",
      count: plan.duplicates,
      words: t("transfer.plan.duplicates"),
      tone: "plain",
    },
    { key: "refused", count: plan.refusedCount, words: t("transfer.plan.refused"), tone: "bad" },
  ].filter(({ key, count }) => key !== "skipped" || count > 0);
  return (
    <dl className="transfer-numbers">
      {figures.map(({ key, count, words, tone }) => (
        <div key={key} data-figure={key} className={count > 0 ? tone : "none"}>
          <dt>{words}</dt>
          <dd>{number.format(count)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Overwriting with an empty cell loses what stood there: said before it happens. */
function EmptiedNote({ plan }: { plan: ImportPlan }) {
  const { t } = useTranslation();
  const { count, fields } = emptied(plan.changes);
  if (count === 0) return null;
  const names = fields
    .map((field) => importField.safeParse(field).data)
    .filter((field) => field !== undefined)
    .map((field) => t(`transfer.fields.${field}`))
    .join(t("transfer.plan.between"));
  const shown = plan.changes.length;
  return (
    <Alert
      className="transfer-note"
      type="warning"
      showIcon
      title={
        shown < plan.changed
          ? t("transfer.plan.emptiedAmong", { shown, count, fields: names })
          : t("transfer.plan.emptied", { count, fields: names })
      }
    />
  );
}

function ConflictChoice({
  value,
  onChoose,
}: {
  value: OnConflict;
  onChoose: (wanted: OnConflict) => void;
}) {
  const { t } = useTranslation();
  return (
    <div className="transfer-conflict">
      <span id="conflict-words">{t("transfer.plan.conflict")}</span>
      <Segmented<OnConflict>
        aria-labelledby="conflict-words"
        value={value}
        onChange={onChoose}
        options={[
          { value: "skip", label: t("transfer.plan.skip") },
          { value: "overwrite", label: t("transfer.plan.overwrite") },
          { value: "both", label: t("transfer.plan.both") },
        ]}
      />
      <span className="transfer-soft">{t(`transfer.plan.${value}Words`)}</span>
    </div>
  );
}

function PlanTabs({ plan }: { plan: ImportPlan }) {
  const { t } = useTranslation();
  const label = (words: string, count: number): string => `${words} ${count}`;
  // The first thing to look at is what went wrong, else what is changed, else what is new.
  const first =
    plan.refusedCount > 0 ? "refused" : plan.changes.length > 0 ? "changes" : "additions";
  return (
    <Tabs
      defaultActiveKey={first}
      items={[
        {
          key: "additions",
          label: label(t("transfer.plan.added"), plan.added),
          children: <AdditionsTable plan={plan} />,
        },
        {
          key: "changes",
          label: label(t("transfer.plan.changed"), plan.changed),
          children: <ChangesList plan={plan} />,
        },
        {
          key: "refused",
          label: label(t("transfer.plan.refused"), plan.refusedCount),
          children: <RefusedTable rows={plan.refused} count={plan.refusedCount} />,
        },
      ]}
    />
  );
}

function nameSome(names: readonly string[], more: string): string {
  const some = names.slice(0, 6).join("、");
  return names.length > 6 ? `${some} ${more}` : some;
}
