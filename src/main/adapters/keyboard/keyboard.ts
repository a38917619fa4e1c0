import { AppError } from "../../../shared/errors.ts";
import type { Keyboard } from "../../ports/keyboard.ts";
import type { KeyHook } from "../native/keyHook.ts";
import { type Platform, PLATFORM_KEYS } from "./strokes.ts";

/** Keys other than modifiers cannot be lifted for good (their repeat types on), so they are waited for, milliseconds. */
const OTHERS_UP_WITHIN = 1_000;
/** The hook hears of our own keys a moment after they were sent, milliseconds. */
const HEARD_WITHIN = 300;

/** The part of @hurdlegroup/robotjs that is used. */
export interface Robot {
  setKeyboardDelay(milliseconds: number): void;
  keyTap(key: string, modifiers: string[]): void;
  keyToggle(key: string, state: "down" | "up"): void;
}

interface Options {
  readonly platform: Platform;
  readonly robot: Robot;
  readonly hook: KeyHook;
  /** Whether the system lets us press keys; macOS asks the person. */
  readonly allowed: () => boolean;
}

/**
 * Key state and key injection on Windows and macOS (X11 has its own, without native code).
 * Rejects with no_accessibility while macOS does not allow it, paste_elevated when the keys went nowhere.
 */
export function createKeyboard({ platform, robot, hook, allowed }: Options): Keyboard {
  const { strokes, mask, confirms } = PLATFORM_KEYS[platform];
  robot.setKeyboardDelay(0);

  /** Permission may come while the program runs, so the hook is started as late as needed. */
  function ready(): void {
    if (!allowed()) throw new AppError("no_accessibility");
    hook.start();
  }

  const names = (): string[] => [...new Set(hook.held().map((key) => key.name))];
  const othersUp = (): boolean => hook.held().every((key) => key.modifier !== null);

  function liftModifiers(): void {
    const held = hook.held();
    const has = (name: string): boolean => held.some((key) => key.name === name);
    if (mask !== null && (has("Alt") || has("Meta")) && !has("Ctrl")) {
      robot.keyToggle(mask, "down");
      robot.keyToggle(mask, "up");
    }
    for (const { modifier } of held) if (modifier?.robot) robot.keyToggle(modifier.robot, "up");
  }

  async function release(): Promise<string[]> {
    ready();
    if (hook.held().length === 0) return [];
    if (!(await hook.until(othersUp, OTHERS_UP_WITHIN))) return names();
    liftModifiers();
    await hook.until(() => hook.held().length === 0, HEARD_WITHIN);
    return names();
  }

  return {
    async held() {
      ready();
      return names();
    },
    release,
    async tap(wantedStrokes, options) {
      ready();
      const [wanted] = await Promise.all([options?.when ?? true, options?.lift ? release() : null]);
      if (!wanted || hook.held().length > 0) return false;
      const all = [wantedStrokes].flat();
      const keys = all.join(" ");
      const { key: last } = strokes[all.at(-1)!];
      let heard = !confirms;
      const stop = hook.on((event) => {
        if (!event.down && event.key.name.toLowerCase() === last) heard = true;
      });
      try {
        // Without a pause between them: each call is back within a millisecond.
        for (const stroke of all) robot.keyTap(strokes[stroke].key, [...strokes[stroke].modifiers]);
        if (await hook.until(() => heard, HEARD_WITHIN)) return true;
      } catch (error) {
        const detail = error instanceof Error ? error.message : String(error);
        throw new AppError("paste_failed", { detail, keys }, { cause: error });
      } finally {
        stop();
      }
      throw new AppError("paste_elevated", { keys });
    },
    async close() {
      hook.stop();
    },
  };
}
