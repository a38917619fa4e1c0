import { createHash } from "node:crypto";
import { z } from "zod";
import { pictureId } from "../../../shared/contract/phrases.ts";
import type { RefusedRow } from "../../../shared/contract/transfer.ts";
import { checkPictureLimits, refusalOf } from "./limits.ts";
import type { PictureRecord, TransferPictures } from "./transferPort.ts";

/** What refusals of pictures name as their column; their row is the place in that list, from 1. */
const COLUMN = "pictures";

/** A picture of the file; what it is is told by its bytes, not by the file's word. */
const filePicture = z.object({
  id: pictureId,
  name: z.string().trim().min(1),
  data: z.base64(),
  sku: z.string().default(""),
  tags: z.array(z.string().min(1)).default([]),
  note: z.string().default(""),
  favourite: z.boolean().default(false),
});

/** A picture read from a file, its bytes proved to be those of its id. */
export interface ReadPicture {
  readonly row: number;
  readonly picture: PictureRecord;
  readonly bytes: Buffer;
}

export type PictureOutcome = ReadPicture | { readonly refused: RefusedRow };

/** A refusal of the picture at `row` of the file's list of pictures. */
export const refusedPicture = (
  row: number,
  code: string,
  params: RefusedRow["params"],
): { refused: RefusedRow } => ({ refused: { row, column: COLUMN, code, params } });

/** Reads the picture that stands at `row` (from 1) in the file's list of pictures. */
export function readJsonPicture(value: unknown, row: number): PictureOutcome {
  const checked = filePicture.safeParse(value);
  if (!checked.success) {
    const key = String(checked.error.issues[0]?.path[0] ?? "");
    const name = z.object({ name: z.string() }).safeParse(value).data?.name ?? "?";
    return key === "data"
      ? refusedPicture(row, "import_picture_damaged", { name: name.slice(0, 40) })
      : refusedPicture(row, "import_picture_unclear", { name: name.slice(0, 40), field: key });
  }
  const { data, ...picture } = checked.data;
  const bytes = Buffer.from(data, "base64");
  const refusal = refusalOf(() => checkPictureLimits(picture, bytes.length));
  if (refusal !== null) return refusedPicture(row, refusal.code, refusal.params);
  // A picture is known by its bytes: others under its id would be shown in its place.
  if (createHash("sha256").update(bytes).digest("hex") !== picture.id)
    return refusedPicture(row, "import_picture_damaged", { name: picture.name.slice(0, 40) });
  return { row, picture, bytes };
}

/** The pictures of an export, one at a time, each as a line. Ids of those that could not be read go to `lost`. */
export async function* jsonPictures(
  ids: Iterable<string>,
  pictures: Pick<TransferPictures, "read">,
  lost: string[],
): AsyncGenerator<string> {
  for (const id of ids) {
    const found = await pictures.read(id);
    if (found === null) {
      lost.push(id);
      continue;
    }
    const { picture, bytes, mime } = found;
    yield JSON.stringify({ ...picture, mime, data: bytes.toString("base64") });
  }
}
