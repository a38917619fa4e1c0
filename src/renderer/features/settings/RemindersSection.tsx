import { Select } from "antd";
import { useTranslation } from "react-i18next";
import type { Settings } from "../../../shared/contract/settings.ts";
import { useSaveSettings } from "../../api/settings.ts";
import { useSureClose } from "../../ui/useSureClose.ts";
import { Section, Setting } from "./Section.tsx";

/** Minutes ahead that are offered; what was set otherwise stands beside them. */
const MINUTES = [0, 5, 10, 15, 30, 60, 120, 240];
const MOST = 5;
/** Half hours of a working day, "08:00" to "22:00". */
const HALF_HOURS = Array.from(
  { length: 29 },
  (_, index) => `${String(8 + Math.floor(index / 2)).padStart(2, "0")}:${index % 2 ? "30" : "00"}`,
);

/** When promises are reminded of. */
export function RemindersSection({ settings }: { settings: Settings }) {
  const { t } = useTranslation();
  const save = useSaveSettings();
  const { promises } = settings;
  const { remindMinutes, dayAt } = promises;
  const minutes = [...new Set([...MINUTES, ...remindMinutes])].toSorted((a, b) => a - b);
  const times = [...new Set([...HALF_HOURS, ...(dayAt === "" ? [] : [dayAt])])].toSorted();
  const ahead = (count: number): string =>
    count === 0
      ? t("settings.reminders.atTime")
      : count % 60 === 0
        ? t("settings.reminders.hours", { count: count / 60 })
        : t("settings.reminders.minutes", { count });
  return (
    <Section
      name="reminders"
      title={t("settings.reminders.title")}
      lead={t("settings.reminders.lead")}
    >
      <Setting label={t("settings.reminders.when")}>
        <Select
          className="settings-wide"
          mode="multiple"
          aria-label={t("settings.reminders.when")}
          placeholder={t("settings.reminders.never")}
          maxCount={MOST}
          showSearch={{ optionFilterProp: "label" }}
          options={minutes.map((value) => ({ value, label: ahead(value) }))}
          value={remindMinutes.toSorted((a, b) => b - a)}
          onChange={(chosen) => save.mutate({ promises: { remindMinutes: chosen } })}
        />
      </Setting>
      <Setting label={t("settings.reminders.day")} hint={t("settings.reminders.dayWords")}>
        <Select
          {...useSureClose()}
          className="settings-field"
          // Few enough to be all there: opened at the hour that is set, the first one is above it.
          virtual={false}
          aria-label={t("settings.reminders.day")}
          options={[
            { value: "", label: t("settings.reminders.dayNone") },
            ...times.map((value) => ({ value, label: value })),
          ]}
          value={dayAt}
          onChange={(chosen) => save.mutate({ promises: { dayAt: chosen } })}
        />
      </Setting>
    </Section>
  );
}
