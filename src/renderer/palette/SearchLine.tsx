import type { ChangeEvent, KeyboardEvent, RefObject } from "react";
import { readTyped } from "../../shared/rules/typed.ts";
import type { Say } from "../ui/quick/words.ts";

interface SearchLineProps {
  readonly input: RefObject<HTMLInputElement | null>;
  readonly text: string;
  readonly say: Say;
  readonly shop: string;
  readonly shops: readonly string[];
  readonly activeRow: string | undefined;
  /** While a text is being edited the line stays in place but out of the way. */
  readonly hidden: boolean;
  readonly onType: (text: string, pressedAt: number, composing: boolean) => void;
  readonly onPress: (event: KeyboardEvent<HTMLInputElement>) => void;
  readonly onShop: (shop: string) => void;
  readonly onScope: (scope: Scope) => void;
}

type Scope = "phrases" | "pictures";
const SCOPES: readonly Scope[] = ["phrases", "pictures"];

const MOD = /Mac/.test(navigator.platform) ? "⌘" : "Ctrl";

/** The line one types into, and the shop that is being served. It keeps the keyboard. */
export function SearchLine(props: SearchLineProps) {
  const { input, text, say, shop, shops, activeRow, hidden, onType, onPress, onShop, onScope } =
    props;
  const { kind } = readTyped(text);
  const choices = shop && !shops.includes(shop) ? [shop, ...shops] : shops;

  const change = (event: ChangeEvent<HTMLInputElement>): void => {
    const native = event.nativeEvent as InputEvent;
    onType(event.target.value, native.timeStamp, native.isComposing);
  };

  const keep = (): void => {
    // After the click has landed: the shop chip may have the keyboard, nothing else may.
    requestAnimationFrame(() => {
      if (!hidden && (document.activeElement === document.body || !document.activeElement))
        input.current?.focus();
    });
  };

  return (
    <header>
      <svg className="glass" viewBox="0 0 16 16" aria-hidden="true">
        <circle cx="6.8" cy="6.8" r="4.6" />
        <path d="M10.3 10.3 14 14" />
      </svg>
      <input
        ref={input}
        type="text"
        role="combobox"
        aria-expanded="true"
        aria-controls="results"
        aria-autocomplete="list"
        aria-activedescendant={activeRow}
        aria-label={say("search")}
        placeholder={say("placeholder")}
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        maxLength={500}
        disabled={hidden}
        value={text}
        onChange={change}
        onKeyDown={onPress}
        onBlur={keep}
      />
      <div className="scopes" role="group" aria-label={say("scope")}>
        {SCOPES.map((scope, index) => (
          <button
            key={scope}
            type="button"
            tabIndex={-1}
            aria-pressed={kind === scope}
            disabled={hidden}
            title={`${MOD}+${index + 1}`}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onScope(scope)}
          >
            {say(scope === "phrases" ? "scopePhrases" : "scopePictures")}
          </button>
        ))}
      </div>
      {shop && (
        <label className="shop">
          <span>{say("shop")}:</span>
          <select
            value={shop}
            onChange={(event) => {
              onShop(event.target.value);
              input.current?.focus();
            }}
          >
            <option value="">{say("allShops")}</option>
            {choices.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
      )}
    </header>
  );
}
