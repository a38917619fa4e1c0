import { PICTURE_LIMITS, type PictureMime } from "../../../shared/contract/pictures.ts";
import { AppError } from "../../../shared/errors.ts";
import type { Encoding, PictureFacts } from "../../ports/imaging.ts";

/** Side of the square a thumbnail fits into, pixels. */
export const THUMBNAIL_EDGE = 240;

/** Bytes at the start of a file that tell what it is. */
export const HEAD_BYTES = 64;

const MEGABYTE = 1024 * 1024;

const EXTENSIONS: Readonly<Record<PictureMime, string>> = {
  "image/png": "png",
  "image/jpeg": "jpg",
  "image/webp": "webp",
  "image/gif": "gif",
};

/** How files of a kind are called. */
export const extensionOf = (mime: PictureMime): string => EXTENSIONS[mime];

/** Kinds people have that chat clients do not show everywhere; known so that the refusal can name them. */
const FOREIGN: readonly (readonly [start: string, format: string])[] = [
  ["BM", "BMP"],
  ["II*\0", "TIFF"],
  ["MM\0*", "TIFF"],
  ["8BPS", "PSD"],
  ["%PDF", "PDF"],
  ["PK\x03\x04", "ZIP"],
  ["\0\0\x01\0", "ICO"],
  ["\xFF\x0A", "JPEG XL"],
  ["\0\0\0\x0CJXL ", "JPEG XL"],
];
const SVG = /^(?:\xEF\xBB\xBF)?\s*<(?:svg|\?xml|!--|!DOCTYPE svg)/i;
/** Brands of the container that phones and cameras write, as the box "ftyp" at byte 4 names them. */
const HEIC = /^(?:heic|heix|heim|heis|hevc|mif1|msf1)$/;

function foreignFormat(start: string): string | undefined {
  if (start.slice(4, 8) === "ftyp") {
    const brand = start.slice(8, 12);
    if (HEIC.test(brand)) return "HEIC";
    return brand.startsWith("avi") ? "AVIF" : "MP4";
  }
  if (SVG.test(start)) return "SVG";
  return FOREIGN.find(([known]) => start.startsWith(known))?.[1];
}

/**
 * What a file is by its first bytes, never by its name.
 * @throws AppError picture_format with what it is, picture_heic, picture_unknown
 */
export function mimeOf(head: Uint8Array, file: string): PictureMime {
  const start = Buffer.from(head).toString("latin1");
  if (start.startsWith("\x89PNG\r\n\x1A\n")) return "image/png";
  if (start.startsWith("\xFF\xD8\xFF")) return "image/jpeg";
  if (start.startsWith("GIF87a") || start.startsWith("GIF89a")) return "image/gif";
  if (start.startsWith("RIFF") && start.slice(8, 12) === "WEBP") return "image/webp";
  const format = foreignFormat(start);
  if (format === "HEIC") throw new AppError("picture_heic", { file });
  if (format !== undefined) throw new AppError("picture_format", { file, format });
  throw new AppError("picture_unknown", { file });
}

/** @throws AppError picture_empty, picture_too_large */
export function checkSize(bytes: number, file: string): void {
  if (bytes === 0) throw new AppError("picture_empty", { file });
  if (bytes > PICTURE_LIMITS.bytes)
    throw new AppError("picture_too_large", {
      file,
      size: Math.ceil(bytes / MEGABYTE),
      limit: PICTURE_LIMITS.bytes / MEGABYTE,
    });
}

/** Refuses what would take the machine's memory once unpacked, however small the file is. @throws AppError picture_too_many_pixels */
export function checkPixels({ width, height, frames }: PictureFacts, file: string): void {
  const pixels = width * height * frames;
  if (pixels > PICTURE_LIMITS.pixels)
    throw new AppError("picture_too_many_pixels", {
      file,
      size: Math.ceil(pixels / 1_000_000),
      limit: PICTURE_LIMITS.pixels / 1_000_000,
    });
}

/**
 * True when a GIF goes on to its end mark. Decoders show what there is of one that was cut short.
 * Blocks as in the GIF89a specification, section 17 to 27.
 */
export function isWholeGif(bytes: Uint8Array): boolean {
  const tableAt = (at: number): number => {
    const packed = bytes[at] ?? 0;
    return (packed & 0x80) === 0 ? 0 : 3 * 2 ** ((packed & 7) + 1);
  };
  let at = 13 + tableAt(10);
  while (at < bytes.length) {
    const kind = bytes[at];
    if (kind === 0x3b) return true;
    if (kind === 0x21) at += 2;
    else if (kind === 0x2c) at += 11 + tableAt(at + 9);
    else return false;
    for (let size = bytes[at]; size !== 0; size = bytes[at]) {
      if (size === undefined) return false;
      at += size + 1;
    }
    at += 1;
  }
  return false;
}

/** What a picture is called until somebody names it: its file name without folders and ending. */
export function nameFor(fileName: string): string {
  const base = fileName.replaceAll("\\", "/").split("/").at(-1) ?? "";
  const name = base.replace(/\.(?:png|jpe?g|jfif|webp|gif)$/i, "").trim();
  return [...(name || base.trim() || "?")].slice(0, PICTURE_LIMITS.name).join("");
}

/** A file name that every system takes, for a picture that is sent as a file. */
export function fileNameFor(name: string, mime: PictureMime): string {
  const safe = name
    // oxlint-disable-next-line no-control-regex -- these are what must go
    .replaceAll(/[<>:"/\\|?*\u0000-\u001f]/g, "_")
    .replace(/^[. ]+|[. ]+$/g, "")
    .slice(0, 80);
  // Names that Windows keeps for devices.
  const named = /^(?:con|prn|aux|nul|com\d|lpt\d)?$/i.test(safe) ? `_${safe}` : safe;
  return `${named}.${extensionOf(mime)}`;
}

/** How a picture goes into a program: on the clipboard as pixels, or as a file. */
export type SendAs = "bitmap" | "file";

/** Smaller than this a product cannot be recognised any more; then the last step is sent as it is. */
const SMALLEST_EDGE = 320;
const SHRINK = 0.8;
/** From good to still good: below the last of these it is better to have fewer pixels. */
const QUALITIES = [88, 80, 72] as const;

/**
 * What kind of file a picture is sent as. Chat clients show PNG, JPEG and GIF; WebP arrives in many of them as a file
 * to download, so it is turned into one of the others.
 */
export function sentAs(
  mime: PictureMime,
  { frames, alpha }: Pick<PictureFacts, "frames" | "alpha">,
  as: SendAs,
): PictureMime {
  if (as === "bitmap") return "image/png";
  if (mime !== "image/webp") return mime;
  if (frames > 1) return "image/gif";
  return alpha ? "image/png" : "image/jpeg";
}

/**
 * The ways to write a picture, each smaller than the one before: first full size, then less quality (JPEG), then
 * fewer pixels. Whoever writes stops at the first that is small enough.
 */
export function* encodings(facts: PictureFacts, to: PictureMime, as: SendAs): Generator<Encoding> {
  const format = to === "image/jpeg" ? "jpeg" : to === "image/gif" ? "gif" : "png";
  const flat = as === "bitmap" && facts.alpha;
  let edge = Math.max(facts.width, facts.height);
  if (format === "jpeg") for (const quality of QUALITIES) yield { format, edge, quality, flat };
  else yield { format, edge, quality: 100, flat };
  const quality = QUALITIES.at(-1)!;
  while (edge > SMALLEST_EDGE) {
    edge = Math.max(SMALLEST_EDGE, Math.round(edge * SHRINK));
    yield { format, edge, quality, flat };
  }
}
