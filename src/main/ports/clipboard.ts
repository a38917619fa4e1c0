/** One format of what is on the clipboard, as the platform names it. */
export interface ClipboardFormat {
  readonly name: string;
  readonly data: Uint8Array;
}

/** Everything that was on the clipboard; empty when there was nothing. */
export type ClipboardSnapshot = readonly ClipboardFormat[];

/** Our own content while it stands on the clipboard. */
export interface ClipboardOffer {
  /**
   * Resolves when the target has taken what it wants, so that the old content may come back.
   * Where reads can be seen: at least one read, then `quietMs` without another. Elsewhere: after `delayMs`.
   * "timeout" when nobody read within `timeoutMs`; "lost" when another program took the clipboard
   * (its content must not be overwritten).
   */
  settled(limits: {
    quietMs: number;
    delayMs: number;
    timeoutMs: number;
  }): Promise<"read" | "timeout" | "lost">;
}

/** The system clipboard, all formats. */
export interface Clipboard {
  /** Reads every format there is. Formats whose owner does not answer in time are left out. */
  save(): Promise<ClipboardSnapshot>;
  /** Puts text there, marked so that clipboard managers do not keep it when `transient`. */
  offerText(text: string, options: { transient: boolean }): Promise<ClipboardOffer>;
  /** Puts back what `save` gave. */
  restore(snapshot: ClipboardSnapshot): Promise<void>;
  readText(): Promise<string>;
  close(): Promise<void>;
}
