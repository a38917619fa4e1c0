import type { Stroke } from "../../ports/keyboard.ts";

export type Platform = "win32" | "darwin" | "linux";

/** One stroke in robotjs' words. */
export interface RobotStroke {
  readonly key: string;
  readonly modifiers: readonly string[];
}

export interface PlatformKeys {
  readonly strokes: Readonly<Record<Stroke, RobotStroke>>;
  /**
   * Tapped before a lone Alt or Windows key is lifted: a window that sees nothing but Alt (the hotkey ate the rest)
   * would open its menu, and the Windows key the start menu.
   */
  readonly mask: string | null;
  /**
   * True where the hook is shown our own keys exactly when they were let through, so that a stroke which went
   * nowhere (Windows: the window in front has higher rights) is noticed.
   */
  readonly confirms: boolean;
}

function strokes(control: string, command: string): Readonly<Record<Stroke, RobotStroke>> {
  return {
    "Ctrl+V": { key: "v", modifiers: [control] },
    "Ctrl+Shift+V": { key: "v", modifiers: [control, "shift"] },
    "Shift+Insert": { key: "insert", modifiers: ["shift"] },
    "Cmd+V": { key: "v", modifiers: [command] },
    "Ctrl+C": { key: "c", modifiers: [control] },
    "Cmd+C": { key: "c", modifiers: [command] },
    Left: { key: "left", modifiers: [] },
    Right: { key: "right", modifiers: [] },
    "Shift+Left": { key: "left", modifiers: ["shift"] },
    Enter: { key: "enter", modifiers: [] },
    "Ctrl+Enter": { key: "enter", modifiers: [control] },
    "Cmd+Enter": { key: "enter", modifiers: [command] },
    "Shift+Enter": { key: "enter", modifiers: ["shift"] },
  };
}

/** What differs between the systems; a Mac's command key is Ctrl elsewhere. */
export const PLATFORM_KEYS: Readonly<Record<Platform, PlatformKeys>> = {
  win32: { strokes: strokes("control", "control"), mask: "control", confirms: true },
  darwin: { strokes: strokes("control", "command"), mask: null, confirms: false },
  linux: { strokes: strokes("control", "control"), mask: null, confirms: true },
};
