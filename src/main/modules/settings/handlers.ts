import type { Emit, HandlersFor } from "../../../shared/contract/index.ts";
import { changedSettings } from "../../../shared/rules/changedSettings.ts";
import type { SettingsStore } from "../../ports/settingsStore.ts";

/** Answers the calls about settings. */
export function settingsHandlers(
  store: SettingsStore,
  emit: Emit,
): HandlersFor<"settings.get" | "settings.set"> {
  return {
    "settings.get": () => store.get(),
    "settings.set": (changes) => {
      const settings = store.set(changedSettings(store.get(), changes));
      emit("settings.changed", settings);
      return settings;
    },
  };
}
