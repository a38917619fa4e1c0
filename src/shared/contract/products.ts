import { z } from "zod";
import { changeReceipt, id, pictureId } from "./phrases.ts";
import { pictureRow } from "./pictures.ts";
import { procedure } from "./procedure.ts";
import { refusedRow } from "./transfer.ts";

/** Limits of one product card. The editor, the importer and the core use the same numbers. */
export const PRODUCT_LIMITS = {
  sku: 60,
  name: 200,
  shop: 80,
  /** Fen: ten million yuan. */
  price: 1_000_000_000,
  specs: 60,
  specKey: 60,
  specValue: 500,
  sellingPoints: 30,
  sellingPoint: 500,
  matches: 50,
  stockNote: 500,
  questions: 50,
  question: 200,
  pictures: 50,
  note: 2_000,
  /** Rows of one import, and pictures given with it. */
  importRows: 20_000,
  importPictures: 20_000,
} as const;

const L = PRODUCT_LIMITS;

export const spec = z.object({
  key: z.string().trim().min(1).max(L.specKey),
  value: z.string().trim().max(L.specValue),
});

/** What is often asked about a product, and the phrase that answers it. */
export const productQuestion = z.object({
  question: z.string().trim().min(1).max(L.question),
  phraseId: id.nullable(),
});

const fields = z.object({
  /** Unique within the shop, however it is written (case, width). */
  sku: z.string().trim().max(L.sku),
  name: z.string().trim().max(L.name),
  /** "" for a product of every shop. */
  shop: z.string().trim().max(L.shop),
  /** In fen; null: not said. */
  price: z.number().int().min(0).max(L.price).nullable(),
  specs: z.array(spec).max(L.specs),
  sellingPoints: z.array(z.string().trim().min(1).max(L.sellingPoint)).max(L.sellingPoints),
  /** SKUs of what goes with it. */
  matches: z.array(z.string().trim().min(1).max(L.sku)).max(L.matches),
  stockNote: z.string().max(L.stockNote),
  questions: z.array(productQuestion).max(L.questions),
  /** In order; the first is the face of the card. */
  pictures: z.array(pictureId).max(L.pictures),
  note: z.string().max(L.note),
});
export type ProductFields = z.infer<typeof fields>;

/** What a person writes; what is left out gets its default. */
export const productDraft = fields.extend({
  shop: fields.shape.shop.default(""),
  price: fields.shape.price.default(null),
  specs: fields.shape.specs.default([]),
  sellingPoints: fields.shape.sellingPoints.default([]),
  matches: fields.shape.matches.default([]),
  stockNote: fields.shape.stockNote.default(""),
  questions: fields.shape.questions.default([]),
  pictures: fields.shape.pictures.default([]),
  note: fields.shape.note.default(""),
});

export const product = fields.extend({
  id,
  /** Milliseconds since 1970. */
  createdAt: z.number().int(),
  changedAt: z.number().int(),
  trashedAt: z.number().int().nullable(),
});
export type Product = z.infer<typeof product>;

/** A product as lists show it. */
export const productRow = z.object({
  id,
  sku: z.string(),
  name: z.string(),
  shop: z.string(),
  price: z.number().int().nullable(),
  /** Its first picture that is there. */
  picture: pictureId.nullable(),
  pictures: z.number().int(),
  stockNote: z.string(),
  trashedAt: z.number().int().nullable(),
});
export type ProductRow = z.infer<typeof productRow>;

/** A question with the phrase it leads to; null when there is none, or when it is gone. */
const linkedQuestion = productQuestion.extend({
  phrase: z.object({ id, title: z.string(), body: z.string() }).nullable(),
});

export const productView = z.enum(["all", "trash"]);

/** A column of an imported table: one of the fields, or a specification named by the header. */
export const productColumn = z.enum([
  "sku",
  "name",
  "shop",
  "price",
  "specs",
  "spec",
  "sellingPoints",
  "matches",
  "stockNote",
  "note",
]);
export type ProductColumn = z.infer<typeof productColumn>;

/** Column index (from 0) to its meaning; a column that is not named is left out. */
export const productMapping = z.record(z.string(), productColumn);
export type ProductMapping = z.infer<typeof productMapping>;

const importRequest = z.object({
  /** A table the person chose, as named by the shell; null: only pictures, for products that are there. */
  file: z.string().max(100).nullable(),
  mapping: productMapping.nullable().default(null),
  /** For rows that name no shop. */
  shop: fields.shape.shop.default(""),
  /** Picture files with the folders they are in ("A100/主图.jpg"); matched to SKUs by these names. */
  pictures: z.array(z.string().max(500)).max(L.importPictures).default([]),
  /** For names that fit several SKUs: the SKU chosen, or "" to leave the picture out. */
  decisions: z.record(z.string(), z.string().max(L.sku)).default({}),
});

export const productImportPlan = z.object({
  headers: z.array(z.string()),
  mapping: productMapping,
  /** First rows as they stand in the file. */
  preview: z.array(z.array(z.string())),
  rows: z.number().int(),
  added: z.number().int(),
  changed: z.number().int(),
  /** Already there, the same in every field the table speaks of. */
  same: z.number().int(),
  refusedCount: z.number().int(),
  /** The first 500. */
  refused: z.array(refusedRow),
  /** The first 200. */
  additions: z.array(
    z.object({ row: z.number().int(), sku: z.string(), name: z.string(), shop: z.string() }),
  ),
  /** The first 200. */
  changes: z.array(
    z.object({
      row: z.number().int(),
      sku: z.string(),
      name: z.string(),
      differences: z.array(z.object({ field: z.string(), before: z.string(), after: z.string() })),
    }),
  ),
  pictures: z.object({
    /** Every one, in the order they stand in the card. */
    matched: z.array(z.object({ name: z.string(), sku: z.string() })),
    /** The first 500. */
    unmatched: z.array(z.string()),
    unmatchedCount: z.number().int(),
    /** Every one: each is asked about. */
    ambiguous: z.array(z.object({ name: z.string(), skus: z.array(z.string()) })),
  }),
});
export type ProductImportPlan = z.infer<typeof productImportPlan>;

const featuredItem = z.object({
  product: productRow,
  /** Phrases that its questions lead to. */
  phrases: z.array(z.object({ id, title: z.string() })),
  pictures: z.array(pictureRow),
  /** How often its phrases, its pictures and its card were used this week. */
  uses: z.number().int(),
});

export const featured = z.object({
  /** ISO week such as "2026-W47", and its first and last day as YYYY-MM-DD. */
  week: z.string(),
  from: z.string(),
  to: z.string(),
  /** Chosen for this week: at most one per shop. */
  chosen: z.array(featuredItem),
  /** What was asked most in the last seven days, most first. */
  proposed: z.array(z.object({ product: productRow, uses: z.number().int() })),
});
export type Featured = z.infer<typeof featured>;

export const productProcedures = {
  /** One window of the list. `text` filters through an index of its own: SKU, name, selling points, specs, by pinyin too. */
  "products.query": procedure({
    input: z.object({
      text: z.string().max(500).default(""),
      view: productView.default("all"),
      /** Null: every shop's. */
      shop: z.string().max(L.shop).nullable().default(null),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(500).default(200),
    }),
    output: z.object({ total: z.number().int(), rows: z.array(productRow) }),
  }),
  "products.get": procedure({
    input: z.object({ id }),
    output: z.object({
      product,
      questions: z.array(linkedQuestion),
      /** The products its `matches` name, as far as they are there. */
      matches: z.array(productRow),
      /** Its pictures that are there, in order. */
      pictures: z.array(pictureRow),
    }),
  }),
  "products.create": procedure({
    input: productDraft,
    output: z.object({ product, historyId: z.number().int() }),
  }),
  "products.update": procedure({
    input: z.object({ id, changes: fields.partial() }),
    output: z.object({ product, historyId: z.number().int() }),
  }),
  "products.trash": procedure({
    input: z.object({ ids: z.array(id).min(1) }),
    output: changeReceipt,
  }),
  "products.restore": procedure({
    input: z.object({ ids: z.array(id).min(1) }),
    output: changeReceipt,
  }),
  /** Deletes for good what is in the trash; a backup is written first. */
  "products.emptyTrash": procedure({
    input: z.object({}),
    output: z.object({ count: z.number().int(), backup: z.string() }),
  }),
  "products.shops": procedure({ input: z.object({}), output: z.array(z.string()) }),
  /** The card's text was copied or pasted: counts the use. */
  "products.used": procedure({ input: z.object({ id }), output: z.object({}) }),
  "products.featured": procedure({
    input: z.object({
      /** The shop being served, with what belongs to every shop; null: all. */
      shop: z.string().max(L.shop).nullable().default(null),
    }),
    output: featured,
  }),
  /** Makes a product this week's of its shop; null takes back what was chosen for `shop`. */
  "products.feature": procedure({
    input: z.object({ id: id.nullable(), shop: fields.shape.shop.default("") }),
    output: z.object({ historyId: z.number().int() }),
  }),
  /** The dry run: nothing is written. */
  "products.plan": procedure({ input: importRequest, output: productImportPlan }),
  /**
   * Does what the plan says as one step. `staged` are the pictures the page has sent (see "pictures.stage"), by the
   * names they were planned under; a planned picture that is not among them is left out.
   */
  "products.import": procedure({
    input: importRequest.extend({
      staged: z
        .array(z.object({ name: z.string().max(500), id: pictureId }))
        .max(L.importPictures)
        .default([]),
    }),
    output: z.object({
      added: z.number().int(),
      changed: z.number().int(),
      refusedCount: z.number().int(),
      pictures: z.number().int(),
      historyId: z.number().int().nullable(),
      backup: z.string().nullable(),
    }),
  }),
};
