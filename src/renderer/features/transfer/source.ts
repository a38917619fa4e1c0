import { call, inElectron } from "../../api/client.ts";
import type { Source } from "../../api/files.ts";

/** Asks with the system's dialog. "page" where there is none and the page must ask itself; null when cancelled. */
export async function askForFile(): Promise<Source | "page" | null> {
  if (!inElectron) return "page";
  const { supported, file, name } = await call("files.choose", {});
  if (!supported) return "page";
  return file === null ? null : { file, name };
}
