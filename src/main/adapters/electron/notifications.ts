import type { Notification } from "electron";
import type { Notifications } from "../../ports/notifications.ts";

type Shown = Pick<Notification, "show" | "on">;
export interface NotificationKind {
  new (options: {
    title: string;
    body: string;
    silent: boolean;
    urgency: "low" | "normal" | "critical";
  }): Shown;
  isSupported(): boolean;
}

const URGENCY = { info: "low", warning: "normal", error: "critical" } as const;

/** The system's notifications; a click shows the main window. Pages show every notice themselves as well. */
export function createElectronNotifications(
  Kind: NotificationKind,
  clicked: () => void,
): Notifications {
  return {
    show({ title, body, level }) {
      if (!Kind.isSupported()) return;
      const notification = new Kind({
        title,
        body,
        silent: level === "info",
        urgency: URGENCY[level],
      });
      notification.on("click", clicked);
      notification.show();
    },
  };
}
