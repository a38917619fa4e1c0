import { parseAccelerator } from "../../../shared/rules/accelerator.ts";
import type { Hotkeys } from "../../ports/hotkeys.ts";
import type { KeyEvent, KeyHook } from "./keyHook.ts";

interface Bound {
  readonly key: string;
  readonly modifiers: ReadonlySet<string>;
  readonly pressed: () => void;
}

/** The hook has one word for the Mac's command key and the logo key. */
const HOOK_NAMES: Readonly<Record<string, string>> = { Cmd: "Meta", Super: "Meta" };

/**
 * Global hotkeys of the browser shell on Windows and macOS. A hook only listens: the window in front gets the keys
 * too, and nobody can be told that a hotkey is taken. Electron's own shortcuts do both and are used there.
 */
export function createHookHotkeys(hook: KeyHook): Hotkeys {
  const bound = new Map<string, Bound>();
  const stop = hook.on((event) => {
    if (!event.down || event.repeat) return;
    for (const each of bound.values()) if (matches(each, event)) each.pressed();
  });

  return {
    unavailable: null,
    async register(accelerator, pressed) {
      const parsed = parseAccelerator(accelerator);
      if (!parsed) return { code: "invalid" };
      try {
        hook.start();
      } catch (error) {
        return {
          code: "unavailable",
          reason: error instanceof Error ? error.message : String(error),
        };
      }
      const modifiers = new Set([...parsed.modifiers].map((name) => HOOK_NAMES[name] ?? name));
      bound.set(accelerator, { key: parsed.key, modifiers, pressed });
      return null;
    },
    async unregister(accelerator) {
      bound.delete(accelerator);
    },
    async close() {
      bound.clear();
      stop();
    },
  };
}

function matches(each: Bound, event: KeyEvent): boolean {
  return (
    event.key.name === each.key &&
    event.modifiers.size === each.modifiers.size &&
    [...each.modifiers].every((name) => event.modifiers.has(name))
  );
}
