import type { GlobalShortcut } from "electron";
import { parseAccelerator } from "../../../shared/rules/accelerator.ts";
import type { Hotkeys } from "../../ports/hotkeys.ts";
import type { KeyHook } from "../native/keyHook.ts";

type Shortcuts = Pick<GlobalShortcut, "register" | "unregister" | "unregisterAll">;

/** Electron's words where they are not ours. */
const WORDS: Readonly<Record<string, string>> = { Ctrl: "Control", Cmd: "Command" };

/** "Ctrl+Alt+1" as Electron writes it; null when it is no accelerator. */
export function electronAccelerator(accelerator: string): string | null {
  const parsed = parseAccelerator(accelerator);
  if (!parsed) return null;
  return [...[...parsed.modifiers].map((name) => WORDS[name] ?? name), parsed.key].join("+");
}

/**
 * Global hotkeys over Electron's globalShortcut. Windows repeats a held hotkey, so after one press nothing more is
 * passed on until the hook has seen a key go up; without a hook (not started yet) every report counts.
 */
export function createElectronHotkeys(
  shortcuts: Shortcuts,
  hook: Pick<KeyHook, "on" | "running">,
): Hotkeys {
  const armed = new Map<string, boolean>();
  const stop = hook.on((event) => {
    if (!event.down) for (const accelerator of armed.keys()) armed.set(accelerator, true);
  });

  return {
    unavailable: null,
    async register(accelerator, pressed) {
      const name = electronAccelerator(accelerator);
      if (name === null) return { code: "invalid" };
      try {
        const taken = !shortcuts.register(name, () => {
          if (hook.running && armed.get(accelerator) === false) return;
          armed.set(accelerator, false);
          pressed();
        });
        // No system says who has it.
        if (taken) return { code: "taken", by: null };
      } catch {
        return { code: "invalid" };
      }
      armed.set(accelerator, true);
      return null;
    },
    async unregister(accelerator) {
      const name = electronAccelerator(accelerator);
      if (name === null || !armed.delete(accelerator)) return;
      shortcuts.unregister(name);
    },
    async close() {
      stop();
      armed.clear();
      shortcuts.unregisterAll();
    },
  };
}

/** Hotkeys where there are none. */
export function createNoHotkeys(reason: string): Hotkeys {
  return {
    unavailable: reason,
    register: async () => ({ code: "unavailable", reason }),
    unregister: async () => undefined,
    close: async () => undefined,
  };
}
