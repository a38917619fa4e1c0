import { type Settings, type SettingsChanges, settings } from "../contract/settings.ts";

/** Settings with these changes. Of a group only the parts that are named change: two quick choices both count. */
export function changedSettings(now: Settings, changes: SettingsChanges): Settings {
  return settings.parse({
    ...now,
    ...changes,
    panel: { ...now.panel, ...changes.panel },
    abbreviations: { ...now.abbreviations, ...changes.abbreviations },
    promises: { ...now.promises, ...changes.promises },
  });
}
