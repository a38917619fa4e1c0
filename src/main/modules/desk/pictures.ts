import type { ApplicationProfile } from "../../../shared/contract/settings.ts";
import { AppError } from "../../../shared/errors.ts";
import type { OfferedPicture } from "../../ports/clipboard.ts";
import type { Bubble, PastePicture } from "./rules.ts";

const NO_BYTES = new Uint8Array();

/** Pictures of one job, made ready the way the program wants them. */
export interface PictureDesk {
  /** Starts on what the bubble shows, so that it is ready when its turn comes. */
  begin(bubble: Bubble | undefined): void;
  /** @throws AppError paste_picture_unreadable */
  get(picture: PastePicture): Promise<OfferedPicture>;
}

async function make(picture: PastePicture, how: ApplicationProfile): Promise<OfferedPicture> {
  const { name, path, png, file } = picture;
  try {
    if (how.pictureAs === "bitmap") return { name, path, png: await png(how.pictureLimitKB) };
    return { name, path: file ? await file(how.pictureLimitKB) : path, png: NO_BYTES };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new AppError("paste_picture_unreadable", { name, detail }, { cause: error });
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
