import { useTranslation } from "react-i18next";
import type { ComplaintDetail } from "../../../shared/contract/complaints.ts";
import { Due } from "../../ui/Due.tsx";
import { Time } from "../../ui/Time.tsx";
import { caseAddress } from "../../ui/caseAddress.ts";
import { Deadline } from "./Marks.tsx";
import { asDue } from "./moments.ts";
import { StageWalk } from "./StageWalk.tsx";
import type { CaseActs } from "./useCase.ts";
import { useNames } from "./useNames.ts";

interface CaseSideProps {
  readonly detail: ComplaintDetail;
  readonly acts: CaseActs;
  readonly onEdit: () => void;
  readonly onRecord: () => void;
  readonly onHandle: () => void;
}

/** The stages with their duties, the case's facts, and the buyer's other cases. */
export function CaseSide({ detail, acts, onEdit, onRecord, onHandle }: CaseSideProps) {
  const { t } = useTranslation();
  const names = useNames();
  const { case: it, related } = detail;
  const unset = <span className="case-unset">{t("complaints.case.unset")}</span>;
  const rows = [
    ["customer", it.customer || unset],
    ["order", it.order === "" ? unset : <code key="order">{it.order}</code>],
    ["shop", it.shop || unset],
    ["product", it.product || unset],
    ["demand", it.demand || unset],
    ["answerBy", it.answerBy === null ? unset : <Due key="answer" due={asDue(it.answerBy)} />],
    ["customerKind", it.customerKind ? names.customerKinds[it.customerKind] : unset],
    ["cause", it.cause || unset],
    ["channel", names.channels[it.channel]],
    ["owner", it.owner || unset],
  ] as const;
  return (
    <aside className="case-left">
      <StageWalk
        detail={detail}
        acts={acts}
        onEdit={onEdit}
        onRecord={onRecord}
        onHandle={onHandle}
      />
      <section className="case-facts" aria-label={t("complaints.case.facts")}>
        <h2>{t("complaints.case.facts")}</h2>
        <dl>
          {rows.map(([field, value]) => (
            <div key={field}>
              <dt>{t(`complaints.fields.${field}`)}</dt>
              <dd>{value}</dd>
            </div>
          ))}
          <div>
            <dt>{t("complaints.case.openedAt")}</dt>
            <dd>
              <Time at={it.openedAt} />
            </dd>
          </div>
        </dl>
      </section>
      {related.length > 0 && (
        <section className="case-related" aria-label={t("complaints.case.related")}>
          <h2>{t("complaints.case.related")}</h2>
          <ul>
            {related.map(({ case: other, why }) => (
              <li key={other.id}>
                <a href={caseAddress(other.id)}>{other.title}</a>
                <span className="complaint-soft">
                  {t(`complaints.case.why.${why}`)} · {names.kinds[other.kind]} ·{" "}
                  {names.stages[other.stage]} · <Time at={other.openedAt} />
                </span>
                {other.stage !== "closed" && <Deadline of={other} />}
              </li>
            ))}
          </ul>
        </section>
      )}
    </aside>
  );
}
