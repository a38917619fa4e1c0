import { z } from "zod";
import { useTranslation } from "react-i18next";
import { importField } from "../../../shared/contract/transfer.ts";
import type { ImportPlan } from "../../../shared/contract/transfer.ts";
import { type Part, difference } from "./difference.ts";
import { FirstOnly } from "./PlanTables.tsx";

/** What would be changed, before and after, the difference marked. */
export function ChangesList({ plan }: { plan: ImportPlan }) {
  const { t } = useTranslation();
  if (plan.changes.length === 0)
    return <p className="transfer-soft">{t("transfer.plan.noChanges")}</p>;
  return (
    <>
      <ol className="transfer-changes" tabIndex={0} aria-label={t("transfer.plan.changed")}>
        {plan.changes.map((change) => (
          <li key={change.row}>
            <h3>
              <span className="transfer-soft">
                {t("transfer.plan.row")} {change.row}
              </span>{" "}
              {change.title}
            </h3>
            <dl>
              {change.differences.map(({ field, before, after }) => (
                <Difference key={field} field={field} before={before} after={after} />
              ))}
            </dl>
          </li>
        ))}
      </ol>
      <FirstOnly shown={plan.changes.length} count={Math.max(plan.changed, plan.changes.length)} />
    </>
  );
}

function Difference({ field, before, after }: { field: string; before: string; after: string }) {
  const { t } = useTranslation();
  const known = importField.or(z.enum(["segments", "questions"])).safeParse(field);
  const parts = difference(before, after);
  const empty = <span className="transfer-soft">{t("transfer.plan.empty")}</span>;
  return (
    <div className="transfer-difference">
      <dt>{known.success ? t(`transfer.fields.${known.data}`) : field}</dt>
      <dd>
        <span className="visually-hidden">{t("transfer.plan.before")}</span>
        {before === "" ? empty : parts.before.map(shown("del"))}
      </dd>
      <dd>
        <span className="visually-hidden">{t("transfer.plan.after")}</span>
        {after === "" ? empty : parts.after.map(shown("ins"))}
      </dd>
    </div>
  );
}

const shown = (Tag: "del" | "ins") =>
  function PartShown({ text, different }: Part, index: number) {
    return different ? <Tag key={index}>{text}</Tag> : <span key={index}>{text}</span>;
  };
