import type { DaySheet, SheetLine } from "../../../shared/contract/promises.ts";
import type { Locale } from "../../../shared/contract/settings.ts";
import { toCsv } from "../../../shared/rules/csv.ts";
import type { PaperBlock, PaperDocument } from "../../../shared/rules/document.ts";
import { PROMISE_WORDS, saidAt, saidDue } from "./words.ts";

type Column = "what" | "at" | "text" | "customer" | "order" | "shop" | "due" | "reason" | "to";

const COLUMNS: readonly Column[] = [
  ...(["what", "at", "text", "customer", "order", "shop", "due", "reason", "to"] as const),
];
const WHATS: readonly SheetLine["what"][] = ["open", "carried", "handed", "done", "withdrawn"];

function cellsOf(line: SheetLine, zone: string, locale: Locale): Record<Column, string> {
  const { text, customer, order, shop, reason, to } = line;
  return {
    what: PROMISE_WORDS[locale].what[line.what],
    at: saidAt(line.at, zone, locale),
    due: saidDue(line, zone, locale),
    ...{ text, customer, order, shop, reason, to },
  };
}

/** A day's sheet as a page of paper, or as text. */
export function toPaper(sheet: DaySheet, locale: Locale): PaperDocument {
  const { day, zone, agent, closedAt, lines, later } = sheet;
  const words = PROMISE_WORDS[locale];
  const summary: [string, string][] = WHATS.map((what) => [
    words.what[what],
    String(lines.filter((line) => line.what === what).length),
  ]);
  const blocks = WHATS.flatMap((what): PaperBlock[] => {
    const rows = lines.filter((line) => line.what === what);
    if (rows.length === 0) return [];
    const cells = rows.map((row) => cellsOf(row, zone, locale));
    // Columns that say nothing of any of them only take room.
    const columns = COLUMNS.filter(
      (column) => column !== "what" && cells.some((each) => each[column] !== ""),
    );
    return [
      { kind: "heading", text: `${words.what[what]} ${rows.length}` },
      {
        kind: "table",
        columns: columns.map((column) => words.columns[column]),
        rows: cells.map((each) => columns.map((column) => each[column])),
      },
    ];
  });
  const closed = closedAt === null ? words.notClosed : saidAt(closedAt, zone, locale);
  return {
    title: words.sheetTitle(day),
    subtitle: [agent, `${words.closedAt} ${closed}`].filter((part) => part !== "").join(" · "),
    language: locale,
    blocks: [
      { kind: "facts", rows: [...summary, [words.later, String(later)]] },
      ...(blocks.length > 0 ? blocks : [{ kind: "paragraph" as const, text: words.none }]),
    ],
  };
}

/** A day's sheet as a table for a spreadsheet, a line for each promise. */
export function toTable({ zone, lines }: DaySheet, locale: Locale): string {
  const words = PROMISE_WORDS[locale];
  return toCsv([
    COLUMNS.map((column) => words.columns[column]),
    ...lines.map((line) => {
      const cells = cellsOf(line, zone, locale);
      return COLUMNS.map((column) => cells[column]);
    }),
  ]);
}
