import { pictureUrl } from "../pictureUrl.ts";
import { type Piece, line, pieces } from "./excerpt.ts";
import type { Found, FoundPhrase } from "./found.ts";
import type { Say } from "./words.ts";

export function Marked({ cut }: { cut: readonly Piece[] }) {
  return cut.map((piece, index) =>
    piece.marked ? <mark key={index}>{piece.text}</mark> : <span key={index}>{piece.text}</span>,
  );
}

/** What a row says of whatever was found. */
export function RowContent({ found, say }: { found: Found; say: Say }) {
  switch (found.kind) {
    case "phrase":
      return <PhraseWords found={found} say={say} />;
    case "picture": {
      const { id, name, sku, tags, width, height, favourite, useCount } = found.picture;
      return (
        <>
          <img className="thumb" src={pictureUrl(id, "thumb")} alt="" />
          <span className="what">
            <span className="first">
              <span className="title">{name}</span>
              <span className="path">{tags.join(" · ")}</span>
              <Facts favourite={favourite} useCount={useCount} say={say} />
            </span>
            <span className="line">
              {sku && <kbd className="sku">{sku}</kbd>} {width}×{height}
            </span>
          </span>
        </>
      );
    }
    case "switch":
      return (
        <span className="what alone">
          <span className="first">
            <span className="title">{found.set.name}</span>
            <span className={found.set.on ? "state on" : "state"}>
              {say(found.set.on ? "isOn" : "isOff")}
            </span>
          </span>
        </span>
      );
  }
}

function PhraseWords({ found, say }: { found: FoundPhrase; say: Say }) {
  const { phrase, marks, badge, why } = found;
  const body = line(phrase.body, marks.body);
  return (
    <span className="what">
      <span className="first">
        {badge && <span className={`badge ${badge}`}>{say(badge)}</span>}
        <span className="title">
          <Marked cut={phrase.title ? pieces(phrase.title, marks.title) : body} />
        </span>
        {phrase.shortcut && (
          <kbd className="code">
            <Marked cut={pieces(phrase.shortcut, marks.shortcut)} />
          </kbd>
        )}
        {why.length > 0 ? (
          <span className="why">
            {why.map((word) => (
              <mark key={word}>{word}</mark>
            ))}
          </span>
        ) : (
          <span className="path">{phrase.categoryPath.join(" › ")}</span>
        )}
        {phrase.pictures.length > 0 && (
          <span
            className="uses"
            role="img"
            aria-label={say("pictures", { count: phrase.pictures.length })}
          >
            ▣{phrase.pictures.length}
          </span>
        )}
        <Facts favourite={phrase.favourite} useCount={phrase.useCount} say={say} />
      </span>
      <span className="line">
        <Marked cut={body} />
      </span>
    </span>
  );
}

interface FactsProps {
  readonly favourite: boolean;
  readonly useCount: number;
  readonly say: Say;
}

function Facts({ favourite, useCount, say }: FactsProps) {
  return (
    <>
      {favourite && (
        <span className="star" role="img" aria-label={say("favourite")}>
          ★
        </span>
      )}
      {useCount > 0 && (
        <span className="uses" title={say("used", { count: useCount })}>
          ×{useCount}
        </span>
      )}
    </>
  );
}
