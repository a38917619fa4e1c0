import { SnippetsOutlined } from "@ant-design/icons";
import { AutoComplete, Button, Input } from "antd";
import { type ClipboardEvent, type KeyboardEvent, type ReactNode, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import {
  type Customer,
  CUSTOMER_LIMITS,
  type CustomerFields,
} from "../../../shared/contract/customers.ts";
import { PHRASE_LIMITS } from "../../../shared/contract/phrases.ts";
import { useAct, useCall } from "../../api/hooks.ts";
import { isComposing, keyName } from "../../ui/keys.ts";
import { failureSentence } from "../../ui/Notices.tsx";
import { RecentCustomers } from "./RecentCustomers.tsx";
import { useReading } from "./useReading.ts";

interface CustomerFormProps {
  readonly current: Customer | null;
  readonly onDone: () => void;
}

const EMPTY: CustomerFields = { name: "", order: "", shop: "", note: "" };

/** Who is being served: typed, read from the clipboard, or one of the last. Enter saves. */
export function CustomerForm({ current, onDone }: CustomerFormProps) {
  const { t } = useTranslation();
  const id = useId();
  const shops = useCall("shops.list", {}).data ?? [];
  const settings = useCall("settings.get", {}).data;
  // Null: somebody else than the one in hand.
  const [edited, setEdited] = useState<string | null>(current?.id ?? null);
  const [fields, setFields] = useState<CustomerFields>(() =>
    current ? pick(current) : { ...EMPTY, shop: settings?.shop ?? "" },
  );
  const save = useAct("customers.set", { quiet: true });
  const clear = useAct("customers.clear");
  const { reading, fromText, fromClipboard, forget } = useReading((understood) => {
    setEdited(null);
    setFields({
      name: understood.name,
      order: understood.order,
      shop: understood.shop || (settings?.shop ?? ""),
      note: understood.note,
    });
  });

  const set = (key: keyof CustomerFields, value: string): void =>
    setFields((before) => ({ ...before, [key]: value }));
  const submit = (): void =>
    save.mutate({ id: edited, ...fields }, { onSuccess: onDone, onError: () => undefined });
  const another = (): void => {
    setEdited(null);
    setFields({ ...EMPTY, shop: settings?.shop ?? "" });
    forget();
    document.getElementById(`${id}-name`)?.focus();
  };
  const pressed = (event: KeyboardEvent): void => {
    if (isComposing(event.nativeEvent) || event.defaultPrevented) return;
    if (event.key === "Escape") onDone();
    else if (event.key === "Enter" && event.target instanceof HTMLInputElement) submit();
    else return;
    event.preventDefault();
  };
  // A whole order page pasted into a field is read, not squeezed into it.
  const pasted = (event: ClipboardEvent): void => {
    const text = event.clipboardData.getData("text");
    if (!text.trim().includes("\n") && text.length <= 60) return;
    event.preventDefault();
    void fromText(text);
  };
  const others = {
    name: reading.understood?.names.filter((each) => each !== fields.name) ?? [],
    order: reading.understood?.orders.filter((each) => each !== fields.order) ?? [],
  };

  return (
    <div
      className="customer-form"
      role="dialog"
      aria-label={t("customers.title")}
      onKeyDown={pressed}
    >
      <header>
        <h3>{t("customers.title")}</h3>
        <Button
          size="small"
          icon={<SnippetsOutlined aria-hidden />}
          title={t("customers.fromClipboardWords")}
          onClick={() => void fromClipboard()}
        >
          {t("customers.fromClipboard")}
        </Button>
      </header>
      {!current && reading.note === "" && (
        <p className="customer-soft">{t("customers.noneWords")}</p>
      )}
      {reading.note !== "" && (
        <p className={reading.failed ? "customer-failed" : "customer-found"} role="status">
          {reading.note}
        </p>
      )}
      <div className="customer-fields" onPaste={pasted}>
        <Row id={`${id}-name`} label={t("customers.name")}>
          <Input
            id={`${id}-name`}
            autoFocus
            value={fields.name}
            maxLength={CUSTOMER_LIMITS.name}
            placeholder={t("customers.namePlaceholder")}
            onChange={(event) => set("name", event.target.value)}
          />
          <Others names={others.name} onPick={(name) => set("name", name)} />
        </Row>
        <Row id={`${id}-order`} label={t("customers.order")}>
          <Input
            id={`${id}-order`}
            value={fields.order}
            maxLength={CUSTOMER_LIMITS.order}
            placeholder={t("customers.orderPlaceholder")}
            onChange={(event) => set("order", event.target.value)}
          />
          <Others names={others.order} onPick={(order) => set("order", order)} />
        </Row>
        <Row id={`${id}-shop`} label={t("customers.shop")}>
          <AutoComplete
            id={`${id}-shop`}
            value={fields.shop}
            maxLength={PHRASE_LIMITS.shop}
            options={shops.map(({ name }) => ({ value: name }))}
            showSearch={{ filterOption: (input, option) => option?.value.includes(input) ?? false }}
            onChange={(shop: string | undefined) => set("shop", shop ?? "")}
          />
        </Row>
        <Row id={`${id}-note`} label={t("customers.note")}>
          <Input
            id={`${id}-note`}
            value={fields.note}
            maxLength={CUSTOMER_LIMITS.note}
            onChange={(event) => set("note", event.target.value)}
          />
        </Row>
      </div>
      {save.isError && (
        <p className="customer-failed" role="alert">
          {failureSentence(save.error)}
        </p>
      )}
      <footer>
        {current && (
          <>
            <Button type="text" onClick={another}>
              {t("customers.another")}
            </Button>
            <Button type="text" onClick={() => clear.mutate({}, { onSuccess: onDone })}>
              {t("customers.clear")}
            </Button>
          </>
        )}
        <span className="customer-gap" />
        <Button type="primary" onClick={submit}>
          {t("customers.save")} {keyName("enter")}
        </Button>
      </footer>
      <RecentCustomers currentId={current?.id ?? null} onDone={onDone} />
    </div>
  );
}

const pick = ({ name, order, shop, note }: Customer): CustomerFields => ({
  name,
  order,
  shop,
  note,
});

function Row({ id, label, children }: { id: string; label: string; children: ReactNode }) {
  return (
    <div className="customer-row">
      <label htmlFor={id}>{label}</label>
      <div>{children}</div>
    </div>
  );
}

/** What else the text could have meant. */
function Others({ names, onPick }: { names: readonly string[]; onPick: (name: string) => void }) {
  const { t } = useTranslation();
  if (names.length === 0) return null;
  return (
    <div className="customer-others">
      <span>{t("customers.others")}</span>
      {names.slice(0, 3).map((name) => (
        <button key={name} type="button" onClick={() => onPick(name)}>
          {name}
        </button>
      ))}
    </div>
  );
}
