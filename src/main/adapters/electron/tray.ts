import type { MenuItemConstructorOptions, Tray } from "electron";
import type { ShellWords } from "./words.ts";

type Shown = Pick<Tray, "setToolTip" | "on" | "destroy"> & { setContextMenu(menu: unknown): void };

interface Options {
  readonly makeTray: () => Shown;
  readonly makeMenu: (items: MenuItemConstructorOptions[]) => unknown;
  readonly platform: string;
  readonly words: ShellWords;
  readonly openPalette: () => void;
  readonly togglePanel: () => void;
  readonly showMain: () => void;
  readonly quit: () => void;
  /** Switches an emergency set on or off. */
  readonly switchEmergency: (id: string, on: boolean) => void;
}

/** An emergency set as the menu shows it. */
export interface TraySwitch {
  readonly id: string;
  readonly name: string;
  readonly on: boolean;
}

export interface TrayIcon {
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
  let words = options.words;
  let switches: readonly TraySwitch[] = [];
  const tray = makeTray();
  // On a Mac a click opens the menu; elsewhere it opens the window.
  if (platform !== "darwin") tray.on("click", showMain);

  function draw(): void {
    const on = switches.filter((each) => each.on);
    tray.setToolTip([words.name, ...on.map(({ name }) => `${words.isOn} ${name}`)].join("\n"));
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
