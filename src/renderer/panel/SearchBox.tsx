import type { ChangeEvent, KeyboardEvent, RefObject } from "react";
import { readTyped } from "../../shared/rules/typed.ts";
import { composing } from "../ui/quick/keys.ts";
import type { Say } from "./words.ts";

type Scope = "phrases" | "pictures";
const SCOPES: readonly Scope[] = ["phrases", "pictures"];

interface SearchBoxProps {
  readonly input: RefObject<HTMLInputElement | null>;
  readonly text: string;
  readonly say: Say;
  readonly onType: (text: string, composing: boolean) => void;
  readonly onScope: (scope: Scope) => void;
  readonly onEnter: (send: boolean) => void;
  readonly onDown: () => void;
  /** Esc in an empty line. */
  readonly onLeave: () => void;
}

/** The search, and what is looked for. */
export function SearchBox(props: SearchBoxProps) {
  const { input, text, say, onType, onScope, onEnter, onDown, onLeave } = props;
  const { kind } = readTyped(text);

  const change = (event: ChangeEvent<HTMLInputElement>): void =>
    onType(event.target.value, (event.nativeEvent as InputEvent).isComposing);

  const press = (event: KeyboardEvent): void => {
    if (composing(event.nativeEvent)) return;
    const { key, ctrlKey, metaKey } = event;
    if (key === "Enter") onEnter(ctrlKey || metaKey);
    else if (key === "ArrowDown") onDown();
    else if (key === "Escape" && text !== "") onType("", false);
    else if (key === "Escape") onLeave();
    else return;
    event.preventDefault();
    // The arrow is this line's: the list would take it for its own.
    event.stopPropagation();
  };

  return (
    <div className="search" role="search">
      <div className="search-line">
        <svg className="glass" viewBox="0 0 16 16" aria-hidden="true">
          <circle cx="6.8" cy="6.8" r="4.6" />
          <path d="M10.3 10.3 14 14" />
        </svg>
        <input
          ref={input}
          type="text"
          aria-label={say("search")}
          placeholder={say("searchPanel")}
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          maxLength={500}
          value={text}
          onChange={change}
          onKeyDown={press}
        />
        {text !== "" && (
          <button
            type="button"
            className="clear"
            aria-label={say("clearSearch")}
            title={say("clearSearch")}
            onClick={() => onType("", false)}
          >
            ×
          </button>
        )}
      </div>
      <div className="scopes" role="group" aria-label={say("tabs")}>
        {SCOPES.map((scope) => (
          <button
            key={scope}
            type="button"
            aria-pressed={kind === scope}
            onClick={() => onScope(scope)}
          >
            {say(scope === "phrases" ? "scopePhrases" : "scopePictures")}
          </button>
        ))}
      </div>
    </div>
  );
}
