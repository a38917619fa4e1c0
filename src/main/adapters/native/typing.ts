import type { Typing } from "../../ports/typing.ts";
import type { KeyHook } from "./keyHook.ts";

/** Typed keys through the keyboard hook, which is loaded when it is first wanted and left alone otherwise. */
export function createTyping(hook: () => Promise<KeyHook>): Typing {
  return {
    async watch(listener) {
      const keys = await hook();
      keys.start();
      return keys.on(({ key, down, repeat, modifiers }) => {
        if (down && !repeat && !key.modifier) listener({ name: key.name, modifiers });
      });
    },
  };
}
