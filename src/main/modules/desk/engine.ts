import type { ApplicationProfile } from "../../../shared/contract/settings.ts";
import { AppError, isAppError } from "../../../shared/errors.ts";
import type { MessageCode } from "../../../shared/messages/zh-CN.ts";
import type { TargetWindow } from "../../ports/activeWindow.ts";
import type { ClipboardSnapshot } from "../../ports/clipboard.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Stroke } from "../../ports/keyboard.ts";
import type { Desktop } from "../../ports/ports.ts";
import type { PasteJob, PasteResult } from "./job.ts";
import { pause } from "./pause.ts";
import { createQueue } from "./queue.ts";
import { createReach } from "./reach.ts";
import { createPictureDesk, type PictureDesk, PictureError } from "./pictures.ts";
import { type Bubble, type PastePart, planBubbles, type Step } from "./rules.ts";
import { copySelection, isBeforeCaret, lookingAt, selecting, type TypedText } from "./selection.ts";

/** Hands stay on the keys at most this long before we give up, milliseconds. */
export const KEYS_UP_WITHIN = 2_000;
/** How often the keys are looked at meanwhile, milliseconds. */
export const KEYS_LOOK_EVERY = 4;
/** The target has the keyboard just before a key is pressed, milliseconds: it only has to confirm. */
export const STILL_ACTIVE_WITHIN = 250;
/** A target that has not asked for the text by then has not pasted it, milliseconds. */
export const READ_WITHIN = 2_000;
/** No read for this long: the target has what it wants, milliseconds. Shorter broke pastes (Chromium reads twice). */
export const QUIET = 50;

/** Somebody typed on: nothing is replaced. */
class TypedOn extends Error {}

const CANCELLED = { outcome: "cancelled", reason: null, params: {} } as const;

interface Options {
  readonly desktop: Omit<Desktop, "typing">;
  readonly clock: Clock;
  readonly profile: (app: string) => ApplicationProfile;
  /** Told when what the person had copied could not be put back. */
  readonly notRestored: (error: unknown) => void;
}

export type PasteEngine = ReturnType<typeof createPasteEngine>;

/**
 * Brings texts and pictures into other programs' windows. Jobs never interleave; what was on the clipboard comes back;
 * when something is in the way what did not arrive is left on the clipboard and the result says why.
 */
export function createPasteEngine({ desktop, clock, profile, notRestored }: Options) {
  const { clipboard, keyboard, activeWindow } = desktop;
  const { reachTarget, regain } = createReach(activeWindow);
  const queue = createQueue();
  // What the person had copied, from the first job of a run until the queue is empty.
  let original: ClipboardSnapshot | null = null;
  /** Whether our own content took its place. */
  let displaced = false;

  /**
   * Presses a stroke once the hands are off the keys. The first stroke of a job lifts what its own hotkey left down;
   * later ones only wait: what is down then belongs to the person's next hotkey and must reach the system whole.
   */
  async function press(strokes: Stroke | readonly Stroke[], mayLift: boolean): Promise<void> {
    for (
      const until = performance.now() + KEYS_UP_WITHIN;
      !(await keyboard.tap(strokes, { lift: mayLift }));
    ) {
      if (performance.now() > until) throw new AppError("paste_keys_held");
      await pause(KEYS_LOOK_EVERY);
    }
  }

  async function perform(
    step: Step,
    target: TargetWindow,
    how: ApplicationProfile,
    pictures: PictureDesk,
    mayLift: boolean,
    over?: TypedText,
  ): Promise<void> {
    if (step.kind === "stroke") {
      if (!(await activeWindow.waitUntilActive(target.id, STILL_ACTIVE_WITHIN)))
        throw new AppError("paste_not_focused");
      await press(step.stroke, mayLift);
      return;
    }
    const picture = step.kind === "picture" ? await pictures.get(step.picture) : null;
    original ??= await clipboard.save();
    displaced = true;
    const offering =
      step.kind === "paste"
        ? clipboard.offerText(step.text, { transient: true })
        : clipboard.offerPicture(picture!, { transient: true, as: how.pictureAs });
    // Content, window and keys are seen to at the same time; mostly all is as it should be and the stroke follows at once.
    const untouched = (): boolean => over === undefined || over.untouched(lookingAt(over));
    const when = Promise.all([offering, activeWindow.waitUntilActive(target.id, 0)]).then(
      ([, active]) => active && untouched(),
    );
    when.catch(() => undefined);
    // What makes way is selected in the same go as the paste that takes its place.
    const strokes = over === undefined ? how.pasteKeys : [...selecting(over), how.pasteKeys];
    const pressed = await keyboard.tap(strokes, { lift: mayLift && over === undefined, when });
    const offer = await offering;
    if (!pressed && over !== undefined) throw new TypedOn();
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

  async function deliver(
    { steps }: Bubble,
    target: TargetWindow,
    how: ApplicationProfile,
    pictures: PictureDesk,
    mayLift: boolean,
    over?: TypedText,
  ): Promise<void> {
    for (const [index, step] of steps.entries()) {
      if (step.kind === "stroke" && index === steps.length - 1 && how.sendDelayMs > 0)
        await pause(how.sendDelayMs);
      const first = index === 0;
      await perform(step, target, how, pictures, mayLift && first, first ? over : undefined);
    }
  }

  /** The text has arrived by now: a clipboard that cannot be given back must not make it look as if it had not. */
  async function giveBack(): Promise<void> {
    const content = original;
    if (content === null || queue.size > 1) return;
    original = null;
    try {
      if (displaced) await clipboard.restore(content);
      displaced = false;
    } catch (error) {
      notRestored(error);
    }
  }

  async function work(job: PasteJob, startedAt: number, waited: boolean): Promise<PasteResult> {
    // What the person had copied is read while the window is looked at: both take the same time.
    const cancelled = async (): Promise<PasteResult> => {
      await giveBack();
      return { ...CANCELLED, application, milliseconds: spent(), delivered, of };
    };
    const saving = original === null ? clipboard.save() : null;
    saving?.catch(() => undefined);
    const found = await job.target;
    const application = found?.app ?? "";
    const how = profile(application);
    const spent = (): number => clock.now() - startedAt;
    const pictures = createPictureDesk(how);
    const bubbles = planBubbles(job.parts, job.mode, how);
    const of = job.parts.length;
    let delivered = 0;
    let current = 0;
    pictures.begin(bubbles[0]);
    try {
      const target = await reachTarget(found, { refocus: job.refocus, waited });
      if (saving) original = await saving;
      if (job.typed) {
        displaced = true;
        // Not lifted, waited for: what is down is the person's own writing.
        const pressing = (strokes: Stroke | readonly Stroke[]) => press(strokes, false);
        if (!(await isBeforeCaret(desktop, job.typed, pressing))) return await cancelled();
      }
      for (const [index, bubble] of bubbles.entries()) {
        current = index;
        if (index > 0) await pause(how.partPauseMs);
        pictures.begin(bubbles[index + 1]);
        const first = index === 0;
        const over = first ? job.typed : undefined;
        await deliver(bubble, target, how, pictures, first && !waited, over);
        delivered += bubble.parts;
      }
      const sent = job.mode === "send" || how.alwaysSend;
      if (!sent) for (let n = job.caretBack ?? 0; n > 0; n -= 1) await press("Left", false);
      const milliseconds = spent();
      await giveBack();
      return {
        outcome: sent ? "sent" : "pasted",
        reason: null,
        params: {},
        application,
        milliseconds,
        delivered,
        of,
      };
    } catch (error) {
      if (error instanceof TypedOn) return cancelled();
      const content = bubbles[current]?.content;
      const stopped = { delivered, of, next: delivered + 1 };
      return {
        ...(await leaveOnClipboard(content, how, pictures, error, stopped)),
        application,
        milliseconds: spent(),
        delivered,
        of,
      };
    }
  }

  /** The safe ending: nothing was pasted blind, what did not arrive waits on the clipboard for Ctrl+V. */
  async function leaveOnClipboard(
    content: PastePart | undefined,
    how: ApplicationProfile,
    pictures: PictureDesk,
    error: unknown,
    stopped: { readonly delivered: number; readonly of: number; readonly next: number },
  ): Promise<Pick<PasteResult, "outcome" | "reason" | "params" | "waiting">> {
    const detail = error instanceof Error ? error.message : String(error);
    const halfway = stopped.delivered > 0;
    if (error instanceof PictureError) {
      // There is nothing to leave there: the person's own content comes back.
      await giveBack();
      const reason = halfway ? "paste_stopped_picture" : error.why.code;
      const params = { name: error.picture, ...error.why.params, ...stopped };
      return { outcome: "failed", reason, params };
    }
    original = null;
    const reason: MessageCode = isAppError(error) ? error.code : "paste_failed";
    try {
      if (content) await leave(content, how, pictures);
    } catch (second) {
      console.error(second);
      return { outcome: "failed", reason: "clipboard_failed", params: { detail: String(second) } };
    }
    return {
      outcome: "failed",
      // A chat that was closed has no place for it any more.
      waiting: content !== undefined && reason !== "paste_target_gone",
      reason: halfway ? "paste_stopped" : reason,
      params: { keys: how.pasteKeys, detail, ...stopped },
    };
  }

  /** Puts content on the clipboard to stay. */
  async function leave(
    content: PastePart,
    how: ApplicationProfile,
    pictures: PictureDesk,
  ): Promise<void> {
    if (content.kind === "text") await clipboard.offerText(content.text, { transient: false });
    else
      await clipboard.offerPicture(await pictures.get(content.picture), {
        transient: false,
        as: how.pictureAs,
      });
  }

  return {
    /** Never rejects: a failure is a result. */
    paste: (job: PasteJob): Promise<PasteResult> => {
      const startedAt = clock.now();
      const waited = queue.size > 0;
      return queue.run(() => work(job, startedAt, waited));
    },
    /** Puts a text or a picture on the clipboard to stay. @throws AppError why there is no such picture */
    copy: (content: PastePart): Promise<void> =>
      queue.run(async () => {
        const how = profile("");
        try {
          await leave(content, how, createPictureDesk(how));
          original = null;
        } catch (error) {
          await giveBack();
          throw error instanceof PictureError ? error.why : error;
        }
      }),
    /** What is selected in the window in front. @throws AppError selection_none, paste_keys_held */
    selection: (copyKeys: Stroke): Promise<string> =>
      queue.run(async () => {
        original ??= await clipboard.save();
        displaced = true;
        try {
          return await copySelection(desktop, copyKeys, (stroke) => press(stroke, true));
        } finally {
          await giveBack();
        }
      }),
    idle: queue.idle,
  };
}
