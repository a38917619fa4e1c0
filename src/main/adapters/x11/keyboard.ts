import { AppError } from "../../../shared/errors.ts";
import type { Keyboard, Stroke } from "../../ports/keyboard.ts";
import type { X11Connection } from "./connection.ts";
import type { Keymap, KeymapSource } from "./keymap.ts";

const CURRENT_TIME = 0;
/** What was down when a hotkey came says something for this long, milliseconds. */
const EARLY_FOR = 250;

/** A Mac's command key has no stroke of its own here; Ctrl does its work. */
const KEYS: Readonly<Record<Stroke, { modifiers: readonly string[]; key: string }>> = {
  "Ctrl+V": { modifiers: ["Ctrl"], key: "V" },
  "Cmd+V": { modifiers: ["Ctrl"], key: "V" },
  "Ctrl+C": { modifiers: ["Ctrl"], key: "C" },
  "Cmd+C": { modifiers: ["Ctrl"], key: "C" },
  Left: { modifiers: [], key: "Left" },
  Right: { modifiers: [], key: "Right" },
  "Shift+Left": { modifiers: ["Shift"], key: "Left" },
  "Ctrl+Shift+V": { modifiers: ["Ctrl", "Shift"], key: "V" },
  "Shift+Insert": { modifiers: ["Shift"], key: "Insert" },
  Enter: { modifiers: [], key: "Enter" },
  "Ctrl+Enter": { modifiers: ["Ctrl"], key: "Enter" },
  "Cmd+Enter": { modifiers: ["Ctrl"], key: "Enter" },
  "Shift+Enter": { modifiers: ["Shift"], key: "Enter" },
};

/** Keys before modifiers, as a hand lifts them: a lone Alt would open the target's menu. */
const keysFirst = (codes: readonly number[], keymap: Keymap): number[] =>
  codes.toSorted((a, b) => Number(keymap.isModifier(a)) - Number(keymap.isModifier(b)));

/** The keys of a stroke, in the order they are pressed. @throws AppError paste_failed when the keyboard has no such key */
function codesOf(stroke: Stroke, keymap: Keymap, group: number): number[] {
  const { modifiers, key } = KEYS[stroke];
  const codes = [
    ...modifiers.map((modifier) => keymap.modifierKeycode(modifier)),
    keymap.keycode(key, group),
  ].filter((code) => code !== null);
  if (codes.length <= modifiers.length)
    throw new AppError("paste_failed", { detail: stroke, keys: stroke });
  return codes;
}

/**
 * Key state and key injection by XTEST, without a native module.
 * Rejects with AppError "no_native" when the server has no XTEST.
 */
export async function createX11Keyboard(
  conn: X11Connection,
  keymaps: KeymapSource,
): Promise<Keyboard> {
  const { x } = conn;
  const xtest = await conn.extension("xtest");
  if (!xtest) throw new AppError("no_native", { detail: "XTEST" });
  const press = (code: number) => xtest.FakeInput(xtest.KeyPress, code, 0, 0, 0, 0);
  const lift = (code: number) => xtest.FakeInput(xtest.KeyRelease, code, 0, 0, 0, 0);

  const down = async (): Promise<number[]> => {
    const bits = await conn.ask<Buffer>((reply) => x.QueryKeymap(reply));
    const codes: number[] = [];
    for (let code = conn.minKeycode; code <= conn.maxKeycode; code += 1) {
      if (((bits?.[code >> 3] ?? 0) >> (code & 7)) & 1) codes.push(code);
    }
    return codes;
  };
  /** What was down when our hotkey was pressed, on its way: it need not be asked for when the stroke is due. */
  let early: { readonly at: number; readonly codes: Promise<number[]> } | null = null;
  const atHotkey = conn.foresee(() => {
    early = { at: performance.now(), codes: down() };
    return early.codes;
  });

  const held = async () => {
    const [codes, keymap] = await Promise.all([down(), keymaps.current()]);
    return [...new Set(codes.map((code) => keymap.nameOf(code)))];
  };

  return {
    held,
    release: async () => {
      const [codes, keymap] = await Promise.all([down(), keymaps.current()]);
      if (codes.length === 0) return [];
      for (const code of keysFirst(codes, keymap)) lift(code);
      return held();
    },
    tap: async (strokes, options) => {
      const all = [strokes].flat();
      const said = all.join(" ");
      const fresh = early && performance.now() - early.at < EARLY_FOR ? early.codes : [];
      early = null;
      const known = options?.lift ? await fresh : [];
      // Nothing may come between the look and the press: a hotkey pressed meanwhile would mix its keys with ours.
      x.GrabServer();
      let pressed: number[];
      let codes: number[][];
      let wanted: boolean;
      try {
        const [keymap, group] = await Promise.all([keymaps.current(), keymaps.group()]);
        for (const code of keysFirst(known, keymap)) lift(code);
        pressed = await down();
        codes = all.map((stroke) => codesOf(stroke, keymap, group));
        if (pressed.length > 0 && options?.lift) {
          for (const code of keysFirst(pressed, keymap)) lift(code);
          // A real keyboard may hold on to a key whatever we say: then nothing is pressed.
          pressed = await down();
        }
        wanted = (await options?.when) ?? true;
      } catch (error) {
        if (conn.open) x.UngrabServer();
        throw error;
      }
      const busy = pressed.length > 0 || !wanted;
      const { error, focus } = await conn.batch(() => {
        if (!busy) {
          // A hotkey's grab that is still on its way to us would swallow the stroke.
          x.UngrabKeyboard(CURRENT_TIME);
          for (const each of codes) {
            for (const code of each) press(code);
            for (const code of each.toReversed()) lift(code);
          }
        }
        x.UngrabServer();
      });
      if (busy) return false;
      if (error) {
        throw new AppError("paste_failed", { detail: error.message, keys: said }, { cause: error });
      }
      conn.announceStroke({ focus });
      return true;
    },
    close: async () => atHotkey.end(),
  };
}
