import type { MouseEvent } from "react";
import type { SearchHit } from "../../shared/contract/search.ts";
import { type Piece, line, pieces } from "./excerpt.ts";
import type { Say } from "./words.ts";

export function Marked({ cut }: { cut: readonly Piece[] }) {
  return cut.map((piece, index) =>
    piece.marked ? <mark key={index}>{piece.text}</mark> : <span key={index}>{piece.text}</span>,
  );
}

interface ResultRowProps {
  readonly hit: SearchHit;
  /** 1-9: the digit that picks this row. */
  readonly place: number;
  readonly chosen: boolean;
  readonly say: Say;
  readonly onPoint: () => void;
  readonly onPick: (event: MouseEvent) => void;
}

export function ResultRow({ hit, place, chosen, say, onPoint, onPick }: ResultRowProps) {
  const { phrase, marks } = hit;
  const body = line(phrase.body, marks.body);
  return (
    <li
      id={`row-${place}`}
      role="option"
      aria-selected={chosen}
      className="row"
      // Moving, not entering: a row that appears under a resting mouse must not take the choice.
      onMouseMove={chosen ? undefined : onPoint}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPick}
    >
      <span className="place">{place}</span>
      <span className="what">
        <span className="first">
          <span className="title">
            <Marked cut={phrase.title ? pieces(phrase.title, marks.title) : body} />
          </span>
          {phrase.shortcut && (
            <kbd className="code">
              <Marked cut={pieces(phrase.shortcut, marks.shortcut)} />
            </kbd>
          )}
          <span className="path">{phrase.categoryPath.join(" › ")}</span>
          {phrase.favourite && (
            <span className="star" role="img" aria-label={say("favourite")}>
              ★
            </span>
          )}
          {phrase.useCount > 0 && (
            <span className="uses" title={say("used", { count: phrase.useCount })}>
              ×{phrase.useCount}
            </span>
          )}
        </span>
        <span className="line">
          <Marked cut={body} />
        </span>
      </span>
    </li>
  );
}
