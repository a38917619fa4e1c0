/** A cell that a spreadsheet would take for a formula gets an apostrophe before it. */
const guarded = (cell: string): string => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);

const quoted = (cell: string): string =>
  /[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

/**
 * Rows as a CSV file for people who open it in a spreadsheet: the byte order mark is what makes Excel read UTF-8, and
 * no cell is ever run.
 */
export const toCsv = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => `${row.map((cell) => quoted(guarded(cell))).join(",")}\r\n`).join("")}`;
