import type { PasteOutcome } from "../../../shared/contract/desk.ts";
import type { SendMode } from "../../../shared/contract/phrases.ts";
import type { ErrorParams } from "../../../shared/errors.ts";
import type { MessageCode } from "../../../shared/messages/zh-CN.ts";
import type { TargetWindow } from "../../ports/activeWindow.ts";
import type { PastePart } from "./rules.ts";
import type { TypedText } from "./selection.ts";

/** One paste. */
export interface PasteJob {
  /** Delivered in this order, one job whatever else is chosen meanwhile. */
  readonly parts: readonly PastePart[];
  readonly mode: SendMode;
  /** How often Left is pressed at the end, where nothing was sent: the caret belongs before the end. */
  readonly caretBack?: number;
  /** The window that had the keyboard when the person chose; null when there was none. May still be on its way. */
  readonly target: TargetWindow | null | Promise<TargetWindow | null>;
  /** True when another window of ours may have the keyboard and the target has to get it back. */
  readonly refocus: boolean;
  /** Text right before the caret that makes way; when it does not stand there nothing is pasted ("cancelled"). */
  readonly typed?: TypedText;
}

/** How it ended. */
export interface PasteResult {
  /** It is one key away: it waits on the clipboard, and the person was told which key. */
  readonly waiting?: boolean;
  readonly outcome: PasteOutcome;
  readonly reason: MessageCode | null;
  readonly params: ErrorParams;
  readonly application: string;
  readonly milliseconds: number;
  /** How many of the parts arrived, of how many. Those after one that failed were not tried. */
  readonly delivered: number;
  readonly of: number;
}
