import type { Emit, HandlersFor } from "../../../shared/contract/index.ts";
import type { SendMode } from "../../../shared/contract/phrases.ts";
import { AppError, type ErrorParams, isAppError } from "../../../shared/errors.ts";
import type { MessageCode } from "../../../shared/messages/zh-CN.ts";
import type { TargetWindow } from "../../ports/activeWindow.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Desktop } from "../../ports/ports.ts";
import type { SettingsStore } from "../../ports/settingsStore.ts";
import type { PasteEngine } from "./engine.ts";
import type { HotkeyRegister } from "./hotkeyRegister.ts";
import type { Palette } from "./palette.ts";
import type { PasteLog } from "./store.ts";

/** What desk handlers need of a phrase. */
export interface PasteablePhrase {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly sendMode: SendMode;
}

export interface DeskSurroundings {
  readonly desktop: Desktop | null;
  /** Why there is none. */
  readonly noDesktopBecause: MessageCode | null;
  readonly engine: PasteEngine | null;
  readonly palette: Palette;
  readonly register: HotkeyRegister;
  readonly log: PasteLog;
  readonly settings: SettingsStore;
  readonly clock: Clock;
  readonly phrase: (id: string) => PasteablePhrase;
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
  readonly emit: Emit;
  readonly pasteKeys: string;
}

type Names =
  | "paste.phrase"
  | "paste.copied"
  | "paste.log"
  | "palette.open"
  | "palette.close"
  | "hotkeys.status"
  | "hotkeys.check"
  | "hotkeys.setPalette";

/** Answers the calls about pasting, the palette and hotkeys; `pastePhrase` also serves the phrases' own hotkeys. */
export function deskHandlers(around: DeskSurroundings): {
  handlers: HandlersFor<Names>;
  pasteByHotkey: (id: string) => Promise<void>;
} {
  const { desktop, engine, palette, register, log, clock } = around;

  async function paste(
    phrase: PasteablePhrase,
    mode: SendMode,
    target: TargetWindow | null | Promise<TargetWindow | null>,
    refocus: boolean,
  ): Promise<{
    outcome: "pasted" | "sent" | "copied" | "failed" | "cancelled";
    reason: MessageCode | null;
    params: ErrorParams;
  }> {
    if (!engine) throw new AppError(around.noDesktopBecause ?? "no_display");
    const result = await engine.paste({ text: phrase.body, mode, target, refocus });
    palette.remember(await target);
    around.later(() =>
      log.add({
        at: clock.now(),
        phraseId: phrase.id,
        title: phrase.title,
        application: result.application,
        outcome: result.outcome,
        reason: result.reason,
        milliseconds: Math.round(result.milliseconds),
      }),
    );
    if (result.reason === null) around.used(phrase.id);
    else around.notify("warning", result.reason, result.params);
    return result;
  }

  /** From the main window there is no window before it: the one last pasted into, else the clipboard. */
  async function pasteFromMain(phrase: PasteablePhrase, mode: SendMode): ReturnType<typeof paste> {
    const last = palette.lastPasted;
    if (last && desktop && (await desktop.activeWindow.activate(last.id)))
      return paste(phrase, mode, last, true);
    if (!engine) throw new AppError(around.noDesktopBecause ?? "no_display");
    await engine.copy(phrase.body);
    copied(phrase);
    const params = { title: phrase.title, keys: around.pasteKeys };
    return { outcome: "copied", reason: "paste_copied", params };
  }

  /** A phrase went to the clipboard and no further: logged and counted like a paste. */
  function copied(phrase: PasteablePhrase): void {
    around.used(phrase.id);
    around.later(() =>
      log.add({
        at: clock.now(),
        phraseId: phrase.id,
        title: phrase.title,
        application: "",
        outcome: "copied",
        reason: null,
        milliseconds: 0,
      }),
    );
  }

  /** Pressing a phrase's own hotkey: the window in front is the target. */
  async function pasteByHotkey(id: string): Promise<void> {
    try {
      const target = desktop ? desktop.activeWindow.current() : null;
      const phrase = around.phrase(id);
      await paste(phrase, phrase.sendMode, target, false);
    } catch (error) {
      if (isAppError(error)) around.notify("error", error.code, error.params);
      else throw error;
    }
  }

  return {
    pasteByHotkey,
    handlers: {
      "paste.phrase": async ({ id, mode, body, fromPalette }) => {
        const stored = around.phrase(id);
        const phrase = body === null ? stored : { ...stored, body };
        const send = mode ?? stored.sendMode;
        const target = await palette.chosen(fromPalette);
        if (target === undefined) return pasteFromMain(phrase, send);
        return paste(phrase, send, target, true);
      },
      "paste.copied": ({ id }) => {
        copied(around.phrase(id));
        return {};
      },
      "paste.log": ({ limit }) => log.list(limit),
      "palette.open": async () => {
        await palette.open();
        return {};
      },
      "palette.close": async ({ left }) => {
        await (left ? palette.left() : palette.close(true));
        return {};
      },
      "hotkeys.status": () => register.status(),
      "hotkeys.check": async ({ accelerator, phraseId }) => {
        try {
          return { accelerator: await register.claim(accelerator, phraseId), failure: null };
        } catch (error) {
          if (!isAppError(error)) throw error;
          return { accelerator, failure: { code: error.code, params: error.params } };
        }
      },
      "hotkeys.setPalette": async ({ accelerator }) => {
        const claimed = await register.claim(accelerator, "");
        around.settings.set({ paletteHotkey: claimed });
        await register.sync();
        around.emit("hotkeys.changed", register.status());
        around.emit("settings.changed", around.settings.get());
        return register.status();
      },
    },
  };
}
