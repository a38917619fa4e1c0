import Conf from "conf";
import type { SettingsStore } from "../../ports/settingsStore.ts";
import { createSettings } from "../settingsFile.ts";

/**
 * Settings without Electron, over the base of electron-store: the same file, read by both shells.
 * @throws AppError data_not_writable, disk_full
 */
export function createFileSettings(dataFolder: string): SettingsStore {
  return createSettings(dataFolder, (options) => new Conf<Record<string, unknown>>(options));
}
