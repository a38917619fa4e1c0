/** Reads folded text at a place; null: something else stands there. */
export const at = (pattern: RegExp, text: string, place: number): RegExpExecArray | null => {
  pattern.lastIndex = place;
  return pattern.exec(text);
};
/** A pattern that matches at its place only. */
export const sticky = (source: string): RegExp => new RegExp(source, "y");

/** What ends a time that is a limit. */
export const WITHIN = String.raw`(?:之内|以内|内|里)`;
export const AFTER = String.raw`(?:之后|以后|过后|后)`;
export const BEFORE = String.raw`(?:之前|以前|前)`;
