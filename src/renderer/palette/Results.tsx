import { type MouseEvent, useEffect, useLayoutEffect, useRef } from "react";
import { Preview } from "./Preview.tsx";
import { Row } from "./Rows.tsx";
import { Marked } from "../ui/quick/RowContent.tsx";
import { pieces } from "../ui/quick/excerpt.ts";
import type { Found, Heard } from "../ui/quick/found.ts";
import type { Say, Word } from "../ui/quick/words.ts";

const MOODS: Readonly<Record<Heard["mood"], Word>> = {
  calm: "moodCalm",
  anxious: "moodAnxious",
  angry: "moodAngry",
  complaint: "moodComplaint",
};

interface ResultsProps {
  readonly label: Word;
  /** The rows of this page. */
  readonly rows: readonly Found[];
  /** Place of the chosen one among them. */
  readonly chosen: number;
  readonly heard: Heard | null;
  readonly hint: string | null;
  readonly slow: boolean;
  readonly say: Say;
  readonly onPoint: (place: number) => void;
  readonly onPick: (place: number, event: MouseEvent) => void;
}

/** What was found, and the whole of the chosen one beside it. */
export function Results(props: ResultsProps) {
  const { label, rows, chosen, heard, hint, slow, say, onPoint, onPick } = props;
  const found = rows[chosen];

  // Where the window is low not all rows are in sight.
  useLayoutEffect(() => {
    document.getElementById(`row-${chosen + 1}`)?.scrollIntoView({ block: "nearest" });
  }, [chosen]);

  /**
   * Only a mouse that was moved takes the choice. One that rests where the palette or a row appears is reported as
   * moved too, so the first report only says where it is.
   */
  const pointer = useRef("");
  useEffect(() => {
    const forget = (): void => {
      pointer.current = "";
    };
    window.addEventListener("focus", forget);
    return () => window.removeEventListener("focus", forget);
  }, []);
  const point = (place: number, { screenX, screenY }: MouseEvent): void => {
    const before = pointer.current;
    const now = document.hasFocus() ? `${screenX} ${screenY}` : "";
    pointer.current = now;
    if (before !== "" && now !== "" && before !== now && place !== chosen) onPoint(place);
  };

  return (
    <div className="middle">
      <div className="found">
        {heard && <MoodLine heard={heard} say={say} />}
        <ul id="results" role="listbox" aria-label={say(label)} aria-busy={slow}>
          {rows.map((each, index) => (
            <Row
              key={each.id}
              found={each}
              place={index + 1}
              chosen={index === chosen}
              say={say}
              onPoint={(event) => point(index, event)}
              onPick={(event) => onPick(index, event)}
            />
          ))}
          {hint && (
            <li className="hint" role="presentation">
              {hint}
            </li>
          )}
        </ul>
      </div>
      {found && <Preview found={found} say={say} />}
    </div>
  );
}

/** How the buyer sounds. Always there while a question is asked, so that the rows never move. */
function MoodLine({ heard: { mood, question, words }, say }: { heard: Heard; say: Say }) {
  return (
    <p className={`mood ${mood}`} role="status">
      <b>{say(MOODS[mood])}</b>
      {mood !== "calm" && (
        <span className="mood-words">
          <Marked cut={pieces(question.replaceAll(/\s/g, " "), words)} />
        </span>
      )}
    </p>
  );
}
