import {
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import { type PaperBlock, type PaperDocument, sharesOf } from "../../../shared/rules/document.ts";

/** Word sizes text in half points. */
const SIZE = { text: 21, title: 34, heading: 24, soft: 18 } as const;
const FONTS = { ascii: "Calibri", hAnsi: "Calibri", eastAsia: "Microsoft YaHei" } as const;
const COLOURS = { soft: "59636E", line: "C8CED5", head: "F2F5F7", bar: "3B82B5" } as const;
/** The longest bar, in blocks. */
const BAR = 14;

/** A page as a Word file: what a colleague may still change before it goes on. Pictures stay in the PDF. */
export function toWord({ title, subtitle, blocks, language }: PaperDocument): Promise<Buffer> {
  return Packer.toBuffer(
    new Document({
      title,
      styles: {
        default: {
          document: {
            run: {
              font: FONTS,
              size: SIZE.text,
              language: { eastAsia: language, value: language },
            },
            paragraph: { spacing: { after: 80 } },
          },
        },
      },
      sections: [
        {
          children: [
            paragraph(title, { bold: true, size: SIZE.title }, { heading: HeadingLevel.TITLE }),
            paragraph(subtitle, { color: COLOURS.soft, size: SIZE.soft }),
            ...blocks.flatMap((block) => written(block, language)),
          ],
        },
      ],
    }),
  );
}

type Look = Pick<ConstructorParameters<typeof TextRun>[0] & object, "bold" | "size" | "color">;

const paragraph = (text: string, look: Look = {}, more: object = {}): Paragraph =>
  new Paragraph({
    ...more,
    children: text
      .split("\n")
      .map((line, index) => new TextRun({ text: line, font: FONTS, ...look, break: index && 1 })),
  });

function written(block: PaperBlock, language: string): (Paragraph | Table)[] {
  switch (block.kind) {
    case "heading":
      return [
        paragraph(
          block.text,
          { bold: true, size: SIZE.heading, color: "1F2328" },
          { heading: HeadingLevel.HEADING_2, keepNext: true, spacing: { before: 240, after: 80 } },
        ),
      ];
    case "paragraph":
      return [paragraph(block.text)];
    case "facts":
      return grid(null, block.rows);
    case "table":
      return grid(block.columns, block.rows);
    case "bars": {
      const shares = sharesOf(block.rows);
      return grid(
        block.columns,
        block.rows.map(([name]) => [name, ...block.columns.slice(1).map(() => "")]),
        (row, column) => {
          const count = block.rows[row]?.[column];
          if (typeof count !== "number") return null;
          const length = Math.round((shares[row]?.[column - 1] ?? 0) * BAR);
          return new Paragraph({
            children: [
              new TextRun({ text: "█".repeat(length), color: COLOURS.bar, size: SIZE.soft }),
              new TextRun({ text: ` ${count.toLocaleString(language)}`, font: FONTS }),
            ],
          });
        },
      );
    }
    case "picture":
      return [paragraph(`[${block.caption}]`, { color: COLOURS.soft })];
  }
}

/** A table over the whole width. @param drawn what stands in a cell instead of its text; null: the text */
function grid(
  columns: readonly string[] | null,
  rows: readonly (readonly string[])[],
  drawn: (row: number, column: number) => Paragraph | null = () => null,
): (Paragraph | Table)[] {
  const line = { style: "single", size: 4, color: COLOURS.line } as const;
  const borders = { top: line, bottom: line, left: line, right: line };
  const cell = (content: Paragraph, head: boolean): TableCell =>
    new TableCell({
      borders,
      margins: { top: 40, bottom: 40, left: 100, right: 100 },
      children: [content],
      ...(head && { shading: { type: ShadingType.CLEAR, fill: COLOURS.head } }),
    });
  const table = new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      ...(columns === null
        ? []
        : [
            new TableRow({
              tableHeader: true,
              children: columns.map((each) => cell(paragraph(each, { bold: true }), true)),
            }),
          ]),
      ...rows.map(
        (row, at) =>
          new TableRow({
            cantSplit: true,
            children: row.map((text, column) =>
              cell(drawn(at, column) ?? paragraph(text), columns === null && column === 0),
            ),
          }),
      ),
    ],
  });
  // Word puts two tables in a row together into one.
  return [table, paragraph("", { size: 8 })];
}
