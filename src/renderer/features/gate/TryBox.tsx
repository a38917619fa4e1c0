import { Button, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCall } from "../../api/hooks.ts";
import { CheckedArea } from "../../ui/Findings.tsx";
import { useFindings } from "../../ui/useFindings.ts";
import { useStored } from "../../ui/stored.ts";

/** Any text, checked while it is written. */
export function TryBox() {
  const { t } = useTranslation();
  const [text, setText] = useStored("gate.try", "");
  const [shop, setShop] = useState("");
  const shops = useCall("phrases.shops", {}).data ?? [];
  const checked = useFindings(text, shop);
  const clean = text.trim() !== "" && checked?.findings.length === 0 && !checked.bubble.over;
  return (
    <section className="try-box" aria-labelledby="gate-try">
      <header className="try-head">
        <h2 id="gate-try">{t("gate.try.title")}</h2>
        <span className="gate-soft">{t("gate.try.lead")}</span>
        <span className="gate-gap" />
        {shops.length > 0 && (
          <Select
            size="small"
            className="try-shop"
            aria-label={t("gate.try.shop")}
            value={shop}
            options={[
              { value: "", label: t("gate.editor.everyShop") },
              ...shops.map((value) => ({ value, label: value })),
            ]}
            onChange={setShop}
          />
        )}
        {text === "" && (
          <Button size="small" onClick={() => setText(t("gate.try.example"))}>
            {t("gate.try.useExample")}
          </Button>
        )}
      </header>
      <div className="try-text">
        <CheckedArea label={t("gate.try.label")} text={text} checked={checked} onText={setText} />
        {clean && <p className="gate-soft">{t("gate.try.clean")}</p>}
      </div>
    </section>
  );
}
