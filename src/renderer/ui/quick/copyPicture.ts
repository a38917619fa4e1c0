import { AppError } from "../../../shared/errors.ts";
import { pictureUrl } from "../pictureUrl.ts";

/** A clipboard of the web takes pictures as PNG only. @throws AppError picture_missing */
async function pngOf(id: string): Promise<Blob> {
  const response = await fetch(pictureUrl(id));
  if (!response.ok) throw new AppError("picture_missing");
  const blob = await response.blob();
  if (blob.type === "image/png") return blob;
  const bitmap = await createImageBitmap(blob);
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  canvas.getContext("2d")!.drawImage(bitmap, 0, 0);
  bitmap.close();
  return canvas.convertToBlob({ type: "image/png" });
}

/** Puts a picture of the store on the clipboard. @throws what the browser refuses with; AppError picture_missing */
export async function copyPicture(id: string): Promise<void> {
  await navigator.clipboard.write([new ClipboardItem({ "image/png": await pngOf(id) })]);
}
