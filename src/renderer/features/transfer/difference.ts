export interface Part {
  readonly text: string;
  readonly different: boolean;
}

/**
 * What stands differently in two versions of a text: the shared beginning and end are left plain.
 * Whole characters only, so that emoji are not cut in half.
 */
export function difference(before: string, after: string): { before: Part[]; after: Part[] } {
  const a = [...before];
  const b = [...after];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (
    end < a.length - start &&
    end < b.length - start &&
    a[a.length - 1 - end] === b[b.length - 1 - end]
  )
    end++;
  return { before: parts(a, start, end), after: parts(b, start, end) };
}

function parts(characters: readonly string[], start: number, end: number): Part[] {
  const until = characters.length - end;
  return [
    { text: characters.slice(0, start).join(""), different: false },
    { text: characters.slice(start, until).join(""), different: true },
    { text: characters.slice(until).join(""), different: false },
  ].filter(({ text }) => text !== "");
}
