/** Begins a line that is a buyer's question: the answers to it are looked for, not the words. */
export const QUESTION_SIGN = "?";
/** Begins a line that notes what a buyer says. */
export const FEEDBACK_SIGN = "~";

/** Begins a line that is a promise to be written down. */
export const PROMISE_SIGN = "+";

/**
 * What is typed into the palette: words to look for, a buyer's question, a picture, a price, an emergency to switch, a
 * promise to write down.
 */
export interface Typed {
  readonly kind:
    | "phrases"
    | "question"
    | "pictures"
    | "price"
    | "emergencies"
    | "promise"
    | "feedback"
    | "closing";
  readonly text: string;
}

/** A first sign decides what is meant; full-width ones come from Chinese input methods. */
export function readTyped(line: string): Typed {
  const text = line.trimStart();
  if (/^[?？]/.test(text)) return { kind: "question", text: text.slice(1).trim() };
  if (/^[=＝]/.test(text)) return { kind: "price", text: text.slice(1).trim() };
  if (/^[!！]/.test(text)) return { kind: "emergencies", text: text.slice(1).trim() };
  if (/^[+＋]/.test(text)) return { kind: "promise", text: text.slice(1).trim() };
  if (/^[~～]/.test(text)) return { kind: "feedback", text: text.slice(1).trim() };
  const picture = /^[/／](?:img|tp|图)(?:\s+|$)/i.exec(text);
  if (picture) return { kind: "pictures", text: text.slice(picture[0].length).trim() };
  const closing = /^[/／](?:end|jsy|结|結)(?:\s+|$)/i.exec(text);
  if (closing) return { kind: "closing", text: text.slice(closing[0].length).trim() };
  return { kind: "phrases", text: line };
}

/** Where the text behind the first sign begins in the line, UTF-16 units. */
export const typedFrom = (line: string): number =>
  line.length - line.replace(/^\s*[?？=＝!！~～+＋]\s*/, "").length;

/** The same words looked for among pictures, or among phrases. */
export function inScope(line: string, scope: "phrases" | "pictures"): string {
  const { kind, text } = readTyped(line);
  if (scope === "phrases") return kind === "phrases" ? line : text;
  return kind === "pictures" ? line : `/img ${text}`;
}
