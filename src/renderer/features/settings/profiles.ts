import type { ApplicationProfile, Settings } from "../../../shared/contract/settings.ts";

/** Programs the core already knows how to paste into; their names as agents say them are in the words. */
export const KNOWN = [
  "aliworkbench",
  "wechat",
  "weixin",
  "wxwork",
  "qq",
  "dingtalk",
  "dongdong",
  "pddworkbench",
  "xterm",
  "gnome-terminal-server",
  "konsole",
] as const;
export type KnownProgram = (typeof KNOWN)[number];

export const isKnown = (program: string): program is KnownProgram =>
  (KNOWN as readonly string[]).includes(program);

/** Where a new entry starts: a paste whole, Enter sends. */
export function startingProfile(platform: string): ApplicationProfile {
  return {
    multiline: "whole",
    pasteKeys: platform === "darwin" ? "Cmd+V" : "Ctrl+V",
    sendKeys: "Enter",
    restoreDelayMs: 600,
    sendDelayMs: 60,
    alwaysSend: false,
  };
}

/** A program's name as the core writes it: lower case, no path, no ".exe". */
export function programName(typed: string): string {
  const last = typed.trim().split(/[\\/]/).at(-1) ?? "";
  return last.toLowerCase().replace(/\.(exe|app)$/, "");
}

export function withApplication(
  applications: Settings["applications"],
  program: string,
  profile: ApplicationProfile,
): Settings["applications"] {
  return { ...applications, [program]: profile };
}

export function withoutApplication(
  applications: Settings["applications"],
  program: string,
): Settings["applications"] {
  return Object.fromEntries(Object.entries(applications).filter(([name]) => name !== program));
}
