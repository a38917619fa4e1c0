import { Input, InputNumber } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Settings } from "../../../shared/contract/settings.ts";
import { useSaveSettings } from "../../api/settings.ts";
import { Section, Setting } from "./Section.tsx";

/** How the agent signs in phrases, and how long customers are kept. */
export function AgentSection({ settings }: { settings: Settings }) {
  const { t } = useTranslation();
  const save = useSaveSettings();
  return (
    <Section name="agent" title={t("shops.agent.title")} lead={t("shops.agent.lead")}>
      <Setting label={t("shops.agent.name")}>
        <SavedText
          label={t("shops.agent.name")}
          placeholder={t("shops.agent.namePlaceholder")}
          saved={settings.agentName}
          onSave={(agentName) => save.mutate({ agentName })}
        />
      </Setting>
      <Setting label={t("shops.agent.number")}>
        <SavedText
          label={t("shops.agent.number")}
          saved={settings.agentNumber}
          onSave={(agentNumber) => save.mutate({ agentNumber })}
        />
      </Setting>
      <Setting label={t("shops.agent.keep")} hint={t("shops.agent.keepWords")}>
        <InputNumber
          className="settings-number"
          aria-label={t("shops.agent.keep")}
          min={1}
          max={365}
          precision={0}
          suffix={t("shops.agent.days")}
          value={settings.customerDays}
          changeOnBlur
          onChange={(days) => {
            if (days !== null && days !== settings.customerDays)
              save.mutate({ customerDays: days });
          }}
        />
      </Setting>
    </Section>
  );
}

interface SavedTextProps {
  readonly label: string;
  readonly placeholder?: string;
  readonly saved: string;
  readonly onSave: (text: string) => void;
}

/** Saved on Enter and on leaving. */
function SavedText({ label, placeholder, saved, onSave }: SavedTextProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const keep = (): void => {
    const text = (draft ?? saved).trim();
    if (text !== saved) onSave(text);
    setDraft(null);
  };
  return (
    <Input
      className="settings-field"
      aria-label={label}
      placeholder={placeholder}
      maxLength={40}
      value={draft ?? saved}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={keep}
      onPressEnter={(event) => {
        if (!event.nativeEvent.isComposing) keep();
      }}
    />
  );
}
