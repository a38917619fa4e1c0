import { useEffect, useRef } from "react";
import { REPORT_LIMITS, type ReportSection } from "../../../shared/contract/reports.ts";
import { type FigureName, piecesOf } from "../../../shared/rules/reports/sentences.ts";

interface SentenceFieldProps {
  readonly label: string;
  readonly section: ReportSection;
  /** With {name} for figures. */
  readonly sentence: string;
  readonly texts: Readonly<Record<FigureName, string>>;
  readonly names: Readonly<Record<FigureName, string>>;
  readonly onChange: (sentence: string) => void;
}

/** The sentence that stands in the field: chips are figures again, whatever they show. */
function readSentence(node: Node): string {
  if (node instanceof HTMLElement && node.dataset["figure"] !== undefined)
    return `{${node.dataset["figure"]}}`;
  if (node instanceof HTMLBRElement) return "\n";
  if (node instanceof Text) return node.data;
  return [...node.childNodes].map(readSentence).join("");
}

function chip(name: FigureName, text: string, title: string): HTMLElement {
  const element = document.createElement("span");
  element.className = "report-chip";
  element.contentEditable = "false";
  element.dataset["figure"] = name;
  element.textContent = text;
  element.title = title;
  return element;
}

const chipOf = (node: Node | null, within: HTMLElement): Node | null => {
  for (let at = node; at && at !== within; at = at.parentNode)
    if (at instanceof HTMLElement && at.dataset["figure"] !== undefined) return at;
  return null;
};

/** Puts the caret behind what is selected where that holds a figure. True: it did. */
function steppedBeside(field: HTMLElement): boolean {
  const selection = window.getSelection();
  if (!selection || selection.rangeCount === 0) return false;
  const range = selection.getRangeAt(0);
  const inside = chipOf(range.endContainer, field);
  const over = range.cloneContents().querySelector("[data-figure]") !== null;
  if (!inside && !over && !chipOf(range.startContainer, field)) return false;
  if (inside) range.setEndAfter(inside);
  range.collapse(false);
  selection.removeAllRanges();
  selection.addRange(range);
  return true;
}

/** What is typed or pasted over figures goes beside them; only deleting takes one out of the sentence. */
function guardFigures(field: HTMLElement): () => void {
  const typed = (event: InputEvent): void => {
    if (!event.inputType.startsWith("insert") || event.isComposing) return;
    const text = event.data ?? event.dataTransfer?.getData("text/plain") ?? "";
    if (!steppedBeside(field)) return;
    event.preventDefault();
    // Not by hand: so it can be undone like anything that is typed.
    document.execCommand("insertText", false, text);
  };
  const composing = (): void => void steppedBeside(field);
  field.addEventListener("beforeinput", typed);
  field.addEventListener("compositionstart", composing);
  return () => {
    field.removeEventListener("beforeinput", typed);
    field.removeEventListener("compositionstart", composing);
  };
}

/**
 * A sentence in which words are typed and figures stand as chips that cannot be typed over. What is drawn is the
 * browser's while somebody types; it is made anew only when the sentence or a figure is another one.
 */
export function SentenceField(props: SentenceFieldProps) {
  const { label, section, sentence, texts, names, onChange } = props;
  const place = useRef<HTMLDivElement>(null);
  const drawn = useRef("");
  const pieces = piecesOf(section, sentence);
  const shown = pieces
    .map((piece) => (piece.kind === "text" ? piece.text : texts[piece.name]))
    .join("");
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    if (readSentence(element) === sentence && drawn.current === shown) return;
    drawn.current = shown;
    element.replaceChildren(
      ...piecesOf(section, sentence).map((piece) =>
        piece.kind === "text"
          ? document.createTextNode(piece.text)
          : chip(piece.name, texts[piece.name], names[piece.name]),
      ),
    );
  }, [section, sentence, shown, texts, names]);
  useEffect(() => (place.current ? guardFigures(place.current) : undefined), []);
  return (
    <div
      ref={place}
      className="report-sentence"
      role="textbox"
      aria-multiline="true"
      aria-label={label}
      tabIndex={0}
      contentEditable="plaintext-only"
      suppressContentEditableWarning
      onInput={({ currentTarget }) => {
        const next = readSentence(currentTarget).slice(0, REPORT_LIMITS.sentence);
        drawn.current = currentTarget.textContent ?? "";
        onChange(next);
      }}
    />
  );
}
