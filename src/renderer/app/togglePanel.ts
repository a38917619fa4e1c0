import { call, inElectron } from "../api/client.ts";

/** Size where the browser opens the panel as a window of its own, pixels. */
const SIZE = "popup,width=300,height=760";

/**
 * Shows or hides the docked panel. Without a desktop nothing can be docked: the same page opens beside this one, and a
 * click in it copies. @throws AppError why there is no panel
 */
export async function togglePanel(): Promise<void> {
  const { canPaste } = await call("system.status", {});
  if (canPaste || inElectron) await call("panel.toggle", {});
  else window.open("/panel.html", "replydeck-panel", SIZE);
}
