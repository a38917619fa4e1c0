import { normaliseAccelerator } from "../../../shared/rules/accelerator.ts";
import { profileFor } from "../../../shared/rules/applicationProfiles.ts";
import { createPasteEngine } from "../../modules/desk/engine.ts";
import { deskHandlers, type PasteablePhrase } from "../../modules/desk/handlers.ts";
import { createHotkeyRegister } from "../../modules/desk/hotkeyRegister.ts";
import { createPalette } from "../../modules/desk/palette.ts";
import { createPasteLog } from "../../modules/desk/store.ts";
import type { Foundation } from "../foundation.ts";

interface Needs {
  readonly phrase: (id: string) => PasteablePhrase;
  readonly withHotkey: () => { id: string; title: string; hotkey: string }[];
  readonly used: (id: string) => void;
}

export type DeskFeature = ReturnType<typeof deskFeature>;

/** Pasting, the palette, and the global hotkeys. */
export function deskFeature(base: Foundation, needs: Needs) {
  const { desktop, hotkeys, settings, clock, windows, noDesktopBecause } = base.ports;
  const palette = createPalette(desktop, windows, () => base.emit("palette.shown", {}));
  const register = createHotkeyRegister({
    hotkeys,
    settings,
    phrases: needs.withHotkey,
    normalise: normaliseAccelerator,
    openPalette: () => void palette.toggle().catch(base.tell),
    pastePhrase: (id) => void desk.pasteByHotkey(id).catch(base.tell),
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
  const desk = deskHandlers({
    desktop,
    engine,
    palette,
    register,
    log: createPasteLog(base.database),
    settings,
    clock,
    phrase: needs.phrase,
    used: needs.used,
    later: (job) => base.later.write(() => base.withoutWaiting(job)),
    noDesktopBecause,
    notify: base.notify,
    emit: base.emit,
    pasteKeys: process.platform === "darwin" ? "Cmd+V" : "Ctrl+V",
  });

  /** Brings the system's hotkeys up to date and says how that went. */
  const announceHotkeys = (): void =>
    void register
      .sync()
      .then(() => (base.isOpen() ? base.emit("hotkeys.changed", register.status()) : undefined))
      .catch(base.tell);

  return {
    handlers: desk.handlers,
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
