import { UserOutlined } from "@ant-design/icons";
import { Popover } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Customer } from "../../../shared/contract/customers.ts";
import { useCurrentCustomer } from "../../api/customer.ts";
import { keyName, useKeys } from "../../ui/keys.ts";
import { Shown } from "../../ui/Shown.tsx";
import { CustomerForm } from "./CustomerForm.tsx";
import "./customers.css";

/** Who is being served, on one line that is always there; a click or Ctrl+J changes it. */
export function CustomerCard() {
  const { t } = useTranslation();
  const customer = useCurrentCustomer();
  const [open, setOpen] = useState(false);
  useKeys("app", [
    {
      keys: "mod+j",
      words: t("customers.open"),
      run: () => setOpen(true),
    },
  ]);
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomRight"
      arrow={false}
      destroyOnHidden
      content={
        <Shown>
          <CustomerForm current={customer ?? null} onDone={() => setOpen(false)} />
        </Shown>
      }
    >
      <button
        type="button"
        className="customer-card"
        aria-label={
          customer ? t("customers.titleOf", { line: lineOf(customer) }) : t("customers.none")
        }
        aria-haspopup="dialog"
        aria-expanded={open}
        title={customer?.note || `${t("customers.open")} (${keyName("mod+j")})`}
      >
        <UserOutlined aria-hidden />
        {customer ? <Line customer={customer} /> : <span>{t("customers.none")}</span>}
      </button>
    </Popover>
  );
}

const lineOf = ({ name, order, shop }: Customer): string =>
  [name, order, shop].filter((part) => part !== "").join(" · ");

function Line({ customer: { name, order, shop } }: { customer: Customer }) {
  return (
    <>
      {name !== "" && <strong>{name}</strong>}
      {order !== "" && <span className="customer-order">{order}</span>}
      {shop !== "" && <span className="customer-shop">{shop}</span>}
    </>
  );
}
