import { DateTime } from "luxon";
import writeXlsxFile from "write-excel-file/node";
import type { Feedback } from "../../../shared/contract/feedback.ts";
import type { Locale } from "../../../shared/contract/settings.ts";
import { FEEDBACK_WORDS } from "../../../shared/rules/feedback/words.ts";
import { stateOf } from "./rules.ts";

const WIDTHS = [17, 12, 60, 12, 8, 10, 17, 14, 17, 40, 16, 16, 22, 10] as const;

/** Notes as the cells of a table, the header first. Times as the clocks of the zone show them. */
export function cellsOf(rows: readonly Feedback[], locale: Locale, zone: string): string[][] {
  const words = FEEDBACK_WORDS[locale];
  const time = (at: number | null): string =>
    at === null ? "" : DateTime.fromMillis(at, { zone }).toFormat("yyyy-MM-dd HH:mm");
  const worth = (valuable: boolean | null): string =>
    valuable === null ? "" : valuable ? words.yes : words.no;
  return [
    Object.values(words.columns),
    ...rows.map((each) => [
      ...[time(each.notedAt), words.kinds[each.kind], each.text, each.department],
      ...[worth(each.valuable), words.states[stateOf(each)], time(each.sentAt), each.sentTo],
      ...[time(each.answeredAt), each.answer, each.shop, each.customer, each.order, each.by],
    ]),
  ];
}

/** A cell that a spreadsheet shows as it is: a sign in front would make it a formula. */
function csvCell(text: string): string {
  const plain = /^[=+\-@]/u.test(text) ? `'${text}` : text;
  return /[",\n\r]/u.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

/** With a byte order mark, so that spreadsheets read the encoding. */
export const toCsv = (cells: readonly (readonly string[])[]): string =>
  `\uFEFF${cells.map((row) => row.map(csvCell).join(",")).join("\r\n")}\r\n`;

/** Control characters but tab and line feed: no workbook may hold them. */
const UNWRITABLE = /[^\P{Cc}\t\n]/gu;

/** Every cell as text: order numbers keep all their digits. */
export async function toWorkbook(
  cells: readonly (readonly string[])[],
  sheet: string,
): Promise<Uint8Array> {
  const rows = cells.map((row, index) =>
    row.map((cell) => ({
      value: cell.replaceAll(UNWRITABLE, ""),
      type: String,
      wrap: true,
      ...(index === 0 ? { fontWeight: "bold" as const } : {}),
    })),
  );
  return writeXlsxFile(rows, {
    columns: WIDTHS.map((width) => ({ width })),
    sheet,
    stickyRowsCount: 1,
  }).toBuffer();
}
