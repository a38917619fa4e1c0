import type { ApplicationProfile } from "../contract/settings.ts";

const common: ApplicationProfile = {
  multiline: "whole",
  pasteKeys: "Ctrl+V",
  sendKeys: "Enter",
  restoreDelayMs: 600,
  sendDelayMs: 60,
  alwaysSend: false,
  pictureAs: "bitmap",
  partPauseMs: 300,
  pictureLimitKB: 0,
};

/**
 * What is known of the field's clients, by program name. Chat clients written on top of a web page read the
 * clipboard late, so their old content comes back later, and empty their input a moment after sending.
 */
const KNOWN_PROFILES = {
  aliworkbench: { restoreDelayMs: 1_000, sendDelayMs: 150, partPauseMs: 500 },
  wechat: { restoreDelayMs: 800, sendDelayMs: 120 },
  weixin: { restoreDelayMs: 800, sendDelayMs: 120 },
  wxwork: { restoreDelayMs: 800, sendDelayMs: 120 },
  qq: { restoreDelayMs: 800, sendDelayMs: 120 },
  dingtalk: { restoreDelayMs: 1_000, sendDelayMs: 150, partPauseMs: 500 },
  dongdong: { restoreDelayMs: 1_000, sendDelayMs: 150, partPauseMs: 500 },
  pddworkbench: { restoreDelayMs: 1_000, sendDelayMs: 150, partPauseMs: 500 },
  xterm: { pasteKeys: "Shift+Insert" },
  "gnome-terminal-server": { pasteKeys: "Ctrl+Shift+V" },
  konsole: { pasteKeys: "Ctrl+Shift+V" },
} as const satisfies Record<string, Partial<ApplicationProfile>>;

export type KnownProgram = keyof typeof KNOWN_PROFILES;

/** Programs that need no setting. */
export const KNOWN_PROGRAMS = Object.keys(KNOWN_PROFILES) as readonly KnownProgram[];

export const isKnownProgram = (app: string): app is KnownProgram =>
  Object.hasOwn(KNOWN_PROFILES, app);

/** How to paste into a program: what the person set, else what is known, else the common way. */
export function profileFor(
  app: string,
  own: Readonly<Record<string, ApplicationProfile>>,
  platform: string,
): ApplicationProfile {
  const set = own[app];
  if (set) return set;
  const keys = platform === "darwin" ? ({ pasteKeys: "Cmd+V" } as const) : {};
  return { ...common, ...keys, ...(isKnownProgram(app) ? KNOWN_PROFILES[app] : {}) };
}
