import type { SendMode } from "../../../shared/contract/phrases.ts";
import type { ApplicationProfile } from "../../../shared/contract/settings.ts";
import type { Stroke } from "../../ports/keyboard.ts";

/** One thing the paste engine does in the target. */
export type Step =
  | { readonly kind: "paste"; readonly text: string }
  | { readonly kind: "stroke"; readonly stroke: Stroke };

/**
 * What has to be done to bring a text into a program: whole or line by line, sent or not.
 * Enter is only there when the phrase, the person or the program's profile says so.
 */
export function planSteps(text: string, mode: SendMode, profile: ApplicationProfile): Step[] {
  const lines = text.replaceAll(/\r\n?/g, "\n").split("\n");
  const steps: Step[] = [];
  if (profile.multiline === "whole" || lines.length === 1) {
    steps.push({ kind: "paste", text: lines.join("\n") });
  } else {
    lines.forEach((line, index) => {
      if (index > 0) steps.push({ kind: "stroke", stroke: "Shift+Enter" });
      if (line !== "") steps.push({ kind: "paste", text: line });
    });
  }
  if (mode === "send" || profile.alwaysSend)
    steps.push({ kind: "stroke", stroke: profile.sendKeys });
  return steps;
}

/** Accelerators the field's own clients use, and who has them: never ours by default, refused when chosen. */
export const RESERVED: Readonly<Record<string, string>> = {
  "Alt+A": "微信截图",
  "Ctrl+Alt+A": "QQ 截图",
  "Ctrl+Alt+W": "微信",
  "Ctrl+Alt+Z": "QQ",
  "Ctrl+Alt+X": "QQ 侧边栏",
  "Ctrl+Alt+S": "QQ 录屏",
  "Ctrl+Alt+D": "千牛截图",
  "Ctrl+Shift+A": "钉钉截图",
  "Ctrl+Shift+Z": "钉钉",
  "Ctrl+Alt+Delete": "Windows",
  "Alt+F4": "Windows",
  "Alt+Tab": "Windows",
};
