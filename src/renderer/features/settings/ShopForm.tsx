import { CloseOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { PHRASE_LIMITS } from "../../../shared/contract/phrases.ts";
import { SHOP_LIMITS, type Shop, type ShopVariable } from "../../../shared/contract/shops.ts";
import { useAct } from "../../api/hooks.ts";
import { failureSentence } from "../../ui/Notices.tsx";
import { useUndo } from "../../ui/Undo.tsx";
import { Dialog } from "../../ui/Dialog.tsx";

interface ShopFormProps {
  /** Null for a new shop. */
  readonly shop: Shop | null;
  readonly onClose: () => void;
}

interface Values {
  name: string;
  variables: (Partial<ShopVariable> | undefined)[];
}

/** One shop: its name and its variables. */
export function ShopForm({ shop, onClose }: ShopFormProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const save = useAct("shops.save", { quiet: true });
  const undo = useUndo();

  const finish = (values: Values): void => {
    const name = values.name.trim();
    // A row without a name and a value was never filled in.
    const variables = (values.variables ?? [])
      .map((each) => ({ name: each?.name?.trim() ?? "", value: each?.value?.trim() ?? "" }))
      .filter((each) => each.name !== "" || each.value !== "");
    save.mutate(
      { id: shop?.id ?? null, name, variables },
      {
        onSuccess: ({ receipt: { historyId }, phrases }) => {
          if (phrases > 0)
            undo.offer({ historyId, sentence: t("shops.renamed", { count: phrases, name }) });
          onClose();
        },
        onError: () => undefined,
      },
    );
  };

  return (
    <Dialog
      open
      title={t(shop === null ? "shops.addTitle" : "shops.editTitle")}
      okText={t("settings.save")}
      cancelText={t("settings.cancel")}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{
          name: shop?.name ?? "",
          variables: shop && shop.variables.length > 0 ? shop.variables : [{}],
        }}
        onFinish={finish}
      >
        <Form.Item
          name="name"
          label={t("shops.name")}
          extra={
            shop?.id && shop.phrases > 0
              ? t("shops.renameWords", { count: shop.phrases })
              : undefined
          }
          rules={[{ required: true, whitespace: true, message: t("shops.nameMissing") }]}
        >
          <Input autoFocus maxLength={PHRASE_LIMITS.shop} />
        </Form.Item>
        <Form.Item label={t("shops.variables")}>
          <Form.List name="variables">
            {(rows, { add, remove }) => (
              <div className="shop-variables">
                {rows.map(({ key, name }) => (
                  <div key={key} className="shop-variable">
                    <Form.Item name={[name, "name"]} noStyle>
                      <Input
                        aria-label={t("shops.variableName")}
                        placeholder={t("shops.variableName")}
                        maxLength={SHOP_LIMITS.variableName}
                      />
                    </Form.Item>
                    <Form.Item name={[name, "value"]} noStyle>
                      <Input.TextArea
                        aria-label={t("shops.variableValue")}
                        placeholder={t("shops.variableValue")}
                        maxLength={SHOP_LIMITS.variableValue}
                        autoSize={{ minRows: 1, maxRows: 4 }}
                      />
                    </Form.Item>
                    <Button
                      type="text"
                      icon={<CloseOutlined />}
                      aria-label={t("shops.removeVariable", {
                        name: form.getFieldValue(["variables", name, "name"]) ?? "",
                      })}
                      onClick={() => remove(name)}
                    />
                  </div>
                ))}
                {rows.length < SHOP_LIMITS.variables && (
                  <Button
                    type="dashed"
                    block
                    icon={<PlusOutlined aria-hidden />}
                    onClick={() => add({})}
                  >
                    {t("shops.addVariable")}
                  </Button>
                )}
              </div>
            )}
          </Form.List>
        </Form.Item>
        {save.isError && (
          <p className="shop-failed" role="alert">
            {failureSentence(save.error)}
          </p>
        )}
      </Form>
    </Dialog>
  );
}
