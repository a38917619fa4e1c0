import type { TypedKey } from "../../ports/typing.ts";

/** Longer is no abbreviation, characters. */
const LONGEST = 40;
/** Somebody who stops this long within an abbreviation is writing something else, milliseconds. */
const PAUSE = 3_000;

export type TypedWord = ReturnType<typeof createTypedWord>;

/**
 * Notices an abbreviation while it is typed: the sign, letters or digits, a space. Nothing that does not begin with
 * the sign is kept, not even for a moment.
 * @param sign what abbreviations begin with, one key ("`;`")
 */
export function createTypedWord(sign: string) {
  /** Null outside an abbreviation. */
  let word: string | null = null;
  let last = 0;

  /** The abbreviation that this key ends, without sign and space; null when it ends none. */
  function feed({ name, modifiers }: TypedKey, at: number): string | null {
    const late = at - last > PAUSE;
    last = at;
    if (modifiers.has("Ctrl") || modifiers.has("Alt") || modifiers.has("Meta") || late) word = null;
    if (modifiers.has("Ctrl") || modifiers.has("Alt") || modifiers.has("Meta")) return null;
    if (name === sign && !modifiers.has("Shift")) {
      word = "";
      return null;
    }
    if (word === null) return null;
    if (name === "Space") {
      const typed = word;
      word = null;
      return typed === "" ? null : typed;
    }
    if (name === "Backspace") word = word === "" ? null : word.slice(0, -1);
    else if (/^[A-Z0-9]$/.test(name) && word.length < LONGEST) word += name.toLowerCase();
    else if (name === "-" && word.length < LONGEST) word += modifiers.has("Shift") ? "_" : "-";
    else word = null;
    return null;
  }

  return { feed };
}
