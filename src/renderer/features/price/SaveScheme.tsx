import { AutoComplete, Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { PRICE_LIMITS, type PriceScheme } from "../../../shared/contract/price.ts";
import { useAct, useCall } from "../../api/hooks.ts";
import { useUndo } from "../../ui/Undo.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import type { Sheet } from "./sheet.ts";

interface SaveSchemeProps {
  readonly sheet: Sheet;
  readonly schemes: readonly PriceScheme[];
  /** The shop being served. */
  readonly shop: string;
  readonly onClose: () => void;
}

interface Values {
  readonly name: string;
  readonly shop: string;
}

/** Keeps the discounts of the sheet under a name; a scheme of that name in that shop is replaced. */
export function SaveScheme({ sheet, schemes, shop, onClose }: SaveSchemeProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const save = useAct("price.save");
  const undo = useUndo();
  const shops = useCall("phrases.shops", {}).data ?? [];
  const known = [...new Set([shop, ...schemes.map((scheme) => scheme.shop), ...shops])];
  const name = Form.useWatch("name", form)?.trim();
  const forShop = (Form.useWatch("shop", form) ?? shop).trim();
  const same = schemes.find((scheme) => scheme.name === name && scheme.shop === forShop);

  const finish = (values: Values): void =>
    save.mutate(
      {
        id: same?.id ?? null,
        draft: {
          name: values.name.trim(),
          shop: values.shop.trim(),
          rules: sheet.rules
            .filter(({ text }) => text.trim() !== "")
            .map(({ slot, text, use }) => ({ slot, text: text.trim(), use })),
          counting: sheet.counting,
        },
      },
      {
        onSuccess: ({ historyId, scheme }) => {
          undo.offer({ historyId, sentence: t("price.scheme.saved", { name: scheme.name }) });
          onClose();
        },
      },
    );

  return (
    <Dialog
      open
      title={t("price.scheme.saveTitle")}
      okText={t("price.scheme.ok")}
      cancelText={t("price.scheme.cancel")}
      confirmLoading={save.isPending}
      onOk={form.submit}
      onCancel={onClose}
      width={420}
    >
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ name: "", shop }}
        onFinish={finish}
      >
        <Form.Item
          name="name"
          label={t("price.scheme.name")}
          rules={[{ required: true, whitespace: true, message: t("price.scheme.nameMissing") }]}
          extra={same ? t("price.scheme.replaces") : undefined}
        >
          <Input
            autoFocus
            maxLength={PRICE_LIMITS.name}
            placeholder={t("price.scheme.namePlaceholder")}
            onPressEnter={form.submit}
          />
        </Form.Item>
        <Form.Item name="shop" label={t("price.scheme.shop")}>
          <AutoComplete
            maxLength={PRICE_LIMITS.shop}
            placeholder={t("price.scheme.everyShop")}
            options={known.filter((each) => each !== "").map((value) => ({ value }))}
          />
        </Form.Item>
      </Form>
    </Dialog>
  );
}
