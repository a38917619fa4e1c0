import type { Delivered } from "../../shared/contract/files.ts";
import { download } from "./download.ts";

/** Lets the browser save what the program made, where the program has not saved it. False: the person cancelled. */
export function keepFile({ url, cancelled }: Delivered): boolean {
  if (cancelled) return false;
  if (url !== null) download(url, "");
  return true;
}
