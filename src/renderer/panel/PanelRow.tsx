import { type KeyboardEvent, type MouseEvent, useRef } from "react";
import { RowContent } from "../ui/quick/RowContent.tsx";
import type { Found } from "../ui/quick/found.ts";
import type { Say } from "./words.ts";

/** What the lists of the panel do with a row. */
export interface RowActs {
  readonly say: Say;
  /** False where a click copies. */
  readonly pastes: boolean;
  readonly use: (found: Found, send: boolean) => void;
  /** Shows the whole of a row beside it; null takes it away. `low`: the row is in the lower half. */
  readonly show: (shown: { found: Found; low: boolean } | null) => void;
}

interface PanelRowProps {
  readonly found: Found;
  readonly acts: RowActs;
}

/** A row as wide as the panel: a click pastes, the button at its end also sends. */
export function PanelRow({ found, acts: { say, pastes, use, show } }: PanelRowProps) {
  const row = useRef<HTMLLIElement>(null);

  const reveal = (): void => {
    const box = row.current?.getBoundingClientRect();
    const area = row.current?.closest(".area")?.getBoundingClientRect();
    if (!box || !area) return;
    show({ found, low: box.top + box.height / 2 > area.top + area.height / 2 });
  };
  const click = (event: MouseEvent): void => {
    // The second click of a double one is not another wish.
    if (event.detail <= 1) use(found, event.ctrlKey || event.metaKey);
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    use(found, true);
  };

  return (
    <li
      ref={row}
      className={found.kind === "picture" ? "panel-row with-thumb" : "panel-row"}
      onMouseEnter={reveal}
      onMouseLeave={() => show(null)}
    >
      <button
        type="button"
        className="row"
        data-row
        onClick={click}
        onKeyDown={press}
        onFocus={(event) => (event.currentTarget.matches(":focus-visible") ? reveal() : undefined)}
        onBlur={() => show(null)}
      >
        <RowContent found={found} say={say} />
      </button>
      {pastes && found.kind !== "switch" && (
        <button
          type="button"
          className="row-send"
          tabIndex={-1}
          title={say("pasteAndSend")}
          aria-label={say("sendRow", { title: titleOf(found) })}
          onClick={(event) => (event.detail <= 1 ? use(found, true) : undefined)}
        >
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M2 2.5 14.5 8 2 13.5 4 8Z M4 8h5" />
          </svg>
        </button>
      )}
    </li>
  );
}

/** What a row is called. */
export function titleOf(found: Found): string {
  switch (found.kind) {
    case "phrase":
      return found.phrase.title || found.phrase.body.slice(0, 20);
    case "picture":
      return found.picture.name;
    case "switch":
      return found.set.name;
  }
}
