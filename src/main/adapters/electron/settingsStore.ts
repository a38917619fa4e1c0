import type { SettingsStore } from "../../ports/settingsStore.ts";
import { createSettings, type SettingsFile, type SettingsFileOptions } from "../settingsFile.ts";

/**
 * Settings over electron-store, handed in because it needs Electron to be there when it is loaded.
 * @throws AppError data_not_writable, disk_full
 */
export function createElectronSettings(
  Store: new (options: SettingsFileOptions) => SettingsFile,
  dataFolder: string,
): SettingsStore {
  return createSettings(dataFolder, (options) => new Store(options));
}
