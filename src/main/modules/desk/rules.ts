import type { SendMode } from "../../../shared/contract/phrases.ts";
import type { ApplicationProfile } from "../../../shared/contract/settings.ts";
import type { Stroke } from "../../ports/keyboard.ts";

/** A picture as its store hands it out; what is sent is made only when it is needed. */
export interface PastePicture {
  /** As people call it. */
  readonly name: string;
  /** The stored file, absolute. */
  readonly path: string;
  readonly mime: string;
  readonly width: number;
  readonly height: number;
  /** The picture as PNG, scaled down until it has at most `limitKB` kilobytes; 0: as it is. */
  readonly png: (limitKB: number) => Promise<Uint8Array>;
  /** A file to hand over, scaled likewise and named for people; `path` where this is left out. */
  readonly file?: (limitKB: number) => Promise<string>;
}

/** One piece of what is pasted. */
export type PastePart =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "picture"; readonly picture: PastePicture };

/** One thing the paste engine does in the target. */
export type Step =
  | { readonly kind: "paste"; readonly text: string }
  | { readonly kind: "picture"; readonly picture: PastePicture }
  | { readonly kind: "stroke"; readonly stroke: Stroke };

/** What is delivered as one: done whole before the next begins. */
export interface Bubble {
  /** What waits on the clipboard when it cannot be delivered. */
  readonly content: PastePart;
  /** How many of the parts it holds. */
  readonly parts: number;
  readonly steps: readonly Step[];
}

const sends = (mode: SendMode, profile: ApplicationProfile): boolean =>
  mode === "send" || profile.alwaysSend;

/** In an input that is not sent, texts that follow each other are one text of several lines. */
function gather(
  parts: readonly PastePart[],
  apart: boolean,
): { content: PastePart; parts: number }[] {
  const gathered: { content: PastePart; parts: number }[] = [];
  for (const part of parts) {
    const last = gathered.at(-1);
    if (!apart && part.kind === "text" && last?.content.kind === "text") {
      last.content = { kind: "text", text: `${last.content.text}\n${part.text}` };
      last.parts += 1;
    } else gathered.push({ content: part, parts: 1 });
  }
  return gathered;
}

function textSteps(text: string, profile: ApplicationProfile): Step[] {
  const lines = text.replaceAll(/\r\n?/g, "\n").split("\n");
  if (profile.multiline === "whole" || lines.length === 1)
    return [{ kind: "paste", text: lines.join("\n") }];
  const steps: Step[] = [];
  lines.forEach((line, index) => {
    if (index > 0) steps.push({ kind: "stroke", stroke: "Shift+Enter" });
    if (line !== "") steps.push({ kind: "paste", text: line });
  });
  return steps;
}

/**
 * What has to be done to bring texts and pictures into a program: text whole or line by line; sent piece by piece, or
 * all into one input. Enter is only there when the phrase, the person or the program's profile says so.
 */
export function planBubbles(
  parts: readonly PastePart[],
  mode: SendMode,
  profile: ApplicationProfile,
): Bubble[] {
  const apart = sends(mode, profile);
  return gather(parts, apart).map(({ content, parts: count }) => {
    const steps: Step[] =
      content.kind === "text"
        ? textSteps(content.text, profile)
        : [{ kind: "picture", picture: content.picture }];
    if (apart) steps.push({ kind: "stroke", stroke: profile.sendKeys });
    return { content, parts: count, steps };
  });
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
