import { type KeyboardEvent, useEffect, useRef } from "react";
import { composing } from "./keys.ts";
import type { Say } from "./words.ts";

/** As long as the contract lets a pasted text be. */
const LONGEST = 20_000;

interface EditBodyProps {
  readonly title: string;
  readonly text: string;
  readonly say: Say;
  readonly onText: (text: string) => void;
  readonly onPaste: (send: boolean) => void;
  readonly onBack: () => void;
}

/** Change the text before it goes out: Ctrl+Enter pastes, with Shift it also sends, Enter is a new line. */
export function EditBody({ title, text, say, onText, onPaste, onBack }: EditBodyProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const element = area.current;
    element?.focus();
    element?.setSelectionRange(element.value.length, element.value.length);
  }, []);

  const press = (event: KeyboardEvent): void => {
    if (composing(event.nativeEvent)) return;
    if (event.key === "Escape") onBack();
    else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) onPaste(event.shiftKey);
    else return;
    event.preventDefault();
  };

  return (
    <div className="edit">
      <div className="edit-head">
        {say("editing")} · {title}
      </div>
      <textarea
        ref={area}
        aria-label={say("editLabel")}
        value={text}
        maxLength={LONGEST}
        spellCheck={false}
        onChange={(event) => onText(event.target.value)}
        onKeyDown={press}
      />
    </div>
  );
}
