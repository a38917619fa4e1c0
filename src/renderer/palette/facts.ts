import type { readTyped } from "../../shared/rules/typed.ts";
import type { ReviewKeys } from "../ui/review/ReviewView.tsx";
import type { Doing } from "./Footer.tsx";
import type { Search } from "../ui/quick/asking.ts";
import type { Found } from "../ui/quick/found.ts";
import type { Note } from "../ui/quick/useChoosing.ts";
import type { Act } from "../ui/quick/useHold.ts";
import type { Priced } from "./usePrice.ts";
import type { Say, Word } from "../ui/quick/words.ts";

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
  if (kind === "promise") return { what: "promise" };
  if (kind === "feedback") return { what: "feedback" };
  if (kind === "price") return { what: priced?.result ? "price" : "nothing" };
  if (!hit) return { what: "nothing" };
  const rows = { phrase: "phrases", picture: "pictures", switch: "switches" } as const;
  return { what: rows[hit.kind] };
}

/** The palette's class names: those that hold now. */
export const looksOf = (states: Readonly<Record<string, unknown>>): string =>
  ["palette", ...Object.keys(states).filter((name) => states[name])].join(" ");
