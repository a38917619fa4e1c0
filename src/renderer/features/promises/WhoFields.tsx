import { AutoComplete, Input } from "antd";
import { useTranslation } from "react-i18next";
import { CUSTOMER_LIMITS } from "../../../shared/contract/customers.ts";
import { PHRASE_LIMITS } from "../../../shared/contract/phrases.ts";
import { PROMISE_LIMITS } from "../../../shared/contract/promises.ts";
import { useCall } from "../../api/hooks.ts";
import { Field } from "../../ui/Field.tsx";
import { useStored } from "../../ui/stored.ts";

/** To whom something was promised, and what else is to be known. */
export interface Who {
  readonly customer: string;
  readonly order: string;
  readonly shop: string;
  readonly note: string;
}

export const BLANK: Who = { customer: "", order: "", shop: "", note: "" };

interface WhoFieldsProps {
  readonly who: Who;
  readonly onChange: (changes: Partial<Who>) => void;
}

/** Customer, order, shop and note; folded away they are one line. */
export function WhoFields({ who, onChange }: WhoFieldsProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useStored("promises.details", true);
  const line = [who.customer, who.order, who.shop].filter((part) => part !== "").join(" · ");
  return (
    <details
      className="promise-who"
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        {t("promises.details")}
        {!open && line !== "" && <b>{line}</b>}
      </summary>
      <PlainFields who={who} onChange={onChange} />
    </details>
  );
}

/** The same fields, unfolded. */
export function PlainFields({ who, onChange }: WhoFieldsProps) {
  const { t } = useTranslation();
  const shops = (useCall("shops.list", {}).data ?? []).map((each) => each.name);
  return (
    <div className="fields">
      <div className="field-pair">
        <Field label={t("promises.fields.customer")}>
          {(id) => (
            <Input
              id={id}
              value={who.customer}
              maxLength={CUSTOMER_LIMITS.name}
              onChange={(event) => onChange({ customer: event.target.value })}
            />
          )}
        </Field>
        <Field label={t("promises.fields.order")}>
          {(id) => (
            <Input
              id={id}
              value={who.order}
              maxLength={CUSTOMER_LIMITS.order}
              onChange={(event) => onChange({ order: event.target.value })}
            />
          )}
        </Field>
      </div>
      <Field label={t("promises.fields.shop")}>
        {(id) => (
          <AutoComplete
            id={id}
            className="wide"
            value={who.shop}
            defaultActiveFirstOption={false}
            options={shops
              .filter((shop) => shop !== who.shop && shop.includes(who.shop))
              .map((shop) => ({ value: shop }))}
            onChange={(shop: string) =>
              onChange({ shop: (shop ?? "").slice(0, PHRASE_LIMITS.shop) })
            }
          />
        )}
      </Field>
      <Field label={t("promises.fields.note")}>
        {(id) => (
          <Input.TextArea
            id={id}
            value={who.note}
            maxLength={PROMISE_LIMITS.note}
            autoSize={{ minRows: 2, maxRows: 8 }}
            placeholder={t("promises.placeholders.note")}
            onChange={(event) => onChange({ note: event.target.value })}
          />
        )}
      </Field>
    </div>
  );
}
