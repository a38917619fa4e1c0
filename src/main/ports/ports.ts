import type { MessageCode } from "../../shared/messages/zh-CN.ts";
import type { ActiveWindow } from "./activeWindow.ts";
import type { Clipboard } from "./clipboard.ts";
import type { Clock } from "./clock.ts";
import type { Dialogs } from "./dialogs.ts";
import type { Hotkeys } from "./hotkeys.ts";
import type { Imaging } from "./imaging.ts";
import type { Keyboard } from "./keyboard.ts";
import type { Notifications } from "./notifications.ts";
import type { Printing } from "./printing.ts";
import type { SettingsStore } from "./settingsStore.ts";
import type { Typing } from "./typing.ts";
import type { Windows } from "./windows.ts";

/** The desktop: what is needed to paste into other programs. All of it or none. */
export interface Desktop {
  readonly clipboard: Clipboard;
  readonly keyboard: Keyboard;
  readonly activeWindow: ActiveWindow;
  readonly typing: Typing;
}

/** Everything the core needs from the outside. */
export interface Ports {
  /** Null, with the reason as a message code, where there is no desktop to paste into. */
  readonly desktop: Desktop | null;
  readonly noDesktopBecause: MessageCode | null;
  readonly hotkeys: Hotkeys;
  readonly windows: Windows;
  readonly notifications: Notifications;
  readonly dialogs: Dialogs;
  readonly settings: SettingsStore;
  readonly clock: Clock;
  /** Measures and scales pictures. */
  readonly imaging: Imaging;
  readonly printing: Printing;
}
