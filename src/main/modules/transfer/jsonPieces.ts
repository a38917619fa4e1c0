import { CUT_SHORT } from "./cutShort.ts";
/** What a splitter finds in the outermost object of a JSON text. */
export interface JsonParts<List extends string> {
  /** A member other than the long lists. */
  member(key: string, value: unknown): void;
  /** An element of a long list. */
  element(list: List, value: unknown): void;
}

/** A value longer than this, in characters, is none that this program writes: the largest picture has 70 million. */
const LONGEST_VALUE = 100_000_000;

/** The outermost value is no object. */
export class NoJsonObject extends Error {}

type State = "start" | "members" | "elements" | "done";

/**
 * Takes a JSON object apart while it is being read, so that a list of 100,000 elements never stands in memory as text.
 * `lists` names the members that are long lists. Both calls throw SyntaxError on what is no JSON.
 */
export function createJsonSplitter<List extends string>(
  lists: readonly List[],
  parts: JsonParts<List>,
): { write(piece: string): void; end(): void } {
  let text = "";
  let at = 0;
  let state: State = "start";
  let list = lists[0]!;
  // Pieces not yet looked at. A long value is looked at again only when there is twice as much of it: looking at it
  // with every piece would take time by the square of its length.
  let waiting: string[] = [];
  let held = 0;
  let wanted = 0;

  /** Does one step; false when it takes more text. */
  function step(): boolean {
    at = skipSpace(text, at);
    const next = text[at];
    if (next === undefined) return false;
    if (state === "done") throw new SyntaxError(`"${next}" after the end`);
    if (state === "start") {
      if (next !== "{") throw new NoJsonObject();
      state = "members";
      at += 1;
      return true;
    }
    if (next === ",") {
      at += 1;
      return true;
    }
    return state === "members" ? readMember(next) : readElement(next);
  }

  function readMember(next: string): boolean {
    if (next === "}") {
      state = "done";
      at += 1;
      return true;
    }
    if (next !== '"') throw new SyntaxError(`"${next}" instead of a name`);
    const keyEnd = valueEnd(text, at);
    if (keyEnd < 0) return false;
    const colon = skipSpace(text, keyEnd);
    if (colon >= text.length) return false;
    if (text[colon] !== ":") throw new SyntaxError(`"${text[colon]}" instead of a colon`);
    const start = skipSpace(text, colon + 1);
    if (start >= text.length) return false;
    const key = JSON.parse(text.slice(at, keyEnd)) as string;
    const long = lists.find((name) => name === key);
    if (long !== undefined && text[start] === "[") {
      list = long;
      state = "elements";
      at = start + 1;
      return true;
    }
    const end = valueEnd(text, start);
    if (end < 0) return false;
    parts.member(key, JSON.parse(text.slice(start, end)));
    at = end;
    return true;
  }

  function readElement(next: string): boolean {
    if (next === "]") {
      state = "members";
      at += 1;
      return true;
    }
    const end = valueEnd(text, at);
    if (end < 0) return false;
    parts.element(list, JSON.parse(text.slice(at, end)));
    at = end;
    return true;
  }

  function look(): void {
    text = text.slice(at) + waiting.join("");
    at = 0;
    waiting = [];
    while (step());
    held = text.length - at;
    if (held > LONGEST_VALUE) throw new SyntaxError(`a value of ${held} characters`);
    wanted = 2 * held;
  }

  return {
    write(piece) {
      waiting.push(piece);
      held += piece.length;
      if (held >= wanted) look();
    },
    end() {
      look();
      if (state !== "done") throw new SyntaxError(CUT_SHORT);
    },
  };
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) <= 32) at += 1;
  return at;
}

/** Where the value that starts at `from` ends; -1 when the text ends before. */
function valueEnd(text: string, from: number): number {
  const first = text[from];
  if (first === '"') return stringEnd(text, from);
  if (first !== "{" && first !== "[") {
    for (let at = from; at < text.length; at += 1) {
      if (/[\s,\]}]/.test(text.charAt(at))) return at === from ? at + 1 : at;
    }
    return -1;
  }
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    const character = text[at];
    if (character === '"') {
      const end = stringEnd(text, at);
      if (end < 0) return -1;
      at = end - 1;
    } else if (character === "{" || character === "[") depth += 1;
    else if (character === "}" || character === "]") {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return -1;
}

function stringEnd(text: string, open: number): number {
  for (let at = open + 1; ;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return -1;
    let slashes = 0;
    while (text[quote - 1 - slashes] === "\\") slashes += 1;
    if (slashes % 2 === 0) return quote + 1;
    at = quote + 1;
  }
}
