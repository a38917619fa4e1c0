import { openX11 } from "../../src/main/adapters/x11/connection.ts";
import { watchKeymap } from "../../src/main/adapters/x11/keymap.ts";

/** When a chord's last key went down and when the keys were let go (Date.now() scale, fractions of ms). */
export interface Pressed {
  readonly downAt: number;
  readonly upAt: number;
}

/** A hand on the keyboard: presses chords over an X connection of its own, so that the moment is known. */
export interface Hand {
  /** Presses Ctrl, Alt and the key, holds them `holdMs`, lets go of all. */
  chord(key: string, holdMs: number): Promise<Pressed>;
  /** Presses and lets go of Ctrl+V at once; when that was. */
  paste(): Promise<number>;
  /** Lets go of everything that is still down; gives how many keys that were. */
  letGo(): Promise<number>;
  close(): Promise<void>;
}

/** Until the system clock is past a full millisecond at least this often, milliseconds. */
const SPIN_MS = 3;
let offset = performance.timeOrigin;

/** The system clock with fractions of milliseconds, as of the last `alignClock`. */
export const now = (): number => performance.now() + offset;

/** A program's own start time is not corrected when the system clock is: it is compared again before each press. */
export function alignClock(): void {
  let best = -Infinity;
  for (const end = performance.now() + SPIN_MS; performance.now() < end;) {
    best = Math.max(best, Date.now() - performance.now());
  }
  offset = best;
}

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Connects to the display. Rejects with AppError "no_display", or Error without XTEST. */
export async function createHand(display: string): Promise<Hand> {
  const conn = await openX11(display);
  const xtest = await conn.extension("xtest");
  if (!xtest) throw new Error("the X server has no XTEST");
  const keymaps = await watchKeymap(conn);
  const keymap = await keymaps.current();
  const codeOf = (code: number | null): number => {
    if (code === null) throw new Error("the keyboard lacks a key of the chord");
    return code;
  };
  const fake = (type: number, codes: readonly number[]) =>
    conn.batch(() => {
      for (const code of codes) xtest.FakeInput(type, code, 0, 0, 0, 0);
    });
  const ctrl = codeOf(keymap.modifierKeycode("Ctrl"));
  const alt = codeOf(keymap.modifierKeycode("Alt"));

  return {
    chord: async (key, holdMs) => {
      const code = codeOf(keymap.keycode(key, 0));
      await fake(xtest.KeyPress, [ctrl, alt]);
      const downAt = now();
      await fake(xtest.KeyPress, [code]);
      // Timers fire up to a millisecond late, which is neither here nor there for a held key.
      if (holdMs > 0) await pause(holdMs);
      const upAt = now();
      await fake(xtest.KeyRelease, [code, alt, ctrl]);
      return { downAt, upAt };
    },
    paste: async () => {
      const codes = [ctrl, codeOf(keymap.keycode("V", 0))];
      const at = now();
      await conn.batch(() => {
        for (const code of codes) xtest.FakeInput(xtest.KeyPress, code, 0, 0, 0, 0);
        for (const code of codes.toReversed()) xtest.FakeInput(xtest.KeyRelease, code, 0, 0, 0, 0);
      });
      return at;
    },
    letGo: async () => {
      const bits = await conn.ask<Buffer>((reply) => conn.x.QueryKeymap(reply));
      const down: number[] = [];
      for (let code = conn.minKeycode; code <= conn.maxKeycode; code += 1) {
        if (((bits?.[code >> 3] ?? 0) >> (code & 7)) & 1) down.push(code);
      }
      await fake(xtest.KeyRelease, down);
      return down.length;
    },
    close: async () => {
      keymaps.end();
      await conn.close();
    },
  };
}
