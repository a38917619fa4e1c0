import type { RefusedRow } from "../../../shared/contract/transfer.ts";
import { isAppError } from "../../../shared/errors.ts";
import { type ReadPicture, refusedPicture } from "./jsonPictures.ts";
import type {
  ExistingPhrase,
  PhraseContent,
  PictureRecord,
  TransferPictures,
} from "./transferPort.ts";

/** A picture of the file that the library has not, or has without its file. */
export type MissingPicture = PictureRecord & { readonly lacking: "file" | "all" };

/** Keeps the bytes of a picture the library lacks until it is decided about. @throws AppError picture_* */
export type Keep = (read: ReadPicture) => Promise<void>;

/** Decides about a picture of the file; null when the library has it already. */
export async function lookAtPicture(
  read: ReadPicture,
  library: Pick<TransferPictures, "lacks">,
  keep: Keep,
): Promise<MissingPicture | { refused: RefusedRow } | null> {
  const lacking = await library.lacks(read.picture.id);
  if (lacking === "nothing") return null;
  try {
    await keep(read);
    return { ...read.picture, lacking };
  } catch (error) {
    // One that is no good is left out; where none can be taken in at all, the import ends.
    if (!isAppError(error) || !error.code.startsWith("picture_")) throw error;
    return refusedPicture(read.row, error.code, { ...error.params });
  }
}

/** Notes the pictures that a phrase shows. */
export function notePictures(
  { segments = [] }: Partial<PhraseContent>,
  pictures: Set<string>,
): void {
  for (const part of segments) if (part.kind === "picture") pictures.add(part.picture);
}

/** Notes the pictures of every live phrase on its way. */
export function* notingPictures(
  phrases: Iterable<ExistingPhrase>,
  pictures: Set<string>,
): Generator<ExistingPhrase> {
  for (const phrase of phrases) {
    if (!phrase.trashed) notePictures(phrase, pictures);
    yield phrase;
  }
}
