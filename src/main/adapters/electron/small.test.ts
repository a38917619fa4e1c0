import { EventEmitter } from "node:events";
import type { MenuItemConstructorOptions, Session, WebContents } from "electron";
import { expect, test } from "vitest";
import { createElectronDialogs } from "./dialogs.ts";
import { guardContents, guardPermissions, isOurPage } from "./guards.ts";
import { createElectronNotifications, type NotificationKind } from "./notifications.ts";
import { createTray, menuBar } from "./tray.ts";
import { shellLocale, shellWords } from "./words.ts";

test("notifications are shown where there are any, and a click is passed on", () => {
  const made: (EventEmitter & { options: object; shown: boolean })[] = [];
  let supported = true;
  class Kind extends EventEmitter {
    readonly options: object;
    shown = false;
    static isSupported = (): boolean => supported;
    constructor(options: object) {
      super();
      this.options = options;
      made.push(this);
    }
    show(): void {
      this.shown = true;
    }
  }
  let clicks = 0;
  const notifications = createElectronNotifications(
    Kind as unknown as NotificationKind,
    () => (clicks += 1),
  );
  notifications.show({ title: "快答台", body: "内容已在剪贴板", level: "warning" });
  expect(made[0]).toMatchObject({
    shown: true,
    options: { title: "快答台", body: "内容已在剪贴板", silent: false, urgency: "normal" },
  });
  made[0]?.emit("click");
  expect(clicks).toBe(1);
  supported = false;
  notifications.show({ title: "快答台", body: "", level: "info" });
  expect(made).toHaveLength(1);
});

test("dialogs give a path, or null when cancelled", async () => {
  let canceled = false;
  const dialogs = createElectronDialogs({
    showOpenDialog: async () => ({ canceled, filePaths: canceled ? [] : ["/a.csv"] }),
    showSaveDialog: async (options: unknown) => ({
      canceled,
      filePath: canceled ? "" : `/${(options as { defaultPath: string }).defaultPath}`,
    }),
  } as unknown as Parameters<typeof createElectronDialogs>[0]);
  expect(dialogs.supported).toBe(true);
  expect([await dialogs.openFile(), await dialogs.saveFile("话术.csv")]).toEqual([
    "/a.csv",
    "/话术.csv",
  ]);
  canceled = true;
  expect([await dialogs.openFile(), await dialogs.saveFile("话术.csv")]).toEqual([null, null]);
});

test("pages cannot go anywhere, open anything or embed anything", () => {
  const contents = new EventEmitter() as EventEmitter & {
    setWindowOpenHandler(handler: () => object): void;
  };
  let opening: object = {};
  contents.setWindowOpenHandler = (handler) => {
    opening = handler();
  };
  guardContents(contents as unknown as WebContents);
  expect(opening).toEqual({ action: "deny" });
  const events = ["will-navigate", "will-frame-navigate", "will-redirect", "will-attach-webview"];
  const prevented = events.filter((name) => {
    let stopped = false;
    contents.emit(name, { preventDefault: () => (stopped = true) });
    return stopped;
  });
  expect(prevented).toEqual(events);
});

test("permissions are denied, but for copying text from our own pages", () => {
  type Ask = (
    contents: { getURL(): string },
    permission: string,
    answer: (granted: boolean) => void,
  ) => void;
  type Check = (contents: null, permission: string, origin: string) => boolean;
  let ask: Ask = () => undefined;
  let check: Check = () => true;
  let device: () => boolean = () => true;
  guardPermissions({
    setPermissionRequestHandler: (handler: Ask) => (ask = handler),
    setPermissionCheckHandler: (handler: Check) => (check = handler),
    setDevicePermissionHandler: (handler: () => boolean) => (device = handler),
  } as unknown as Session);
  const asked = (permission: string, url: string): boolean => {
    let granted = true;
    ask({ getURL: () => url }, permission, (answer) => (granted = answer));
    return granted;
  };
  for (const permission of [
    "media",
    "geolocation",
    "notifications",
    "clipboard-read",
    "hid",
    "openExternal",
  ]) {
    expect(asked(permission, "app://replydeck/index.html")).toBe(false);
    expect(check(null, permission, "app://replydeck/")).toBe(false);
  }
  expect(asked("clipboard-sanitized-write", "app://replydeck/palette.html")).toBe(true);
  expect(check(null, "clipboard-sanitized-write", "app://replydeck")).toBe(true);
  expect(check(null, "clipboard-sanitized-write", "https://example.com")).toBe(false);
  expect(device()).toBe(false);
  expect(isOurPage("app://replydeck.example.com/")).toBe(false);
});

test("the tray opens palette, panel and window, and speaks the language that was chosen", () => {
  const tray = Object.assign(new EventEmitter(), {
    tip: "",
    menu: [] as MenuItemConstructorOptions[],
    destroyed: false,
    title: "",
    setTitle: (text: string) => void (tray.title = text),
    setToolTip: (text: string) => void (tray.tip = text),
    setContextMenu: (menu: unknown) => void (tray.menu = menu as MenuItemConstructorOptions[]),
    destroy: () => void (tray.destroyed = true),
  });
  const done: string[] = [];
  const icon = createTray({
    makeTray: () => tray as never,
    makeMenu: (items) => items,
    platform: "win32",
    words: shellWords["zh-CN"],
    openPalette: () => done.push("palette"),
    togglePanel: () => done.push("panel"),
    showMain: () => done.push("main"),
    quit: () => done.push("quit"),
    showPromises: () => done.push("promises"),
    badge: (count) => done.push(`badge ${count}`),
    switchEmergency: (id, on) => done.push(`${id} ${on ? "on" : "off"}`),
  });
  expect(tray.tip).toBe("快答台");
  for (const item of tray.menu) (item.click as (() => void) | undefined)?.();
  tray.emit("click");
  expect(done).toEqual(["palette", "panel", "main", "quit", "main"]);
  icon.speak(shellWords.en);
  expect(tray.menu.map((item) => item.label)).toEqual([
    "Open palette",
    "Show or hide side panel",
    "Open main window",
    undefined,
    "Quit ReplyDeck",
  ]);
  icon.showSwitches([
    { id: "a", name: "平台故障", on: true },
    { id: "b", name: "设备故障", on: false },
  ]);
  expect(tray.tip).toBe("ReplyDeck\nOn: 平台故障");
  const boxes = tray.menu.filter(({ type }) => type === "checkbox");
  expect(boxes.map(({ label, checked }) => [label, checked])).toEqual([
    ["平台故障", true],
    ["设备故障", false],
  ]);
  done.length = 0;
  for (const { click } of boxes) (click as () => void)();
  expect(done).toEqual(["a off", "b on"]);
  icon.showSwitches([]);
  expect(tray.menu.map(({ type }) => type)).not.toContain("checkbox");
  done.length = 0;
  icon.showPromises({ overdue: 2, hour: 1 });
  expect(tray.tip).toBe("ReplyDeck\nPromises: 2 overdue, 1 due within the hour");
  expect(tray.menu.map((item) => item.label)).toContain(
    "Promises: 2 overdue, 1 due within the hour",
  );
  const due = tray.menu.find(({ label }) => label?.startsWith("Promises:"));
  (due!.click as () => void)();
  icon.showPromises({ overdue: 0, hour: 0 });
  expect(done).toEqual(["badge 3", "promises", "badge 0"]);
  // Beside the icon only a Mac can write.
  expect([tray.tip, tray.title]).toEqual(["ReplyDeck", ""]);
  icon.close();
  expect(tray.destroyed).toBe(true);
});

test("on a Mac the number of pressing promises stands beside the icon", () => {
  const titles: string[] = [];
  const icon = createTray({
    makeTray: () =>
      Object.assign(new EventEmitter(), {
        setTitle: (text: string) => void titles.push(text),
        setToolTip: () => undefined,
        setContextMenu: () => undefined,
        destroy: () => undefined,
      }) as never,
    makeMenu: (items) => items,
    platform: "darwin",
    words: shellWords["zh-CN"],
    openPalette: () => undefined,
    togglePanel: () => undefined,
    showMain: () => undefined,
    quit: () => undefined,
    showPromises: () => undefined,
    badge: () => undefined,
    switchEmergency: () => undefined,
  });
  icon.showPromises({ overdue: 1, hour: 2 });
  icon.showPromises({ overdue: 0, hour: 0 });
  expect(titles).toEqual([" 3", ""]);
});

test("only a Mac has a menu bar, with the roles that make copying work", () => {
  expect(menuBar("win32", shellWords.en)).toBeNull();
  const edit = menuBar("darwin", shellWords.en)?.[1]?.submenu as MenuItemConstructorOptions[];
  expect(edit.map((item) => item.role)).toEqual(
    expect.arrayContaining(["copy", "paste", "selectAll"]),
  );
});

test("the language is the person's, else the system's, else English", () => {
  expect(shellLocale("zh-TW", "en-US")).toBe("zh-TW");
  expect(shellLocale(null, "zh-CN")).toBe("zh-CN");
  expect(shellLocale(null, "zh-HK")).toBe("zh-TW");
  expect(shellLocale(null, "zh")).toBe("zh-CN");
  expect(shellLocale(null, "de-DE")).toBe("en");
});
