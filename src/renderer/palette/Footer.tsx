import type { Note } from "./useChoosing.ts";
import type { Say, Word } from "./words.ts";

/** Keys shown at the foot, by what the palette is doing. */
const KEYS: Record<
  "list" | "copyList" | "edit" | "copyEdit" | "nothing",
  readonly (readonly [string, Word])[]
> = {
  list: [
    ["⏎", "paste"],
    ["⌃⏎", "send"],
    ["⇥", "edit"],
    ["⌃C", "copy"],
    ["⌥1-9", "pick"],
    ["Esc", "close"],
  ],
  copyList: [
    ["⏎", "copy"],
    ["⇥", "edit"],
    ["⌥1-9", "pick"],
    ["Esc", "close"],
  ],
  edit: [
    ["⌃⏎", "paste"],
    ["⌃⇧⏎", "send"],
    ["⏎", "newline"],
    ["Esc", "back"],
  ],
  copyEdit: [
    ["⌃⏎", "copy"],
    ["⏎", "newline"],
    ["Esc", "back"],
  ],
  nothing: [["Esc", "close"]],
};

interface FooterProps {
  readonly say: Say;
  readonly note: Note | null;
  readonly editing: boolean;
  readonly canPaste: boolean;
  readonly anything: boolean;
  /** Digits alone pick while nothing is typed. */
  readonly bareDigits: boolean;
  readonly pages: { readonly page: number; readonly of: number } | null;
}

export function Footer({ say, note, editing, canPaste, anything, bareDigits, pages }: FooterProps) {
  const listKeys = anything ? (canPaste ? "list" : "copyList") : "nothing";
  const keys = KEYS[editing ? (canPaste ? "edit" : "copyEdit") : listKeys];
  return (
    <footer>
      {note ? (
        <span className={note.bad ? "note bad" : "note"} role={note.bad ? "alert" : "status"}>
          <span aria-hidden="true">{note.bad ? "⚠ " : "✓ "}</span>
          {note.sentence}
        </span>
      ) : (
        <span className="keys">
          {keys.map(([key, word]) => (
            <span key={word}>
              <kbd>{word === "pick" && bareDigits ? "1-9" : key}</kbd> {say(word)}
            </span>
          ))}
        </span>
      )}
      {pages && !note && (
        <span className="pages">{say("page", { page: pages.page, pages: pages.of })}</span>
      )}
    </footer>
  );
}
