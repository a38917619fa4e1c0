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

/** A picture on its way to the clipboard. */
export interface OfferedPicture {
  /** As people call it. */
  readonly name: string;
  /** The file, absolute: what goes there with `as: "file"`. */
  readonly path: string;
  /** The picture as PNG: what goes there with `as: "bitmap"`; empty otherwise. */
  readonly png: Uint8Array;
}

/** How a picture stands on the clipboard: as pixels, or as a file that was copied in a file manager. */
export type PictureAs = "bitmap" | "file";

/** The system clipboard, all formats. */
export interface Clipboard {
  /** Reads every format there is. Formats whose owner does not answer in time are left out. */
  save(): Promise<ClipboardSnapshot>;
  /** Puts text there, marked so that clipboard managers do not keep it when `transient`. */
  offerText(text: string, options: { transient: boolean }): Promise<ClipboardOffer>;
  /** Puts a picture there; marked as text is. */
  offerPicture(
    picture: OfferedPicture,
    options: { transient: boolean; as: PictureAs },
  ): Promise<ClipboardOffer>;
  /** Puts back what `save` gave. */
  restore(snapshot: ClipboardSnapshot): Promise<void>;
  readText(): Promise<string>;
  close(): Promise<void>;
}
