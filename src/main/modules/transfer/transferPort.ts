import type { Segment, SendMode } from "../../../shared/contract/phrases.ts";

/** The content of a phrase, with its category by name: what files carry and what is compared. */
export interface PhraseContent {
  readonly title: string;
  readonly body: string;
  readonly shortcut: string;
  /** Names from the root down; empty when the phrase is in no category. */
  readonly category: readonly string[];
  readonly tags: readonly string[];
  readonly shop: string;
  readonly favourite: boolean;
  readonly hotkey: string | null;
  readonly sendMode: SendMode;
  readonly note: string;
  /** Texts and pictures in order; left out for a phrase of one text. */
  readonly segments?: readonly Segment[] | undefined;
  /** What buyers say when this phrase is the answer; left out when there are none. */
  readonly questions?: readonly string[] | undefined;
  /** What it promises, as a due time in words; left out when it promises nothing. */
  readonly promise?: string | undefined;
}

export type ContentField = keyof PhraseContent;

/** What only our own JSON carries beside the content. Times in milliseconds since 1970. */
export interface PhraseRecord {
  readonly id: string;
  readonly source: string;
  readonly createdAt: number;
  readonly changedAt: number;
  readonly useCount: number;
  readonly lastUsedAt: number | null;
}

export interface ExistingPhrase extends PhraseContent {
  readonly id: string;
  readonly trashed: boolean;
}

export type ExportedPhrase = PhraseContent & PhraseRecord;

/** A phrase to be written for the first time; what the file did not say is left out. */
export type NewPhrase = PhraseContent & Partial<PhraseRecord>;

/** What a file says of a picture beside its bytes. */
export interface PictureRecord {
  /** SHA-256 of the bytes, in hexadecimal. */
  readonly id: string;
  readonly name: string;
  readonly sku: string;
  readonly tags: readonly string[];
  readonly note: string;
  readonly favourite: boolean;
}

/** The pictures as import and export see them. */
export interface TransferPictures {
  /** A picture with its bytes; null when it is not there, or its file is gone or no longer what it was. */
  read(
    id: string,
  ): Promise<{ readonly picture: PictureRecord; readonly bytes: Buffer; mime: string } | null>;
  /** What the library has of a picture: "file" when only its file is gone. */
  lacks(id: string): Promise<"nothing" | "file" | "all">;
  /**
   * Proves that the bytes are a whole picture within the limits and keeps them, not yet in their place.
   * @throws AppError picture_*, no_imaging, disk_full
   */
  stage(picture: PictureRecord, bytes: Buffer): Promise<void>;
  /** Brings the files of what was staged to their places. */
  settle(ids: readonly string[]): Promise<void>;
}

/** The library as import and export see it. */
export interface TransferStore {
  readonly pictures: TransferPictures;
  /** All phrases, the trash included (an id there is taken). */
  existing(): Iterable<ExistingPhrase>;
  /** Every category from the root down, parents before children, also those without phrases. */
  categoryPaths(): Iterable<readonly string[]>;
  /** Live phrases in the order lists show them, newest first. */
  exported(): Iterable<ExportedPhrase>;
  /**
   * Runs `work` as one transaction and one step of the history, on a connection nobody else uses meanwhile:
   * `work` lets other things run in between. Anything thrown inside rolls all of it back and is thrown on.
   * @param count phrases the step touches, for the history
   */
  change(
    label: string,
    count: number,
    work: (writer: TransferWriter) => Promise<void>,
  ): Promise<{ readonly historyId: number }>;
}

export interface TransferWriter {
  /** Makes the category where it is missing. */
  ensureCategory(path: readonly string[]): void;
  /** Writes a phrase; without an id it gets one. */
  insert(phrase: NewPhrase): void;
  /** Shows a picture that was staged. */
  picture(picture: PictureRecord): void;
  /** Overwrites the fields named in `changes`. */
  update(id: string, changes: Partial<PhraseContent>): void;
}
