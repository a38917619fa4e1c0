/** A modifier as we write it. Cmd is the Mac's command key, Super the Windows or Linux logo key. */
export type Modifier = "Ctrl" | "Alt" | "Shift" | "Cmd" | "Super";

/** A hotkey taken apart; `key` is written as `normaliseAccelerator` writes it. */
export interface Accelerator {
  readonly modifiers: ReadonlySet<Modifier>;
  readonly key: string;
}

const ORDER: readonly Modifier[] = ["Ctrl", "Alt", "Shift", "Cmd", "Super"];

const MODIFIERS: Readonly<Record<string, Modifier>> = {
  ctrl: "Ctrl",
  control: "Ctrl",
  alt: "Alt",
  option: "Alt",
  opt: "Alt",
  shift: "Shift",
  cmd: "Cmd",
  command: "Cmd",
  super: "Super",
  win: "Super",
  windows: "Super",
  meta: "Super",
};

const NAMED_KEYS: Readonly<Record<string, string>> = {
  space: "Space",
  tab: "Tab",
  enter: "Enter",
  return: "Enter",
  escape: "Escape",
  esc: "Escape",
  backspace: "Backspace",
  insert: "Insert",
  ins: "Insert",
  delete: "Delete",
  del: "Delete",
  home: "Home",
  end: "End",
  pageup: "PageUp",
  pgup: "PageUp",
  pagedown: "PageDown",
  pgdn: "PageDown",
  up: "Up",
  arrowup: "Up",
  down: "Down",
  arrowdown: "Down",
  left: "Left",
  arrowleft: "Left",
  right: "Right",
  arrowright: "Right",
};

const PUNCTUATION = "`-=[]\\;',./";
const FUNCTION_KEY = /^f([1-9]|1\d|2[0-4])$/;

function keyOf(part: string): string | null {
  const lower = part.toLowerCase();
  if (/^[a-z0-9]$/.test(lower) || FUNCTION_KEY.test(lower)) return lower.toUpperCase();
  if (lower.length === 1 && PUNCTUATION.includes(lower)) return lower;
  return Object.hasOwn(NAMED_KEYS, lower) ? (NAMED_KEYS[lower] ?? null) : null;
}

/**
 * Takes "alt + ctrl+v" apart, in any order and case.
 * Null when it is no global hotkey: an unknown key, two keys, a modifier twice, or no modifier
 * but Shift (F1 to F24 may stand alone).
 */
export function parseAccelerator(text: string): Accelerator | null {
  const parts = text.split("+").map((part) => part.trim());
  const key = keyOf(parts.pop() ?? "");
  if (key === null) return null;
  const modifiers = new Set<Modifier>();
  for (const part of parts) {
    const lower = part.toLowerCase();
    const modifier = Object.hasOwn(MODIFIERS, lower) ? MODIFIERS[lower] : undefined;
    if (!modifier || modifiers.has(modifier)) return null;
    modifiers.add(modifier);
  }
  const firm = [...modifiers].some((modifier) => modifier !== "Shift");
  return firm || FUNCTION_KEY.test(key.toLowerCase()) ? { modifiers, key } : null;
}

/** The one way we write a hotkey ("alt+ctrl+v" is "Ctrl+Alt+V"); null when it is none. */
export function normaliseAccelerator(text: string): string | null {
  const parsed = parseAccelerator(text);
  if (!parsed) return null;
  return [...ORDER.filter((modifier) => parsed.modifiers.has(modifier)), parsed.key].join("+");
}
