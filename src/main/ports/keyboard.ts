/** Keys this program presses on the person's behalf. */
export type Stroke =
  | "Ctrl+V"
  | "Ctrl+Shift+V"
  | "Shift+Insert"
  | "Cmd+V"
  | "Ctrl+C"
  | "Cmd+C"
  | "Left"
  | "Right"
  | "Shift+Left"
  | "Enter"
  | "Ctrl+Enter"
  | "Cmd+Enter"
  | "Shift+Enter";

export interface TapOptions {
  readonly lift: boolean;
  readonly when?: Promise<boolean>;
}

/** Key state and key injection. */
export interface Keyboard {
  /** Names of keys that are down now (modifiers and others), empty when the hands are off. Mouse buttons do not count. */
  held(): Promise<string[]>;
  /**
   * Sends key-up for every held key, so that our stroke is not mixed with the hotkey's own keys.
   * Returns what is still down afterwards (empty = free to paste).
   */
  release(): Promise<string[]>;
  /**
   * Presses and releases one stroke, or several in one go, unless a key is down at that moment: then nothing is
   * pressed and it gives false. Between strokes of one go nothing the person types comes in.
   * With `lift` keys that are down are let go first, as by `release`. With `when` nothing is pressed either unless it
   * gives true; the keys are looked at meanwhile. It must come soon and must not wait for another program.
   * Rejects with an AppError when the system refuses (permission, elevation), and as `when` does.
   */
  tap(strokes: Stroke | readonly Stroke[], options?: TapOptions): Promise<boolean>;
  close(): Promise<void>;
}
