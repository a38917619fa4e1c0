import type { MouseEvent } from "react";
import { RowContent } from "../ui/quick/RowContent.tsx";
import type { Found } from "../ui/quick/found.ts";
import type { Say } from "../ui/quick/words.ts";

interface RowProps {
  readonly found: Found;
  /** 1-9: the digit that picks this row. */
  readonly place: number;
  readonly chosen: boolean;
  readonly say: Say;
  readonly onPoint: (event: MouseEvent) => void;
  readonly onPick: (event: MouseEvent) => void;
}

/** One row of whatever was found. */
export function Row({ found, place, chosen, say, onPoint, onPick }: RowProps) {
  return (
    <li
      id={`row-${place}`}
      role="option"
      aria-selected={chosen}
      className={found.kind === "picture" ? "row with-thumb" : "row"}
      onMouseMove={onPoint}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPick}
    >
      <span className="place">{place}</span>
      <RowContent found={found} say={say} />
    </li>
  );
}
