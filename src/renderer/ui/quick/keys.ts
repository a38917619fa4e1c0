/** What a key press asks of the palette. */
export type Wish =
  | { readonly do: "move"; readonly by: number }
  | { readonly do: "page"; readonly by: 1 | -1 }
  | { readonly do: "pick"; readonly place: number }
  | { readonly do: "choose"; readonly send: boolean }
  | { readonly do: "edit" }
  | { readonly do: "copy" }
  | { readonly do: "scope"; readonly scope: "phrases" | "pictures" }
  | { readonly do: "customer" }
  | { readonly do: "close" };

/** The parts of a keyboard event that matter here, so that the rules run without a page. */
export interface Press {
  readonly key: string;
  readonly code: string;
  readonly keyCode: number;
  readonly isComposing: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** True while an input method is using the key: such keys are never ours. 229 is what older ones report. */
export const composing = (press: Press): boolean => press.isComposing || press.keyCode === 229;

/**
 * What a key means while the palette lists results. Null leaves the key to the input.
 * @param empty nothing has been typed: bare digits pick
 * @param textMarked part of the input is marked, so Ctrl+C is the input's own
 */
export function wishOf(press: Press, state: { empty: boolean; textMarked: boolean }): Wish | null {
  if (composing(press)) return null;
  const mod = press.ctrlKey || press.metaKey;
  const digit = digitOf(press);
  if (digit !== null && press.altKey && !mod) return { do: "pick", place: digit };
  if (press.altKey) return null;
  if (digit !== null && digit <= 2 && mod && !press.shiftKey)
    return { do: "scope", scope: digit === 1 ? "phrases" : "pictures" };
  if (digit !== null && state.empty && !mod && !press.shiftKey) return { do: "pick", place: digit };
  switch (press.key) {
    case "ArrowDown":
      return { do: "move", by: 1 };
    case "ArrowUp":
      return { do: "move", by: -1 };
    case "PageDown":
      return { do: "page", by: 1 };
    case "PageUp":
      return { do: "page", by: -1 };
    case "Enter":
      return press.shiftKey ? null : { do: "choose", send: mod };
    case "Tab":
      return press.shiftKey || mod ? null : { do: "edit" };
    case "Escape":
      return { do: "close" };
    default:
      return mod && !press.shiftKey ? letterWish(press.key.toLowerCase(), state.textMarked) : null;
  }
}

function letterWish(letter: string, textMarked: boolean): Wish | null {
  if (letter === "n") return { do: "move", by: 1 };
  if (letter === "p") return { do: "move", by: -1 };
  if (letter === "j") return { do: "customer" };
  if (letter === "c" && !textMarked) return { do: "copy" };
  return null;
}

/** 1-9 by place on the keyboard: with Alt held a Mac types other signs on these keys. */
function digitOf(press: Press): number | null {
  const match = /^(?:Digit|Numpad)([1-9])$/.exec(press.code);
  if (!match) return null;
  // NumLock off turns the number pad into arrows; then the key is what it says.
  if (press.code.startsWith("Numpad") && !press.altKey && !/^[1-9]$/.test(press.key)) return null;
  return Number(match[1]);
}
