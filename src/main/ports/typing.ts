/** A key that went down. */
export interface TypedKey {
  /** What stands on the key, as in accelerators ("A", "1", ";", "Space", "Backspace"). */
  readonly name: string;
  /** Of "Ctrl", "Alt", "Shift", "Meta". */
  readonly modifiers: ReadonlySet<string>;
}

/** Follows the keys of the whole system. Used only while the person has switched typed abbreviations on. */
export interface Typing {
  /** Resolves with the function that ends it. @throws AppError no_native when there is no way to listen here */
  watch(listener: (key: TypedKey) => void): Promise<() => void>;
}
