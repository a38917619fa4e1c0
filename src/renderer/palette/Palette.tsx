import {
  type KeyboardEvent,
  type MouseEvent,
  useCallback,
  useEffect,
  useRef,
  useState,
} from "react";
import type { PhraseRow } from "../../shared/contract/phrases.ts";
import { call } from "../api/client.ts";
import { EditBody } from "./EditBody.tsx";
import { Footer } from "./Footer.tsx";
import { Preview } from "./Preview.tsx";
import { ResultRow } from "./ResultRow.tsx";
import { SearchLine } from "./SearchLine.tsx";
import { type Wish, wishOf } from "./keys.ts";
import { type Note, useChoosing } from "./useChoosing.ts";
import { ROWS, useSearch } from "./useSearch.ts";
import { useSurroundings } from "./useSurroundings.ts";
import { useVisits } from "./useVisits.ts";
import { wholeBody } from "./wholeBody.ts";
import { speak, type Word } from "./words.ts";

/** What acts on a row, and so may have to wait for it. */
type Act = Exclude<Wish, { do: "close" | "move" | "page" }>;

interface Editing {
  readonly row: PhraseRow;
  readonly text: string;
}

const draftKey = ({ id, changedAt }: PhraseRow): string => `${id} ${changedAt}`;

/** The quick palette: type, choose, and the text is in the chat. */
export function Palette() {
  const { around, refresh, serve } = useSurroundings();
  const { search, asking } = useSearch();
  const [text, setText] = useState("");
  const [at, setAt] = useState(0);
  const [note, setNote] = useState<Note | null>(null);
  const [held, setHeld] = useState<Act | null>(null);
  const [editing, setEditing] = useState<Editing | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const say = speak(around.locale);

  const typed = useRef("");
  /** Texts changed but not pasted yet, by phrase as it was; kept until the palette closes. */
  const drafts = useRef(new Map<string, string>());

  const ask = useCallback(
    (wanted: string, pressedAt: number | null) => {
      typed.current = wanted;
      asking.ask(wanted, around.shop, pressedAt);
    },
    [asking, around.shop],
  );

  /** A choice that waits for its row, and is not made when it is let go. */
  const holding = useRef<Act | null>(null);
  const hold = useCallback((wish: Act | null) => {
    holding.current = wish;
    setHeld(wish);
  }, []);
  const letGo = useCallback(() => {
    asking.drop();
    hold(null);
  }, [asking, hold]);

  /** Back to how it opens, asked for beforehand so that the next opening shows the right list at once. */
  const reset = useCallback(() => {
    letGo();
    setText("");
    setAt(0);
    setNote(null);
    setEditing(null);
    drafts.current.clear();
    ask("", null);
  }, [letGo, ask]);

  const opened = useCallback(
    (clear: boolean) => {
      if (clear) reset();
      refresh();
      input.current?.focus();
    },
    [reset, refresh],
  );

  const visit = useVisits({ opened, left: reset });
  const { tell, choose, copy } = useChoosing(around, visit, setNote, reset);

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
    if (trouble && trouble.code !== "core_gone") void tell(trouble.code, trouble.params);
  }, [trouble, tell]);

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
    const draft = drafts.current.get(draftKey(row));
    const body = draft ?? (await wholeBody(row).catch(() => row.body));
    setNote(null);
    setEditing({ row, text: body });
  };

  const close = (): void => {
    const mine = visit.current;
    letGo();
    call("palette.close", {})
      .then(() => (visit.current === mine ? reset() : undefined))
      .catch(() => setNote({ sentence: say("coreGone"), bad: true }));
  };

  const grant = (wish: Wish): void => {
    if (wish.do === "close") close();
    else if (wish.do === "move") move((search.fresh ? chosen : at) + wish.by);
    else if (wish.do === "page") move(wish.by > 0 ? top + ROWS : Math.max(0, top - ROWS));
    else void act(wish);
  };

  /**
   * Fingers are quicker than answers: what is chosen is chosen from the list of what was typed, once it is there.
   * Typing on, Esc and going away take the choice back.
   */
  const act = async (wish: Act): Promise<void> => {
    const answer = asking.answer();
    let found = answer instanceof Promise ? null : answer;
    if (answer instanceof Promise) {
      hold(wish);
      found = await answer;
      // Of several keys pressed meanwhile the last one counts.
      if (holding.current !== wish) return;
      hold(null);
      if (!document.hasFocus()) return;
    }
    if (!found) return;
    const last = Math.min(at, found.hits.length - 1);
    const place = wish.do === "pick" ? last - (last % ROWS) + wish.place - 1 : last;
    const row = found.hits[place]?.phrase;
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

  const sendEdited = (send: boolean): void => {
    if (!editing) return;
    if (editing.text.trim() === "") setNote({ sentence: say("editEmpty"), bad: true });
    else void choose(editing.row, send, editing.text);
  };

  const leaveEdit = (): void => {
    if (editing) drafts.current.set(draftKey(editing.row), editing.text);
    setEditing(null);
    setNote(null);
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
        hidden={editing !== null}
        onType={type}
        onPress={press}
        onShop={serve}
      />
      {editing ? (
        <EditBody
          title={editing.row.title}
          text={editing.text}
          say={say}
          onText={(value) => setEditing({ ...editing, text: value })}
          onPaste={sendEdited}
          onBack={leaveEdit}
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
        editing={editing !== null}
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
    return { sentence: say("held", { what: say(wordOf(held)) }), bad: false };
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
