import { pictureUrl } from "../../ui/pictureUrl.ts";

/** A picture as PNG, the one kind that a page may put on the clipboard; of an animation its first frame. */
async function asPng(id: string): Promise<Blob> {
  const response = await fetch(pictureUrl(id));
  if (!response.ok) throw new Error(String(response.status));
  const blob = await response.blob();
  if (blob.type === "image/png") return blob;
  const bitmap = await createImageBitmap(blob);
  try {
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    canvas.getContext("2d")?.drawImage(bitmap, 0, 0);
    return await canvas.convertToBlob({ type: "image/png" });
  } finally {
    bitmap.close();
  }
}

/** Puts a picture on the clipboard. Call it from a click or a key: browsers allow it only then. */
export const copyPicture = (id: string): Promise<void> =>
  // The promise goes in as it is: by the time it is made the click would be forgotten.
  navigator.clipboard.write([new ClipboardItem({ "image/png": asPng(id) })]);
