import { CloseOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAct, useCall } from "../../api/hooks.ts";
import { Time } from "../../ui/Time.tsx";

interface RecentCustomersProps {
  readonly currentId: string | null;
  readonly onDone: () => void;
}

const SHOWN = 8;

/** The last customers; a click takes one up again. Forgetting one cannot be undone and is asked about. */
export function RecentCustomers({ currentId, onDone }: RecentCustomersProps) {
  const { t } = useTranslation();
  const { data = [] } = useCall("customers.recent", { limit: SHOWN + 1 });
  const choose = useAct("customers.choose");
  const forget = useAct("customers.forget");
  const [asked, setAsked] = useState<string | null>(null);
  const others = data.filter((each) => each.id !== currentId).slice(0, SHOWN);
  if (others.length === 0) return null;
  return (
    <section className="customer-recent" aria-label={t("customers.recent")}>
      <h4>{t("customers.recent")}</h4>
      <ul>
        {others.map(({ id, name, order, shop, seenAt }) => (
          <li key={id}>
            <button
              type="button"
              className="customer-choose"
              onClick={() => choose.mutate({ id }, { onSuccess: onDone })}
            >
              <strong>{name || order}</strong>
              <span>
                {[name === "" ? "" : order, shop].filter((part) => part !== "").join(" · ")}
              </span>
              <Time at={seenAt} />
            </button>
            {asked === id ? (
              <Button size="small" danger onClick={() => forget.mutate({ id })}>
                {t("customers.forgetSure")}
              </Button>
            ) : (
              <Button
                size="small"
                type="text"
                icon={<CloseOutlined />}
                aria-label={`${t("customers.forget")}: ${name || order}`}
                title={t("customers.forget")}
                onClick={() => setAsked(id)}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
