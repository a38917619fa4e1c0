import type { MenuItemConstructorOptions, Tray } from "electron";
import type { ShellWords } from "./words.ts";

type Shown = Pick<Tray, "setToolTip" | "setTitle" | "on" | "destroy"> & {
  setContextMenu(menu: unknown): void;
};

interface Options {
  readonly makeTray: () => Shown;
  readonly makeMenu: (items: MenuItemConstructorOptions[]) => unknown;
  readonly platform: string;
  readonly words: ShellWords;
  readonly openPalette: () => void;
  readonly togglePanel: () => void;
  readonly showMain: () => void;
  readonly quit: () => void;
  /** Shows what was promised to buyers. */
  readonly showPromises: () => void;
  /** The number on the program's icon, where the system has one; 0 takes it away. */
  readonly badge: (count: number) => void;
  /** Switches an emergency set on or off. */
  readonly switchEmergency: (id: string, on: boolean) => void;
}

/** An emergency set as the menu shows it. */
export interface TraySwitch {
  readonly id: string;
  readonly name: string;
  readonly on: boolean;
}

/** Promises that cannot wait. */
export interface TrayPromises {
  readonly overdue: number;
  /** Due within the hour. */
  readonly hour: number;
}

export interface TrayIcon {
  /** How many promises are pressing: beside the icon, in its words and in the menu. */
  showPromises(pressing: TrayPromises): void;
  /** The emergency sets there are, each with its switch. */
  showSwitches(switches: readonly TraySwitch[]): void;
  /** Says it all again in another language. */
  speak(words: ShellWords): void;
  close(): void;
}

/** The icon beside the clock: palette, panel, main window, emergencies, quit. */
export function createTray(options: Options): TrayIcon {
  const { makeTray, makeMenu, platform, openPalette, togglePanel, showMain, quit } = options;
  const { switchEmergency } = options;
  let pressing: TrayPromises = { overdue: 0, hour: 0 };
  let words = options.words;
  let switches: readonly TraySwitch[] = [];
  const tray = makeTray();
  // On a Mac a click opens the menu; elsewhere it opens the window.
  if (platform !== "darwin") tray.on("click", showMain);

  /** What is pressing, as one line; none when nothing is. */
  function pressingWords(): string[] {
    const { overdue, hour } = pressing;
    const parts = [
      overdue > 0 ? words.overdue.replace("{{count}}", String(overdue)) : "",
      hour > 0 ? words.dueSoon.replace("{{count}}", String(hour)) : "",
    ].filter((part) => part !== "");
    return parts.length === 0 ? [] : [`${words.promises} ${parts.join(words.and)}`];
  }

  function draw(): void {
    const on = switches.filter((each) => each.on);
    const due = pressingWords();
    tray.setToolTip(
      [words.name, ...due, ...on.map(({ name }) => `${words.isOn} ${name}`)].join("\n"),
    );
    const emergencies: MenuItemConstructorOptions[] = [
      { type: "separator" },
      { label: words.emergencies, enabled: false },
      ...switches.map((each): MenuItemConstructorOptions => ({
        type: "checkbox",
        label: each.name,
        checked: each.on,
        click: () => switchEmergency(each.id, !each.on),
      })),
    ];
    tray.setContextMenu(
      makeMenu([
        { label: words.openPalette, click: openPalette },
        { label: words.togglePanel, click: togglePanel },
        { label: words.showMain, click: showMain },
        ...due.map((label) => ({ label, click: options.showPromises })),
        ...(switches.length > 0 ? emergencies : []),
        { type: "separator" },
        { label: words.quit, click: quit },
      ]),
    );
  }

  draw();
  return {
    speak(next) {
      words = next;
      draw();
    },
    showPromises(next) {
      pressing = next;
      const count = next.overdue + next.hour;
      // Only a Mac writes beside the icon.
      if (platform === "darwin") tray.setTitle(count === 0 ? "" : ` ${count}`);
      options.badge(count);
      draw();
    },
    showSwitches(next) {
      switches = next;
      draw();
    },
    close: () => tray.destroy(),
  };
}

/** The Mac's menu bar: without it Cmd+C and Cmd+V do nothing in our fields. Null elsewhere: no menu bar at all. */
export function menuBar(platform: string, words: ShellWords): MenuItemConstructorOptions[] | null {
  if (platform !== "darwin") return null;
  return [
    {
      label: words.name,
      submenu: [{ role: "hide" }, { type: "separator" }, { role: "quit", label: words.quit }],
    },
    {
      label: words.edit,
      submenu: [
        { role: "undo" },
        { role: "redo" },
        { type: "separator" },
        { role: "cut" },
        { role: "copy" },
        { role: "paste" },
        { role: "selectAll" },
      ],
    },
    { label: words.window, submenu: [{ role: "minimize" }, { role: "close" }] },
  ];
}
