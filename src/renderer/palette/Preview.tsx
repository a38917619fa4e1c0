import { pictureUrl } from "../ui/pictureUrl.ts";
import { Marked } from "../ui/quick/RowContent.tsx";
import { pieces } from "../ui/quick/excerpt.ts";
import type { Found, FoundPhrase } from "../ui/quick/found.ts";
import { useWholeBody } from "../ui/quick/wholeBody.ts";
import type { Say } from "../ui/quick/words.ts";

/** The whole of the chosen row, before it goes out. */
export function Preview({ found, say }: { found: Found; say: Say }) {
  switch (found.kind) {
    case "phrase":
      return <PhrasePreview found={found} say={say} />;
    case "picture": {
      const { id, name, sku, width, height, bytes, hotkey } = found.picture;
      return (
        <aside className="preview picture-preview" key={id}>
          <img src={pictureUrl(id, "thumb")} alt={name} />
          <p className="preview-name">{name}</p>
          <p className="preview-foot">
            {sku && <span>{sku}</span>}
            <span>
              {width}×{height}
            </span>
            <span>{sizeOf(bytes)}</span>
            {hotkey && <kbd>{hotkey}</kbd>}
          </p>
        </aside>
      );
    }
    case "switch":
      return (
        <aside className="preview">
          <p className="preview-body">{say(found.set.on ? "switchOff" : "switchOn")}</p>
        </aside>
      );
  }
}

function PhrasePreview({ found, say }: { found: FoundPhrase; say: Say }) {
  const { phrase, marks } = found;
  const body = useWholeBody(phrase);
  return (
    <aside className="preview" key={phrase.id}>
      <p className="preview-body">
        <Marked cut={pieces(body, marks.body)} />
      </p>
      {phrase.pictures.length > 0 && (
        <p className="preview-pictures">
          {phrase.pictures.map((id) => (
            <img key={id} src={pictureUrl(id, "thumb")} alt="" />
          ))}
        </p>
      )}
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

const KB = 1_024;

/** "780 KB", "2.4 MB". */
const sizeOf = (bytes: number): string =>
  bytes < KB * KB ? `${Math.ceil(bytes / KB)} KB` : `${(bytes / KB / KB).toFixed(1)} MB`;
