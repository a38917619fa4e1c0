import { AutoComplete, Segmented, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { PHRASE_LIMITS } from "../../../shared/contract/phrases.ts";
import type { Locale, Settings } from "../../../shared/contract/settings.ts";
import { useCall } from "../../api/hooks.ts";
import { useSaveSettings } from "../../api/settings.ts";
import { useSureClose } from "../../ui/useSureClose.ts";
import { Section, Setting } from "./Section.tsx";

/** Each language in its own words, so that one can find back. */
const LANGUAGES: readonly { value: Locale; label: string }[] = [
  { value: "zh-CN", label: "简体中文" },
  { value: "zh-TW", label: "繁體中文" },
  { value: "en", label: "English" },
];

/** Language, theme, and the shop being served. */
export function GeneralSection({ settings }: { settings: Settings }) {
  const { t } = useTranslation();
  const save = useSaveSettings();
  return (
    <Section name="general" title={t("settings.general.title")}>
      <Setting label={t("settings.general.language")}>
        <Select<Locale | "system">
          {...useSureClose()}
          className="settings-field"
          aria-label={t("settings.general.language")}
          value={settings.locale ?? "system"}
          options={[{ value: "system", label: t("settings.general.languageSystem") }, ...LANGUAGES]}
          onChange={(value) => save.mutate({ locale: value === "system" ? null : value })}
        />
      </Setting>
      <Setting label={t("settings.general.theme")}>
        <Segmented<Settings["theme"]>
          aria-label={t("settings.general.theme")}
          value={settings.theme}
          options={(["system", "light", "dark"] as const).map((value) => ({
            value,
            label: t(`settings.general.${value}`),
          }))}
          onChange={(theme) => save.mutate({ theme })}
        />
      </Setting>
      <Setting label={t("settings.general.shop")} hint={t("settings.general.shopWords")}>
        <ShopField saved={settings.shop} />
      </Setting>
    </Section>
  );
}

/** Saved on Enter, on choosing and on leaving, not on every key: each save makes the lists ask again. */
function ShopField({ saved }: { saved: string }) {
  const { t } = useTranslation();
  const shops = useCall("shops.list", {});
  const save = useSaveSettings();
  const [draft, setDraft] = useState<string | null>(null);
  const text = draft ?? saved;
  const keep = (value: string): void => {
    const shop = value.trim();
    if (shop === saved) setDraft(null);
    else save.mutate({ shop }, { onSuccess: () => setDraft(null) });
  };
  return (
    <AutoComplete
      className="settings-field"
      aria-label={t("settings.general.shop")}
      value={text}
      placeholder={t("settings.general.shopNone")}
      maxLength={PHRASE_LIMITS.shop}
      allowClear
      options={(shops.data ?? []).map(({ name }) => ({ value: name }))}
      showSearch={{ filterOption: (input, option) => option?.value.includes(input) ?? false }}
      onChange={(value: string | undefined) => setDraft(value ?? "")}
      onSelect={(value: string | undefined) => keep(value ?? "")}
      onClear={() => keep("")}
      onBlur={() => keep(text)}
      onKeyDown={(event) => {
        if (event.key === "Enter" && !event.nativeEvent.isComposing) keep(text);
      }}
    />
  );
}
