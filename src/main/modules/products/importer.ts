import type { ParsedInput, Output } from "../../../shared/contract/index.ts";
import {
  PRODUCT_LIMITS,
  type Product,
  type ProductImportPlan,
  type ProductMapping,
} from "../../../shared/contract/products.ts";
import { AppError } from "../../../shared/errors.ts";
import { skuKey } from "../../../shared/rules/sku.ts";
import { createRowReader, type TableRow } from "./cells.ts";
import { recogniseColumns } from "./columns.ts";
import { type PicturePlan, planPictures, planTable, type TablePlan } from "./plan.ts";
import { type History, type ProductStore, type Remember } from "./store.ts";

type Request = ParsedInput<"products.plan">;

/** How much of a plan is shown. */
const REFUSED_SHOWN = 500;
const ROWS_SHOWN = 200;
const PREVIEW_ROWS = 5;
const PREVIEW_CELL = 200;

/** A picture that came with an import. */
export interface ArrivedPicture {
  readonly id: string;
  readonly name: string;
  readonly sku: string;
}

/** What the importer needs of the rest of the core. */
export interface ImportSurroundings {
  readonly store: ProductStore;
  readonly history: History;
  /** Every row of a table file. @throws AppError import_* */
  readTable(path: string, fileName: string): Promise<TableRow[]>;
  readonly uploads: { find(name: string): { path: string; fileName: string } };
  /**
   * Brings pictures that were taken in to their place; what it gives writes one of them inside a change.
   * @throws AppError picture_missing
   */
  settlePictures(
    ids: readonly string[],
  ): Promise<(remember: Remember, picture: ArrivedPicture) => void>;
  writeBackup(reason: string): { path: string };
}

interface Whole {
  readonly headers: readonly string[];
  readonly mapping: ProductMapping;
  readonly preview: string[][];
  readonly rows: number;
  readonly table: TablePlan;
  readonly pictures: PicturePlan;
  /** Live products by SKU. */
  readonly bySku: ReadonlyMap<string, readonly Product[]>;
}

/** Imports of products with their pictures: the dry run, and the change as one step. */
export function createImporter(around: ImportSurroundings) {
  const { store, history } = around;

  function liveBySku(): Map<string, Product[]> {
    const map = new Map<string, Product[]>();
    for (const product of store.live()) {
      const key = skuKey(product.sku);
      const there = map.get(key);
      if (there) there.push(product);
      else map.set(key, [product]);
    }
    return map;
  }

  /** @throws AppError import_* */
  async function work(request: Request): Promise<Whole> {
    const bySku = liveBySku();
    const none = { headers: [], mapping: {}, preview: [], rows: 0 };
    const read =
      request.file === null
        ? { ...none, table: { additions: [], changes: [], same: 0, refused: [] } }
        : await workTable(request, request.file, bySku);
    const keys = new Set([...bySku.keys(), ...read.table.additions.map(({ key }) => key)]);
    const pictures = planPictures(request.pictures, keys, request.decisions);
    return { ...read, pictures, bySku };
  }

  async function workTable(
    request: Request,
    file: string,
    bySku: ReadonlyMap<string, Product[]>,
  ): Promise<Omit<Whole, "pictures" | "bySku">> {
    const { path, fileName } = around.uploads.find(file);
    const all = await around.readTable(path, fileName);
    const found = recogniseColumns(all);
    const mapping = request.mapping ?? found.mapping;
    const { headers } = found;
    const columnOf = (meaning: string): string =>
      Object.entries(mapping).find(([, each]) => each === meaning)?.[0] ?? "";
    const below = all.slice(found.headerIndex + 1);
    const filled = below.filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
    if (filled.length > PRODUCT_LIMITS.importRows)
      throw new AppError("import_too_many_rows", {
        file: fileName,
        limit: PRODUCT_LIMITS.importRows,
      });
    const preview = filled
      .slice(0, PREVIEW_ROWS)
      .map(({ cells }) => headers.map((_, at) => (cells[at] ?? "").slice(0, PREVIEW_CELL)));
    const reader = createRowReader(headers, mapping);
    // Without a column for the SKU nothing can be said of any row: the person is asked for it.
    const rows = columnOf("sku") === "" ? [] : below.map(reader);
    const table = planTable(rows, {
      shop: request.shop,
      nameHeader: headers[Number(columnOf("name") || "-1")] ?? "",
      bySku: (key) => bySku.get(key) ?? [],
    });
    return { headers, mapping, preview, rows: filled.length, table };
  }

  async function plan(request: Request): Promise<ProductImportPlan> {
    const { headers, mapping, preview, rows, table, pictures, bySku } = await work(request);
    const spelled = new Map(table.additions.map(({ key, fields }) => [key, fields.sku]));
    for (const [key, products] of bySku) spelled.set(key, products[0]!.sku);
    const skuOf = (key: string): string => spelled.get(key) ?? key;
    return {
      headers: [...headers],
      mapping,
      preview,
      rows,
      added: table.additions.length,
      changed: table.changes.length,
      same: table.same,
      refusedCount: table.refused.length,
      refused: table.refused.slice(0, REFUSED_SHOWN),
      additions: table.additions
        .slice(0, ROWS_SHOWN)
        .map(({ row, fields: { sku, name, shop } }) => ({ row, sku, name, shop })),
      changes: table.changes.slice(0, ROWS_SHOWN).map(({ row, product, differences }) => ({
        row,
        sku: product.sku,
        name: product.name,
        differences: [...differences],
      })),
      pictures: {
        matched: pictures.matched.map(({ name, key }) => ({ name, sku: skuOf(key) })),
        unmatched: pictures.unmatched.slice(0, REFUSED_SHOWN),
        unmatchedCount: pictures.unmatched.length,
        ambiguous: pictures.ambiguous.map(({ name, keys }) => ({ name, skus: keys.map(skuOf) })),
      },
    };
  }

  /** Does what `plan` says, as one step. @throws AppError import_*, picture_missing, product_*; then nothing is changed */
  async function apply(
    request: ParsedInput<"products.import">,
  ): Promise<Output<"products.import">> {
    const whole = await work(request);
    const { table, pictures } = whole;
    if (request.file !== null && !Object.values(whole.mapping).includes("sku"))
      throw new AppError("import_no_sku_column", { headers: whole.headers.join("、") });
    const staged = new Map(request.staged.map(({ name, id }) => [name, id]));
    const arrived = pictures.matched.flatMap(({ name, key }) => {
      const id = staged.get(name);
      return id === undefined ? [] : [{ id, name, key }];
    });
    const done = { added: table.additions.length, changed: table.changes.length };
    const refusedCount = table.refused.length;
    if (done.added + done.changed + arrived.length === 0)
      return { ...done, refusedCount, pictures: 0, historyId: null, backup: null };
    const keep = await around.settlePictures(arrived.map(({ id }) => id));
    const backup = around.writeBackup("before-import").path;
    const label = table.additions[0]?.fields.name ?? table.changes[0]?.product.name ?? "";
    const { historyId } = history.change("import", label || (arrived[0]?.name ?? ""), (remember) =>
      write(remember, whole, arrived, keep),
    );
    return { ...done, refusedCount, pictures: arrived.length, historyId, backup };
  }

  function write(
    remember: Remember,
    { table, bySku }: Whole,
    arrived: readonly { id: string; name: string; key: string }[],
    keep: (remember: Remember, picture: ArrivedPicture) => void,
  ): number {
    const picturesOf = new Map<string, string[]>();
    for (const { id, key } of arrived) {
      const list = picturesOf.get(key);
      if (list) list.push(id);
      else picturesOf.set(key, [id]);
    }
    const withNew = (key: string, before: readonly string[]): string[] =>
      [...new Set([...before, ...(picturesOf.get(key) ?? [])])].slice(0, PRODUCT_LIMITS.pictures);
    const skus = new Map<string, string>();
    let count = 0;
    // Lists have the newest first: written backwards they stand as in the table.
    for (const { key, fields } of table.additions.toReversed()) {
      skus.set(key, fields.sku);
      store.insert(remember, { ...fields, pictures: withNew(key, fields.pictures) });
      count += 1;
    }
    const touched = new Map<string, Partial<Product>>();
    for (const { product, changes } of table.changes) touched.set(product.id, changes);
    // A SKU that several shops have is the same thing in all of them.
    for (const key of new Set([...picturesOf.keys()]))
      for (const product of bySku.get(key) ?? []) {
        skus.set(key, product.sku);
        const pictures = withNew(key, product.pictures);
        if (pictures.length === product.pictures.length) continue;
        touched.set(product.id, { ...touched.get(product.id), pictures });
      }
    for (const [id, changes] of touched) {
      store.write(remember, id, changes);
      count += 1;
    }
    for (const { id, name, key } of arrived.toReversed())
      keep(remember, { id, name, sku: skus.get(key) ?? key });
    return count;
  }

  return { plan, apply };
}
