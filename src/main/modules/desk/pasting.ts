import type { ChosenIn, PasteEnd } from "../../../shared/contract/desk.ts";
import type { SendMode } from "../../../shared/contract/phrases.ts";
import type { Review, ReviewInput } from "../../../shared/contract/review.ts";
import { AppError, type ErrorParams, isAppError } from "../../../shared/errors.ts";
import { picturesLeft } from "../../../shared/rules/copying.ts";
import type { MessageCode } from "../../../shared/messages/zh-CN.ts";
import type { TargetWindow } from "../../ports/activeWindow.ts";
import { PROMISE_SIGN } from "../../../shared/rules/typed.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Stroke } from "../../ports/keyboard.ts";
import type { Desktop } from "../../ports/ports.ts";
import type { PasteEngine } from "./engine.ts";
import type { PasteJob } from "./job.ts";
import type { Palette } from "./palette.ts";
import type { Panel } from "./panel.ts";
import type { PastePart } from "./rules.ts";
import type { TypedText } from "./selection.ts";
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
  /** Texts and pictures, each on its own. */
  readonly parts: readonly PastePart[];
  /** Where the person writes on: so many characters before the end of what was pasted. */
  readonly caretBack: number;
  /** To be called once it has gone out: what was said to whom is remembered. */
  readonly gone: () => void;
  /** To be called right before it goes out. @throws AppError when meanwhile it may not */
  readonly leaving?: () => void;
  /** To be called when it did not go out after that. */
  readonly stayed?: () => void;
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
  readonly panel: Pick<Panel, "chosen">;
  readonly log: PasteLog;
  readonly clock: Clock;
  readonly phrase: (id: string) => PasteablePhrase;
  readonly prepare: (id: string, input: ReviewInput) => Promise<Prepared>;
  readonly preparePicture: (id: string) => Ready;
  readonly prepareText: (title: string, text: string, accept: boolean, shop?: string) => Prepared;
  /** The shop that is served now, with this phrase or without one; "" for none. */
  readonly servedShop: (phraseId: string | null) => string;
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
  readonly copyKeys: Stroke;
}

/** As much of a selection as is looked up, UTF-16 units. */
const SELECTION_LENGTH = 400;
/** As much of a selection as becomes the note of a promise, UTF-16 units. */
const NOTE_LENGTH = 2_000;

const NOTHING_ADDED: ReviewInput = { answers: {}, texts: null, accept: false, urges: null };

/** Leaves and comes back when `way` fails, or when `there` says that it did not arrive. */
async function underWay<T>(
  { leaving, stayed }: Ready,
  way: () => Promise<T>,
  there: (end: T) => boolean = () => true,
): Promise<T> {
  leaving?.();
  try {
    const end = await way();
    if (!there(end)) stayed?.();
    return end;
  } catch (error) {
    stayed?.();
    throw error;
  }
}

/** What a clipboard can hold of a script: its words; of pictures alone the first. */
function inOne(parts: readonly PastePart[]): PastePart {
  const texts = parts.flatMap((part) => (part.kind === "text" ? [part.text] : []));
  return texts.length === 0 && parts[0] ? parts[0] : { kind: "text", text: texts.join("\n") };
}

export type Pasting = ReturnType<typeof createPasting>;

/** From a choice to the text in the chat, wherever the choice was made: palette, panel, main window, hotkey. */
export function createPasting(around: PastingSurroundings) {
  const { desktop, palette, panel, log, clock } = around;

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
    typed?: PasteJob["typed"],
  ): Promise<PasteEnd> {
    const { phraseId, title } = ready;
    // As it was chosen: by the time it has gone out the next customer may be in hand.
    const shop = around.servedShop(phraseId);
    const engine = engineHere();
    const result = await underWay(
      ready,
      () =>
        engine.paste({
          parts: ready.parts,
          caretBack: ready.caretBack,
          mode,
          target,
          refocus,
          ...(typed ? { typed } : {}),
        }),
      ({ outcome, waiting }) =>
        waiting === true || (outcome !== "failed" && outcome !== "cancelled"),
    );
    // What was typed did not stand there: nothing happened, and nobody asked for anything.
    if (result.outcome === "cancelled") return { ...result, review: null };
    palette.remember(await target);
    const { application, outcome, reason, params, milliseconds, waiting = false } = result;
    around.later(() =>
      log.add({
        at: clock.now(),
        phraseId,
        title,
        application,
        outcome,
        reason,
        milliseconds: Math.round(milliseconds),
        shop,
      }),
    );
    // What waits for Ctrl+V is said to the buyer in a moment: its promise is written down, and can be taken back.
    if (reason === null || waiting) ready.gone();
    if (reason === null && phraseId !== null) around.used(phraseId);
    if (reason !== null) around.notify("warning", reason, params);
    return { outcome, reason, params, review: null };
  }

  /** From the main window there is no window before it: the one last pasted into, else the clipboard. */
  async function fromMain(ready: Ready, mode: SendMode): Promise<PasteEnd> {
    const last = palette.lastPasted;
    if (last && desktop && (await desktop.activeWindow.activate(last.id)))
      return into(last, ready, mode, true);
    const engine = engineHere();
    await underWay(ready, () => engine.copy(inOne(ready.parts)));
    copied(ready);
    const count = picturesLeft(ready.parts);
    const reason = count > 0 ? "paste_copied_without_pictures" : "paste_copied";
    const params = { title: ready.title, keys: around.pasteKeys, count };
    return { outcome: "copied", reason, params, review: null };
  }

  /** A text went to the clipboard and no further: logged and counted like a paste. */
  function copied({ phraseId, title, gone }: Ready): void {
    gone();
    if (phraseId !== null) around.used(phraseId);
    const shop = around.servedShop(phraseId);
    around.later(() =>
      log.add({
        at: clock.now(),
        phraseId,
        title,
        application: "",
        outcome: "copied",
        reason: null,
        milliseconds: 0,
        shop,
      }),
    );
  }

  /** Chosen in one of our windows. */
  async function chosen(
    { review, ready }: Prepared,
    mode: SendMode,
    from: ChosenIn,
  ): Promise<PasteEnd> {
    if (!ready) return { outcome: "waits", reason: null, params: {}, review };
    return go(ready, mode, from);
  }

  /** The palette, when it is open, gives way to the window before it; the panel stays beside its own. */
  async function go(ready: Ready, mode: SendMode, from: ChosenIn): Promise<PasteEnd> {
    const target =
      from === "panel" ? await panel.chosen() : await palette.chosen(from === "palette");
    return target === undefined ? fromMain(ready, mode) : into(target, ready, mode, true);
  }

  return {
    /** @throws AppError when the phrase is gone or there is nothing to paste into */
    async phrase(
      id: string,
      mode: SendMode | null,
      input: ReviewInput,
      from: ChosenIn,
    ): Promise<PasteEnd> {
      const { sendMode } = around.phrase(id);
      return chosen(await around.prepare(id, input), mode ?? sendMode, from);
    },
    text: (
      title: string,
      text: string,
      mode: SendMode,
      accept: boolean,
      from: ChosenIn,
    ): Promise<PasteEnd> => chosen(around.prepareText(title, text, accept), mode, from),
    /** A picture chosen in one of our windows. @throws AppError when it is gone */
    picture: (id: string, mode: SendMode, from: ChosenIn): Promise<PasteEnd> => {
      const ready = around.preparePicture(id);
      return go(ready, mode, from);
    },
    /** What the page itself copied, because nothing can be pasted here. */
    async copiedByPage(id: string, input: ReviewInput = NOTHING_ADDED): Promise<void> {
      const { title } = around.phrase(id);
      const { ready } = await around.prepare(id, { ...input, accept: true });
      ready?.leaving?.();
      copied(ready ?? { phraseId: id, title, parts: [], caretBack: 0, gone: () => undefined });
    },
    /** The palette opens with what is selected in the window in front behind a sign that says what to do with it. */
    async aboutSelection(sign: string): Promise<void> {
      try {
        const text = await engineHere().selection(around.copyKeys);
        await palette.open({ text: `${sign}${text.slice(0, SELECTION_LENGTH)}` });
      } catch (error) {
        if (!isAppError(error)) throw error;
        if (error.code === "selection_none") await palette.open({ text: sign });
        around.notify("warning", error.code, error.params);
      }
    },
    /** A promise is written down in the palette; what is selected in the window in front goes with it. */
    async capture(): Promise<void> {
      let note = "";
      try {
        note = await engineHere().selection(around.copyKeys);
      } catch (error) {
        if (!isAppError(error)) throw error;
        // Most promises are written down with nothing selected.
        if (error.code !== "selection_none") around.notify("warning", error.code, error.params);
      }
      await palette.open({ text: PROMISE_SIGN, note: note.slice(0, NOTE_LENGTH) });
    },
    /** An abbreviation was typed; a script that asks for something first is asked about in the palette. */
    async overTyped(
      id: string,
      typed: Omit<TypedText, "copyKeys">,
      target: TargetWindow,
    ): Promise<void> {
      const { sendMode } = around.phrase(id);
      const { review, ready } = await around.prepare(id, NOTHING_ADDED);
      if (!ready) return palette.open({ review });
      await into(target, ready, sendMode, false, { ...typed, copyKeys: around.copyKeys });
    },
    /** A picture's own hotkey. */
    async pictureByHotkey(id: string): Promise<void> {
      try {
        const target = desktop ? desktop.activeWindow.current() : null;
        await into(target, around.preparePicture(id), "paste", false);
      } catch (error) {
        if (isAppError(error)) around.notify("error", error.code, error.params);
        else throw error;
      }
    },
    /** A phrase's own hotkey: the window in front is the target; what has to be asked first is asked in the palette. */
    async byHotkey(id: string): Promise<void> {
      try {
        const target = desktop ? desktop.activeWindow.current() : null;
        const { sendMode } = around.phrase(id);
        const { review, ready } = await around.prepare(id, NOTHING_ADDED);
        if (ready) await into(target, ready, sendMode, false);
        else await palette.open({ review });
      } catch (error) {
        if (isAppError(error)) around.notify("error", error.code, error.params);
        else throw error;
      }
    },
  };
}
