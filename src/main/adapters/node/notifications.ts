import { execFile } from "node:child_process";
import type { Notifications } from "../../ports/notifications.ts";

const URGENCY = { info: "low", warning: "normal", error: "critical" } as const;

/** Notifications of the browser shell: pages show every notice; on Linux the desktop's own service too, where it is. */
export function createNodeNotifications(platform: string = process.platform): Notifications {
  return {
    show({ title, body, level }) {
      if (platform !== "linux") return;
      // A machine without notify-send still has the pages.
      execFile(
        "notify-send",
        ["--urgency", URGENCY[level], title, body],
        { timeout: 3_000 },
        () => undefined,
      );
    },
  };
}
