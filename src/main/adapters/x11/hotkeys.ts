import type { XEvent } from "x11";
import type { HotkeyFailure, Hotkeys } from "../../ports/hotkeys.ts";
import { normaliseAccelerator, parseAccelerator } from "../../../shared/rules/accelerator.ts";
import type { X11Connection } from "./connection.ts";
import type { Keymap, KeymapSource } from "./keymap.ts";

interface Grab {
  readonly keycode: number;
  readonly modifiers: number;
}

interface Hotkey {
  readonly accelerator: string;
  readonly pressed: () => void;
  grab: Grab | null;
}

const ASYNC = 1;
const CURRENT_TIME = 0;
/** Shift, Lock, Control, Mod1 to Mod5; the bits above are mouse buttons and layouts. */
const MODIFIER_BITS = 0xff;

/** Every sum of the lock bits: a grab is for one exact modifier state. */
function lockVariants(bits: readonly number[]): number[] {
  return bits.reduce((sums, bit) => [...sums, ...sums.map((sum) => sum | bit)], [0]);
}

function grabFor(accelerator: string, keymap: Keymap, group: number): Grab | null {
  const parsed = parseAccelerator(accelerator);
  if (!parsed) return null;
  const keycode = keymap.keycode(parsed.key, group);
  if (keycode === null) return null;
  let modifiers = 0;
  for (const modifier of parsed.modifiers) {
    modifiers |= keymap.modifierBit(modifier === "Cmd" ? "Super" : modifier);
  }
  return { keycode, modifiers };
}

const sameGrab = (a: Grab | null, b: Grab | null) =>
  a?.keycode === b?.keycode && a?.modifiers === b?.modifiers;

/** Global hotkeys by passive key grabs on the root window. */
export async function createX11Hotkeys(
  conn: X11Connection,
  keymaps: KeymapSource,
): Promise<Hotkeys> {
  const { x } = conn;
  const hotkeys = new Map<string, Hotkey>();
  const xinput = await conn.extension("xinput");
  const raw = xinput?.xi2 ? xinput : null;
  let listening = false;
  /**
   * Keycodes that physically went down since their hotkey last ran. Auto-repeat makes presses of
   * the grabbed kind but not of the raw kind, so one press runs once.
   */
  const fresh = new Set<number>();

  /** Raw presses of all keys come in while there are hotkeys; only the codes of ours are kept. */
  const listenRaw = (wanted: boolean) => {
    if (!raw || wanted === listening) return;
    listening = wanted;
    const mask = wanted ? raw.EventMask.RawKeyPress : 0;
    raw.XISelectEvents(conn.root, { deviceId: raw.AllMasterDevices, mask });
  };

  const ungrab = async (grab: Grab, locks: readonly number[]) => {
    await Promise.all(
      lockVariants(locks).map((lock) =>
        conn.attempt((done) => x.UngrabKey(conn.root, grab.keycode, grab.modifiers | lock, done)),
      ),
    );
  };

  /** All lock variants or none. */
  const take = async (grab: Grab, locks: readonly number[]): Promise<boolean> => {
    const errors = await Promise.all(
      lockVariants(locks).map((lock) =>
        conn.attempt((done) =>
          x.GrabKey(conn.root, 0, grab.modifiers | lock, grab.keycode, ASYNC, ASYNC, done),
        ),
      ),
    );
    if (errors.every((error) => error === null)) return true;
    await ungrab(grab, locks);
    return false;
  };

  let locks = (await keymaps.current()).lockBits;

  const hear = (event: XEvent) => {
    if (event.name === "XIRawKeyPress") {
      for (const { grab } of hotkeys.values()) {
        if (grab?.keycode === event.detail) fresh.add(event.detail);
      }
      return;
    }
    if (event.name !== "KeyPress" || event.wid !== conn.root) return;
    // The grab lasts until the key is up and would take the strokes we press ourselves.
    x.UngrabKeyboard(CURRENT_TIME);
    x.flush(() => undefined);
    if (raw && !fresh.delete(event.keycode)) return;
    const ignored = locks.reduce((all, bit) => all | bit, 0);
    const state = event.buttons & MODIFIER_BITS & ~ignored;
    for (const { grab, pressed } of hotkeys.values()) {
      if (grab?.keycode === event.keycode && grab.modifiers === state) pressed();
    }
  };
  const stopListening = conn.onEvent(hear);

  /** One change of grabs at a time: registering twice or while the layout changes must not cross. */
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const result = turn.then(work);
    turn = result.catch(() => undefined);
    return result;
  };

  /** Layout changes come in bursts; one look at the end of the queue sees them all. */
  let looking = false;
  const regrab = async () => {
    looking = false;
    const [keymap, group] = await Promise.all([keymaps.current(), keymaps.group()]);
    const before = locks;
    const sameLocks = keymap.lockBits.join() === before.join();
    const moved = [...hotkeys.values()]
      .map((hotkey) => ({ hotkey, now: grabFor(hotkey.accelerator, keymap, group) }))
      .filter(({ hotkey, now }) => !sameLocks || !sameGrab(hotkey.grab, now));
    locks = keymap.lockBits;
    for (const { hotkey } of moved) if (hotkey.grab) await ungrab(hotkey.grab, before);
    for (const { hotkey, now } of moved) hotkey.grab = now && (await take(now, locks)) ? now : null;
  };
  const stopKeymap = keymaps.onChange(() => {
    if (looking) return;
    looking = true;
    inTurn(regrab).catch(() => undefined);
  });

  const drop = async (accelerator: string) => {
    const hotkey = hotkeys.get(accelerator);
    if (!hotkey) return;
    hotkeys.delete(accelerator);
    if (hotkey.grab && conn.open) await ungrab(hotkey.grab, locks);
    if (hotkeys.size === 0 && conn.open) listenRaw(false);
  };

  const register = async (text: string, pressed: () => void): Promise<HotkeyFailure | null> => {
    const accelerator = normaliseAccelerator(text);
    if (accelerator === null) return { code: "invalid" };
    if (!conn.open) return { code: "unavailable", reason: "no_display" };
    if (hotkeys.has(accelerator)) return { code: "taken", by: null };
    const [keymap, group] = await Promise.all([keymaps.current(), keymaps.group()]);
    const grab = grabFor(accelerator, keymap, group);
    // A key this keyboard does not have.
    if (!grab) return { code: "invalid" };
    // The server lets one client grab twice: Super and Cmd are the same key here.
    const twice = [...hotkeys.values()].some((other) => sameGrab(other.grab, grab));
    if (twice) return { code: "taken", by: null };
    listenRaw(true);
    if (!(await take(grab, locks))) {
      if (hotkeys.size === 0) listenRaw(false);
      return { code: "taken", by: null };
    }
    hotkeys.set(accelerator, { accelerator, pressed, grab });
    return null;
  };

  return {
    unavailable: null,
    register: (text, pressed) => inTurn(() => register(text, pressed)),
    unregister: (text) => inTurn(() => drop(normaliseAccelerator(text) ?? text)),
    close: async () => {
      stopKeymap();
      await inTurn(async () => {
        for (const accelerator of hotkeys.keys()) await drop(accelerator);
      }).catch(() => undefined);
      stopListening();
    },
  };
}
