/** A page of paper in pieces: written once, it becomes a PDF (through HTML), a Word file or plain text. */
export interface PaperDocument {
  readonly title: string;
  /** A line below the title: whose, of when. */
  readonly subtitle: string;
  readonly blocks: readonly PaperBlock[];
  /** A BCP 47 tag: decides how Chinese is drawn. */
  readonly language: string;
}

export type PaperBlock =
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "paragraph"; readonly text: string }
  /** Names and values, one a line. */
  | { readonly kind: "facts"; readonly rows: readonly (readonly [name: string, value: string])[] }
  | {
      readonly kind: "table";
      readonly columns: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  /** Counts that are looked at rather than read: a bar beside each; every column has a scale of its own. */
  | {
      readonly kind: "bars";
      readonly columns: readonly string[];
      readonly rows: readonly BarRow[];
    }
  /** A picture as a data: address, with a line below it. */
  | { readonly kind: "picture"; readonly source: string; readonly caption: string };

export type BarRow = readonly [name: string, ...counts: readonly number[]];

/** How long each bar is, between 0 and 1 of the longest of its column. */
export function sharesOf(rows: readonly BarRow[]): number[][] {
  const counts = rows.map(([, ...each]) => each);
  return counts.map((row) =>
    row.map((count, column) => {
      const most = Math.max(...counts.map((each) => each[column] ?? 0));
      return most > 0 ? count / most : 0;
    }),
  );
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text as it may stand in HTML, anywhere. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (each) => ENTITIES[each] ?? each);

const STYLE = `
  @page { size: A4; margin: 18mm 16mm; }
  body { font: 10.5pt/1.6 "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", system-ui, sans-serif; color: #1f2328; }
  h1 { font-size: 17pt; margin: 0; }
  .subtitle { color: #59636e; margin: 2pt 0 14pt; }
  h2 { font-size: 12pt; margin: 14pt 0 4pt; break-after: avoid; }
  p { margin: 0 0 6pt; white-space: pre-wrap; overflow-wrap: anywhere; }
  table { border-collapse: collapse; width: 100%; margin: 0 0 8pt; }
  th, td { border: 0.5pt solid #c8ced5; padding: 3pt 6pt; text-align: left; vertical-align: top; white-space: pre-wrap; overflow-wrap: anywhere; }
  th { background: #f2f5f7; font-weight: 600; }
  thead { display: table-header-group; }
  tr, figure { break-inside: avoid; }
  .facts th { width: 24%; }
  .bars td + td { white-space: nowrap; }
  .bars i { display: inline-block; height: 7pt; margin-right: 4pt; border-radius: 1pt; background: #3b82b5; vertical-align: baseline; print-color-adjust: exact; }
  @media screen { body { margin: 14mm 16mm; } }
  figure { margin: 0 0 8pt; } img { max-width: 100%; max-height: 120mm; } figcaption { color: #59636e; font-size: 9pt; }
`;

const cells = (tag: "td" | "th", texts: readonly string[]): string =>
  `<tr>${texts.map((each) => `<${tag}>${escapeHtml(each)}</${tag}>`).join("")}</tr>`;

/** The longest bar, percent of its cell: its figure stands beside it. */
const LONGEST_BAR = 75;

function barsHtml({ columns, rows }: PaperBlock & { kind: "bars" }, language: string): string {
  const shares = sharesOf(rows);
  const body = rows.map(([name, ...counts], row) => {
    const bars = counts.map((count, column) => {
      const width = Math.round((shares[row]?.[column] ?? 0) * LONGEST_BAR * 10) / 10;
      const bar = width > 0 ? `<i style="width:${width}%"></i>` : "";
      return `<td>${bar}${escapeHtml(count.toLocaleString(language))}</td>`;
    });
    return `<tr><td>${escapeHtml(name)}</td>${bars.join("")}</tr>`;
  });
  return `<table class="bars"><thead>${cells("th", columns)}</thead><tbody>${body.join("")}</tbody></table>`;
}

function blockHtml(block: PaperBlock, language: string): string {
  switch (block.kind) {
    case "heading":
      return `<h2>${escapeHtml(block.text)}</h2>`;
    case "paragraph":
      return `<p>${escapeHtml(block.text)}</p>`;
    case "facts":
      return `<table class="facts">${block.rows
        .map(
          ([name, value]) => `<tr><th>${escapeHtml(name)}</th><td>${escapeHtml(value)}</td></tr>`,
        )
        .join("")}</table>`;
    case "table":
      return `<table><thead>${cells("th", block.columns)}</thead><tbody>${block.rows
        .map((row) => cells("td", row))
        .join("")}</tbody></table>`;
    case "bars":
      return barsHtml(block, language);
    case "picture":
      return `<figure><img src="${escapeHtml(block.source)}" alt=""><figcaption>${escapeHtml(block.caption)}</figcaption></figure>`;
  }
}

/** The page as HTML that loads nothing but the pictures in it and runs nothing. */
export function toHtml({ title, subtitle, blocks, language }: PaperDocument): string {
  return `<!doctype html><html lang="${escapeHtml(language)}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>${escapeHtml(title)}</title><style>${STYLE}</style></head><body>
<h1>${escapeHtml(title)}</h1><div class="subtitle">${escapeHtml(subtitle)}</div>
${blocks.map((block) => blockHtml(block, language)).join("\n")}
</body></html>`;
}

function blockText(block: PaperBlock, language: string): string {
  switch (block.kind) {
    case "heading":
      return `\n${block.text}\n${"-".repeat(24)}`;
    case "paragraph":
      return block.text;
    case "facts":
      return block.rows.map(([name, value]) => `${name}: ${value}`).join("\n");
    case "table":
      return [block.columns, ...block.rows].map((row) => row.join("\t")).join("\n");
    case "bars":
      return blockText(
        {
          kind: "table",
          columns: block.columns,
          rows: block.rows.map((row) => row.map((each) => each.toLocaleString(language))),
        },
        language,
      );
    case "picture":
      return `[${block.caption}]`;
  }
}

/** The page as plain text; tables with tabs, so that they can be pasted into a sheet. */
export const toText = ({ title, subtitle, blocks, language }: PaperDocument): string =>
  `${[title, subtitle, ...blocks.map((block) => blockText(block, language))].join("\n")}\n`;
