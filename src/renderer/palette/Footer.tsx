import type { ReviewKeys } from "../ui/review/ReviewView.tsx";
import type { Customer } from "../../shared/contract/customers.ts";
import { calledShort } from "../ui/quick/customerWords.ts";
import type { Note } from "../ui/quick/useChoosing.ts";
import type { Say, Word } from "../ui/quick/words.ts";

const onMac = /Mac/.test(navigator.platform);
/** Keys as they are printed on the person's keyboard. */
const NAMES = onMac
  ? {
      ...{ enter: "⏎", send: "⌘⏎", sendEdited: "⌘⇧⏎", tab: "⇥", copy: "⌘C", pick: "⌥1-9" },
      ...{ replace: "⌥R", customer: "⌘J", arrows: "↑↓" },
    }
  : {
      ...{ enter: "Enter", send: "Ctrl+Enter", sendEdited: "Ctrl+Shift+Enter", tab: "Tab" },
      ...{ copy: "Ctrl+C", pick: "Alt+1-9", replace: "Alt+R", customer: "Ctrl+J", arrows: "↑↓" },
    };

type Shown = readonly (readonly [string, Word])[];

/** What the palette is doing. */
export type Doing =
  | {
      readonly what:
        | "phrases"
        | "pictures"
        | "switches"
        | "price"
        | "promise"
        | "customer"
        | "feedback"
        | "nothing";
    }
  | { readonly what: "review"; readonly keys: ReviewKeys };

/** Keys shown at the foot, the ones used most first; where there is little room the last ones are left out. */
function keysOf(doing: Doing, canPaste: boolean): Shown {
  const go: Shown = canPaste
    ? [
        [NAMES.enter, "paste"],
        [NAMES.send, "send"],
      ]
    : [[NAMES.enter, "copy"]];
  const copy: Shown = canPaste ? [[NAMES.copy, "copy"]] : [];
  switch (doing.what) {
    case "nothing":
      return [];
    case "phrases":
      return [...go, [NAMES.tab, "edit"], [NAMES.pick, "pick"], ...copy];
    case "pictures":
      return [...go, [NAMES.pick, "pick"], ...copy];
    case "price":
      return [...go, [NAMES.tab, "edit"], [NAMES.arrows, "otherWords"], ...copy];
    case "switches":
      return [
        [NAMES.enter, "turn"],
        [NAMES.pick, "turn"],
      ];
    case "promise":
      return [[NAMES.enter, "saveCapture"]];
    case "feedback":
      return [
        [NAMES.enter, "feedbackSave"],
        [NAMES.arrows, "feedbackKind"],
        [NAMES.tab, "feedbackDepartment"],
      ];
    case "customer":
      return [
        [NAMES.enter, "take"],
        [NAMES.arrows, "customerRecent"],
      ];
    case "review":
      return reviewKeys(doing.keys, canPaste);
  }
}

function reviewKeys({ at, replaces }: ReviewKeys, canPaste: boolean): Shown {
  const word: Word = canPaste ? "paste" : "copy";
  const here: Record<ReviewKeys["at"], Shown> = {
    field: [
      [NAMES.enter, "next"],
      [NAMES.send, word],
    ],
    lastField: [[NAMES.enter, word]],
    text: [[NAMES.send, word]],
  };
  return [
    ...here[at],
    ...(replaces ? [[NAMES.replace, "replace"] as const] : []),
    ...(canPaste ? [[NAMES.sendEdited, "send"] as const] : []),
    ...(at === "text" ? [[NAMES.enter, "newline"] as const] : []),
  ];
}

interface FooterProps {
  readonly say: Say;
  readonly note: Note | null;
  readonly doing: Doing;
  readonly canPaste: boolean;
  /** Digits alone pick while nothing is typed. */
  readonly bareDigits: boolean;
  readonly pages: { readonly page: number; readonly of: number } | null;
  readonly customer: Customer | null;
  readonly onCustomer: () => void;
}

export function Footer(props: FooterProps) {
  const { say, note, doing, canPaste, bareDigits, pages, customer, onCustomer } = props;
  const inside = doing.what === "review" || doing.what === "customer";
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
            {keysOf(doing, canPaste).map(([key, word]) => (
              <span key={`${key} ${word}`}>
                <kbd>{word === "pick" && bareDigits ? "1-9" : key}</kbd> {say(word)}
              </span>
            ))}
          </span>
          <span className="escape">
            <kbd>Esc</kbd> {say(inside ? "back" : "close")}
          </span>
        </>
      )}
      {pages && !note && (
        <span className="pages">{say("page", { page: pages.page, pages: pages.of })}</span>
      )}
      {!inside && !(note && note.bad) && (
        <button
          type="button"
          tabIndex={-1}
          className={customer ? "customer in-hand" : "customer"}
          title={customer ? customerTitle(customer) : say("customerTitle")}
          onMouseDown={(event) => event.preventDefault()}
          onClick={onCustomer}
        >
          {customer ? (
            <>
              <span className="customer-word">{say("customer")}: </span>
              {calledShort(customer)}
            </>
          ) : (
            <>
              <kbd>{NAMES.customer}</kbd> {say("customer")}
            </>
          )}
        </button>
      )}
    </footer>
  );
}

const customerTitle = ({ name, order, shop, note }: Customer): string =>
  [name, order, shop, note].filter((part) => part !== "").join(" · ");
