/** Why a hotkey could not be taken. */
export type HotkeyFailure =
  | { readonly code: "invalid" }
  | { readonly code: "taken"; readonly by: string | null }
  | { readonly code: "unavailable"; readonly reason: string };

/** Keys that work whatever window is in front. */
export interface Hotkeys {
  /** Null when global hotkeys work here; else why not, as an AppError code (for example "no_display"). */
  readonly unavailable: string | null;
  /**
   * Takes the accelerator ("Ctrl+Alt+1", "Alt+Space", "Ctrl+Shift+F5"; modifiers in any order, Cmd on macOS).
   * `pressed` runs on key-down, once per press (no auto-repeat).
   */
  register(accelerator: string, pressed: () => void): Promise<HotkeyFailure | null>;
  unregister(accelerator: string): Promise<void>;
  close(): Promise<void>;
}
