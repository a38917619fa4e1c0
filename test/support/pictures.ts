import { writeFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import type { TestCore } from "./core.ts";

interface Wanted {
  readonly width?: number;
  readonly height?: number;
  readonly format?: "png" | "jpeg" | "webp" | "gif";
  /** Pictures of different seeds have different bytes. */
  readonly seed?: number;
  /** Grain, so that the file does not shrink to nothing. */
  readonly noisy?: boolean;
  readonly alpha?: boolean;
  /** EXIF orientation, as cameras write it. */
  readonly orientation?: number;
}

/** A real picture file. */
export async function makePicture(wanted: Wanted = {}): Promise<Buffer> {
  const { width = 160, height = 120, format = "png", seed = 1 } = wanted;
  const background = {
    ...{ r: (seed * 53) % 256, g: (seed * 101) % 256, b: (seed * 197) % 256 },
    alpha: wanted.alpha ? 0.5 : 1,
  };
  let image = sharp({
    create: {
      width,
      height,
      channels: wanted.alpha ? 4 : 3,
      background,
      ...(wanted.noisy && { noise: { type: "gaussian", mean: 128, sigma: 40 } }),
    },
  });
  if (wanted.orientation !== undefined)
    image = image.withMetadata({ orientation: wanted.orientation });
  // With a quality a PNG would be reduced to a palette, slowly.
  return image.toFormat(format, format === "png" ? {} : { quality: 90 }).toBuffer();
}

/** A GIF that moves. */
export async function makeAnimation(frames = 4, width = 60, height = 40): Promise<Buffer> {
  const pictures = await Promise.all(
    Array.from({ length: frames }, (_, seed) => makePicture({ width, height, seed: seed + 1 })),
  );
  return sharp(pictures, { join: { animated: true } })
    .gif({ delay: pictures.map(() => 100), effort: 1 })
    .toBuffer();
}

let files = 0;

/** What the shell does with a file that a page sends: the name under which calls know it. */
export function sendFile(test: TestCore, bytes: Buffer | string, name: string): string {
  files += 1;
  const path = join(test.folder, `upload-${files}`);
  writeFileSync(path, bytes);
  return test.core.offerFile(path, name, true);
}

/** Adds one picture as a page does; gives its id. */
export async function addPicture(test: TestCore, bytes: Buffer, name: string): Promise<string> {
  const { id } = await test.call("pictures.stage", { file: sendFile(test, bytes, name), name });
  await test.call("pictures.commit", { pictures: [{ id, name }] });
  return id;
}
