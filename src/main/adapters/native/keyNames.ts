/** A key as the hook names it; the same names as in accelerators ("A", "1", "F5", "Space", "Ctrl"). */
export interface HookKey {
  readonly name: string;
  /** Set for modifiers: the name under which robotjs lifts it, null where it has none. */
  readonly modifier: { readonly robot: string | null } | null;
}

const plain = (name: string): HookKey => ({ name, modifier: null });
const modifier = (name: string, robot: string | null): HookKey => ({ name, modifier: { robot } });

/** Rows of keys whose codes follow each other. */
const ROWS: readonly (readonly [number, readonly string[]])[] = [
  [1, ["Escape"]],
  [2, [..."1234567890-="]],
  [14, ["Backspace", "Tab"]],
  [16, [..."QWERTYUIOP[]"]],
  [28, ["Enter"]],
  [30, [..."ASDFGHJKL;'`"]],
  [43, [..."\\ZXCVBNM,./"]],
  [57, ["Space", "CapsLock"]],
  [59, ["F1", "F2", "F3", "F4", "F5", "F6", "F7", "F8", "F9", "F10"]],
  [87, ["F11", "F12"]],
  [91, ["F13", "F14", "F15"]],
  [99, ["F16", "F17", "F18", "F19", "F20", "F21", "F22", "F23", "F24"]],
  [3637, ["Num/"]],
  [3655, ["Home"]],
  [3657, ["PageUp"]],
  [3663, ["End"]],
  [3665, ["PageDown", "Insert", "Delete"]],
  [57416, ["Up"]],
  [57419, ["Left"]],
  [57421, ["Right"]],
  [57424, ["Down"]],
];

/** uiohook's codes (scan codes of a PC keyboard) and what stands on the keys. */
const KEYS: ReadonlyMap<number, HookKey> = new Map<number, HookKey>([
  ...ROWS.flatMap(([first, names]) =>
    names.map((name, index) => [first + index, plain(name)] as const),
  ),
  [29, modifier("Ctrl", "left_control")],
  [3613, modifier("Ctrl", "right_control")],
  [56, modifier("Alt", "alt")],
  [3640, modifier("Alt", "right_alt")],
  [42, modifier("Shift", "shift")],
  [54, modifier("Shift", "right_shift")],
  [3675, modifier("Meta", "command")],
  [3676, modifier("Meta", null)],
]);

/** Locks stay "down" in no useful sense and do not mix with a stroke. */
const IGNORED: ReadonlySet<number> = new Set([58, 69, 70]);

/** The key of a uiohook code; a name made of the code for keys we have no word for, null for locks. */
export function hookKey(code: number): HookKey | null {
  if (IGNORED.has(code)) return null;
  return KEYS.get(code) ?? plain(`key ${code}`);
}
