import { decodeCell } from "./cellText.ts";

/** How many different cells are remembered; beyond that they are read each time. */
const REMEMBERED = 20_000;
const NO_CATEGORY = new Set([
  "",
  "未分组",
  "未分組",
  "未分类",
  "未分類",
  "ungrouped",
  "uncategorized",
  "uncategorised",
  "none",
]);

/**
 * Category path of a cell. In our own export a backslash makes the next character an ordinary one;
 * elsewhere it separates levels like the other marks.
 */
export function splitCategory(cell: string, own: boolean): string[] {
  const text = (own ? cell : decodeCell(cell)).trim();
  if (NO_CATEGORY.has(text.toLowerCase())) return [];
  return split(text, own ? /[/›＞>》|｜]/ : /[/\\›＞>》|｜]/, own);
}

/** Tags of a cell, without repetitions. */
export function splitTags(cell: string, own: boolean): string[] {
  return [...new Set(split(own ? cell : decodeCell(cell), /[,，、;；|｜\n]/, own))];
}

function split(text: string, separator: RegExp, escapes: boolean): string[] {
  if (!escapes)
    return text
      .split(separator)
      .map((part) => part.trim())
      .filter((part) => part !== "");
  const parts = [""];
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === "\\" && at + 1 < text.length) parts[parts.length - 1] += text.charAt(++at);
    else if (separator.test(character)) parts.push("");
    else parts[parts.length - 1] += character;
  }
  return parts.map((part) => part.trim()).filter((part) => part !== "");
}

/** The cell that `splitCategory` reads back as `path`, in our own export. */
export function joinCategory(path: readonly string[]): string {
  const joined = path.map((name) => name.replaceAll(/[/\\›＞>》|｜]/g, "\\$&")).join("/");
  return path.length > 0 && NO_CATEGORY.has(joined.toLowerCase()) ? `\\${joined}` : joined;
}

/** The cell that `splitTags` reads back as `tags`, in our own export. */
export function joinTags(tags: readonly string[]): string {
  return tags.map((tag) => tag.replaceAll(/[,，、;；|｜\n\\]/g, "\\$&")).join(",");
}

/** `read`, but the same list for the same text: 100,000 rows need not hold 100,000 lists. */
export function remembering(
  read: (text: string) => readonly string[],
): (text: string) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const value = read(text);
    if (known.size < REMEMBERED) known.set(text, value);
    return value;
  };
}
