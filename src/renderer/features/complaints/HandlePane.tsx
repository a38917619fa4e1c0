import { Button, Input, Rate } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { COMPLAINT_LIMITS } from "../../../shared/contract/complaintFacts.ts";
import type { ComplaintDetail } from "../../../shared/contract/complaints.ts";
import { Due, useDueWords } from "../../ui/Due.tsx";
import { EscalationPart } from "./EscalationPart.tsx";
import { MomentField } from "./MomentField.tsx";
import { asDue } from "./moments.ts";
import { PlanForm } from "./PlanForm.tsx";
import type { CaseActs } from "./useCase.ts";

interface HandlePaneProps {
  readonly detail: ComplaintDetail;
  readonly acts: CaseActs;
  readonly onWordings: () => void;
}

/** What is going to be done, who has to agree to it, and how it ended. */
export function HandlePane({ detail, acts, onWordings }: HandlePaneProps) {
  const { case: it } = detail;
  const frozen = it.stage === "closed";
  const follow = <FollowPart detail={detail} acts={acts} />;
  return (
    <div className="case-handle">
      {it.stage === "follow" && follow}
      {!frozen && (
        <>
          <PlanForm
            // A plan that came meanwhile takes the place of what is in the fields.
            key={JSON.stringify([it.plan, it.compensation])}
            detail={detail}
            acts={acts}
          />
          <EscalationPart detail={detail} acts={acts} onWordings={onWordings} />
          {it.plan && <AnswerPart detail={detail} acts={acts} />}
        </>
      )}
      {it.stage !== "follow" && follow}
    </div>
  );
}

/** Does the buyer agree? */
function AnswerPart({ detail, acts }: { detail: ComplaintDetail; acts: CaseActs }) {
  const { t } = useTranslation();
  const [refusing, setRefusing] = useState(false);
  const [policy, setPolicy] = useState("");
  const { agreed } = detail.case;
  const refuse = async (): Promise<void> => {
    if (await acts.run("complaints.answer", { agreed: false, note: policy })) setRefusing(false);
  };
  return (
    <section className="case-part" aria-label={t("complaints.handle.answer")}>
      <h3>{t("complaints.handle.answer")}</h3>
      {agreed !== null && (
        <p className="case-done">
          {t(agreed === "yes" ? "complaints.handle.isAgreed" : "complaints.handle.isRefused")}
        </p>
      )}
      <div className="case-buttons">
        <Button
          type={agreed === null ? "primary" : "default"}
          loading={acts.busy === "complaints.answer"}
          onClick={() => void acts.run("complaints.answer", { agreed: true })}
        >
          {t("complaints.handle.agreed")}
        </Button>
        <Button aria-expanded={refusing} onClick={() => setRefusing(!refusing)}>
          {t("complaints.handle.refused")}
        </Button>
      </div>
      {refusing && (
        <>
          <Input.TextArea
            autoFocus
            value={policy}
            maxLength={COMPLAINT_LIMITS.note}
            autoSize={{ minRows: 2, maxRows: 6 }}
            aria-label={t("complaints.handle.policy")}
            placeholder={t("complaints.handle.policyExample")}
            onChange={(event) => setPolicy(event.target.value)}
          />
          <Button onClick={() => void refuse()}>{t("complaints.handle.noteRefusal")}</Button>
        </>
      )}
    </section>
  );
}

/** When the buyer is called back, and how satisfied they are. */
function FollowPart({ detail, acts }: { detail: ComplaintDetail; acts: CaseActs }) {
  const { t } = useTranslation();
  const words = useDueWords();
  const [value, setValue] = useState(0);
  const [note, setNote] = useState("");
  const { stage, followUpAt, satisfaction } = detail.case;
  const move = (at: number | null): void =>
    void acts.offering(
      {
        name: "complaints.amend",
        input: { changes: { followUpAt: at } },
        said:
          at === null
            ? t("complaints.handle.followCleared")
            : t("complaints.handle.followMoved", { due: words(asDue(at), Date.now()) }),
      },
      {
        name: "complaints.amend",
        input: { changes: { followUpAt } },
        said: t("complaints.handle.followBack"),
      },
    );
  return (
    <section className="case-part" aria-label={t("complaints.handle.follow")}>
      <h3>{t("complaints.handle.follow")}</h3>
      {followUpAt === null && <p className="complaint-soft">{t("complaints.handle.noFollowUp")}</p>}
      {followUpAt !== null && (
        <p>
          {t("complaints.handle.followUpAt")} <Due due={asDue(followUpAt)} />
        </p>
      )}
      {stage === "follow" && (
        <>
          <MomentField
            label={t("complaints.handle.moveFollow")}
            value={followUpAt}
            quick={["hour", "today", "day", "days"]}
            held
            onChange={move}
          />
          <div className="case-satisfaction">
            <span id="complaint-satisfaction">{t("complaints.handle.satisfaction")}</span>
            <Rate
              value={value || (satisfaction ?? 0)}
              aria-labelledby="complaint-satisfaction"
              onChange={setValue}
            />
          </div>
          <Input
            value={note}
            maxLength={COMPLAINT_LIMITS.note}
            aria-label={t("complaints.handle.satisfactionNote")}
            placeholder={t("complaints.handle.satisfactionNote")}
            onChange={(event) => setNote(event.target.value)}
          />
          <Button
            type={satisfaction === null ? "primary" : "default"}
            disabled={value === 0}
            loading={acts.busy === "complaints.satisfaction"}
            onClick={() => void acts.run("complaints.satisfaction", { value, note })}
          >
            {t("complaints.handle.noteSatisfaction")}
          </Button>
        </>
      )}
      {satisfaction !== null && (
        <p className="case-done">{t("complaints.handle.isSatisfied", { count: satisfaction })}</p>
      )}
    </section>
  );
}
