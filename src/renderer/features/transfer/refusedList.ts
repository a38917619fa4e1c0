import type { RefusedRow } from "../../../shared/contract/transfer.ts";

/** One line per refused row, tabs between, to paste into a sheet or a message. */
export function refusedText(
  rows: readonly RefusedRow[],
  headings: readonly string[],
  reasonOf: (row: RefusedRow) => string,
): string {
  const lines = rows.map((row) => [String(row.row), row.column, reasonOf(row)]);
  return [headings, ...lines].map((cells) => cells.map(flat).join("\t")).join("\n");
}

/** The same as a CSV file that spreadsheets open with the right characters. */
export function refusedCsv(
  rows: readonly RefusedRow[],
  headings: readonly string[],
  reasonOf: (row: RefusedRow) => string,
): Blob {
  const lines = rows.map((row) => [String(row.row), row.column, reasonOf(row)]);
  const text = [headings, ...lines].map((cells) => cells.map(quoted).join(",")).join("\r\n");
  return new Blob(["\uFEFF", text, "\r\n"], { type: "text/csv" });
}

const flat = (cell: string): string => cell.replaceAll(/[\t\r\n]+/g, " ");
const quoted = (cell: string): string =>
  /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
