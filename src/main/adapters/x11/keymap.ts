import type { X11Connection } from "./connection.ts";

/** Keysym numbers of keys that have no character, by the names used in accelerators and strokes. */
const NAMED: Readonly<Record<string, number>> = {
  Space: 0x20,
  Tab: 0xff09,
  Enter: 0xff0d,
  Escape: 0xff1b,
  Backspace: 0xff08,
  Insert: 0xff63,
  Delete: 0xffff,
  Home: 0xff50,
  End: 0xff57,
  PageUp: 0xff55,
  PageDown: 0xff56,
  Up: 0xff52,
  Down: 0xff54,
  Left: 0xff51,
  Right: 0xff53,
};
const F1 = 0xffbe;

/** Keysyms of modifier keys; a modifier counts as one however many keys have it. */
const MODIFIER_KEYS: Readonly<Record<string, readonly number[]>> = {
  Ctrl: [0xffe3, 0xffe4],
  Shift: [0xffe1, 0xffe2],
  Alt: [0xffe9, 0xffea, 0xffe7, 0xffe8],
  Super: [0xffeb, 0xffec],
  AltGr: [0xfe03, 0xff7e],
};
const NUM_LOCK = 0xff7f;
const SCROLL_LOCK = 0xff14;
const LOCK_BIT = 2;
/** Modifier bits where the server's table says nothing. */
const USUAL_BITS: Readonly<Record<string, number>> = { Shift: 1, Ctrl: 4, Alt: 8, Super: 64 };

/** The keyboard as it is laid out now. */
export interface Keymap {
  /** Keycode that gives the key ("V", "Enter", "F5") in layout `group`, else in any; null when none does. */
  keycode(key: string, group: number): number | null;
  /** Keycode of a modifier key ("Ctrl"). */
  modifierKeycode(modifier: string): number | null;
  /** What a keycode is called: "Ctrl", "V", "Enter", else "key 123". */
  nameOf(keycode: number): string;
  isModifier(keycode: number): boolean;
  /** The bit of a modifier in event states. */
  modifierBit(modifier: string): number;
  /** Caps Lock, Num Lock and Scroll Lock bits that are in use: hotkeys work whichever are on. */
  readonly lockBits: readonly number[];
  /** More than one layout is loaded, so the active one has to be asked for. */
  readonly manyLayouts: boolean;
}

/** Keysym of a key as accelerators write it; null for an unknown name. */
export function keysymOf(key: string): number | null {
  if (Object.hasOwn(NAMED, key)) return NAMED[key] ?? null;
  const fn = /^F(\d{1,2})$/.exec(key);
  if (fn) return F1 + Number(fn[1]) - 1;
  // Layouts list the lower-case letter first.
  return key.length === 1 ? key.toLowerCase().charCodeAt(0) : null;
}

function nameOfKeysym(keysym: number): string | null {
  for (const [name, keysyms] of Object.entries(MODIFIER_KEYS)) {
    if (keysyms.includes(keysym)) return name;
  }
  for (const [name, number] of Object.entries(NAMED)) if (number === keysym) return name;
  if (keysym >= F1 && keysym < F1 + 35) return `F${keysym - F1 + 1}`;
  if (keysym > 0x20 && keysym < 0x7f) return String.fromCharCode(keysym).toUpperCase();
  return null;
}

async function loadKeymap(conn: X11Connection): Promise<Keymap> {
  const { x } = conn;
  const count = conn.maxKeycode - conn.minKeycode + 1;
  const [rows, modifiers] = await Promise.all([
    conn.ask<number[][]>((reply) => x.GetKeyboardMapping(conn.minKeycode, count, reply)),
    conn.ask<number[][]>((reply) => x.GetModifierMapping(reply)),
  ]);
  const keysyms = new Map((rows ?? []).map((row, at) => [conn.minKeycode + at, row]));

  const withKeysym = (keysym: number, columns: (row: readonly number[]) => number[]) => {
    for (const [keycode, row] of keysyms) if (columns(row).includes(keysym)) return keycode;
    return null;
  };
  const bitOf = (wanted: readonly number[]) => {
    const at = (modifiers ?? []).findIndex((keycodes) =>
      keycodes.some((code) => keysyms.get(code)?.some((keysym) => wanted.includes(keysym))),
    );
    return at < 0 ? 0 : 1 << at;
  };

  return {
    keycode: (key, group) => {
      const keysym = keysymOf(key);
      if (keysym === null) return null;
      // Columns come in pairs per layout: plain, with Shift.
      return (
        withKeysym(keysym, (row) => row.slice(group * 2, group * 2 + 1)) ??
        withKeysym(keysym, (row) => row.slice(0, 1)) ??
        withKeysym(keysym, (row) => [...row])
      );
    },
    modifierKeycode: (modifier) => {
      for (const keysym of MODIFIER_KEYS[modifier] ?? []) {
        const found = withKeysym(keysym, (row) => row.slice(0, 1));
        if (found !== null) return found;
      }
      return null;
    },
    nameOf: (keycode) =>
      (keysyms.get(keycode) ?? []).map(nameOfKeysym).find((name) => name !== null) ??
      `key ${keycode}`,
    isModifier: (keycode) =>
      (keysyms.get(keycode) ?? []).some((keysym) =>
        Object.values(MODIFIER_KEYS).some((list) => list.includes(keysym)),
      ),
    modifierBit: (modifier) => bitOf(MODIFIER_KEYS[modifier] ?? []) || (USUAL_BITS[modifier] ?? 0),
    lockBits: [
      ...new Set([LOCK_BIT, bitOf([NUM_LOCK]), bitOf([SCROLL_LOCK])].filter((bit) => bit !== 0)),
    ],
    manyLayouts: (rows ?? []).some((row) => (row[2] ?? 0) !== 0 && row[2] !== row[0]),
  };
}

/** The keymap, read again when the person changes it. */
export interface KeymapSource {
  current(): Promise<Keymap>;
  /** The active layout, from 0. */
  group(): Promise<number>;
  onChange(listener: () => void): () => void;
  end(): void;
}

/** Watches the keyboard mapping; adapters share one source per connection. */
export async function watchKeymap(conn: X11Connection): Promise<KeymapSource> {
  let loaded: Promise<Keymap> | null = null;
  const listeners = new Set<() => void>();
  const xkb = await conn.extension("xkb");
  const stop = conn.onEvent((event) => {
    // 2 is the mouse.
    if (event.name !== "MappingNotify" || event.request === 2) return;
    loaded = null;
    for (const listener of listeners) listener();
  });
  const current = () => {
    loaded ??= loadKeymap(conn);
    return loaded;
  };
  return {
    current,
    group: async () => {
      if (!xkb || !(await current()).manyLayouts) return 0;
      const state = await conn.ask<{ group: number; lockedMods: number }>((reply) =>
        xkb.GetState(xkb.UseCoreKbd, reply),
      );
      return state?.group ?? 0;
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    end: stop,
  };
}
