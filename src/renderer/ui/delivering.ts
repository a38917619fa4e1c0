import type { Delivered } from "../../shared/contract/files.ts";

/** Lets the browser save what the program made, where the program has not saved it. False: the person cancelled. */
export function keepFile({ url, cancelled }: Delivered): boolean {
  if (cancelled) return false;
  if (url !== null) {
    const anchor = document.createElement("a");
    anchor.href = url;
    anchor.download = "";
    anchor.click();
  }
  return true;
}
