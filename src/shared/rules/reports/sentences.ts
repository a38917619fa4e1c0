import type { ReportFigures, ReportSection, ReportWords } from "../../contract/reports.ts";
import type { Locale } from "../../contract/settings.ts";
import { reportLanguage } from "./words.ts";

/** What may stand in a sentence of a section; each is counted, none is written by hand. */
export const SECTION_FIGURES = {
  promises: ["kept", "late", "carried", "handed", "overdue"],
  complaints: ["opened", "closed", "open", "median"],
  uses: ["uses", "scene", "phrase"],
  feedback: ["noted", "valuable", "sent", "answered"],
  urging: ["urged", "paid", "amount"],
} as const satisfies Record<ReportSection, readonly string[]>;

export type FigureName = (typeof SECTION_FIGURES)[ReportSection][number];

export const SECTIONS = Object.keys(SECTION_FIGURES) as ReportSection[];

/** A sentence as it is drawn: what a person may write, and figures. */
export type Piece =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "figure"; readonly name: FigureName };

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long, as one says it, in its two largest units; milliseconds. */
export function lengthSaid(length: number, locale: Locale): string {
  const units = [
    [Math.floor(length / DAY), "day"],
    [Math.floor((length % DAY) / HOUR), "hour"],
    [Math.floor((length % HOUR) / MINUTE), "minute"],
  ] as const;
  const first = units.findIndex(([count]) => count > 0);
  const shown = first === -1 ? units.slice(2) : units.slice(first, first + 2);
  return shown
    .filter(([count], at) => count > 0 || at === 0)
    .map(([count, unit]) =>
      new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "long" }).format(count),
    )
    .join(" ");
}

/** Cents as money. */
export const moneySaid = (amount: number, locale: Locale): string =>
  new Intl.NumberFormat(locale, {
    style: "currency",
    currency: "CNY",
    currencyDisplay: "narrowSymbol",
  }).format(amount / 100);

/** Every figure as it is read. */
export function figureTexts(
  figures: ReportFigures,
  locale: Locale,
): Readonly<Record<FigureName, string>> {
  const words = reportLanguage(locale);
  const number = (value: number): string => value.toLocaleString(locale);
  const { promises, complaints, uses, feedback, urging } = figures;
  const numbers = Object.fromEntries(
    Object.entries({ ...promises, ...feedback }).map(([name, value]) => [name, number(value)]),
  ) as Record<keyof typeof promises | keyof typeof feedback, string>;
  const [scene] = uses.byScene;
  return {
    ...numbers,
    opened: number(complaints.opened),
    closed: number(complaints.closed),
    open: number(complaints.open),
    median: complaints.median === null ? words.nothing : lengthSaid(complaints.median, locale),
    uses: number(uses.total),
    scene: scene ? scene.name || words.noScene : words.nothing,
    phrase: uses.phrases[0]?.title ?? words.nothing,
    urged: number(urging.urged),
    paid: number(urging.paid),
    amount: moneySaid(urging.amount, locale),
  };
}

/** Nothing happened that the section speaks of. */
export function isQuiet(section: ReportSection, figures: ReportFigures): boolean {
  switch (section) {
    case "promises":
      return Object.values(figures.promises).every((value) => value === 0);
    case "complaints":
      return figures.complaints.opened + figures.complaints.closed + figures.complaints.open === 0;
    case "uses":
      return figures.uses.total === 0;
    case "feedback":
      return Object.values(figures.feedback).every((value) => value === 0);
    case "urging":
      return figures.urging.urged === 0;
  }
}

/** The program's own sentence of a section, with {name} for figures. */
export function ownSentence(
  section: ReportSection,
  figures: ReportFigures,
  locale: Locale,
): string {
  const { sentences } = reportLanguage(locale);
  if (isQuiet(section, figures)) return sentences[section].none;
  if (section === "complaints" && figures.complaints.median === null)
    return sentences.complaintsOpen;
  return sentences[section].some;
}

/** The sentence as a person left it, else the program's own. */
export const sentenceOf = (
  section: ReportSection,
  figures: ReportFigures,
  words: ReportWords,
): string => words.sentences[section] ?? ownSentence(section, figures, words.locale);

/** Takes a sentence apart; braces around anything but a figure of its section are text. */
export function piecesOf(section: ReportSection, sentence: string): Piece[] {
  const known: readonly string[] = SECTION_FIGURES[section];
  const pieces: Piece[] = [];
  let text = "";
  for (const part of sentence.split(/(\{\w+\})/)) {
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    if (name === undefined || !known.includes(name)) {
      text += part;
      continue;
    }
    if (text !== "") pieces.push({ kind: "text", text });
    text = "";
    pieces.push({ kind: "figure", name: name as FigureName });
  }
  return text === "" ? pieces : [...pieces, { kind: "text", text }];
}

/** The sentence as it is read. */
export const fillSentence = (
  section: ReportSection,
  sentence: string,
  texts: Readonly<Record<FigureName, string>>,
): string =>
  piecesOf(section, sentence)
    .map((piece) => (piece.kind === "text" ? piece.text : texts[piece.name]))
    .join("");
