import {
  PRODUCT_LIMITS,
  type ProductFields,
  type ProductMapping,
} from "../../../shared/contract/products.ts";
import type { RefusedRow } from "../../../shared/contract/transfer.ts";
import { skuKey } from "../../../shared/rules/sku.ts";

/** A row of a table as it came out of the file. */
export interface TableRow {
  /** As a spreadsheet counts. */
  readonly row: number;
  readonly cells: readonly string[];
  /** Why it could not be read, as a sentence code. */
  readonly broken: string | null;
}

/** What a row says of a product; what it leaves empty it says nothing about. */
export interface ReadProduct {
  readonly row: number;
  readonly key: string;
  readonly sku: string;
  /** Null: the row names no shop. */
  readonly shop: string | null;
  readonly fields: Partial<Omit<ProductFields, "sku" | "shop">>;
}

export type ReadRow =
  | { readonly kind: "product"; readonly product: ReadProduct }
  | { readonly kind: "refused"; readonly refused: RefusedRow }
  | { readonly kind: "blank" };

/** "￥1,299.00", "129元", "129.9" as fen; null for anything else: a range or "面议" is no price. */
export function readPrice(text: string): number | null {
  const plain = text
    .normalize("NFKC")
    .replaceAll(/[\s,]/g, "")
    .replace(/^(?:¥|rmb|cny|人民币|人民幣)/i, "")
    .replace(/(?:元|圆|圓|块|塊|rmb|cny)整?$/i, "");
  if (!/^\d{1,8}(?:\.\d+)?$/.test(plain)) return null;
  const fen = Number(plain) * 100;
  const whole = Math.round(fen);
  // Spreadsheets write 12.3 as 12.300000000000001; a third of a fen is something else.
  return Math.abs(fen - whole) > 0.001 ? null : whole;
}

const pieces = (text: string, between: RegExp): string[] =>
  text
    .split(between)
    .map((piece) => piece.trim())
    .filter(Boolean);

/** "颜色：白；尺寸：30cm" as pairs; what has no colon is kept under the header of its column. */
export function readSpecs(text: string, header: string): { key: string; value: string }[] {
  return pieces(text, /[;；\n\r]+/).map((piece) => {
    const colon = /^([^:：]{1,60})[:：](.*)$/s.exec(piece);
    const key = colon?.[1]?.trim() ?? "";
    return key === "" ? { key: header, value: piece } : { key, value: colon?.[2]?.trim() ?? "" };
  });
}

/** One per line or separated by semicolons; numbers and dots in front are how people count. */
export const readPoints = (text: string): string[] =>
  pieces(text, /[;；\n\r]+/)
    .map((point) => point.replace(/^(?:\d{1,2}[.、)）](?!\d)|[①-⑳•·●▪*-])\s*/u, "").trim())
    .filter(Boolean);

/** SKUs in a cell, each once, as first written. A slash is part of many SKUs and parts none. */
export function readSkus(text: string): string[] {
  const skus = new Map<string, string>();
  for (const sku of pieces(text, /[,，;；、|\n\r]+/)) {
    const key = skuKey(sku);
    if (!skus.has(key)) skus.set(key, sku);
  }
  return [...skus.values()];
}

/** Reads rows of a table whose columns are known. @param headers the file's own names, for refusals */
export function createRowReader(headers: readonly string[], mapping: ProductMapping) {
  const columns = Object.entries(mapping)
    .map(([column, meaning]) => ({ column: Number(column), meaning }))
    .toSorted((a, b) => a.column - b.column);
  const headerOf = (meaning: string): string =>
    headers[columns.find((each) => each.meaning === meaning)?.column ?? -1] ?? "";

  return function read({ row, cells, broken }: TableRow): ReadRow {
    const refuse = (column: string, code: string, params: RefusedRow["params"] = {}): ReadRow => ({
      kind: "refused",
      refused: { row, column, code, params },
    });
    if (broken !== null) return refuse("", broken);
    if (cells.every((cell) => cell.trim() === "")) return { kind: "blank" };
    let sku = "";
    let shop: string | null = null;
    const fields: { -readonly [K in keyof ReadProduct["fields"]]: ReadProduct["fields"][K] } = {};
    for (const { column, meaning } of columns) {
      const cell = (cells[column] ?? "").trim();
      const header = headers[column] ?? "";
      if (cell === "") continue;
      const tooLong = (limit: number): ReadRow =>
        refuse(header, "import_too_long", { length: cell.length, limit });
      const tooMany = (count: number, limit: number): ReadRow =>
        refuse(header, "import_too_many_items", { count, limit });
      if (meaning === "sku") {
        if (cell.length > PRODUCT_LIMITS.sku) return tooLong(PRODUCT_LIMITS.sku);
        sku = cell;
      } else if (meaning === "shop") {
        if (cell.length > PRODUCT_LIMITS.shop) return tooLong(PRODUCT_LIMITS.shop);
        shop = cell;
      } else if (meaning === "price") {
        const price = readPrice(cell);
        if (price === null) return refuse(header, "import_price", { value: cell.slice(0, 40) });
        fields.price = price;
      } else if (meaning === "specs" || meaning === "spec") {
        const read = meaning === "spec" ? [{ key: header, value: cell }] : readSpecs(cell, header);
        const specs = [...(fields.specs ?? []), ...read];
        if (specs.length > PRODUCT_LIMITS.specs) return tooMany(specs.length, PRODUCT_LIMITS.specs);
        if (read.some(({ value }) => value.length > PRODUCT_LIMITS.specValue))
          return tooLong(PRODUCT_LIMITS.specValue);
        fields.specs = specs;
      } else if (meaning === "sellingPoints") {
        const points = readPoints(cell);
        if (points.length > PRODUCT_LIMITS.sellingPoints)
          return tooMany(points.length, PRODUCT_LIMITS.sellingPoints);
        if (points.some((point) => point.length > PRODUCT_LIMITS.sellingPoint))
          return tooLong(PRODUCT_LIMITS.sellingPoint);
        fields.sellingPoints = points;
      } else if (meaning === "matches") {
        const skus = readSkus(cell);
        if (skus.length > PRODUCT_LIMITS.matches)
          return tooMany(skus.length, PRODUCT_LIMITS.matches);
        if (skus.some((each) => each.length > PRODUCT_LIMITS.sku))
          return tooLong(PRODUCT_LIMITS.sku);
        fields.matches = skus;
      } else {
        if (cell.length > PRODUCT_LIMITS[meaning]) return tooLong(PRODUCT_LIMITS[meaning]);
        fields[meaning] = cell;
      }
    }
    if (sku === "") return refuse(headerOf("sku"), "import_sku_missing");
    return { kind: "product", product: { row, key: skuKey(sku), sku, shop, fields } };
  };
}
