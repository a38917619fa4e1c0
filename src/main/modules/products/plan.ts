import {
  PRODUCT_LIMITS,
  type Product,
  type ProductFields,
} from "../../../shared/contract/products.ts";
import type { RefusedRow } from "../../../shared/contract/transfer.ts";
import { skuKey } from "../../../shared/rules/sku.ts";
import type { ReadProduct, ReadRow } from "./cells.ts";
import { byPictureName, createSkuMatcher } from "./skuMatch.ts";

/** What one field was and will be, for a person to read. */
export interface Difference {
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

export interface Addition {
  readonly row: number;
  readonly key: string;
  readonly fields: ProductFields;
}

export interface Change {
  readonly row: number;
  readonly product: Product;
  readonly changes: Partial<ProductFields>;
  readonly differences: readonly Difference[];
}

export interface TablePlan {
  readonly additions: readonly Addition[];
  readonly changes: readonly Change[];
  /** Rows whose product is there and says the same already. */
  readonly same: number;
  readonly refused: readonly RefusedRow[];
}

export interface TableOptions {
  /** For rows that name no shop; "": the shop of the product that is there, else none. */
  readonly shop: string;
  /** The file's name of the column with the names, for refusals. */
  readonly nameHeader: string;
  /** Live products of a SKU, whichever shop's. */
  readonly bySku: (key: string) => readonly Product[];
}

const BLANK: Omit<ProductFields, "sku" | "name" | "shop"> = {
  price: null,
  specs: [],
  sellingPoints: [],
  matches: [],
  stockNote: "",
  questions: [],
  pictures: [],
  note: "",
};

type Spec = ProductFields["specs"][number];

/** What a table says of a specification replaces it; what it does not speak of stays. */
function mergedSpecs(before: readonly Spec[], given: readonly Spec[]): Spec[] {
  const merged = new Map(before.map((spec) => [spec.key, spec]));
  for (const spec of given) merged.set(spec.key, spec);
  return [...merged.values()];
}

function shown(field: string, value: unknown): string {
  if (value === null || value === undefined) return "";
  if (field === "price") return (Number(value) / 100).toFixed(2);
  if (!Array.isArray(value)) return String(value);
  return value
    .map((part: string | Spec) => (typeof part === "string" ? part : `${part.key}: ${part.value}`))
    .join("\n");
}

/** Decides row by row what an import would do. Nothing is written. */
export function planTable(rows: Iterable<ReadRow>, options: TableOptions): TablePlan {
  const additions: Addition[] = [];
  const changes: Change[] = [];
  const refused: RefusedRow[] = [];
  const seen = new Map<string, number>();
  let same = 0;

  function targetOf(read: ReadProduct): { product: Product | null; shop: string } | RefusedRow {
    const there = options.bySku(read.key);
    const shop = read.shop ?? options.shop;
    const exact = there.find((product) => product.shop === shop) ?? null;
    if (exact || read.shop !== null || options.shop !== "" || there.length === 0)
      return { product: exact, shop };
    if (there.length === 1) return { product: there[0]!, shop: there[0]!.shop };
    const shops = there
      .map((product) => product.shop)
      .toSorted((a, b) => a.localeCompare(b, "zh"))
      .join("、");
    return {
      row: read.row,
      column: "",
      code: "import_sku_in_shops",
      params: { sku: read.sku, shops },
    };
  }

  function take(read: ReadProduct): void {
    const refuse = (column: string, code: string, params: RefusedRow["params"]): void =>
      void refused.push({ row: read.row, column, code, params });
    const target = targetOf(read);
    if ("code" in target) {
      refused.push(target);
      return;
    }
    const { product, shop } = target;
    const place = `${shop}\0${read.key}`;
    const earlier = seen.get(place);
    if (earlier !== undefined) return refuse("", "import_sku_twice", { row: earlier });
    seen.set(place, read.row);
    const specs = mergedSpecs(product?.specs ?? [], read.fields.specs ?? []);
    if (specs.length > PRODUCT_LIMITS.specs) {
      const params = { count: specs.length, limit: PRODUCT_LIMITS.specs };
      return refuse("", "import_too_many_items", params);
    }
    if (!product) {
      const { name } = read.fields;
      if (name === undefined) return refuse(options.nameHeader, "import_name_missing", {});
      const fields = { ...BLANK, ...read.fields, name, specs, sku: read.sku, shop };
      additions.push({ row: read.row, key: read.key, fields });
      return;
    }
    const given: Partial<ProductFields> = {
      ...read.fields,
      ...(read.fields.specs && { specs }),
    };
    const fields = (Object.keys(given) as (keyof ProductFields)[]).filter(
      (field) => JSON.stringify(given[field]) !== JSON.stringify(product[field]),
    );
    if (fields.length === 0) {
      same += 1;
      return;
    }
    changes.push({
      row: read.row,
      product,
      changes: Object.fromEntries(fields.map((field) => [field, given[field]])),
      differences: fields.map((field) => ({
        field,
        before: shown(field, product[field]),
        after: shown(field, given[field]),
      })),
    });
  }

  for (const row of rows)
    if (row.kind === "product") take(row.product);
    else if (row.kind === "refused") refused.push(row.refused);
  return { additions, changes, same, refused };
}

export interface PicturePlan {
  /** In the order they stand in their cards. */
  readonly matched: readonly { name: string; key: string }[];
  readonly unmatched: readonly string[];
  readonly ambiguous: readonly { name: string; keys: readonly string[] }[];
}

/**
 * Matches picture files to SKUs by their names.
 * @param keys every SKU there is or will be, as `skuKey` writes them
 * @param decisions what a person said of names that fit several: a SKU, or "" to leave the picture out
 */
export function planPictures(
  names: readonly string[],
  keys: Iterable<string>,
  decisions: Readonly<Record<string, string>>,
): PicturePlan {
  const known = new Set(keys);
  const match = createSkuMatcher(known);
  const matched: { name: string; key: string }[] = [];
  const unmatched: string[] = [];
  const ambiguous: { name: string; keys: readonly string[] }[] = [];
  for (const name of new Set(names)) {
    const decided = Object.hasOwn(decisions, name) ? skuKey(decisions[name]!) : null;
    if (decided !== null) {
      if (known.has(decided)) matched.push({ name, key: decided });
      else unmatched.push(name);
      continue;
    }
    const found = match(name);
    if (found.kind === "one") matched.push({ name, key: found.key });
    else if (found.kind === "several") ambiguous.push({ name, keys: found.keys });
    else unmatched.push(name);
  }
  matched.sort((a, b) => byPictureName(a.name, b.name));
  return { matched, unmatched, ambiguous };
}
