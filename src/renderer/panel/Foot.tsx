import type { Output } from "../../shared/contract/index.ts";
import type { Note } from "../ui/quick/useChoosing.ts";
import type { Offer } from "./useOffer.ts";
import type { Say } from "./words.ts";

interface FootProps {
  readonly say: Say;
  readonly offer: Offer | null;
  readonly note: Note | null;
  readonly target: Output<"panel.target">["target"];
  readonly pastes: boolean;
  readonly onDismiss: () => void;
}

/** The line at the foot: what was done, with a way back; else where a click will paste. */
export function Foot({ say, offer, note, target, pastes, onDismiss }: FootProps) {
  if (offer)
    return (
      <footer className="undo" role="status">
        <span>✓ {offer.sentence}</span>
        <button type="button" className="undo-button" onClick={offer.undo}>
          {say("undo")}
        </button>
        <button type="button" aria-label={say("dismiss")} onClick={onDismiss}>
          ×
        </button>
      </footer>
    );
  if (note)
    return (
      <footer className={note.bad ? "note bad" : "note"} role={note.bad ? "alert" : "status"}>
        <span>
          {note.bad ? "⚠" : "✓"} {note.sentence}
        </span>
      </footer>
    );
  const words = target
    ? say("pasteInto", { name: target.title || target.app })
    : say(pastes ? "noTarget" : "copyHere");
  return (
    <footer>
      <span title={words}>{words}</span>
    </footer>
  );
}
