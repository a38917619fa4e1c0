import { useTranslation } from "react-i18next";
import { useCall } from "../../api/hooks.ts";
import { ErrorState } from "../../ui/States.tsx";
import { AbbreviationsSection } from "./AbbreviationsSection.tsx";
import { AgentSection } from "./AgentSection.tsx";
import { ApplicationsSection } from "./ApplicationsSection.tsx";
import { BackupsSection } from "./BackupsSection.tsx";
import { DataSection } from "./DataSection.tsx";
import { GeneralSection } from "./GeneralSection.tsx";
import { HotkeysSection } from "./HotkeysSection.tsx";
import { RemindersSection } from "./RemindersSection.tsx";
import { ShopsSection } from "./ShopsSection.tsx";
import { StarterSection } from "./StarterSection.tsx";
import "./settings.css";

const SECTIONS = [
  "general",
  "agent",
  "shops",
  "hotkeys",
  "reminders",
  "abbreviations",
  "applications",
  "starter",
  "backups",
  "data",
] as const;

/** Everything that can be set, on one page. */
export function SettingsScreen() {
  const { t } = useTranslation();
  const settings = useCall("settings.get", {});
  if (settings.isError)
    return <ErrorState error={settings.error} onRetry={() => void settings.refetch()} />;
  if (!settings.data) return null;
  const titleOf = (name: (typeof SECTIONS)[number]): string => {
    if (name === "agent") return t("shops.agent.title");
    return name === "shops" ? t("shops.title") : t(`settings.${name}.title`);
  };
  return (
    <div className="settings">
      <nav className="settings-contents">
        {SECTIONS.map((name) => (
          <button
            key={name}
            type="button"
            onClick={() => document.getElementById(`settings-${name}`)?.scrollIntoView()}
          >
            {titleOf(name)}
          </button>
        ))}
      </nav>
      <div className="settings-page">
        <GeneralSection settings={settings.data} />
        <AgentSection settings={settings.data} />
        <ShopsSection settings={settings.data} />
        <HotkeysSection />
        <RemindersSection settings={settings.data} />
        <AbbreviationsSection settings={settings.data} />
        <ApplicationsSection settings={settings.data} />
        <StarterSection />
        <BackupsSection />
        <DataSection />
      </div>
    </div>
  );
}
