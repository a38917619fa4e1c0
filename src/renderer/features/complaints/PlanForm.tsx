import { Button, Input, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  type CompensationKind,
  compensationKind,
  COMPLAINT_LIMITS,
} from "../../../shared/contract/complaintFacts.ts";
import type { ComplaintDetail } from "../../../shared/contract/complaints.ts";
import { inChat, toFen } from "../../../shared/rules/price/money.ts";
import { Field } from "../../ui/Field.tsx";
import { MomentField } from "./MomentField.tsx";
import { yuanWords } from "./money.ts";
import type { CaseActs } from "./useCase.ts";
import { useNames } from "./useNames.ts";

/** Of these an amount is asked for. */
const WORTH = new Set<CompensationKind>(compensationKind.options.filter((kind) => kind !== "none"));

/** What is going to be done, why, until when, and what the buyer gets; how much this person may give stands beside it. */
export function PlanForm({ detail, acts }: { detail: ComplaintDetail; acts: CaseActs }) {
  const { t, i18n } = useTranslation();
  const names = useNames();
  const { case: it, authority } = detail;
  const [measure, setMeasure] = useState(it.plan?.measure ?? "");
  const [reason, setReason] = useState(it.plan?.reason ?? "");
  const [dueAt, setDueAt] = useState(it.plan?.dueAt ?? null);
  const [kind, setKind] = useState<CompensationKind>(it.compensation?.kind ?? "none");
  const [amount, setAmount] = useState(it.compensation?.fen ? inChat(it.compensation.fen) : "");
  const [note, setNote] = useState(it.compensation?.note ?? "");

  const fen = WORTH.has(kind) ? (toFen(amount || "0") ?? Number.NaN) : 0;
  const above = authority.limit !== null && fen > authority.limit;
  const role = names.roles[authority.role];
  const level = names.levels[authority.escalate.level];
  const propose = (): void =>
    void acts.run("complaints.propose", {
      plan: { measure, reason, dueAt },
      compensation: { kind, fen, note },
    });
  return (
    <section className="case-part fields" aria-label={t("complaints.handle.plan")}>
      <h3>{t("complaints.handle.plan")}</h3>
      <Field label={t("complaints.handle.measure")}>
        {(id) => (
          <Input.TextArea
            id={id}
            value={measure}
            maxLength={COMPLAINT_LIMITS.note}
            autoSize={{ minRows: 2, maxRows: 6 }}
            placeholder={t("complaints.handle.measureExample")}
            onChange={(event) => setMeasure(event.target.value)}
          />
        )}
      </Field>
      <Field label={t("complaints.handle.reason")}>
        {(id) => (
          <Input
            id={id}
            value={reason}
            maxLength={COMPLAINT_LIMITS.note}
            placeholder={t("complaints.handle.reasonExample")}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      <div className="field">
        <span className="field-label">{t("complaints.handle.dueAt")}</span>
        <MomentField
          label={t("complaints.handle.dueAt")}
          value={dueAt}
          quick={["today", "day", "days"]}
          onChange={setDueAt}
        />
      </div>
      <div className="field-pair">
        <Field label={t("complaints.handle.compensation")}>
          {(id) => (
            <Select
              id={id}
              className="wide"
              value={kind}
              options={compensationKind.options.map((value) => ({
                value,
                label: names.compensations[value],
              }))}
              onChange={setKind}
            />
          )}
        </Field>
        {WORTH.has(kind) && (
          <Field label={t("complaints.handle.amount")}>
            {(id) => (
              <Input
                id={id}
                inputMode="decimal"
                prefix="¥"
                value={amount}
                maxLength={12}
                {...(Number.isNaN(fen) ? { status: "error" as const } : {})}
                onChange={(event) => setAmount(event.target.value)}
              />
            )}
          </Field>
        )}
      </div>
      {kind !== "none" && (
        <Input
          value={note}
          maxLength={COMPLAINT_LIMITS.note}
          aria-label={t("complaints.handle.note")}
          placeholder={t("complaints.handle.note")}
          onChange={(event) => setNote(event.target.value)}
        />
      )}
      <p className={above ? "case-warn" : "complaint-soft"} role={above ? "alert" : undefined}>
        {above
          ? t("complaints.handle.above", {
              amount: yuanWords(fen - (authority.limit ?? 0), i18n.language),
              level,
            })
          : authority.limit === null
            ? t("complaints.handle.noLimit", { role, kind: names.kinds[it.kind] })
            : t("complaints.handle.limit", {
                role,
                kind: names.kinds[it.kind],
                limit: yuanWords(authority.limit, i18n.language),
              })}
      </p>
      {it.agreed !== null && it.plan && (
        <p className="complaint-soft">{t("complaints.handle.changed")}</p>
      )}
      <Button
        type={it.plan ? "default" : "primary"}
        disabled={measure.trim() === "" || Number.isNaN(fen)}
        loading={acts.busy === "complaints.propose"}
        onClick={propose}
      >
        {t(it.plan ? "complaints.handle.proposeAnew" : "complaints.handle.propose")}
      </Button>
    </section>
  );
}
