import type { SearchHit } from "../../shared/contract/search.ts";
import { Marked } from "./ResultRow.tsx";
import { pieces } from "./excerpt.ts";
import { useWholeBody } from "./wholeBody.ts";
import type { Say } from "./words.ts";

/** The whole text of the chosen row, before it goes out. */
export function Preview({ hit, say }: { hit: SearchHit; say: Say }) {
  const { phrase, marks } = hit;
  const body = useWholeBody(phrase);
  return (
    <aside className="preview" key={phrase.id}>
      <p className="preview-body">
        <Marked cut={pieces(body, marks.body)} />
      </p>
      {(phrase.sendMode === "send" || phrase.hotkey || phrase.shop) && (
        <p className="preview-foot">
          {phrase.shop && <span>{phrase.shop}</span>}
          {phrase.hotkey && <kbd>{phrase.hotkey}</kbd>}
          {phrase.sendMode === "send" && <span>{say("sends")}</span>}
        </p>
      )}
    </aside>
  );
}
