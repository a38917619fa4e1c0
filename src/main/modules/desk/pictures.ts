import type { ApplicationProfile } from "../../../shared/contract/settings.ts";
import { AppError, isAppError } from "../../../shared/errors.ts";
import type { OfferedPicture } from "../../ports/clipboard.ts";
import type { Bubble, PastePicture } from "./rules.ts";

const NO_BYTES = new Uint8Array();

/** Pictures of one job, made ready the way the program wants them. */
export interface PictureDesk {
  /** Starts on what the bubble shows, so that it is ready when its turn comes. */
  begin(bubble: Bubble | undefined): void;
  /** @throws PictureError */
  get(picture: PastePicture): Promise<OfferedPicture>;
}

/** There is no picture to paste; why, in the store's own words where it has some. */
export class PictureError extends Error {
  readonly picture: string;
  readonly why: AppError;

  constructor(picture: string, cause: unknown) {
    const detail = cause instanceof Error ? cause.message : String(cause);
    const params = { name: picture, detail };
    super(detail, { cause });
    this.picture = picture;
    this.why = isAppError(cause)
      ? cause
      : new AppError("paste_picture_unreadable", params, { cause });
  }
}

async function make(picture: PastePicture, how: ApplicationProfile): Promise<OfferedPicture> {
  const { name, path, png, file } = picture;
  try {
    if (how.pictureAs === "bitmap") return { name, path, png: await png(how.pictureLimitKB) };
    return { name, path: file ? await file(how.pictureLimitKB) : path, png: NO_BYTES };
  } catch (error) {
    throw new PictureError(name, error);
  }
}

/** Makes each picture once, however often it is asked for. */
export function createPictureDesk(how: ApplicationProfile): PictureDesk {
  const made = new Map<PastePicture, Promise<OfferedPicture>>();

  function get(picture: PastePicture): Promise<OfferedPicture> {
    const known = made.get(picture);
    if (known) return known;
    const making = make(picture, how);
    making.catch(() => undefined);
    made.set(picture, making);
    return making;
  }

  return {
    get,
    begin: (bubble) => {
      if (bubble?.content.kind === "picture") void get(bubble.content.picture);
    },
  };
}
