import { readTyped } from "../../shared/rules/typed.ts";
import type { ReviewKeys } from "../ui/review/ReviewView.tsx";
import type { Doing } from "./Footer.tsx";
import type { Search } from "./asking.ts";
import type { Found } from "./found.ts";
import type { Note } from "./useChoosing.ts";
import type { Act } from "./useHold.ts";
import type { Priced } from "./usePrice.ts";
import type { Say, Word } from "./words.ts";

/** Until a review says otherwise. */
export const TEXT_KEYS: ReviewKeys = { at: "text", replaces: false };

interface State {
  readonly search: Search;
  readonly held: Act | null;
  readonly say: Say;
  readonly pastes: boolean;
}

/** Said as long as it lasts. */
export function standingNote({ search, held, say, pastes }: State): Note | null {
  if (search.trouble?.code === "core_gone") return { sentence: say("coreGone"), bad: true };
  // Nobody has to be told of an answer that comes at once.
  if (!held || (!search.slow && search.ready)) return null;
  return { sentence: say("held", { what: say(wordOf(held, pastes)) }), bad: false, waits: true };
}

function wordOf(act: Act, pastes: boolean): Word {
  if (act.do === "edit" || act.do === "copy") return act.do;
  if (!pastes) return "copy";
  return act.do === "choose" && act.send ? "send" : "paste";
}

/** What stands in place of rows, or below them while the list is not complete. */
export function emptySentence({ search, say }: State, typed: string): string | null {
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

interface Now {
  /** Set while a script is looked at. */
  readonly reviewing: ReviewKeys | null;
  readonly serving: boolean;
  readonly kind: ReturnType<typeof readTyped>["kind"];
  readonly hit: Found | undefined;
  readonly priced: Priced | null;
}

/** Whose keys the foot shows. */
export function doingOf({ reviewing, serving, kind, hit, priced }: Now): Doing {
  if (reviewing) return { what: "review", keys: reviewing };
  if (serving) return { what: "customer" };
  if (kind === "feedback") return { what: "feedback" };
  if (kind === "price") return { what: priced?.result ? "price" : "nothing" };
  if (!hit) return { what: "nothing" };
  const rows = { phrase: "phrases", picture: "pictures", switch: "switches" } as const;
  return { what: rows[hit.kind] };
}
