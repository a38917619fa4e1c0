import { Button, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { CUSTOMER_LIMITS } from "../../../shared/contract/customers.ts";
import { URGING_LIMITS, type UrgingRow } from "../../../shared/contract/urging.ts";
import { useCurrentCustomer } from "../../api/customer.ts";
import { call } from "../../api/client.ts";
import { useAct } from "../../api/hooks.ts";
import { Field } from "../../ui/Field.tsx";
import { useUndo } from "../../ui/Undo.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { centsIn } from "./money.ts";

const EMPTY = { order: "", buyer: "", shop: "", goods: "", amount: "" };

interface AddDialogProps {
  readonly onClose: () => void;
  readonly onAdded: (row: UrgingRow) => void;
}

/** One order by hand, or from the customer in hand. */
export function AddDialog({ onClose, onAdded }: AddDialogProps) {
  const { t } = useTranslation();
  const undo = useUndo();
  const add = useAct("urging.add");
  const customer = useCurrentCustomer();
  const [fields, setFields] = useState(EMPTY);
  const cents = centsIn(fields.amount);
  const set = (change: Partial<typeof EMPTY>): void => setFields({ ...fields, ...change });

  const save = (): void => {
    if (cents === null) return;
    const { amount: _amount, ...rest } = fields;
    add.mutate(
      { ...rest, ...(cents === undefined ? {} : { amount: cents }) },
      {
        onSuccess: ({ order: row, event }) => {
          const { order } = row;
          if (event !== null)
            undo.offer({
              sentence: t("urging.add.saved", { order }),
              takeBack: async () => {
                await call("urging.withdraw", { order, event });
                return t("urging.add.takenBack", { order });
              },
            });
          onClose();
          onAdded(row);
        },
      },
    );
  };
  const input = (key: keyof typeof EMPTY, label: string, maxLength: number, first = false) => (
    <Field label={label}>
      {(id) => (
        <Input
          id={id}
          autoFocus={first}
          value={fields[key]}
          maxLength={maxLength}
          onChange={(event) => set({ [key]: event.target.value })}
          onPressEnter={(event) => (event.nativeEvent.isComposing ? undefined : save())}
        />
      )}
    </Field>
  );
  return (
    <Dialog
      open
      title={t("urging.add.title")}
      okText={t("urging.add.save")}
      okButtonProps={{ disabled: fields.order.trim() === "" || cents === null }}
      confirmLoading={add.isPending}
      onOk={save}
      onCancel={onClose}
    >
      <div className="fields">
        {customer && (
          <Button
            onClick={() =>
              set({ order: customer.order, buyer: customer.name, shop: customer.shop })
            }
          >
            {t("urging.add.fromCustomer")}: {customer.name || customer.order}
          </Button>
        )}
        {input("order", t("urging.order"), CUSTOMER_LIMITS.order, true)}
        {input("buyer", t("urging.buyer"), CUSTOMER_LIMITS.name)}
        {input("shop", t("urging.shop"), 80)}
        {input("goods", t("urging.goods"), URGING_LIMITS.goods)}
        {input("amount", t("urging.add.amount"), 20)}
        {cents === null && <p className="field-warning">{t("urging.add.amountWrong")}</p>}
      </div>
    </Dialog>
  );
}
