import type { Note } from "./useChoosing.ts";
import type { Say, Word } from "./words.ts";

const onMac = /Mac/.test(navigator.platform);
/** Keys as they are printed on the person's keyboard. */
const NAMES = onMac
  ? { enter: "⏎", send: "⌘⏎", sendEdited: "⌘⇧⏎", tab: "⇥", copy: "⌘C", pick: "⌥1-9" }
  : {
      enter: "Enter",
      send: "Ctrl+Enter",
      sendEdited: "Ctrl+Shift+Enter",
      tab: "Tab",
      copy: "Ctrl+C",
      pick: "Alt+1-9",
    };

type Shown = readonly (readonly [string, Word])[];

/** Keys shown at the foot, by what the palette is doing; where there is little room the last ones are left out. */
const KEYS: Readonly<Record<"list" | "copyList" | "edit" | "copyEdit" | "nothing", Shown>> = {
  list: [
    [NAMES.enter, "paste"],
    [NAMES.send, "send"],
    [NAMES.tab, "edit"],
    [NAMES.pick, "pick"],
    [NAMES.copy, "copy"],
  ],
  copyList: [
    [NAMES.enter, "copy"],
    [NAMES.tab, "edit"],
    [NAMES.pick, "pick"],
  ],
  edit: [
    [NAMES.send, "paste"],
    [NAMES.sendEdited, "send"],
    [NAMES.enter, "newline"],
  ],
  copyEdit: [
    [NAMES.send, "copy"],
    [NAMES.enter, "newline"],
  ],
  nothing: [],
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
          <span aria-hidden="true">{note.bad ? "⚠ " : note.waits ? "… " : "✓ "}</span>
          {note.sentence}
        </span>
      ) : (
        <>
          <span className="keys">
            {keys.map(([key, word]) => (
              <span key={word}>
                <kbd>{word === "pick" && bareDigits ? "1-9" : key}</kbd> {say(word)}
              </span>
            ))}
          </span>
          <span className="escape">
            <kbd>Esc</kbd> {say(editing ? "back" : "close")}
          </span>
        </>
      )}
      {pages && !note && (
        <span className="pages">{say("page", { page: pages.page, pages: pages.of })}</span>
      )}
    </footer>
  );
}
