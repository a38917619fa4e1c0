import { normaliseAccelerator } from "../../../shared/rules/accelerator.ts";
import { profileFor } from "../../../shared/rules/applicationProfiles.ts";
import { createPasteEngine } from "../../modules/desk/engine.ts";
import { deskHandlers } from "../../modules/desk/handlers.ts";
import {
  createPasting,
  type PasteablePhrase,
  type PastingSurroundings,
} from "../../modules/desk/pasting.ts";
import { createHotkeyRegister } from "../../modules/desk/hotkeyRegister.ts";
import { createPalette } from "../../modules/desk/palette.ts";
import { createPasteLog } from "../../modules/desk/store.ts";
import type { Foundation } from "../foundation.ts";

interface Needs {
  readonly phrase: (id: string) => PasteablePhrase;
  readonly withHotkey: () => { id: string; title: string; hotkey: string }[];
  readonly used: (id: string) => void;
  readonly prepare: PastingSurroundings["prepare"];
  readonly prepareText: PastingSurroundings["prepareText"];
}

export type DeskFeature = ReturnType<typeof deskFeature>;

/** Pasting, the palette, and the global hotkeys. */
export function deskFeature(base: Foundation, needs: Needs) {
  const { desktop, hotkeys, settings, clock, windows, noDesktopBecause } = base.ports;
  const palette = createPalette(desktop, windows, (review) =>
    base.emit("palette.shown", { review }),
  );
  const register = createHotkeyRegister({
    hotkeys,
    settings,
    phrases: needs.withHotkey,
    normalise: normaliseAccelerator,
    openPalette: () => void palette.toggle().catch(base.tell),
    pastePhrase: (id) => void pasting.byHotkey(id).catch(base.tell),
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
    log,
    clock,
    later: (job) => base.later.write(() => base.withoutWaiting(job)),
    notify: base.notify,
    pasteKeys: process.platform === "darwin" ? "Cmd+V" : "Ctrl+V",
  });
  const handlers = deskHandlers({
    pasting,
    prepare: needs.prepare,
    palette,
    register,
    log,
    settings,
    emit: base.emit,
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
    async close(): Promise<void> {
      await engine?.idle();
      await register.idle();
      await hotkeys.close();
    },
  };
}
