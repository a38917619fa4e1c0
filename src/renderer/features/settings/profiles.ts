import type { ApplicationProfile, Settings } from "../../../shared/contract/settings.ts";

/** A paste whole, Enter sends: what programs get that nobody knows anything about. */
const COMMON: ApplicationProfile = {
  multiline: "whole",
  pasteKeys: "Ctrl+V",
  sendKeys: "Enter",
  restoreDelayMs: 600,
  sendDelayMs: 60,
  alwaysSend: false,
};

/** What the core knows of the field's programs; a test holds the two together. Names are in the words. */
const KNOWN_PROFILES = {
  aliworkbench: { restoreDelayMs: 1_000, sendDelayMs: 150 },
  wechat: { restoreDelayMs: 800, sendDelayMs: 120 },
  weixin: { restoreDelayMs: 800, sendDelayMs: 120 },
  wxwork: { restoreDelayMs: 800, sendDelayMs: 120 },
  qq: { restoreDelayMs: 800, sendDelayMs: 120 },
  dingtalk: { restoreDelayMs: 1_000, sendDelayMs: 150 },
  dongdong: { restoreDelayMs: 1_000, sendDelayMs: 150 },
  pddworkbench: { restoreDelayMs: 1_000, sendDelayMs: 150 },
  xterm: { pasteKeys: "Shift+Insert" },
  "gnome-terminal-server": { pasteKeys: "Ctrl+Shift+V" },
  konsole: { pasteKeys: "Ctrl+Shift+V" },
} as const satisfies Record<string, Partial<ApplicationProfile>>;

export type KnownProgram = keyof typeof KNOWN_PROFILES;
export const KNOWN = Object.keys(KNOWN_PROFILES) as readonly KnownProgram[];

export const isKnown = (program: string): program is KnownProgram => program in KNOWN_PROFILES;

/** How a program is pasted into while the person has set nothing for it. */
export function defaultProfile(program: string, platform: string): ApplicationProfile {
  return {
    ...COMMON,
    ...(platform === "darwin" ? ({ pasteKeys: "Cmd+V" } as const) : {}),
    ...(isKnown(program) ? KNOWN_PROFILES[program] : {}),
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
