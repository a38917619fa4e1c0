import { EventEmitter } from "node:events";
import type { Uiohook, UiohookKeyEvent } from "./keyHook.ts";

/** uiohook's codes of the keys used in tests. */
export const CODES = {
  Ctrl: 29,
  Alt: 56,
  Shift: 42,
  Meta: 3675,
  AltRight: 3640,
  "1": 2,
  V: 47,
  Enter: 28,
  CapsLock: 58,
} as const;
type Name = keyof typeof CODES;

/** A keyboard for tests: what the hook would tell when a hand presses these keys. */
export function createFakeKeyboard() {
  const emitter = new EventEmitter();
  const down = new Set<Name>();
  let starts = 0;
  const uiohook: Uiohook = {
    on: (name, listener) => emitter.on(name, listener),
    off: (name, listener) => emitter.off(name, listener),
    start: () => {
      starts += 1;
    },
    stop: () => {
      starts -= 1;
    },
  };
  const tell = (event: "keydown" | "keyup", name: Name): void => {
    const has = (...names: Name[]): boolean => names.some((each) => down.has(each));
    emitter.emit(event, {
      keycode: CODES[name],
      ctrlKey: has("Ctrl"),
      altKey: has("Alt", "AltRight"),
      shiftKey: has("Shift"),
      metaKey: has("Meta"),
    } satisfies UiohookKeyEvent);
  };
  return {
    uiohook,
    get starts(): number {
      return starts;
    },
    press(...names: Name[]): void {
      for (const name of names) {
        down.add(name);
        tell("keydown", name);
      }
    },
    lift(...names: Name[]): void {
      for (const name of names) {
        down.delete(name);
        tell("keyup", name);
      }
    },
    /** The key goes up and nobody is told. */
    lose: (name: Name): void => void down.delete(name),
  };
}
