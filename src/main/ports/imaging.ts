/** What a picture file is, read from its header alone. */
export interface PictureFacts {
  /** As it is seen (turned the way its camera was held), in pixels, of one frame. */
  readonly width: number;
  readonly height: number;
  /** 1 for a picture that stands still. */
  readonly frames: number;
  /** True when parts of it may be transparent. */
  readonly alpha: boolean;
}

/** How a picture is written anew. Never enlarged. */
export interface Encoding {
  readonly format: "png" | "jpeg" | "gif";
  /** It fits into a square of this side, in pixels. */
  readonly edge: number;
  /** 1 to 100; for jpeg. */
  readonly quality: number;
  /** White where it is transparent. */
  readonly flat: boolean;
}

/**
 * Reads, measures and writes pictures. Every call rejects with AppError "no_imaging" where the machine's part for it
 * is missing, and with any other error when the file is no whole picture.
 */
export interface Imaging {
  /** Reads the header only: cheap for any file, however large it claims to be. */
  facts(path: string): Promise<PictureFacts>;
  /** Reads the whole picture, every frame; rejects when any of it is broken or missing. */
  prove(path: string, facts: PictureFacts): Promise<void>;
  /** Writes a small webp that fits into a square of `edge` pixels. */
  thumbnail(from: string, to: string, edge: number): Promise<void>;
  encode(from: string, how: Encoding): Promise<Uint8Array>;
}
