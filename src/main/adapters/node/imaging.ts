import type * as sharpModule from "sharp";
import type { Sharp, SharpOptions } from "sharp";
import { PICTURE_LIMITS } from "../../../shared/contract/pictures.ts";
import { AppError } from "../../../shared/errors.ts";
import type { Imaging } from "../../ports/imaging.ts";

type Open = (path: string, options?: SharpOptions) => Sharp;

/** Small pictures at this quality cannot be told from better ones. */
const THUMBNAIL_QUALITY = 76;

/**
 * Pictures through sharp, which is native: it is loaded at the first picture, so that a machine without it starts as
 * ever and only pictures say what is missing. @param load replaces the loading in tests
 */
export function createImaging(load: () => Promise<unknown> = () => import("sharp")): Imaging {
  let loading: Promise<Open> | null = null;

  async function loadOnce(): Promise<Open> {
    try {
      const { default: sharp } = (await load()) as typeof sharpModule;
      // It keeps files open otherwise, and on Windows an open file can be neither replaced nor deleted.
      sharp.cache(false);
      return (path, options = {}) =>
        // Pixels that cannot be read are an error; a remark of a decoder about an odd header is not.
        sharp(path, { failOn: "error", limitInputPixels: PICTURE_LIMITS.pixels, ...options });
    } catch (error) {
      const detail = error instanceof Error ? (error.message.split("\n", 1)[0] ?? "") : "";
      throw new AppError("no_imaging", { detail }, { cause: error });
    }
  }

  const opening = (): Promise<Open> => {
    loading ??= loadOnce();
    return loading;
  };

  return {
    async facts(path) {
      const open = await opening();
      // The limit belongs to the decoding: a header is read whatever it claims, so that the refusal can name the size.
      const meta = await open(path, { limitInputPixels: false }).metadata();
      const upright = meta.autoOrient;
      return {
        width: upright.width ?? meta.width,
        height: meta.pageHeight ?? upright.height ?? meta.height,
        frames: meta.pages ?? 1,
        alpha: meta.hasAlpha ?? false,
      };
    },
    async prove(path, { frames }) {
      const open = await opening();
      await open(path, { animated: frames > 1, sequentialRead: true }).stats();
    },
    async thumbnail(from, to, edge) {
      const open = await opening();
      await open(from)
        .autoOrient()
        .resize(edge, edge, { fit: "inside", withoutEnlargement: true })
        .webp({ quality: THUMBNAIL_QUALITY, effort: 2 })
        .toFile(to);
    },
    async encode(from, { format, edge, quality, flat }) {
      const open = await opening();
      let work = open(from, { animated: format === "gif" })
        .autoOrient()
        .resize(edge, edge, { fit: "inside", withoutEnlargement: true });
      if (flat) work = work.flatten({ background: "#ffffff" });
      if (format === "jpeg") work = work.jpeg({ quality });
      else if (format === "gif") work = work.gif();
      else work = work.png({ compressionLevel: 4 });
      return work.toBuffer();
    },
  };
}
