import { Button, Input, Radio, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  type ComplaintLevel,
  complaintLevel,
  COMPLAINT_LIMITS,
} from "../../../shared/contract/complaintFacts.ts";
import type { ComplaintDetail, Escalation } from "../../../shared/contract/complaints.ts";
import { inChat, toFen } from "../../../shared/rules/price/money.ts";
import { Due } from "../../ui/Due.tsx";
import { Field } from "../../ui/Field.tsx";
import { MomentField } from "./MomentField.tsx";
import { asDue } from "./moments.ts";
import { yuanWords } from "./money.ts";
import type { CaseActs } from "./useCase.ts";
import { useNames } from "./useNames.ts";

interface EscalationPartProps {
  readonly detail: ComplaintDetail;
  readonly acts: CaseActs;
  readonly onWordings: () => void;
}

/** What goes up to a superior, and what came back. */
export function EscalationPart({ detail, acts, onWordings }: EscalationPartProps) {
  const { t, i18n } = useTranslation();
  const names = useNames();
  const { case: it, authority } = detail;
  const [asking, setAsking] = useState(false);
  const { escalation, needsApproval, compensation } = it;
  const waiting = escalation?.state === "waiting";
  return (
    <section className="case-part fields" aria-label={t("complaints.handle.escalation")}>
      {(needsApproval || escalation || asking) && <h3>{t("complaints.handle.escalation")}</h3>}
      {needsApproval && !waiting && (
        <p className="case-warn" role="alert">
          {t("complaints.handle.needs", {
            amount: yuanWords(compensation?.fen ?? 0, i18n.language),
            level: names.levels[authority.escalate.level],
          })}
        </p>
      )}
      {escalation && !waiting && <Decided escalation={escalation} />}
      {waiting && (
        <>
          <p>
            {t("complaints.handle.waiting", {
              to: escalation.to || names.levels[escalation.level],
            })}{" "}
            <Due due={asDue(escalation.by)} />
          </p>
          <DecideForm detail={detail} acts={acts} escalation={escalation} />
        </>
      )}
      {!waiting && (needsApproval || asking) && (
        <EscalateForm
          detail={detail}
          acts={acts}
          onDone={() => setAsking(false)}
          onWordings={onWordings}
        />
      )}
      {!waiting && !needsApproval && !asking && (
        <Button type="link" size="small" className="case-link" onClick={() => setAsking(true)}>
          {t("complaints.handle.escalateAnyway")}
        </Button>
      )}
    </section>
  );
}

function Decided({ escalation }: { escalation: Escalation }) {
  const { t, i18n } = useTranslation();
  const { state, decidedBy, decision, fen } = escalation;
  return (
    <>
      <p className={state === "approved" ? "case-done" : "case-warn"}>
        {state === "refused"
          ? t("complaints.handle.declined", { name: decidedBy })
          : fen === null
            ? t("complaints.handle.approvedPlain", { name: decidedBy })
            : t("complaints.handle.approved", {
                name: decidedBy,
                amount: yuanWords(fen, i18n.language),
              })}
      </p>
      {decision !== "" && <p className="complaint-soft">{decision}</p>}
    </>
  );
}

function EscalateForm(props: {
  readonly detail: ComplaintDetail;
  readonly acts: CaseActs;
  readonly onDone: () => void;
  readonly onWordings: () => void;
}) {
  const { detail, acts, onDone, onWordings } = props;
  const { t } = useTranslation();
  const names = useNames();
  const { escalate } = detail.authority;
  const [to, setTo] = useState(escalate.to);
  const [level, setLevel] = useState<ComplaintLevel>(escalate.level);
  const [by, setBy] = useState<number | null>(escalate.by);
  const [reason, setReason] = useState("");
  const send = async (): Promise<void> => {
    const input = { to, level, reason, ...(by === null ? {} : { by }) };
    if (await acts.run("complaints.escalate", input)) onDone();
  };
  return (
    <>
      <div className="field-pair">
        <Field label={t("complaints.handle.level")}>
          {(id) => (
            <Select
              id={id}
              className="wide"
              value={level}
              options={complaintLevel.options.map((value) => ({
                value,
                label: names.levels[value],
              }))}
              onChange={setLevel}
            />
          )}
        </Field>
        <Field label={t("complaints.handle.to")}>
          {(id) => (
            <Input
              id={id}
              value={to}
              maxLength={COMPLAINT_LIMITS.name}
              placeholder={t("complaints.handle.toExample")}
              onChange={(event) => setTo(event.target.value)}
            />
          )}
        </Field>
      </div>
      <Field label={t("complaints.handle.why")}>
        {(id) => (
          <Input.TextArea
            id={id}
            value={reason}
            maxLength={COMPLAINT_LIMITS.note}
            autoSize={{ minRows: 2, maxRows: 5 }}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      <div className="field">
        <span className="field-label">{t("complaints.handle.by")}</span>
        <MomentField
          label={t("complaints.handle.by")}
          value={by}
          quick={["hour", "today", "day"]}
          onChange={setBy}
        />
      </div>
      <div className="case-buttons">
        <Button
          type="primary"
          disabled={reason.trim() === ""}
          loading={acts.busy === "complaints.escalate"}
          onClick={() => void send()}
        >
          {t("complaints.handle.escalate")}
        </Button>
        <Button type="link" size="small" onClick={onWordings}>
          {t("complaints.handle.wording")}
        </Button>
      </div>
    </>
  );
}

function DecideForm(props: {
  readonly detail: ComplaintDetail;
  readonly acts: CaseActs;
  readonly escalation: Escalation;
}) {
  const { detail, acts, escalation } = props;
  const { t } = useTranslation();
  const [approved, setApproved] = useState(true);
  const [decidedBy, setDecidedBy] = useState(escalation.to);
  const [amount, setAmount] = useState(() => inChat(detail.case.compensation?.fen ?? 0));
  const [note, setNote] = useState("");
  const fen = toFen(amount || "0");
  const decide = (): void =>
    void acts.run("complaints.decide", {
      approved,
      decidedBy,
      note,
      fen: approved ? fen : null,
    });
  return (
    <div className="case-decide fields" role="group" aria-label={t("complaints.handle.decide")}>
      <h4>{t("complaints.handle.decide")}</h4>
      <Radio.Group
        aria-label={t("complaints.handle.decide")}
        optionType="button"
        buttonStyle="solid"
        value={approved}
        options={[
          { value: true, label: t("complaints.handle.approve") },
          { value: false, label: t("complaints.handle.decline") },
        ]}
        onChange={(event) => setApproved(event.target.value as boolean)}
      />
      <div className="field-pair">
        <Field label={t("complaints.handle.decidedBy")}>
          {(id) => (
            <Input
              id={id}
              value={decidedBy}
              maxLength={COMPLAINT_LIMITS.name}
              onChange={(event) => setDecidedBy(event.target.value)}
            />
          )}
        </Field>
        {approved && (
          <Field label={t("complaints.handle.mayGive")}>
            {(id) => (
              <Input
                id={id}
                inputMode="decimal"
                prefix="¥"
                value={amount}
                maxLength={12}
                {...(fen === null ? { status: "error" as const } : {})}
                onChange={(event) => setAmount(event.target.value)}
              />
            )}
          </Field>
        )}
      </div>
      <Field label={t("complaints.handle.decisionNote")}>
        {(id) => (
          <Input.TextArea
            id={id}
            value={note}
            maxLength={COMPLAINT_LIMITS.note}
            autoSize={{ minRows: 1, maxRows: 5 }}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
      </Field>
      <Button
        type="primary"
        disabled={decidedBy.trim() === "" || (approved && fen === null)}
        loading={acts.busy === "complaints.decide"}
        onClick={decide}
      >
        {t("complaints.handle.noteDecision")}
      </Button>
    </div>
  );
}
