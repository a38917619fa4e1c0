import type { Product, ProductFields } from "../../../shared/contract/products.ts";
import { skuKey } from "../../../shared/rules/sku.ts";

/** A row of the table `products`. */
export interface Raw {
  id: string;
  sku: string;
  sku_key: string;
  name: string;
  shop: string;
  price: number | null;
  specs: string;
  selling_points: string;
  matches: string;
  stock_note: string;
  questions: string;
  pictures: string;
  note: string;
  created_at: number;
  changed_at: number;
  trashed_at: number | null;
}

export const PRODUCT_COLUMNS: readonly (keyof Raw)[] = [
  "id",
  "sku",
  "sku_key",
  "name",
  "shop",
  "price",
  "specs",
  "selling_points",
  "matches",
  "stock_note",
  "questions",
  "pictures",
  "note",
  "created_at",
  "changed_at",
  "trashed_at",
];

export function toProduct(raw: Raw): Product {
  return {
    id: raw.id,
    sku: raw.sku,
    name: raw.name,
    shop: raw.shop,
    price: raw.price,
    specs: JSON.parse(raw.specs) as Product["specs"],
    sellingPoints: JSON.parse(raw.selling_points) as string[],
    matches: JSON.parse(raw.matches) as string[],
    stockNote: raw.stock_note,
    questions: JSON.parse(raw.questions) as Product["questions"],
    pictures: JSON.parse(raw.pictures) as string[],
    note: raw.note,
    createdAt: raw.created_at,
    changedAt: raw.changed_at,
    trashedAt: raw.trashed_at,
  };
}

/** A product's fields as the columns hold them. */
export function toColumns(
  fields: ProductFields,
): Omit<Raw, "id" | "created_at" | "changed_at" | "trashed_at"> {
  return {
    sku: fields.sku,
    sku_key: skuKey(fields.sku),
    name: fields.name,
    shop: fields.shop,
    price: fields.price,
    specs: JSON.stringify(fields.specs),
    selling_points: JSON.stringify(fields.sellingPoints),
    matches: JSON.stringify(fields.matches),
    stock_note: fields.stockNote,
    questions: JSON.stringify(fields.questions),
    pictures: JSON.stringify([...new Set(fields.pictures)]),
    note: fields.note,
  };
}
