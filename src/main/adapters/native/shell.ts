import type { FoundDesktop } from "../node/desktop.ts";

/**
 * What the browser shell can do on Windows and macOS: show its pages, where choosing a phrase copies it. Pasting
 * needs a clipboard that can give back every format, which there only Electron brings; a text-only one would destroy
 * a copied picture. Hotkeys alone (`hotkeys.ts`) would raise a palette that cannot paste.
 */
export async function openNativeShell(_platform: "win32" | "darwin"): Promise<FoundDesktop> {
  return { desktop: null, hotkeys: null, because: "shell_no_paste" };
}
