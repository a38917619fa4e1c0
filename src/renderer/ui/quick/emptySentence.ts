import { readTyped } from "../../../shared/rules/typed.ts";
import type { Search } from "./asking.ts";
import type { Say } from "./words.ts";

/** What stands in place of rows, or below them while the list is not complete. */
export function emptySentence(search: Search, typed: string, say: Say): string | null {
  if (!search.answered || search.trouble) return null;
  if (!search.ready) return say("indexing");
  if (search.hits.length > 0) return null;
  const { kind, text } = readTyped(search.text);
  // What is on its way is of another kind.
  if (kind !== readTyped(typed).kind) return null;
  switch (kind) {
    case "phrases":
      return search.text === "" ? say("emptyLibrary") : say("none", { text });
    case "question":
      return text === "" ? say("questionHint") : say("noAnswer");
    case "pictures":
      return text === "" ? say("emptyPictures") : say("noPicture", { text });
    case "emergencies":
      return text === "" ? say("emptyEmergencies") : say("noEmergency", { text });
    case "closing":
      return say("noClosing");
    case "price":
    case "promise":
    case "feedback":
      return null;
  }
}
