import type { HotkeyAction } from "../../../shared/contract/desk.ts";
import { FEEDBACK_SIGN, QUESTION_SIGN } from "../../../shared/rules/typed.ts";
import { normaliseAccelerator } from "../../../shared/rules/accelerator.ts";
import { profileFor } from "../../../shared/rules/applicationProfiles.ts";
import { createAbbreviations } from "../../modules/desk/abbreviations.ts";
import { createPasteEngine } from "../../modules/desk/engine.ts";
import { deskHandlers } from "../../modules/desk/handlers.ts";
import {
  createPasting,
  type PasteablePhrase,
  type PastingSurroundings,
} from "../../modules/desk/pasting.ts";
import { createHotkeyRegister, type HotkeyOwner } from "../../modules/desk/hotkeyRegister.ts";
import { createOpenings } from "../../modules/desk/openings.ts";
import { createPalette } from "../../modules/desk/palette.ts";
import { createPanel } from "../../modules/desk/panel.ts";
import { createPasteLog } from "../../modules/desk/store.ts";
import type { Foundation } from "../foundation.ts";

interface Needs {
  readonly phrase: (id: string) => PasteablePhrase;
  /** Phrases and pictures with a hotkey of their own. */
  readonly owners: () => readonly HotkeyOwner[];
  readonly used: (id: string) => void;
  readonly servedShop: PastingSurroundings["servedShop"];
  /** Live phrases with exactly this code, the served shop's first. */
  readonly withCode: (code: string) => readonly { id: string }[];
  readonly prepare: PastingSurroundings["prepare"];
  readonly prepareText: PastingSurroundings["prepareText"];
  readonly preparePicture: PastingSurroundings["preparePicture"];
}

export type DeskFeature = ReturnType<typeof deskFeature>;

/** Pasting, the palette, the panel, and the global hotkeys. */
export function deskFeature(base: Foundation, needs: Needs) {
  const { desktop, hotkeys, settings, clock, windows, noDesktopBecause } = base.ports;
  const panel = createPanel({
    desktop,
    windows,
    settings,
    shown: () => base.emit("panel.shown", {}),
  });
  const openings = createOpenings(base.emit);
  const palette = createPalette({
    desktop,
    windows,
    beside: panel.beside,
    showing: openings.tell,
    pasted: () => engine?.idle() ?? Promise.resolve(),
  });
  const actions: Record<HotkeyAction, () => Promise<void>> = {
    palette: palette.toggle,
    question: () => pasting.aboutSelection(QUESTION_SIGN),
    panel: panel.toggle,
    promise: () => pasting.capture(),
    feedback: () => pasting.aboutSelection(FEEDBACK_SIGN),
  };
  const register = createHotkeyRegister({
    hotkeys,
    settings,
    owners: needs.owners,
    normalise: normaliseAccelerator,
    act: (action) => void actions[action]().catch(base.tell),
    paste: ({ kind, id }) =>
      void (kind === "phrase" ? pasting.byHotkey(id) : pasting.pictureByHotkey(id)).catch(
        base.tell,
      ),
  });
  const engine = desktop
    ? createPasteEngine({
        desktop,
        clock,
        profile: (app) => profileFor(app, settings.get().applications, process.platform),
        notRestored: (error) =>
          base.notify("warning", "clipboard_not_restored", {
            detail: error instanceof Error ? error.message : String(error),
          }),
      })
    : null;
  const log = createPasteLog(base.database);
  const pasting = createPasting({
    ...needs,
    desktop,
    noDesktopBecause,
    engine,
    palette,
    panel,
    log,
    clock,
    later: (job) => base.later.write(() => base.withoutWaiting(job)),
    notify: base.notify,
    pasteKeys: process.platform === "darwin" ? "Cmd+V" : "Ctrl+V",
    copyKeys: process.platform === "darwin" ? "Cmd+C" : "Ctrl+C",
  });
  const handlers = deskHandlers({
    openings,
    pasting,
    prepare: needs.prepare,
    prepareText: needs.prepareText,
    palette,
    panel,
    register,
    log,
    settings,
    emit: base.emit,
  });

  const abbreviations = desktop
    ? createAbbreviations({
        typing: desktop.typing,
        activeWindow: desktop.activeWindow,
        clock,
        settings: () => settings.get().abbreviations,
        phraseOf: (code) => needs.withCode(code)[0]?.id ?? null,
        paste: (...typed) => pasting.overTyped(...typed),
        tell: base.tell,
      })
    : null;
  const followAbbreviations = (): void => void abbreviations?.sync().catch(base.tell);
  base.subscribe((name) => {
    if (name !== "settings.changed") return;
    followAbbreviations();
    void panel.place().catch(base.tell);
  });

  /** Brings the system's hotkeys up to date and says how that went. */
  const announceHotkeys = (): void =>
    void register
      .sync()
      .then(() => (base.isOpen() ? base.emit("hotkeys.changed", register.status()) : undefined))
      .catch(base.tell);

  return {
    handlers,
    canPaste: engine !== null,
    claimHotkey: register.claim,
    announceHotkeys,
    /** Off the start-up path. */
    start(): void {
      announceHotkeys();
      followAbbreviations();
    },
    usesSince: log.usesSince,
    /** A shop has another name since. */
    shopRenamed: (before: string, after: string): void =>
      base.later.write(() => base.withoutWaiting(() => log.renameShop(before, after))),
    async close(): Promise<void> {
      abbreviations?.close();
      await engine?.idle();
      await register.idle();
      await hotkeys.close();
    },
  };
}
