import { Select, Switch } from "antd";
import { useTranslation } from "react-i18next";
import type { Settings } from "../../../shared/contract/settings.ts";
import { useCall } from "../../api/hooks.ts";
import { useSaveSettings } from "../../api/settings.ts";
import { useSureClose } from "../../ui/useSureClose.ts";
import { Section, Setting } from "./Section.tsx";

const SIGNS: readonly Settings["abbreviations"]["sign"][] = [";", "'", "/", "\\", "`", ","];

/** Typed abbreviations: off until the person wants them. */
export function AbbreviationsSection({ settings }: { settings: Settings }) {
  const { t } = useTranslation();
  const set = useSaveSettings();
  const canPaste = useCall("system.status", {}).data?.canPaste ?? true;
  const { abbreviations } = settings;
  const change = (changes: Partial<Settings["abbreviations"]>): void =>
    set.mutate({ abbreviations: changes });

  return (
    <Section name="abbreviations" title={t("settings.abbreviations.title")}>
      <p className="settings-lead">
        {t("settings.abbreviations.lead", { sign: abbreviations.sign })}
      </p>
      <Setting label={t("settings.abbreviations.on")}>
        <Switch
          aria-label={t("settings.abbreviations.on")}
          checked={abbreviations.on}
          disabled={!canPaste}
          onChange={(on) => change({ on })}
        />
      </Setting>
      <Setting label={t("settings.abbreviations.sign")}>
        <Select
          {...useSureClose()}
          aria-label={t("settings.abbreviations.sign")}
          style={{ width: 90 }}
          value={abbreviations.sign}
          options={SIGNS.map((sign) => ({ value: sign, label: sign }))}
          onChange={(sign) => change({ sign })}
        />
      </Setting>
      <Setting label={t("settings.abbreviations.excluded")}>
        <Select
          aria-label={t("settings.abbreviations.excluded")}
          mode="tags"
          style={{ width: "100%" }}
          value={abbreviations.excluded}
          tokenSeparators={[",", "，", "、", " "]}
          open={false}
          suffixIcon={null}
          onChange={(names: string[]) =>
            change({
              excluded: [
                ...new Set(
                  names.map((name) =>
                    name
                      .trim()
                      .toLowerCase()
                      .replace(/\.exe$/, ""),
                  ),
                ),
              ]
                .filter((name) => name !== "")
                .slice(0, 200),
            })
          }
        />
      </Setting>
    </Section>
  );
}
