import {
  type ColumnMapping,
  type ImportField,
  importField,
  type ImportResult,
} from "../../shared/contract/transfer.ts";
import { UsageError } from "./output.ts";
import { fieldName, tell } from "./words.ts";

type Given = string | boolean | undefined;
type Understood = Pick<ImportResult, "headers" | "headerRow" | "mapping" | "mappingSure">;

/** Stands for a column that is left out. */
const LEFT_OUT = "skip";
/** A category may have a column for each level, and tags may stand in several; of the other fields there is one each. */
const SEVERAL: ReadonlySet<ImportField> = new Set<ImportField>(["category", "tags"]);

/** `--header yes|no|auto`: null when the table is to say it itself. @throws UsageError */
export function readHeader(given: Given): boolean | null {
  const known: Readonly<Record<string, boolean | null>> = { yes: true, no: false, auto: null };
  const word = String(given ?? "auto");
  if (!Object.hasOwn(known, word))
    throw new UsageError(
      tell("choose", { option: "--header", allowed: Object.keys(known).join(", "), given: word }),
    );
  return known[word] ?? null;
}

/** `--columns title,body,skip,category`: the meaning of each column in the file's order. @throws UsageError */
export function readColumns(given: Given): ColumnMapping | null {
  if (given === undefined) return null;
  const mapping: ColumnMapping = {};
  const taken = new Set<ImportField>();
  for (const [column, word] of String(given).split(",").entries()) {
    const name = word.trim();
    if (name === LEFT_OUT || name === "") continue;
    const { data: field } = importField.safeParse(name);
    if (!field)
      throw new UsageError(
        tell("choose", {
          option: "--columns",
          allowed: [...importField.options, LEFT_OUT].join(", "),
          given: name,
        }),
      );
    if (taken.has(field) && !SEVERAL.has(field))
      throw new UsageError(tell("columnTwice", { field }));
    taken.add(field);
    mapping[column] = field;
  }
  if (!taken.has("body")) throw new UsageError(tell("columnBody"));
  return mapping;
}

/** How a table was understood, for programs; null for a file without columns. */
export function mappingFor({ headers, headerRow, mapping, mappingSure }: Understood) {
  if (headers.length === 0) return null;
  return {
    header: headerRow,
    sure: mappingSure,
    columns: headers.map((column, index) => ({ column, field: mapping[index] ?? null })),
  };
}

/** The same in words, when it was a guess; null when there is nothing to say. */
export function guessInWords({
  headers,
  headerRow,
  mapping,
  mappingSure,
}: Understood): string | null {
  if (mappingSure) return null;
  const columns = headers
    .map((column, index) => `${column} → ${fieldName(mapping[index] ?? null)}`)
    .join(tell("between"));
  const header = headerRow > 0 ? tell("headerRow", { row: headerRow }) : tell("headerNone");
  return tell("columnsGuessed", { columns, header });
}
