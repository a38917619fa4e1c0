import type { MenuItemConstructorOptions, Tray } from "electron";
import type { ShellWords } from "./words.ts";

type Shown = Pick<Tray, "setToolTip" | "on" | "destroy"> & { setContextMenu(menu: unknown): void };

interface Options {
  readonly makeTray: () => Shown;
  readonly makeMenu: (items: MenuItemConstructorOptions[]) => unknown;
  readonly platform: string;
  readonly words: ShellWords;
  readonly openPalette: () => void;
  readonly showMain: () => void;
  readonly quit: () => void;
}

export interface TrayIcon {
  /** Says it all again in another language. */
  speak(words: ShellWords): void;
  close(): void;
}

/** The icon beside the clock: palette, main window, quit. */
export function createTray(options: Options): TrayIcon {
  const { makeTray, makeMenu, platform, openPalette, showMain, quit } = options;
  const tray = makeTray();
  // On a Mac a click opens the menu; elsewhere it opens the window.
  if (platform !== "darwin") tray.on("click", showMain);

  function speak(words: ShellWords): void {
    tray.setToolTip(words.name);
    tray.setContextMenu(
      makeMenu([
        { label: words.openPalette, click: openPalette },
        { label: words.showMain, click: showMain },
        { type: "separator" },
        { label: words.quit, click: quit },
      ]),
    );
  }

  speak(options.words);
  return { speak, close: () => tray.destroy() };
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
