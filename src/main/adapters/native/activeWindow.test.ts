import { expect, test } from "vitest";
import { createNativeActiveWindow, programName, type XWinWindow } from "./activeWindow.ts";

const window = (id: number, execName: string, path = ""): XWinWindow => ({
  id,
  title: `title ${id}`,
  info: { processId: id * 10, path, name: execName, execName },
});
const weChat = window(7, "WeChat.exe");
const never = async (): Promise<never> => {
  throw new Error("not asked");
};

test("names the window that has the keyboard", async () => {
  const active = createNativeActiveWindow(
    "win32",
    { activeWindowAsync: async () => weChat, openWindowsAsync: never },
    never,
  );
  expect(await active.current()).toEqual({
    id: "7",
    app: "wechat",
    title: "title 7",
    pid: 70,
    elevated: false,
  });
});

test("nothing active is null, whichever way x-win says it", async () => {
  const rejecting = createNativeActiveWindow(
    "win32",
    { activeWindowAsync: never, openWindowsAsync: never },
    never,
  );
  expect(await rejecting.current()).toBeNull();
  const zero = createNativeActiveWindow(
    "win32",
    { activeWindowAsync: async () => window(0, ""), openWindowsAsync: never },
    never,
  );
  expect(await zero.current()).toBeNull();
});

test("asks the system to bring a program to the front, and says when its window is gone", async () => {
  const ran: [string, readonly string[]][] = [];
  const xwin = {
    activeWindowAsync: never,
    openWindowsAsync: async () => [window(7, "x", "/Applications/微信.app/Contents/MacOS/WeChat")],
  };
  const mac = createNativeActiveWindow("darwin", xwin, async (file, args) =>
    ran.push([file, args]),
  );
  expect(await mac.activate("7")).toBe(true);
  expect(await mac.activate("8")).toBe(false);
  expect(ran).toEqual([["/usr/bin/open", ["-a", "/Applications/微信.app"]]]);

  const refused = createNativeActiveWindow("win32", xwin, async (file, args) => {
    ran.push([file, args]);
    throw new Error("exit 1");
  });
  expect(await refused.activate("7")).toBe(true);
  expect(ran[1]?.[0]).toBe("powershell.exe");
  expect(ran[1]?.[1].at(-1)).toContain("AppActivate(70)");
});

test("waits until the window is active, once or for its time", async () => {
  let asked = 0;
  const active = createNativeActiveWindow(
    "win32",
    {
      activeWindowAsync: async () => ((asked += 1) < 3 ? window(1, "x") : weChat),
      openWindowsAsync: never,
    },
    never,
  );
  expect(await active.waitUntilActive("7", 0)).toBe(false);
  expect(asked).toBe(1);
  expect(await active.waitUntilActive("7", 10_000)).toBe(true);
  expect(asked).toBe(3);
  expect(await active.waitUntilActive("1", 15)).toBe(false);
});

test("program names are short and in lower case", () => {
  expect(programName("C:\\Program Files\\Tencent\\WeChat.exe")).toBe("wechat");
  expect(programName("/Applications/DingTalk.app")).toBe("dingtalk");
  expect(programName("hexchat")).toBe("hexchat");
  expect(programName("")).toBe("");
});
