/** One row of a table file. `row` counts as a spreadsheet does: the first row is 1, a cell of many lines is one row. */
export interface TableRow {
  readonly row: number;
  readonly cells: readonly string[];
  /** Why the row could not be read; its cells are then empty. */
  readonly broken: "import_row_quote" | null;
}

export type Delimiter = "," | "\t" | ";" | "|";

/** Longest quoted cell that is read at all, in characters; beyond it the quote was never meant to be open. */
const LONGEST_CELL = 4_000_000;

type Outcome =
  | { readonly kind: "row"; readonly cells: string[]; readonly next: number }
  | { readonly kind: "broken"; readonly next: number }
  | { readonly kind: "more" };

type Field =
  | { readonly kind: "field"; readonly value: string; readonly next: number }
  | { readonly kind: "literal" }
  | { readonly kind: "broken" }
  | { readonly kind: "more" };

/**
 * Reads delimited text piece by piece and yields its rows in bundles, one bundle per piece of text at most.
 *
 * Written here because a stray quote must cost one row, not the file: a row whose quote never closes is yielded
 * as broken and reading goes on with the line after it. For well-formed files it reads what `csv-parse` reads.
 */
export async function* readDelimited(
  pieces: AsyncIterable<string> | Iterable<string>,
  delimiter: Delimiter,
): AsyncGenerator<TableRow[]> {
  let text = "";
  let row = 0;
  let wanted = 0;
  for await (const piece of pieces) {
    text += piece;
    // A long cell: wait until there is half as much again, so that it is not read over and over.
    if (text.length < wanted) continue;
    const bundle: TableRow[] = [];
    const rest = readRows(text, delimiter, false, (read) => bundle.push({ ...read, row: ++row }));
    text = text.slice(rest);
    wanted = Math.ceil(text.length * 1.5);
    if (bundle.length > 0) yield bundle;
  }
  const bundle: TableRow[] = [];
  readRows(text, delimiter, true, (read) => bundle.push({ ...read, row: ++row }));
  if (bundle.length > 0) yield bundle;
}

/** Reads all whole rows of `text` and returns where the unread rest begins. */
function readRows(
  text: string,
  delimiter: Delimiter,
  last: boolean,
  take: (row: Omit<TableRow, "row">) => void,
): number {
  let at = 0;
  while (at < text.length) {
    const outcome = readRow(text, at, delimiter, last);
    if (outcome.kind === "more") return at;
    if (outcome.kind === "row") take({ cells: outcome.cells, broken: null });
    else take({ cells: [], broken: "import_row_quote" });
    at = outcome.next;
  }
  return at;
}

function readRow(text: string, start: number, delimiter: Delimiter, last: boolean): Outcome {
  const cells: string[] = [];
  const separator = delimiter.charCodeAt(0);
  let at = start;
  for (;;) {
    if (text[at] === '"') {
      const field = readQuoted(text, at, delimiter, last);
      if (field.kind === "more") return { kind: "more" };
      if (field.kind === "broken") {
        const end = lineEnd(text, at);
        if (end === text.length && !last) return { kind: "more" };
        return { kind: "broken", next: afterLineEnd(text, end) };
      }
      if (field.kind === "field") {
        cells.push(field.value);
        at = field.next;
        if (at >= text.length) return { kind: "row", cells, next: at };
        if (text[at] === delimiter) {
          at += 1;
          continue;
        }
        if (text[at] === "\r" && at + 1 === text.length && !last) return { kind: "more" };
        return { kind: "row", cells, next: afterLineEnd(text, at) };
      }
    }
    let end = at;
    for (; end < text.length; end += 1) {
      const code = text.charCodeAt(end);
      if (code === 10 || code === 13 || code === separator) break;
    }
    if (end >= text.length && !last) return { kind: "more" };
    cells.push(text.slice(at, end));
    if (text[end] === delimiter) {
      at = end + 1;
      continue;
    }
    if (text[end] === "\r" && end + 1 === text.length && !last) return { kind: "more" };
    return { kind: "row", cells, next: afterLineEnd(text, end) };
  }
}

/** Reads the cell whose opening quote is at `open`; `next` is the delimiter or line end behind it. */
function readQuoted(text: string, open: number, delimiter: Delimiter, last: boolean): Field {
  let value = "";
  let from = open + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0) {
      if (!last && text.length - open < LONGEST_CELL) return { kind: "more" };
      return unclosed(text, open, delimiter, last);
    }
    if (quote + 1 >= text.length && !last) return { kind: "more" };
    value += text.slice(from, quote);
    if (text[quote + 1] === '"') {
      value += '"';
      from = quote + 2;
      continue;
    }
    let after = quote + 1;
    while (text[after] === " ") after += 1;
    if (after >= text.length && !last) return { kind: "more" };
    const behind = text[after];
    if (behind === undefined || behind === delimiter || behind === "\n" || behind === "\r") {
      return { kind: "field", value, next: after };
    }
    // A quote inside the cell that nobody doubled. On one line the meaning is plain; over several lines it is more
    // likely that the first quote was never meant to open a cell.
    value += '"';
    from = quote + 1;
    if (/[\r\n]/.test(value)) return unclosed(text, open, delimiter, last);
  }
}

/** A quote that opens a cell but never closes it properly. */
function unclosed(text: string, open: number, delimiter: Delimiter, last: boolean): Field {
  // Many programs write tab-separated text without any quoting, so there a quote is only a character.
  if (delimiter === "\t") return { kind: "literal" };
  const end = lineEnd(text, open);
  if (end === text.length && !last && end - open < LONGEST_CELL) return { kind: "more" };
  const line = text.slice(open, end);
  const quotes = line.split('"').length - 1;
  return quotes % 2 === 0 ? { kind: "literal" } : { kind: "broken" };
}

function lineEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13) return at;
  }
  return text.length;
}

function afterLineEnd(text: string, at: number): number {
  return text[at] === "\r" && text[at + 1] === "\n" ? at + 2 : at + 1;
}
