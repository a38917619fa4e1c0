import type { PasteOutcome } from "../../../shared/contract/desk.ts";
import type { SendMode } from "../../../shared/contract/phrases.ts";
import type { ApplicationProfile } from "../../../shared/contract/settings.ts";
import { AppError, type ErrorParams, isAppError } from "../../../shared/errors.ts";
import type { MessageCode } from "../../../shared/messages/zh-CN.ts";
import type { TargetWindow } from "../../ports/activeWindow.ts";
import type { ClipboardSnapshot } from "../../ports/clipboard.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Stroke } from "../../ports/keyboard.ts";
import type { Desktop } from "../../ports/ports.ts";
import { createQueue } from "./queue.ts";
import { planSteps, type Step } from "./rules.ts";
import { copySelection } from "./selection.ts";

/** Hands stay on the keys at most this long before we give up, milliseconds. */
export const KEYS_UP_WITHIN = 2_000;
/** A window that just got the keyboard tells its text field a moment later, milliseconds. */
export const SETTLE = 30;
/** How often the keys are looked at meanwhile, milliseconds. */
export const KEYS_LOOK_EVERY = 4;
/** The target window must have the keyboard again within this, milliseconds. */
export const ACTIVE_WITHIN = 1_500;
/** The same, just before a key is pressed, milliseconds: it only has to confirm. */
export const STILL_ACTIVE_WITHIN = 250;
/** A target that has not asked for the text by then has not pasted it, milliseconds. */
export const READ_WITHIN = 2_000;
/** No read for this long: the target has what it wants, milliseconds. Shorter broke pastes (Chromium reads twice). */
export const QUIET = 50;

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

export interface PasteJob {
  readonly text: string;
  readonly mode: SendMode;
  /** The window that had the keyboard when the person chose; null when there was none. May still be on its way. */
  readonly target: TargetWindow | null | Promise<TargetWindow | null>;
  /** True when another window of ours may have the keyboard and the target has to get it back. */
  readonly refocus: boolean;
}

export interface PasteResult {
  readonly outcome: PasteOutcome;
  readonly reason: MessageCode | null;
  readonly params: ErrorParams;
  readonly application: string;
  readonly milliseconds: number;
}

interface Options {
  readonly desktop: Desktop;
  readonly clock: Clock;
  readonly profile: (app: string) => ApplicationProfile;
  /** Told when what the person had copied could not be put back. */
  readonly notRestored: (error: unknown) => void;
}

export type PasteEngine = ReturnType<typeof createPasteEngine>;

/**
 * Brings text into other programs' windows. Jobs never interleave; what was on the clipboard comes back;
 * when something is in the way the text is left on the clipboard and the result says why.
 */
export function createPasteEngine({ desktop, clock, profile, notRestored }: Options) {
  const { clipboard, keyboard, activeWindow } = desktop;
  const queue = createQueue();
  // What the person had copied, from the first job of a run until the queue is empty.
  let original: ClipboardSnapshot | null = null;

  /**
   * Presses a stroke once the hands are off the keys. The first stroke of a job lifts what its own hotkey left down;
   * later ones only wait: what is down then belongs to the person's next hotkey and must reach the system whole.
   */
  async function press(stroke: Stroke, mayLift: boolean): Promise<void> {
    for (
      const until = performance.now() + KEYS_UP_WITHIN;
      !(await keyboard.tap(stroke, { lift: mayLift }));
    ) {
      if (performance.now() > until) throw new AppError("paste_keys_held");
      await pause(KEYS_LOOK_EVERY);
    }
  }

  async function reachTarget(
    job: PasteJob,
    target: TargetWindow | null,
    waited: boolean,
  ): Promise<TargetWindow> {
    if (!target) throw new AppError("paste_no_target");
    if (target.elevated) throw new AppError("paste_elevated");
    // Asked a moment ago, and asked again before a key is pressed.
    if (!job.refocus && !waited) return target;
    const now = await activeWindow.current();
    if (now?.id === target.id) return target;
    // Wait for the window manager to hand the keyboard back by itself; ask for it when it does not.
    if (!job.refocus || !(await activeWindow.waitUntilActive(target.id, ACTIVE_WITHIN / 3)))
      await regain(target);
    await pause(SETTLE);
    return target;
  }

  /** Asks for the keyboard to go back to the target. @throws AppError paste_target_gone, paste_not_focused */
  async function regain(target: TargetWindow): Promise<void> {
    if (!(await activeWindow.activate(target.id))) throw new AppError("paste_target_gone");
    if (await activeWindow.waitUntilActive(target.id, ACTIVE_WITHIN)) return;
    const stillThere = await activeWindow.activate(target.id);
    throw new AppError(stillThere ? "paste_not_focused" : "paste_target_gone");
  }

  async function perform(
    step: Step,
    target: TargetWindow,
    how: ApplicationProfile,
    mayLift: boolean,
  ): Promise<void> {
    if (step.kind === "stroke") {
      if (!(await activeWindow.waitUntilActive(target.id, STILL_ACTIVE_WITHIN)))
        throw new AppError("paste_not_focused");
      await press(step.stroke, mayLift);
      return;
    }
    original ??= await clipboard.save();
    const offering = clipboard.offerText(step.text, { transient: true });
    // Text, window and keys are seen to at the same time; mostly all is as it should be and the stroke follows at once.
    const when = Promise.all([offering, activeWindow.waitUntilActive(target.id, 0)]).then(
      ([, active]) => active,
    );
    when.catch(() => undefined);
    const pressed = await keyboard.tap(how.pasteKeys, { lift: mayLift, when });
    const offer = await offering;
    if (!pressed) {
      if (!(await activeWindow.waitUntilActive(target.id, STILL_ACTIVE_WITHIN)))
        await regain(target);
      await press(how.pasteKeys, mayLift);
    }
    const end = await offer.settled({
      quietMs: QUIET,
      delayMs: how.restoreDelayMs,
      timeoutMs: READ_WITHIN,
    });
    if (end === "timeout") throw new AppError("paste_not_read");
    // Somebody copied something in between: that is newer than what we kept and stays.
    if (end === "lost") original = null;
  }

  /** The text has arrived by now: a clipboard that cannot be given back must not make it look as if it had not. */
  async function giveBack(): Promise<void> {
    const content = original;
    if (content === null || queue.size > 1) return;
    original = null;
    try {
      await clipboard.restore(content);
    } catch (error) {
      notRestored(error);
    }
  }

  async function work(job: PasteJob, startedAt: number, waited: boolean): Promise<PasteResult> {
    // What the person had copied is read while the window is looked at: both take the same time.
    const saving = original === null ? clipboard.save() : null;
    saving?.catch(() => undefined);
    const found = await job.target;
    const application = found?.app ?? "";
    const how = profile(application);
    const spent = (): number => clock.now() - startedAt;
    try {
      const target = await reachTarget(job, found, waited);
      if (saving) original = await saving;
      const steps = planSteps(job.text, job.mode, how);
      for (const [index, step] of steps.entries()) {
        if (step.kind === "stroke" && index === steps.length - 1 && how.sendDelayMs > 0)
          await pause(how.sendDelayMs);
        await perform(step, target, how, index === 0 && !waited);
      }
      const milliseconds = spent();
      await giveBack();
      const sent = job.mode === "send" || how.alwaysSend;
      return {
        outcome: sent ? "sent" : "pasted",
        reason: null,
        params: {},
        application,
        milliseconds,
      };
    } catch (error) {
      return {
        ...(await leaveOnClipboard(job.text, how, error)),
        application,
        milliseconds: spent(),
      };
    }
  }

  /** The safe ending: nothing was pasted blind, the text waits on the clipboard for Ctrl+V. */
  async function leaveOnClipboard(
    text: string,
    how: ApplicationProfile,
    error: unknown,
  ): Promise<Pick<PasteResult, "outcome" | "reason" | "params">> {
    original = null;
    const detail = error instanceof Error ? error.message : String(error);
    const reason: MessageCode = isAppError(error) ? error.code : "paste_failed";
    try {
      await clipboard.offerText(text, { transient: false });
    } catch (second) {
      console.error(second);
      return { outcome: "failed", reason: "clipboard_failed", params: { detail: String(second) } };
    }
    return { outcome: "failed", reason, params: { keys: how.pasteKeys, detail } };
  }

  return {
    /** Never rejects: a failure is a result. */
    paste: (job: PasteJob): Promise<PasteResult> => {
      const startedAt = clock.now();
      const waited = queue.size > 0;
      return queue.run(() => work(job, startedAt, waited));
    },
    /** Puts text on the clipboard to stay. */
    copy: (text: string): Promise<unknown> =>
      queue.run(() => {
        original = null;
        return clipboard.offerText(text, { transient: false });
      }),
    /** What is selected in the window in front. @throws AppError selection_none, paste_keys_held */
    selection: (copyKeys: Stroke): Promise<string> =>
      queue.run(async () => {
        original ??= await clipboard.save();
        try {
          return await copySelection(desktop, copyKeys, (stroke) => press(stroke, true));
        } finally {
          await giveBack();
        }
      }),
    idle: queue.idle,
  };
}
