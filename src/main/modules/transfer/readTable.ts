import { AppError } from "../../../shared/errors.ts";
import { readDelimited, type TableRow } from "./csv.ts";
import { type ImportSource, recognise } from "./recognise.ts";
import { asFileError } from "./table.ts";
import { textPieces } from "./textPieces.ts";
import { openWorkbook } from "./xlsx.ts";

/** More rows than this are no list a person made. */
const MOST_ROWS = 100_000;

/**
 * Every row of a table file as it stands, whatever it is about: the first sheet with anything in it, or the text in
 * whichever encoding and with whichever delimiter it has.
 * @throws AppError import_file_missing, _empty, _huge, _binary, _broken, _cut_short, import_encoding, import_too_many_rows
 */
export async function readTable(source: ImportSource): Promise<TableRow[]> {
  const recognised = await recognise(source, null);
  if (recognised.format === "json") throw new AppError("import_file_binary", { file: source.name });
  try {
    if (recognised.format === "xlsx") return await firstFilledSheet(source);
    const pieces = textPieces(source.path, recognised.encoding, () => undefined);
    return await gather(source, readDelimited(pieces, recognised.delimiter));
  } catch (error) {
    throw asFileError(error, source);
  }
}

async function firstFilledSheet(source: ImportSource): Promise<TableRow[]> {
  const workbook = await openWorkbook(source.path);
  try {
    for (const sheet of workbook.sheets) {
      const rows = await gather(
        source,
        sheet.rows(() => undefined),
      );
      if (rows.some(({ cells }) => cells.some((cell) => cell.trim() !== ""))) return rows;
    }
    throw new AppError("import_file_empty", { file: source.name });
  } finally {
    await workbook.close();
  }
}

async function gather(
  source: ImportSource,
  bundles: AsyncIterable<TableRow[]>,
): Promise<TableRow[]> {
  const rows: TableRow[] = [];
  for await (const bundle of bundles) {
    for (const row of bundle) rows.push(row);
    if (rows.length > MOST_ROWS)
      throw new AppError("import_too_many_rows", { file: source.name, limit: MOST_ROWS });
  }
  return rows;
}
