import type { ColumnMapping, ImportField } from "../../../shared/contract/transfer.ts";
import { importField } from "../../../shared/contract/transfer.ts";

/** What a column can mean, in the order a person thinks of them. */
export const FIELDS: readonly ImportField[] = importField.options;

/** Several columns may be levels of the category or hold tags; of the rest there is one each. */
const SEVERAL: ReadonlySet<ImportField> = new Set<ImportField>(["category", "tags"]);

export type MappingFault =
  | { readonly fault: "needBody" }
  | { readonly fault: "twice"; readonly field: ImportField };

/** What keeps a mapping from being used; null when it can be. */
export function mappingFault(mapping: ColumnMapping): MappingFault | null {
  const chosen = Object.values(mapping);
  if (!chosen.includes("body")) return { fault: "needBody" };
  const twice = chosen.find(
    (field, index) => !SEVERAL.has(field) && chosen.indexOf(field) !== index,
  );
  return twice ? { fault: "twice", field: twice } : null;
}

/** The mapping with one column's meaning changed; null leaves the column out. */
export function withColumn(
  mapping: ColumnMapping,
  column: number,
  field: ImportField | null,
): ColumnMapping {
  const rest = Object.entries(mapping).filter(([index]) => index !== String(column));
  return Object.fromEntries(field ? [...rest, [String(column), field] as const] : rest);
}
