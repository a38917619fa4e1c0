import { basename } from "node:path";
import type { PictureMime } from "../../../shared/contract/pictures.ts";
import type { ErrorParams } from "../../../shared/errors.ts";
import type { MessageCode } from "../../../shared/messages/zh-CN.ts";
import type { PictureFiles } from "./files.ts";

/** Something about the pictures' files that is not as it should be, as a sentence code. */
export interface PictureProblem {
  readonly code: MessageCode;
  readonly params: ErrorParams;
  /** False: odd, but nothing is lost by it. */
  readonly harm: boolean;
}

/**
 * Compares the pictures with their files: gone, changed, and files that belong to no picture. Reads every file.
 * @param pictures every picture, the trash included
 */
export async function checkPictures(
  files: Pick<PictureFiles, "pathOf" | "thumbOf" | "exists" | "sha256" | "list" | "folder">,
  pictures: readonly { id: string; name: string; mime: PictureMime }[],
): Promise<PictureProblem[]> {
  const problems: PictureProblem[] = [];
  const ours = new Set<string>();
  for (const { id, name, mime } of pictures) {
    const path = files.pathOf(id, mime);
    ours.add(basename(path)).add(basename(files.thumbOf(id)));
    if (!(await files.exists(path)))
      problems.push({ code: "check_picture_gone", params: { name, path }, harm: true });
    else if ((await files.sha256(path)) !== id)
      problems.push({ code: "check_picture_changed", params: { name, path }, harm: true });
  }
  const strangers = (await files.list()).filter((path) => !ours.has(basename(path)));
  if (strangers.length > 0)
    problems.push({
      code: "check_picture_strangers",
      params: { count: strangers.length, folder: files.folder },
      harm: false,
    });
  return problems;
}
