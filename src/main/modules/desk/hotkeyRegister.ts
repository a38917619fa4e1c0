import { AppError } from "../../../shared/errors.ts";
import type { HotkeyAction } from "../../../shared/contract/desk.ts";
import type { Output } from "../../../shared/contract/index.ts";
import type { MessageCode } from "../../../shared/messages/zh-CN.ts";
import type { Hotkeys } from "../../ports/hotkeys.ts";
import type { SettingsStore } from "../../ports/settingsStore.ts";
import { RESERVED } from "./rules.ts";

/** A phrase or a picture with a hotkey of its own. */
export interface HotkeyOwner {
  readonly kind: "phrase" | "picture";
  readonly id: string;
  readonly title: string;
  readonly hotkey: string;
}

interface Options {
  readonly hotkeys: Hotkeys;
  readonly settings: SettingsStore;
  readonly owners: () => readonly HotkeyOwner[];
  readonly normalise: (accelerator: string) => string | null;
  readonly act: (action: HotkeyAction) => void;
  readonly paste: (owner: HotkeyOwner) => void;
}

/** Where settings keep the hotkey of each action. */
export const ACTION_SETTINGS = {
  palette: "paletteHotkey",
  question: "questionHotkey",
  feedback: "feedbackHotkey",
  panel: "panelHotkey",
  promise: "promiseHotkey",
} as const satisfies Record<HotkeyAction, string>;

const ACTIONS = Object.keys(ACTION_SETTINGS) as HotkeyAction[];

const TAKEN_BY: Record<HotkeyAction, MessageCode> = {
  palette: "hotkey_taken_palette",
  question: "hotkey_taken_question",
  feedback: "hotkey_taken_feedback",
  panel: "hotkey_taken_panel",
  promise: "hotkey_taken_promise",
};

export type HotkeyRegister = ReturnType<typeof createHotkeyRegister>;

/** Keeps the system's global hotkeys the same as what settings, phrases and pictures say. */
export function createHotkeyRegister({
  hotkeys,
  settings,
  owners,
  normalise,
  act,
  paste,
}: Options) {
  // What each accelerator that the system gave us does.
  const taken = new Map<string, HotkeyAction | HotkeyOwner>();
  const failures = new Map<string, string>();
  let turn: Promise<void> = Promise.resolve();
  const inTurn = (job: () => Promise<void>): Promise<void> => {
    const result = turn.then(job);
    turn = result.catch(() => undefined);
    return result;
  };

  const ofAction = (action: HotkeyAction): string | null =>
    settings.get()[ACTION_SETTINGS[action]] || null;

  function wanted(): Map<string, HotkeyAction | HotkeyOwner> {
    const map = new Map<string, HotkeyAction | HotkeyOwner>();
    for (const action of ACTIONS) {
      const accelerator = ofAction(action);
      if (accelerator !== null && !map.has(accelerator)) map.set(accelerator, action);
    }
    for (const owner of owners())
      // A file or a pack may bring a hotkey that must not be taken.
      if (map.has(owner.hotkey) || RESERVED[owner.hotkey] !== undefined)
        failures.set(owner.hotkey, "taken");
      else map.set(owner.hotkey, owner);
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
    for (const [accelerator, does] of want) {
      if (!taken.has(accelerator)) {
        const failure = await hotkeys.register(accelerator, () => pressed(accelerator));
        if (failure) {
          failures.set(accelerator, failure.code);
          continue;
        }
      }
      taken.set(accelerator, does);
    }
  }

  function pressed(accelerator: string): void {
    const does = taken.get(accelerator);
    if (does === undefined) return;
    if (typeof does === "string") act(does);
    else paste(does);
  }

  /** Brings the system's hotkeys up to date; one at a time. */
  const sync = (): Promise<void> => inTurn(syncNow);

  /**
   * Proves that an accelerator can be given to a phrase, a picture or an action (null: a new phrase).
   * Returns it in its usual spelling. @throws AppError hotkey_*: who has it
   */
  async function claim(text: string, ownerId: string | null): Promise<string> {
    const accelerator = normalise(text);
    if (accelerator === null) throw new AppError("hotkey_invalid", { accelerator: text });
    const reservedBy = RESERVED[accelerator];
    if (reservedBy !== undefined)
      throw new AppError("hotkey_reserved", { accelerator, by: reservedBy });
    for (const action of ACTIONS)
      if (action !== ownerId && ofAction(action) === accelerator)
        throw new AppError(TAKEN_BY[action], { accelerator });
    const holder = owners().find((each) => each.hotkey === accelerator && each.id !== ownerId);
    if (holder)
      throw new AppError(
        holder.kind === "phrase" ? "hotkey_taken_phrase" : "hotkey_taken_picture",
        { accelerator, title: holder.title },
      );
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
    return {
      unavailable: hotkeys.unavailable,
      actions: ACTIONS.map((action) => {
        const accelerator = ofAction(action);
        return {
          action,
          accelerator,
          failure: accelerator === null ? null : (failures.get(accelerator) ?? null),
        };
      }),
      failures: owners().flatMap(({ id, title, hotkey }) => {
        const failure = failures.get(hotkey);
        return failure === undefined ? [] : [{ id, title, accelerator: hotkey, failure }];
      }),
    };
  }

  /** Gives an action another hotkey, or none. @throws AppError hotkey_*: who has it */
  async function setAction(action: HotkeyAction, text: string | null): Promise<void> {
    if (text === null && action === "palette")
      throw new AppError("hotkey_invalid", { accelerator: "" });
    const accelerator = text === null ? "" : await claim(text, action);
    settings.set({ [ACTION_SETTINGS[action]]: accelerator });
    await sync();
  }

  return {
    sync,
    claim,
    status,
    setAction,
    /** Resolves when nothing is being taken or given up. */
    idle: (): Promise<void> => turn,
  };
}
