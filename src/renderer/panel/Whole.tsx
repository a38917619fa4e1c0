import { pictureUrl } from "../ui/pictureUrl.ts";
import { Marked } from "../ui/quick/RowContent.tsx";
import { pieces } from "../ui/quick/excerpt.ts";
import type { Found, FoundPhrase } from "../ui/quick/found.ts";
import { useWholeBody } from "../ui/quick/wholeBody.ts";
import { titleOf } from "./PanelRow.tsx";
import type { Say } from "./words.ts";

interface WholeProps {
  readonly found: Found;
  /** Its row is in the lower half: this stands in the upper one. */
  readonly low: boolean;
  readonly say: Say;
}

/** The whole of the row under the mouse or with the keyboard; it covers the other half and is never in the way of a click. */
export function Whole({ found, low, say }: WholeProps) {
  if (found.kind === "switch") return null;
  return (
    <aside className={low ? "whole above" : "whole"} role="tooltip">
      <p className="whole-title">{titleOf(found)}</p>
      {found.kind === "phrase" ? (
        <WholePhrase found={found} say={say} />
      ) : (
        <img className="whole-picture" src={pictureUrl(found.id, "thumb")} alt="" />
      )}
    </aside>
  );
}

function WholePhrase({ found: { phrase, marks }, say }: { found: FoundPhrase; say: Say }) {
  const body = useWholeBody(phrase);
  const facts = [
    phrase.categoryPath.join(" › "),
    phrase.shop,
    phrase.hotkey ?? "",
    phrase.sendMode === "send" ? say("sends") : "",
  ].filter((fact) => fact !== "");
  return (
    <>
      <p className="whole-body">
        <Marked cut={pieces(body, marks.body)} />
      </p>
      {phrase.pictures.length > 0 && (
        <p className="whole-pictures">
          {phrase.pictures.map((id) => (
            <img key={id} src={pictureUrl(id, "thumb")} alt="" />
          ))}
        </p>
      )}
      {facts.length > 0 && <p className="whole-facts">{facts.join(" · ")}</p>}
    </>
  );
}
