import { AppError } from "../../../shared/errors.ts";
import { type HookKey, hookKey } from "./keyNames.ts";

/** The part of uiohook-napi that is used. */
export interface Uiohook {
  on(event: "keydown" | "keyup", listener: (event: UiohookKeyEvent) => void): unknown;
  off(event: "keydown" | "keyup", listener: (event: UiohookKeyEvent) => void): unknown;
  start(): void;
  stop(): void;
}
export interface UiohookKeyEvent {
  readonly keycode: number;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly metaKey: boolean;
}

export interface KeyEvent {
  readonly key: HookKey;
  readonly down: boolean;
  /** A held key telling of itself again. */
  readonly repeat: boolean;
  readonly modifiers: ReadonlySet<string>;
}

/** What is down on the keyboard, seen by a system-wide hook. Also sees the keys we press ourselves. */
export interface KeyHook {
  /** True once it listens. */
  readonly running: boolean;
  /** Begins to listen; nothing when it already does. @throws AppError no_native with what the system said */
  start(): void;
  held(): readonly HookKey[];
  on(listener: (event: KeyEvent) => void): () => void;
  /** True as soon as `holds` does, asked now and after every key event; false after `timeoutMs`. */
  until(holds: () => boolean, timeoutMs: number): Promise<boolean>;
  stop(): void;
}

/** The flag that says whether a modifier is down, whichever of its two keys. */
const FLAGS = [
  ["Ctrl", "ctrlKey"],
  ["Alt", "altKey"],
  ["Shift", "shiftKey"],
  ["Meta", "metaKey"],
] as const;

/** Follows the keyboard through uiohook. One per program: the hook is global. */
export function createKeyHook(uiohook: Uiohook): KeyHook {
  const down = new Map<number, HookKey>();
  const listeners = new Set<(event: KeyEvent) => void>();
  let running = false;

  function heard(event: UiohookKeyEvent, isDown: boolean): void {
    const key = hookKey(event.keycode);
    if (!key) return;
    const repeat = isDown && down.has(event.keycode);
    if (isDown) down.set(event.keycode, key);
    else down.delete(event.keycode);
    forgetLostModifiers(event, isDown ? event.keycode : -1);
    const modifiers = new Set<string>(FLAGS.flatMap(([name, flag]) => (event[flag] ? [name] : [])));
    for (const listener of [...listeners]) listener({ key, down: isDown, repeat, modifiers });
  }

  /** Key-ups get lost (screen lock, a window with higher rights in front): the flags of the next event tell. */
  function forgetLostModifiers(event: UiohookKeyEvent, except: number): void {
    for (const [name, flag] of FLAGS) {
      if (event[flag]) continue;
      for (const [code, key] of down)
        if (key.modifier && key.name === name && code !== except) down.delete(code);
    }
  }

  const pressed = (event: UiohookKeyEvent): void => heard(event, true);
  const lifted = (event: UiohookKeyEvent): void => heard(event, false);
  const on = (listener: (event: KeyEvent) => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };

  return {
    get running(): boolean {
      return running;
    },
    start() {
      if (running) return;
      uiohook.on("keydown", pressed);
      uiohook.on("keyup", lifted);
      try {
        uiohook.start();
      } catch (error) {
        uiohook.off("keydown", pressed);
        uiohook.off("keyup", lifted);
        const detail = error instanceof Error ? error.message : String(error);
        throw new AppError("no_native", { detail }, { cause: error });
      }
      running = true;
    },
    held: () => [...down.values()],
    on,
    until(holds, timeoutMs) {
      if (holds()) return Promise.resolve(true);
      return new Promise((resolve) => {
        const end = (result: boolean): void => {
          clearTimeout(timer);
          stop();
          resolve(result);
        };
        const stop = on(() => {
          if (holds()) end(true);
        });
        const timer = setTimeout(() => end(holds()), timeoutMs);
      });
    },
    stop() {
      if (!running) return;
      running = false;
      down.clear();
      uiohook.off("keydown", pressed);
      uiohook.off("keyup", lifted);
      uiohook.stop();
    },
  };
}
