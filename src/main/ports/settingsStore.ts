import type { Settings } from "../../shared/contract/settings.ts";

/** Where settings live: electron-store in Electron, conf elsewhere; the same file format. */
export interface SettingsStore {
  get(): Settings;
  set(changes: Partial<Settings>): Settings;
}
