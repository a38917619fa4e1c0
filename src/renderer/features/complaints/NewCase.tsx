import { AutoComplete, Button, Input, Radio, Select } from "antd";
import { type KeyboardEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import {
  COMPLAINT_LIMITS,
  type ComplaintChannel,
  complaintChannel,
  type ComplaintKind,
  complaintKind,
  type ComplaintSeverity,
  complaintSeverity,
} from "../../../shared/contract/complaintFacts.ts";
import { useCurrentCustomer } from "../../api/customer.ts";
import { useAct, useCall } from "../../api/hooks.ts";
import { Field } from "../../ui/Field.tsx";
import { failureSentence, useNotify } from "../../ui/Notices.tsx";
import { isComposing, keyName } from "../../ui/keys.ts";
import { Dialog } from "../../ui/Dialog.tsx";
import { MomentField } from "./MomentField.tsx";
import { quickMoment } from "./moments.ts";
import { useNames } from "./useNames.ts";

interface NewCaseProps {
  readonly onClose: () => void;
  readonly onMade: (id: string) => void;
}

/** A complaint written down while the buyer is still on the line. Ctrl+Enter saves. */
export function NewCase({ onClose, onMade }: NewCaseProps) {
  const { t } = useTranslation();
  const customer = useCurrentCustomer();
  // The form begins with who is in hand: not before that is known.
  if (customer === undefined) return null;
  return (
    <Dialog
      open
      title={t("complaints.new")}
      width={640}
      footer={null}
      onCancel={onClose}
      destroyOnHidden
    >
      <Form
        customer={customer?.name ?? ""}
        order={customer?.order ?? ""}
        shop={customer?.shop ?? ""}
        onMade={onMade}
      />
    </Dialog>
  );
}

function Form(props: {
  readonly customer: string;
  readonly order: string;
  readonly shop: string;
  readonly onMade: (id: string) => void;
}) {
  const { t } = useTranslation();
  const names = useNames();
  const notify = useNotify();
  const id = useId();
  const known = props.customer !== "" || props.order !== "";
  const [draft, setDraft] = useState(() => ({
    customer: props.customer,
    order: props.order,
    shop: props.shop,
    product: "",
    kind: "logistics" as ComplaintKind,
    channel: "chat" as ComplaintChannel,
    severity: "normal" as ComplaintSeverity,
    words: "",
    demand: "",
    answerBy: quickMoment("hour", Date.now()) as number | null,
  }));
  const open = useAct("complaints.open", { quiet: true });
  const set = (changes: Partial<typeof draft>): void => setDraft((now) => ({ ...now, ...changes }));
  const products =
    useCall(
      "complaints.known",
      { field: "product", text: draft.product.slice(0, 60) },
      { keepPrevious: true },
    ).data ?? [];
  const shops = useCall("shops.list", {}).data ?? [];

  const save = (): void => {
    if (open.isPending) return;
    open.mutate(draft, {
      onSuccess: (detail) => {
        notify("info", t("complaints.newCase.made", { number: detail.case.number }));
        props.onMade(detail.case.id);
      },
      onError: () => undefined,
    });
  };
  const pressed = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" || isComposing(event.nativeEvent)) return;
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    save();
  };
  const line = (field: "customer" | "order", limit: number) => (
    <Field label={t(`complaints.fields.${field}`)}>
      {(fieldId) => (
        <Input
          id={fieldId}
          autoFocus={field === "customer" && !known}
          value={draft[field]}
          maxLength={limit}
          onChange={(event) => set({ [field]: event.target.value })}
        />
      )}
    </Field>
  );
  return (
    <div className="complaint-new fields" onKeyDown={pressed}>
      {known && <p className="complaint-soft">{t("complaints.newCase.from")}</p>}
      <div className="complaint-three">
        {line("customer", COMPLAINT_LIMITS.name)}
        {line("order", COMPLAINT_LIMITS.order)}
        <Field label={t("complaints.fields.shop")}>
          {(fieldId) => (
            <AutoComplete
              id={fieldId}
              className="wide"
              value={draft.shop}
              maxLength={COMPLAINT_LIMITS.shop}
              options={shops.map(({ name }) => ({ value: name }))}
              showSearch={{
                filterOption: (typed, option) => option?.value.includes(typed) ?? false,
              }}
              onChange={(shop: string | undefined) => set({ shop: shop ?? "" })}
            />
          )}
        </Field>
      </div>
      <Field label={t("complaints.fields.words")}>
        {(fieldId) => (
          <Input.TextArea
            id={fieldId}
            autoFocus={known}
            value={draft.words}
            maxLength={COMPLAINT_LIMITS.record}
            autoSize={{ minRows: 3, maxRows: 8 }}
            placeholder={t("complaints.hints.words")}
            onChange={(event) => set({ words: event.target.value })}
          />
        )}
      </Field>
      <div className="field">
        <span className="field-label" id={`${id}-kind`}>
          {t("complaints.fields.kind")}
        </span>
        <Radio.Group
          aria-labelledby={`${id}-kind`}
          optionType="button"
          buttonStyle="solid"
          value={draft.kind}
          options={complaintKind.options.map((value) => ({ value, label: names.kinds[value] }))}
          onChange={(event) => set({ kind: event.target.value as ComplaintKind })}
        />
      </div>
      <div className="field">
        <span className="field-label" id={`${id}-severity`}>
          {t("complaints.fields.severity")}
        </span>
        <Radio.Group
          aria-labelledby={`${id}-severity`}
          optionType="button"
          buttonStyle="solid"
          value={draft.severity}
          options={complaintSeverity.options.map((value) => ({
            value,
            label: names.severities[value],
          }))}
          onChange={(event) => set({ severity: event.target.value as ComplaintSeverity })}
        />
      </div>
      <div className="field">
        <span className="field-label">{t("complaints.fields.answerBy")}</span>
        <MomentField
          label={t("complaints.fields.answerBy")}
          value={draft.answerBy}
          quick={["hour", "today", "day"]}
          begins="hour"
          onChange={(answerBy) => set({ answerBy })}
        />
      </div>
      <div className="complaint-three">
        <Field label={t("complaints.fields.channel")}>
          {(fieldId) => (
            <Select
              id={fieldId}
              className="wide"
              value={draft.channel}
              options={complaintChannel.options.map((value) => ({
                value,
                label: names.channels[value],
              }))}
              onChange={(channel: ComplaintChannel) => set({ channel })}
            />
          )}
        </Field>
        <Field label={t("complaints.fields.product")}>
          {(fieldId) => (
            <AutoComplete
              id={fieldId}
              className="wide"
              value={draft.product}
              maxLength={COMPLAINT_LIMITS.product}
              placeholder={t("complaints.hints.product")}
              options={products.map((value) => ({ value }))}
              onChange={(product: string | undefined) => set({ product: product ?? "" })}
            />
          )}
        </Field>
        <Field label={t("complaints.fields.demand")}>
          {(fieldId) => (
            <Input
              id={fieldId}
              value={draft.demand}
              maxLength={COMPLAINT_LIMITS.demand}
              placeholder={t("complaints.hints.demand")}
              onChange={(event) => set({ demand: event.target.value })}
            />
          )}
        </Field>
      </div>
      {open.isError && (
        <p className="complaint-failed" role="alert">
          {failureSentence(open.error)}
        </p>
      )}
      <footer className="complaint-foot">
        <Button type="primary" loading={open.isPending} onClick={save}>
          {t("complaints.newCase.open")} {keyName("mod+enter")}
        </Button>
      </footer>
    </div>
  );
}
