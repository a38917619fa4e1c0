import {
  type KeyboardEvent,
  type MouseEvent,
  useCallback,
  useEffect,
  useRef,
  useState,
} from "react";
import type { PhraseRow } from "../../shared/contract/phrases.ts";
import type { Review } from "../../shared/contract/review.ts";
import { call } from "../api/client.ts";
import { ReviewView } from "../ui/review/ReviewView.tsx";
import type { Added } from "../ui/review/useReview.ts";
import { Footer } from "./Footer.tsx";
import { Preview } from "./Preview.tsx";
import { ResultRow } from "./ResultRow.tsx";
import { SearchLine } from "./SearchLine.tsx";
import { type Wish, wishOf } from "./keys.ts";
import { type Note, useChoosing } from "./useChoosing.ts";
import { type Act, useHold } from "./useHold.ts";
import { ROWS, useSearch } from "./useSearch.ts";
import { useSurroundings } from "./useSurroundings.ts";
import { type Opening, useVisits } from "./useVisits.ts";
import { speak, type Word } from "./words.ts";

/** A script being looked at before it goes out, and what was added to it when it was looked at last. */
interface Reviewing {
  readonly review: Review;
  readonly start: Added | null;
}

/** The quick palette: type, choose, and the text is in the chat. */
export function Palette() {
  const { around, refresh, serve } = useSurroundings();
  const { search, asking } = useSearch();
  const { held, letGo, rowsFor } = useHold(asking);
  const [text, setText] = useState("");
  const [at, setAt] = useState(0);
  const [note, setNote] = useState<Note | null>(null);
  const [reviewing, setReviewing] = useState<Reviewing | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const say = speak(around.locale);

  const typed = useRef("");
  /** What was filled in or changed but not pasted yet, by phrase; kept until the palette closes. */
  const drafts = useRef(new Map<string, Added>());

  const ask = useCallback(
    (wanted: string, pressedAt: number | null) => {
      typed.current = wanted;
      asking.ask(wanted, around.shop, pressedAt);
    },
    [asking, around.shop],
  );

  const show = useCallback((review: Review) => {
    setReviewing({ review, start: drafts.current.get(review.phraseId ?? "") ?? null });
  }, []);

  /** Back to how it opens, asked for beforehand so that the next opening shows the right list at once. */
  const reset = useCallback(() => {
    letGo();
    setText("");
    setAt(0);
    setNote(null);
    setReviewing(null);
    drafts.current.clear();
    ask("", null);
  }, [letGo, ask]);

  const opened = useCallback(
    ({ text: begun, review }: Opening) => {
      if (begun !== "") {
        setText(begun);
        ask(begun, null);
      }
      if (review) show(review);
      refresh();
      input.current?.focus();
    },
    [ask, show, refresh],
  );

  const visits = useVisits({ clear: reset, opened });
  const { choose, copy, failed } = useChoosing(around, visits, {
    note: setNote,
    gone: reset,
    waits: show,
  });

  // At the start, and when another shop is served.
  useEffect(() => {
    ask(typed.current, null);
    input.current?.focus();
  }, [ask]);

  // The page hears that it will be shown before it is; the keyboard comes with the window.
  useEffect(() => {
    const focus = (): void => input.current?.focus();
    window.addEventListener("focus", focus);
    return () => window.removeEventListener("focus", focus);
  }, []);

  const { trouble } = search;
  useEffect(() => {
    if (trouble && trouble.code !== "core_gone") void failed(trouble);
  }, [trouble, failed]);

  // The list may have become shorter than where the choice stood.
  const chosen = Math.min(at, Math.max(0, search.hits.length - 1));
  const hit = search.hits[chosen];
  const top = Math.floor(chosen / ROWS) * ROWS;
  const shown = search.hits.slice(top, top + ROWS);
  const pages = Math.ceil(search.hits.length / ROWS);

  const type = (value: string, pressedAt: number, duringComposition: boolean): void => {
    letGo();
    setText(value);
    setAt(0);
    setNote(null);
    // An input method shows "tui'huo" while the syllables are being chosen.
    ask(duringComposition ? value.replaceAll("'", "") : value, pressedAt);
  };

  /** While the rows are still coming nobody knows how many there will be. */
  const move = (to: number): void => {
    setAt(Math.max(0, search.fresh ? Math.min(to, search.hits.length - 1) : to));
    setNote(null);
  };

  const edit = async (row: PhraseRow): Promise<void> => {
    setNote(null);
    await call("paste.review", { id: row.id }).then(show).catch(failed);
  };

  const close = (): void => {
    const resume = visits.end();
    letGo();
    call("palette.close", {})
      .finally(() => (resume() ? reset() : undefined))
      .catch(() => setNote({ sentence: say("coreGone"), bad: true }));
  };

  const grant = (wish: Wish): void => {
    if (wish.do === "close") close();
    else if (wish.do === "move") move((search.fresh ? chosen : at) + wish.by);
    else if (wish.do === "page") move(wish.by > 0 ? top + ROWS : Math.max(0, top - ROWS));
    else void act(wish);
  };

  const act = async (wish: Act): Promise<void> => {
    const hits = (await rowsFor(wish))?.hits ?? [];
    const last = Math.min(at, hits.length - 1);
    const place = wish.do === "pick" ? last - (last % ROWS) + wish.place - 1 : last;
    const row = hits[place]?.phrase;
    if (!row) return;
    if (wish.do === "pick") {
      setAt(place);
      await choose(row, false);
    } else if (wish.do === "choose") await choose(row, wish.send);
    else if (wish.do === "edit") await edit(row);
    else await copy(row);
  };

  const press = (event: KeyboardEvent<HTMLInputElement>): void => {
    const { selectionStart, selectionEnd } = event.currentTarget;
    const textMarked = selectionStart !== selectionEnd || !getSelection()?.isCollapsed;
    const wish = wishOf(event.nativeEvent, { empty: text === "", textMarked });
    if (!wish) return;
    event.preventDefault();
    grant(wish);
  };

  const pick = (row: PhraseRow, index: number, event: MouseEvent): void => {
    setAt(index);
    void choose(row, event.ctrlKey || event.metaKey);
  };

  const leaveReview = (added: Added): void => {
    const id = reviewing?.review.phraseId;
    if (id) drafts.current.set(id, added);
    setReviewing(null);
    setNote(null);
    // The field is there again once the list is.
    requestAnimationFrame(() => input.current?.focus());
  };

  const hint = emptySentence();
  return (
    <div className={`palette${search.slow ? " slow" : ""}${trouble ? " gone" : ""}`}>
      <SearchLine
        input={input}
        text={text}
        say={say}
        shop={around.shop}
        shops={around.shops}
        activeRow={hit && `row-${chosen - top + 1}`}
        hidden={reviewing !== null}
        onType={type}
        onPress={press}
        onShop={serve}
      />
      {reviewing ? (
        <ReviewView
          key={reviewing.review.phraseId}
          {...reviewing}
          locale={around.locale}
          onPaste={(added, send) =>
            void choose(
              { id: reviewing.review.phraseId, title: reviewing.review.title },
              send,
              added,
            )
          }
          onBack={leaveReview}
          onNote={(sentence) => setNote({ sentence, bad: true })}
          failed={(error) => void failed(error)}
        />
      ) : (
        <div className="middle">
          <ul
            id="results"
            role="listbox"
            aria-label={say(search.text === "" ? "recent" : "results")}
            aria-busy={search.slow}
          >
            {shown.map((each, index) => (
              <ResultRow
                key={each.phrase.id}
                hit={each}
                place={index + 1}
                chosen={top + index === chosen}
                say={say}
                onPoint={() => setAt(top + index)}
                onPick={(event) => pick(each.phrase, top + index, event)}
              />
            ))}
            {hint && (
              <li className="hint" role="presentation">
                {hint}
              </li>
            )}
          </ul>
          {hit && <Preview hit={hit} say={say} />}
        </div>
      )}
      <Footer
        say={say}
        note={standingNote() ?? note}
        editing={reviewing !== null}
        canPaste={around.canPaste !== false}
        anything={hit !== undefined}
        bareDigits={text === ""}
        pages={pages > 1 ? { page: top / ROWS + 1, of: pages } : null}
      />
    </div>
  );

  /** Said as long as it lasts. */
  function standingNote(): Note | null {
    if (trouble?.code === "core_gone") return { sentence: say("coreGone"), bad: true };
    // Nobody has to be told of an answer that comes at once.
    if (!held || (!search.slow && search.ready)) return null;
    return { sentence: say("held", { what: say(wordOf(held)) }), bad: false, waits: true };
  }

  function wordOf(act: Act): Word {
    if (act.do === "edit" || act.do === "copy") return act.do;
    if (around.canPaste === false) return "copy";
    return act.do === "choose" && act.send ? "send" : "paste";
  }

  /** What stands in place of rows, or below them while the list is not complete. */
  function emptySentence(): string | null {
    if (!search.answered || trouble) return null;
    if (!search.ready) return say("indexing");
    if (search.hits.length > 0) return null;
    return search.text === "" ? say("emptyLibrary") : say("none", { text: search.text });
  }
}
