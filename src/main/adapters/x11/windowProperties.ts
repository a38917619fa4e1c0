import type { TargetWindow } from "../../ports/activeWindow.ts";
import type { X11Connection } from "./connection.ts";

/** A window id as the ports pass it on: decimal, as xdotool prints it. Null when it is none. */
export function windowNumber(id: string): number | null {
  const number = Number(id);
  return Number.isInteger(number) && number > 1 && number <= 0xffffffff ? number : null;
}

async function textProperty(conn: X11Connection, window: number): Promise<string> {
  const [title, old] = await Promise.all([
    conn.property(window, "_NET_WM_NAME"),
    conn.property(window, "WM_NAME"),
  ]);
  return title ? title.data.toString("utf8") : (old?.data.toString("latin1") ?? "");
}

/** Numbers of a 32-bit property; empty when it is missing or the window is gone. */
export async function numbersProperty(
  conn: X11Connection,
  window: number,
  name: string,
): Promise<number[]> {
  const found = await conn.property(window, name);
  if (!found || found.format !== 32) return [];
  const numbers: number[] = [];
  for (let at = 0; at + 4 <= found.data.length; at += 4) numbers.push(found.data.readUInt32LE(at));
  return numbers;
}

/** "C:\\Tools\\WeChat.exe" is "wechat". */
export function programName(text: string): string {
  const last = text.split(/[\\/]/).at(-1) ?? "";
  return last.toLowerCase().replace(/\.(exe|app|bin|desktop)$/, "");
}

/** What a window says about itself; null when it is gone. */
export async function describeWindow(
  conn: X11Connection,
  window: number,
): Promise<TargetWindow | null> {
  const [alive, names, title, pid] = await Promise.all([
    conn.ask<unknown>((reply) => conn.x.GetWindowAttributes(window, reply)),
    conn.property(window, "WM_CLASS"),
    textProperty(conn, window),
    numbersProperty(conn, window, "_NET_WM_PID"),
  ]);
  if (!alive) return null;
  const [instance = "", className = ""] = names?.data.toString("utf8").split("\0") ?? [];
  return {
    id: String(window),
    app: programName(className || instance),
    title,
    pid: pid[0] ?? 0,
    elevated: false,
  };
}

/** True when the window manager speaks EWMH. */
export async function hasWindowManager(conn: X11Connection): Promise<boolean> {
  const [check] = await numbersProperty(conn, conn.root, "_NET_SUPPORTING_WM_CHECK");
  if (!check) return false;
  const [self] = await numbersProperty(conn, check, "_NET_SUPPORTING_WM_CHECK");
  return self === check;
}
