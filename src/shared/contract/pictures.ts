import { z } from "zod";
import { changeReceipt, id, pictureId } from "./phrases.ts";
import { procedure } from "./procedure.ts";

/** Limits of one picture. The page says them before it sends, the core holds them. */
export const PICTURE_LIMITS = {
  /** Bytes of a file. */
  bytes: 50 * 1024 * 1024,
  /** Width times height, of all frames together. */
  pixels: 100_000_000,
  name: 200,
  sku: 60,
  note: 2_000,
  tags: 20,
  tag: 40,
  /** Pictures added in one step. */
  atOnce: 20_000,
} as const;

export const pictureMime = z.enum(["image/png", "image/jpeg", "image/webp", "image/gif"]);
export type PictureMime = z.infer<typeof pictureMime>;

const tags = z.array(z.string().min(1).max(PICTURE_LIMITS.tag)).max(PICTURE_LIMITS.tags);

/** What a person writes about a picture. */
const fields = z.object({
  name: z.string().trim().min(1).max(PICTURE_LIMITS.name),
  sku: z.string().trim().max(PICTURE_LIMITS.sku),
  tags,
  /** Accelerator such as "Ctrl+Alt+1"; null when the picture has no global hotkey. */
  hotkey: z.string().max(60).nullable(),
  favourite: z.boolean(),
  note: z.string().max(PICTURE_LIMITS.note),
});
export type PictureFields = z.infer<typeof fields>;

export const picture = fields.extend({
  id: pictureId,
  mime: pictureMime,
  /** As it is seen, in pixels: a photo taken upright is higher than wide. */
  width: z.number().int(),
  height: z.number().int(),
  /** Size of the file. */
  bytes: z.number().int(),
  /** More than one: it moves. */
  frames: z.number().int(),
  /** Milliseconds since 1970. */
  createdAt: z.number().int(),
  changedAt: z.number().int(),
  trashedAt: z.number().int().nullable(),
  useCount: z.number().int(),
  lastUsedAt: z.number().int().nullable(),
});
export type Picture = z.infer<typeof picture>;

/** A picture as grids show it; its bytes come from `/pictures/<id>`, a small one from `/pictures/<id>?thumb`. */
export const pictureRow = picture.omit({ note: true, createdAt: true });
export type PictureRow = z.infer<typeof pictureRow>;

export const pictureView = z.enum(["all", "favourites", "unlinked", "trash"]);
export type PictureView = z.infer<typeof pictureView>;

export const pictureProcedures = {
  /** One window of the store. `text` filters through an index of its own: name, SKU, tags, note, by pinyin too. */
  "pictures.query": procedure({
    input: z.object({
      text: z.string().max(500).default(""),
      /** Only pictures of this SKU, however it is written. */
      sku: z.string().max(PICTURE_LIMITS.sku).nullable().default(null),
      view: pictureView.default("all"),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(500).default(200),
    }),
    output: z.object({ total: z.number().int(), rows: z.array(pictureRow) }),
  }),
  /** Rows of these pictures in this order; those that are gone are left out. */
  "pictures.rows": procedure({
    input: z.object({ ids: z.array(pictureId).max(500) }),
    output: z.array(pictureRow),
  }),
  "pictures.get": procedure({
    input: z.object({ id: pictureId }),
    output: z.object({
      picture,
      usedIn: z.object({
        phrases: z.array(z.object({ id, title: z.string() })),
        products: z.array(z.object({ id, sku: z.string(), name: z.string() })),
      }),
    }),
  }),
  /** Takes one file in without showing it yet: checked, measured, with its thumbnail. Refused by name with a remedy. */
  "pictures.stage": procedure({
    input: z.object({
      /** A file the page sent, as named by the shell. */
      file: z.string().max(100),
      name: z.string().max(500),
    }),
    output: z.object({
      id: pictureId,
      /** The same bytes are already there, shown or in the trash. */
      known: z.enum(["no", "stored", "trashed"]),
    }),
  }),
  /** Shows what was taken in, as one step that can be undone. */
  "pictures.commit": procedure({
    input: z.object({
      pictures: z
        .array(z.object({ id: pictureId, name: z.string().max(500) }))
        .min(1)
        .max(PICTURE_LIMITS.atOnce),
      /** For all of them; "": told by the file name where it holds the SKU of a product. */
      sku: fields.shape.sku.default(""),
      tags: tags.default([]),
    }),
    output: z.object({
      added: z.number().int(),
      /** Back from the trash. */
      restored: z.number().int(),
      /** There before. */
      already: z.number().int(),
      /** Null when nothing changed. */
      historyId: z.number().int().nullable(),
    }),
  }),
  "pictures.update": procedure({
    input: z.object({ id: pictureId, changes: fields.partial() }),
    output: z.object({ picture, historyId: z.number().int() }),
  }),
  /** The same for many: a SKU for all, or tags added to those they have. */
  "pictures.updateAll": procedure({
    input: z.object({
      ids: z.array(pictureId).min(1).max(PICTURE_LIMITS.atOnce),
      sku: fields.shape.sku.optional(),
      addTags: tags.optional(),
    }),
    output: changeReceipt,
  }),
  "pictures.trash": procedure({
    input: z.object({ ids: z.array(pictureId).min(1).max(PICTURE_LIMITS.atOnce) }),
    output: changeReceipt,
  }),
  "pictures.restore": procedure({
    input: z.object({ ids: z.array(pictureId).min(1).max(PICTURE_LIMITS.atOnce) }),
    output: changeReceipt,
  }),
  /** Deletes for good what is in the trash and in no phrase and no product; a backup of the library is written first. */
  "pictures.emptyTrash": procedure({
    input: z.object({}),
    output: z.object({
      count: z.number().int(),
      /** Still used somewhere, so still there. */
      kept: z.number().int(),
      backup: z.string(),
    }),
  }),
  /** The page itself copied the picture: counts the use. */
  "pictures.copied": procedure({ input: z.object({ id: pictureId }), output: z.object({}) }),
};
