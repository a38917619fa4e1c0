import type { PasteEnd } from "../../../shared/contract/desk.ts";
import type { SendMode } from "../../../shared/contract/phrases.ts";
import type { Review, ReviewInput } from "../../../shared/contract/review.ts";
import { AppError, type ErrorParams, isAppError } from "../../../shared/errors.ts";
import type { MessageCode } from "../../../shared/messages/zh-CN.ts";
import type { TargetWindow } from "../../ports/activeWindow.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Desktop } from "../../ports/ports.ts";
import type { PasteEngine } from "./engine.ts";
import type { Palette } from "./palette.ts";
import type { PasteLog } from "./store.ts";

/** What pasting needs to know of a phrase. */
export interface PasteablePhrase {
  readonly id: string;
  readonly title: string;
  readonly sendMode: SendMode;
}

/** A script that may go out. */
export interface Ready {
  readonly phraseId: string | null;
  readonly title: string;
  readonly texts: readonly string[];
  /** To be called once it has gone out: what was said to whom is remembered. */
  readonly gone: () => void;
}

/** A script on its way out: the review of it, and, when nothing is missing, what may go out. */
export interface Prepared {
  readonly review: Review;
  readonly ready: Ready | null;
}

export interface PastingSurroundings {
  readonly desktop: Desktop | null;
  /** Why there is none. */
  readonly noDesktopBecause: MessageCode | null;
  readonly engine: PasteEngine | null;
  readonly palette: Palette;
  readonly log: PasteLog;
  readonly clock: Clock;
  readonly phrase: (id: string) => PasteablePhrase;
  readonly prepare: (id: string, input: ReviewInput) => Prepared | Promise<Prepared>;
  readonly prepareText: (title: string, text: string, accept: boolean) => Prepared;
  /** Counts a use; written when the database is free. */
  readonly used: (id: string) => void;
  /** Runs a write that may wait. */
  readonly later: (job: () => void) => void;
  /** Tells the person, wherever they look. */
  readonly notify: (
    level: "info" | "warning" | "error",
    code: MessageCode,
    params: ErrorParams,
  ) => void;
  readonly pasteKeys: string;
}

const NOTHING_ADDED: ReviewInput = { answers: {}, texts: null, accept: false };

export type Pasting = ReturnType<typeof createPasting>;

/** From a choice to the text in the chat, wherever the choice was made: palette, main window, hotkey. */
export function createPasting(around: PastingSurroundings) {
  const { desktop, palette, log, clock } = around;

  /** @throws AppError when there is no desktop to paste into */
  function engineHere(): PasteEngine {
    if (!around.engine) throw new AppError(around.noDesktopBecause ?? "no_display");
    return around.engine;
  }

  async function into(
    target: TargetWindow | null | Promise<TargetWindow | null>,
    ready: Ready,
    mode: SendMode,
    refocus: boolean,
  ): Promise<PasteEnd> {
    const text = ready.texts.join("\n");
    const result = await engineHere().paste({ text, mode, target, refocus });
    palette.remember(await target);
    const { phraseId, title } = ready;
    const { application, outcome, reason, params, milliseconds } = result;
    around.later(() =>
      log.add({
        at: clock.now(),
        phraseId,
        title,
        application,
        outcome,
        reason,
        milliseconds: Math.round(milliseconds),
      }),
    );
    if (reason === null) {
      ready.gone();
      if (phraseId !== null) around.used(phraseId);
    } else around.notify("warning", reason, params);
    return { outcome, reason, params, review: null };
  }

  /** From the main window there is no window before it: the one last pasted into, else the clipboard. */
  async function fromMain(ready: Ready, mode: SendMode): Promise<PasteEnd> {
    const last = palette.lastPasted;
    if (last && desktop && (await desktop.activeWindow.activate(last.id)))
      return into(last, ready, mode, true);
    await engineHere().copy(ready.texts.join("\n"));
    copied(ready);
    const params = { title: ready.title, keys: around.pasteKeys };
    return { outcome: "copied", reason: "paste_copied", params, review: null };
  }

  /** A text went to the clipboard and no further: logged and counted like a paste. */
  function copied({ phraseId, title, gone }: Ready): void {
    gone();
    if (phraseId !== null) around.used(phraseId);
    around.later(() =>
      log.add({
        at: clock.now(),
        phraseId,
        title,
        application: "",
        outcome: "copied",
        reason: null,
        milliseconds: 0,
      }),
    );
  }

  /** Chosen in one of our windows: the palette, when it is open, gives way to the window before it. */
  async function chosen({ review, ready }: Prepared, mode: SendMode): Promise<PasteEnd> {
    if (!ready) return { outcome: "waits", reason: null, params: {}, review };
    if (!palette.isOpen) return fromMain(ready, mode);
    const target = palette.target;
    await palette.close(false);
    return into(target, ready, mode, true);
  }

  return {
    /** @throws AppError when the phrase is gone or there is nothing to paste into */
    async phrase(id: string, mode: SendMode | null, input: ReviewInput): Promise<PasteEnd> {
      const { sendMode } = around.phrase(id);
      return chosen(await around.prepare(id, input), mode ?? sendMode);
    },
    text: (title: string, text: string, mode: SendMode, accept: boolean): Promise<PasteEnd> =>
      chosen(around.prepareText(title, text, accept), mode),
    /** What the page itself copied, because nothing can be pasted here. */
    async copiedByPage(id: string, input: ReviewInput = NOTHING_ADDED): Promise<void> {
      const { title } = around.phrase(id);
      const { ready } = await around.prepare(id, { ...input, accept: true });
      copied(ready ?? { phraseId: id, title, texts: [], gone: () => undefined });
    },
    /** A phrase's own hotkey: the window in front is the target; what has to be asked first is asked in the palette. */
    async byHotkey(id: string): Promise<void> {
      try {
        const target = desktop ? desktop.activeWindow.current() : null;
        const { sendMode } = around.phrase(id);
        const prepared = around.prepare(id, NOTHING_ADDED);
        const { review, ready } = prepared instanceof Promise ? await prepared : prepared;
        if (ready) await into(target, ready, sendMode, false);
        else await palette.open(review);
      } catch (error) {
        if (isAppError(error)) around.notify("error", error.code, error.params);
        else throw error;
      }
    },
  };
}
