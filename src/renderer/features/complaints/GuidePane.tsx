import { useTranslation } from "react-i18next";
import {
  type ComplaintStep,
  complaintStep,
  type CustomerKind,
  customerKind,
} from "../../../shared/contract/complaintFacts.ts";
import type { ComplaintDetail } from "../../../shared/contract/complaints.ts";
import { STEPS } from "../../../shared/rules/complaints/duties.ts";
import type { CaseActs } from "./useCase.ts";
import { useGuide, useNames } from "./useNames.ts";

/** How to go about it: the seven steps, the usual way of this kind, and how to speak to this buyer. */
export function GuidePane({ detail, acts }: { detail: ComplaintDetail; acts: CaseActs }) {
  const { t } = useTranslation();
  const names = useNames();
  const guide = useGuide();
  const { case: it } = detail;
  const isNow = (step: ComplaintStep): boolean => STEPS[step].stage === it.stage;
  const set = (kind: CustomerKind | null): void =>
    void acts.offering(
      {
        name: "complaints.amend",
        input: { changes: { customerKind: kind } },
        said: t("complaints.guide.kindSet", {
          kind: kind ? names.customerKinds[kind] : t("complaints.hints.unknownKind"),
        }),
      },
      {
        name: "complaints.amend",
        input: { changes: { customerKind: it.customerKind } },
        said: t("complaints.guide.kindBack"),
      },
    );
  return (
    <div className="case-guide">
      <section aria-label={t("complaints.guide.customer")}>
        <h3>{t("complaints.guide.customer")}</h3>
        <div className="case-kinds">
          {customerKind.options.map((kind) => (
            <button
              key={kind}
              type="button"
              aria-pressed={kind === it.customerKind}
              title={guide.customers[kind].sign}
              onClick={() => set(kind === it.customerKind ? null : kind)}
            >
              {names.customerKinds[kind]}
            </button>
          ))}
        </div>
        {it.customerKind && (
          <>
            <p className="complaint-soft">
              {t("complaints.guide.sign", { sign: guide.customers[it.customerKind].sign })}
            </p>
            <ul>
              {guide.customers[it.customerKind].help.map((help) => (
                <li key={help}>{help}</li>
              ))}
            </ul>
          </>
        )}
      </section>
      <section aria-label={t("complaints.guide.steps")}>
        <h3>{t("complaints.guide.steps")}</h3>
        <ol className="case-steps">
          {complaintStep.options.map((step) => (
            <li key={step} data-now={isNow(step) || undefined}>
              <b>{names.steps[step]}</b>
              {isNow(step) && <span className="complaint-kind">{t("complaints.guide.now")}</span>}
              <p>
                <span className="case-do">{t("complaints.guide.do")}</span> {guide.steps[step].do}
              </p>
              <p className="complaint-soft">
                <span className="case-avoid">{t("complaints.guide.avoid")}</span>{" "}
                {guide.steps[step].avoid}
              </p>
            </li>
          ))}
        </ol>
      </section>
      <section aria-label={t("complaints.guide.flow", { kind: names.kinds[it.kind] })}>
        <h3>{t("complaints.guide.flow", { kind: names.kinds[it.kind] })}</h3>
        <ol>
          {guide.flows[it.kind].map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </section>
    </div>
  );
}
