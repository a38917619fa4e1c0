import { AutoComplete, Button, Input, Select } from "antd";
import { type KeyboardEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import {
  COMPLAINT_LIMITS,
  type ComplaintChanges,
  complaintChannel,
  complaintKind,
  complaintSeverity,
  customerKind,
} from "../../../shared/contract/complaintFacts.ts";
import type { Complaint } from "../../../shared/contract/complaints.ts";
import { useCall } from "../../api/hooks.ts";
import { changesOf } from "../../ui/edits.ts";
import { Field } from "../../ui/Field.tsx";
import { isComposing, keyName } from "../../ui/keys.ts";
import { Dialog } from "../../ui/Dialog.tsx";
import { MomentField } from "./MomentField.tsx";
import { useNames } from "./useNames.ts";

type Facts = Required<Omit<ComplaintChanges, "followUpAt">>;
type Line = "title" | "customer" | "order" | "demand";
type Known = "shop" | "product" | "owner" | "cause";

const LIMIT: Readonly<Record<Line | Known, number>> = {
  title: COMPLAINT_LIMITS.title,
  customer: COMPLAINT_LIMITS.name,
  order: COMPLAINT_LIMITS.order,
  demand: COMPLAINT_LIMITS.demand,
  shop: COMPLAINT_LIMITS.shop,
  product: COMPLAINT_LIMITS.product,
  owner: COMPLAINT_LIMITS.name,
  cause: COMPLAINT_LIMITS.cause,
};

/** What a case says of itself, as the form has it. */
export function factsOf(it: Complaint): Facts {
  const { title, customer, order, shop, product, kind, channel, severity, owner } = it;
  const { demand, customerKind: character, cause, answerBy } = it;
  return {
    ...{ title, customer, order, shop, product, kind, channel, severity, owner },
    ...{ demand, customerKind: character, cause, answerBy },
  };
}

interface CaseFactsProps {
  readonly of: Complaint;
  readonly onClose: () => void;
  /** Given only what differs. */
  readonly onSave: (changes: Partial<Facts>) => void;
}

/** Changes what the case says of itself; what it said before stays in its course. */
export function CaseFacts({ of, onClose, onSave }: CaseFactsProps) {
  const { t } = useTranslation();
  const names = useNames();
  const [saved] = useState(() => factsOf(of));
  const [facts, setFacts] = useState(saved);
  const set = (changes: Partial<Facts>): void => setFacts((now) => ({ ...now, ...changes }));
  const save = (): void => {
    const changes = changesOf(saved, facts);
    if (Object.keys(changes).length > 0) onSave(changes);
    onClose();
  };
  const pressed = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" || isComposing(event.nativeEvent)) return;
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    save();
  };
  const line = (field: Line) => (
    <Field label={t(`complaints.fields.${field}`)}>
      {(id) => (
        <Input
          id={id}
          autoFocus={field === "title"}
          value={facts[field]}
          maxLength={LIMIT[field]}
          onChange={(event) => set({ [field]: event.target.value })}
        />
      )}
    </Field>
  );
  const known = (field: Known) => (
    <KnownField field={field} value={facts[field]} onChange={(value) => set({ [field]: value })} />
  );
  return (
    <Dialog
      open
      title={t("complaints.case.editFacts")}
      width={640}
      onCancel={onClose}
      footer={null}
      destroyOnHidden
    >
      <div className="complaint-new fields" onKeyDown={pressed}>
        {line("title")}
        <div className="complaint-three">
          {line("customer")}
          {line("order")}
          {known("shop")}
          {known("product")}
          <Field label={t("complaints.fields.kind")}>
            {(id) => (
              <Select
                id={id}
                className="wide"
                value={facts.kind}
                options={complaintKind.options.map((value) => ({
                  value,
                  label: names.kinds[value],
                }))}
                onChange={(kind: Facts["kind"]) => set({ kind })}
              />
            )}
          </Field>
          <Field label={t("complaints.fields.severity")}>
            {(id) => (
              <Select
                id={id}
                className="wide"
                value={facts.severity}
                options={complaintSeverity.options.map((value) => ({
                  value,
                  label: names.severities[value],
                }))}
                onChange={(severity: Facts["severity"]) => set({ severity })}
              />
            )}
          </Field>
          <Field label={t("complaints.fields.channel")}>
            {(id) => (
              <Select
                id={id}
                className="wide"
                value={facts.channel}
                options={complaintChannel.options.map((value) => ({
                  value,
                  label: names.channels[value],
                }))}
                onChange={(channel: Facts["channel"]) => set({ channel })}
              />
            )}
          </Field>
          {known("owner")}
          <Field label={t("complaints.fields.customerKind")}>
            {(id) => (
              <Select
                id={id}
                className="wide"
                value={facts.customerKind ?? ""}
                options={[
                  { value: "", label: t("complaints.hints.unknownKind") },
                  ...customerKind.options.map((value) => ({
                    value,
                    label: names.customerKinds[value],
                  })),
                ]}
                onChange={(value: string) =>
                  set({ customerKind: customerKind.options.find((each) => each === value) ?? null })
                }
              />
            )}
          </Field>
        </div>
        {line("demand")}
        {known("cause")}
        <p className="complaint-soft">{t("complaints.hints.cause")}</p>
        <div className="field">
          <span className="field-label">{t("complaints.fields.answerBy")}</span>
          <MomentField
            label={t("complaints.fields.answerBy")}
            value={facts.answerBy}
            quick={["hour", "today", "day"]}
            onChange={(answerBy) => set({ answerBy })}
          />
        </div>
        <footer className="complaint-foot">
          <Button onClick={onClose}>{t("complaints.cancel")}</Button>
          <Button type="primary" onClick={save}>
            {t("complaints.save")} {keyName("mod+enter")}
          </Button>
        </footer>
      </div>
    </Dialog>
  );
}

/** A field that offers what was written into it before. */
function KnownField(props: {
  readonly field: Known;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const { field, value, onChange } = props;
  const { t } = useTranslation();
  const offered =
    useCall("complaints.known", { field, text: value.slice(0, 60) }, { keepPrevious: true }).data ??
    [];
  return (
    <Field label={t(`complaints.fields.${field}`)}>
      {(id) => (
        <AutoComplete
          id={id}
          className="wide"
          value={value}
          maxLength={LIMIT[field]}
          options={offered.map((each) => ({ value: each }))}
          onChange={(next: string | undefined) => onChange(next ?? "")}
        />
      )}
    </Field>
  );
}
