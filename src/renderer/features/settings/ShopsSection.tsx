import { ArrowDownOutlined, ArrowUpOutlined } from "@ant-design/icons";
import { Button, Table, Tag } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Settings } from "../../../shared/contract/settings.ts";
import type { Shop } from "../../../shared/contract/shops.ts";
import { useAct, useCall } from "../../api/hooks.ts";
import { useUndo } from "../../ui/Undo.tsx";
import { Section } from "./Section.tsx";
import { ShopForm } from "./ShopForm.tsx";

/** The shops an agent serves, each with what it fills into phrases. */
export function ShopsSection({ settings }: { settings: Settings }) {
  const { t, i18n } = useTranslation();
  const undo = useUndo();
  const { data = [] } = useCall("shops.list", {});
  const save = useAct("shops.save");
  const remove = useAct("shops.remove");
  const [editing, setEditing] = useState<Shop | "new" | null>(null);

  /** Moves a shop between the neighbours of its new place. */
  const move = (from: number, to: number): void => {
    const rest = data.filter((_, index) => index !== from);
    const before = rest[to - 1]?.position ?? (rest[0]?.position ?? 1) - 2;
    const after = rest[to]?.position ?? before + 2;
    const { id, name, variables } = data[from]!;
    save.mutate({ id, name, variables, position: (before + after) / 2 });
  };
  const takeOut = (id: string, name: string): void =>
    remove.mutate(
      { id },
      {
        onSuccess: ({ historyId }) =>
          undo.offer({ historyId, sentence: t("shops.removed", { name }) }),
      },
    );
  const actionOf = (action: string, { name }: Shop): string =>
    t("shops.actionsOf", { action, name });

  return (
    <Section name="shops" title={t("shops.title")} lead={t("shops.lead")}>
      <div className="settings-actions">
        <Button onClick={() => setEditing("new")}>{t("shops.add")}</Button>
      </div>
      {data.length === 0 ? (
        <p className="settings-soft">{t("shops.none")}</p>
      ) : (
        <Table<Shop>
          size="small"
          pagination={false}
          rowKey="name"
          scroll={{ x: 620 }}
          dataSource={data}
          columns={[
            {
              title: t("shops.name"),
              key: "name",
              render: (_, { name }) => (
                <span className="settings-program-name">
                  {name}
                  {name === settings.shop && <Tag color="processing">{t("shops.serving")}</Tag>}
                </span>
              ),
            },
            {
              title: t("shops.variables"),
              key: "variables",
              render: (_, { variables }) =>
                variables.length === 0 ? (
                  <span className="settings-soft">{t("shops.noVariables")}</span>
                ) : (
                  variables.map((each) => each.name).join(i18n.language === "en" ? ", " : "、")
                ),
            },
            { title: t("shops.phrases"), dataIndex: "phrases", width: 76, align: "right" },
            {
              title: "",
              key: "actions",
              width: 236,
              align: "right",
              render: (_, shop, index) => (
                <span className="settings-row-actions">
                  {shop.id !== null && (
                    <>
                      <Button
                        size="small"
                        type="text"
                        icon={<ArrowUpOutlined />}
                        disabled={index === 0}
                        aria-label={actionOf(t("shops.up"), shop)}
                        onClick={() => move(index, index - 1)}
                      />
                      <Button
                        size="small"
                        type="text"
                        icon={<ArrowDownOutlined />}
                        disabled={(data[index + 1]?.id ?? null) === null}
                        aria-label={actionOf(t("shops.down"), shop)}
                        onClick={() => move(index, index + 1)}
                      />
                    </>
                  )}
                  <Button
                    size="small"
                    aria-label={actionOf(t("shops.edit"), shop)}
                    onClick={() => setEditing(shop)}
                  >
                    {t("shops.edit")}
                  </Button>
                  {shop.id !== null && (
                    <Button
                      size="small"
                      aria-label={actionOf(t("shops.remove"), shop)}
                      onClick={() => takeOut(shop.id!, shop.name)}
                    >
                      {t("shops.remove")}
                    </Button>
                  )}
                </span>
              ),
            },
          ]}
        />
      )}
      {editing !== null && (
        <ShopForm shop={editing === "new" ? null : editing} onClose={() => setEditing(null)} />
      )}
    </Section>
  );
}
