import type { ColumnMapping } from "../../../shared/contract/transfer.ts";
import { AppError, isAppError } from "../../../shared/errors.ts";
import { readDelimited, type TableRow } from "./csv.ts";
import { recogniseLayout, withMapping, type Layout } from "./headers.ts";
import type { ImportSource, Recognised } from "./recognise.ts";
import { textPieces, type OnProgress } from "./textPieces.ts";
import { openWorkbook, type Workbook } from "./xlsx.ts";
import { CUT_SHORT } from "./cutShort.ts";
import { ZipError } from "./zip.ts";

/** A table open for reading, its columns understood. */
export interface Table {
  readonly layout: Layout;
  /** First rows below the header, as they stand in the file. */
  readonly preview: readonly (readonly string[])[];
  /** The rows below the header, in bundles. Errors of the file come as AppError. */
  rows(onProgress: OnProgress): AsyncGenerator<TableRow[]>;
  close(): Promise<void>;
}

type TextFile = Extract<Recognised, { format: "csv" | "tsv" }>;
type Feed = (onProgress: OnProgress) => AsyncGenerator<TableRow[]>;

/** What a person said about the columns; null where the table has to say it itself. */
export interface ChosenColumns {
  readonly mapping: ColumnMapping | null;
  /** Whether the first row has the columns' names. */
  readonly header: boolean | null;
}

/** Rows looked at to understand the columns. */
const LOOKED_AT = 200;
const PREVIEW_ROWS = 10;
const PREVIEW_CELL = 200;

/**
 * Opens a table file and finds out what its columns mean.
 * @throws AppError import_file_empty, import_file_broken, import_file_binary
 */
export async function openTable(
  source: ImportSource,
  recognised: TextFile | Extract<Recognised, { format: "xlsx" }>,
  chosen: ChosenColumns,
): Promise<Table> {
  if (recognised.format !== "xlsx") {
    const feed = textFeed(source, recognised);
    const first = await firstRows(feed);
    return understood(source, feed, first, recognised.delimiter, chosen, async () => undefined);
  }
  const workbook = await openWorkbook(source.path).catch((error: unknown) => {
    throw asFileError(error, source);
  });
  try {
    const { feed, first } = await pickSheet(source, workbook);
    return understood(source, feed, first, null, chosen, () => workbook.close());
  } catch (error) {
    await workbook.close();
    throw error;
  }
}

function understood(
  source: ImportSource,
  feed: Feed,
  first: readonly TableRow[],
  delimiter: string | null,
  { mapping, header }: ChosenColumns,
  close: () => Promise<void>,
): Table {
  if (!first.some(hasText)) throw new AppError("import_file_empty", { file: source.name });
  const found = recogniseLayout(first, delimiter, header);
  const layout = mapping === null ? found : withMapping(found, mapping);
  const preview = first
    .filter((row) => row.row > layout.headerRow && hasText(row))
    .slice(0, PREVIEW_ROWS)
    .map(({ cells }) => cells.map((cell) => cell.slice(0, PREVIEW_CELL)));
  return {
    layout,
    preview,
    rows: (onProgress) => below(layout.headerRow, feed(onProgress)),
    close,
  };
}

async function* below(
  header: number,
  bundles: AsyncGenerator<TableRow[]>,
): AsyncGenerator<TableRow[]> {
  for await (const bundle of bundles) {
    const first = bundle[0]?.row ?? 0;
    yield first > header ? bundle : bundle.filter(({ row }) => row > header);
  }
}

function textFeed(source: ImportSource, file: TextFile): Feed {
  return async function* read(onProgress) {
    try {
      yield* readDelimited(textPieces(source.path, file.encoding, onProgress), file.delimiter);
    } catch (error) {
      throw asFileError(error, source);
    }
  };
}

/** The first sheet with a header we know, else the first with anything in it. */
async function pickSheet(
  source: ImportSource,
  workbook: Workbook,
): Promise<{ feed: Feed; first: TableRow[] }> {
  let fallback: { feed: Feed; first: TableRow[] } | null = null;
  for (const sheet of workbook.sheets) {
    const feed: Feed = async function* read(onProgress) {
      try {
        yield* sheet.rows(onProgress);
      } catch (error) {
        throw asFileError(error, source);
      }
    };
    const first = await firstRows(feed);
    if (!first.some(hasText)) continue;
    if (recogniseLayout(first, null).sure) return { feed, first };
    fallback ??= { feed, first };
  }
  if (fallback === null) throw new AppError("import_file_empty", { file: source.name });
  return fallback;
}

async function firstRows(feed: Feed): Promise<TableRow[]> {
  const rows: TableRow[] = [];
  for await (const bundle of feed(() => undefined)) {
    for (const row of bundle) rows.push(row);
    if (rows.length >= LOOKED_AT) break;
  }
  return rows.slice(0, LOOKED_AT);
}

function hasText({ cells }: TableRow): boolean {
  return cells.some((cell) => cell.trim() !== "");
}

/** What went wrong with a file, in our codes. */
export function asFileError(error: unknown, source: ImportSource): unknown {
  if (isAppError(error)) return error;
  const detail = error instanceof Error ? error.message.slice(0, 120) : String(error);
  const file = source.name;
  if (detail.endsWith(CUT_SHORT))
    return new AppError("import_file_cut_short", { file }, { cause: error });
  // Another kind of zip (a document, a picture archive) is no damaged workbook.
  const other = error instanceof ZipError && (detail === "no workbook" || detail === "encrypted");
  return other
    ? new AppError("import_file_binary", { file }, { cause: error })
    : new AppError("import_file_broken", { file, detail }, { cause: error });
}
