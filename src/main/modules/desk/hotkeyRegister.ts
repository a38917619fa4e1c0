import { AppError } from "../../../shared/errors.ts";
import type { Output } from "../../../shared/contract/index.ts";
import type { Hotkeys } from "../../ports/hotkeys.ts";
import type { SettingsStore } from "../../ports/settingsStore.ts";
import { RESERVED } from "./rules.ts";

interface Options {
  readonly hotkeys: Hotkeys;
  readonly settings: SettingsStore;
  /** Live phrases that have a hotkey. */
  readonly phrases: () => { id: string; title: string; hotkey: string }[];
  readonly normalise: (accelerator: string) => string | null;
  readonly openPalette: () => void;
  readonly pastePhrase: (id: string) => void;
}

export type HotkeyRegister = ReturnType<typeof createHotkeyRegister>;

/** Keeps the system's global hotkeys the same as what settings and phrases say. */
export function createHotkeyRegister({
  hotkeys,
  settings,
  phrases,
  normalise,
  openPalette,
  pastePhrase,
}: Options) {
  // Accelerator to what it does: "" opens the palette, else a phrase id.
  const taken = new Map<string, string>();
  const failures = new Map<string, string>();
  let turn: Promise<void> = Promise.resolve();
  const inTurn = (job: () => Promise<void>): Promise<void> => {
    const result = turn.then(job);
    turn = result.catch(() => undefined);
    return result;
  };

  function wanted(): Map<string, string> {
    const palette = settings.get().paletteHotkey;
    const map = new Map([[palette, ""]]);
    for (const { hotkey, id } of phrases())
      // A file or a pack may bring a hotkey that must not be taken.
      if (hotkey === palette || RESERVED[hotkey] !== undefined) failures.set(hotkey, "taken");
      else map.set(hotkey, id);
    return map;
  }

  async function syncNow(): Promise<void> {
    if (hotkeys.unavailable !== null) return;
    failures.clear();
    const want = wanted();
    for (const accelerator of taken.keys()) {
      if (want.has(accelerator)) continue;
      await hotkeys.unregister(accelerator);
      taken.delete(accelerator);
    }
    for (const [accelerator, id] of want) {
      if (!taken.has(accelerator)) {
        const failure = await hotkeys.register(accelerator, () => pressed(accelerator));
        if (failure) {
          failures.set(accelerator, failure.code);
          continue;
        }
      }
      taken.set(accelerator, id);
    }
  }

  function pressed(accelerator: string): void {
    const id = taken.get(accelerator);
    if (id === undefined) return;
    if (id === "") openPalette();
    else pastePhrase(id);
  }

  /** Brings the system's hotkeys up to date; one at a time. */
  const sync = (): Promise<void> => inTurn(syncNow);

  /**
   * Proves that an accelerator can be given to a phrase (null: a new one) or, with "", to the palette.
   * Returns it in its usual spelling. @throws AppError hotkey_*: who has it
   */
  async function claim(text: string, forId: string | null): Promise<string> {
    const accelerator = normalise(text);
    if (accelerator === null) throw new AppError("hotkey_invalid", { accelerator: text });
    const reservedBy = RESERVED[accelerator];
    if (reservedBy !== undefined)
      throw new AppError("hotkey_reserved", { accelerator, by: reservedBy });
    if (forId !== "" && accelerator === settings.get().paletteHotkey)
      throw new AppError("hotkey_taken_palette", { accelerator });
    const holder = phrases().find((phrase) => phrase.hotkey === accelerator && phrase.id !== forId);
    if (holder) throw new AppError("hotkey_taken_phrase", { accelerator, title: holder.title });
    await inTurn(() => probe(accelerator));
    return accelerator;
  }

  /** The system is asked by taking the hotkey for a moment. */
  async function probe(accelerator: string): Promise<void> {
    if (hotkeys.unavailable !== null || taken.has(accelerator)) return;
    const failure = await hotkeys.register(accelerator, () => undefined);
    if (failure === null) await hotkeys.unregister(accelerator);
    else if (failure.code === "invalid") throw new AppError("hotkey_invalid", { accelerator });
    else if (failure.code === "taken" && failure.by !== null)
      throw new AppError("hotkey_taken_system", { accelerator, by: failure.by });
    else if (failure.code === "taken") throw new AppError("hotkey_taken_other", { accelerator });
  }

  function status(): Output<"hotkeys.status"> {
    const palette = settings.get().paletteHotkey;
    return {
      unavailable: hotkeys.unavailable,
      palette: { accelerator: palette, failure: failures.get(palette) ?? null },
      failures: phrases().flatMap(({ id, title, hotkey }) => {
        const failure = failures.get(hotkey);
        return failure === undefined ? [] : [{ phraseId: id, title, accelerator: hotkey, failure }];
      }),
    };
  }

  return {
    sync,
    claim,
    status,
    /** Resolves when nothing is being taken or given up. */
    idle: (): Promise<void> => turn,
  };
}
