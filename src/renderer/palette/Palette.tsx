import {
  type KeyboardEvent,
  type MouseEvent,
  useCallback,
  useEffect,
  useRef,
  useState,
} from "react";
import type { Review } from "../../shared/contract/review.ts";
import { AppError } from "../../shared/errors.ts";
import { inScope, readTyped, typedFrom } from "../../shared/rules/typed.ts";
import { call } from "../api/client.ts";
import { type ReviewKeys, ReviewView } from "../ui/review/ReviewView.tsx";
import type { Added } from "../ui/review/useReview.ts";
import { CustomerForm } from "./CustomerForm.tsx";
import { EmergencyBar } from "./EmergencyBar.tsx";
import { Footer } from "./Footer.tsx";
import { PriceView } from "./PriceView.tsx";
import { Results } from "./Results.tsx";
import { SearchLine } from "./SearchLine.tsx";
import { doingOf, emptySentence, standingNote, TEXT_KEYS } from "./facts.ts";
import { forFirstField, localReview, splitEarly } from "./looks.ts";
import { type Answer, type Found, lessonOf } from "./found.ts";
import { type Wish, wishOf } from "./keys.ts";
import { type Choice, type Note, useChoosing } from "./useChoosing.ts";
import { type Act, useHold } from "./useHold.ts";
import { useCustomer, useEmergencies } from "./useLive.ts";
import { STYLES, usePrice } from "./usePrice.ts";
import { ROWS, useSearch } from "./useSearch.ts";
import { useSurroundings } from "./useSurroundings.ts";
import { type Opening, useVisits } from "./useVisits.ts";
import { speak } from "./words.ts";

/** A script being looked at before it goes out. */
interface Reviewing {
  /** Its own for each look. */
  readonly look: number;
  readonly review: Review;
  readonly choice: Choice;
  /** What was added to it when it was looked at last. */
  readonly start: Added | null;
  /** The core has read these texts: what may be asked about is in sight. */
  readonly checked: boolean;
}

/** The quick palette: type, choose, and the text is in the chat. */
export function Palette() {
  const { around, refresh, serve } = useSurroundings();
  const { search, asking } = useSearch();
  const { held, letGo, rowsFor } = useHold(asking);
  const emergencies = useEmergencies();
  const customer = useCustomer();
  const [text, setText] = useState("");
  const [at, setAt] = useState(0);
  const [note, setNote] = useState<Note | null>(null);
  const [reviewing, setReviewing] = useState<Reviewing | null>(null);
  const [reviewKeys, setReviewKeys] = useState<ReviewKeys>(TEXT_KEYS);
  const [serving, setServing] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const say = speak(around.locale);
  const { kind } = readTyped(text);
  const priced = usePrice(text, around.locale, at);

  const typed = useRef("");
  /** What was filled in or changed but not pasted yet, by phrase; kept until the palette closes. */
  const drafts = useRef(new Map<string, Added>());
  /** What stood in the line when a row was chosen. */
  const lineChosen = useRef("");
  /** Learnt from a choice when the palette was gone already: said when it is there again. */
  const learnt = useRef<string | null>(null);

  const ask = useCallback(
    (wanted: string, pressedAt: number | null) => {
      typed.current = wanted;
      asking.ask(wanted, around.shop, pressedAt);
    },
    [asking, around.shop],
  );

  const show = useCallback(
    (review: Review, choice: Choice, checked = true) => {
      // Who is quick writes for the first field before it is there: that goes where it was meant to go.
      const [line, early] = splitEarly(typed.current, lineChosen.current);
      if (early !== "") {
        setText(line);
        ask(line, null);
      }
      const draft = drafts.current.get(choice.id ?? "");
      const start = draft ?? forFirstField(review, early);
      setServing(false);
      setReviewing((before) => ({ look: (before?.look ?? 0) + 1, review, choice, start, checked }));
    },
    [ask],
  );

  /** Back to how it opens, asked for beforehand so that the next opening shows the right list at once. */
  const reset = useCallback(() => {
    letGo();
    setText("");
    setAt(0);
    setNote(null);
    setReviewing(null);
    setServing(false);
    drafts.current.clear();
    ask("", null);
  }, [letGo, ask]);

  const opened = useCallback(
    ({ text: begun, review }: Opening) => {
      if (begun !== "") {
        setText(begun);
        ask(begun, null);
      }
      lineChosen.current = begun;
      if (review) show(review, { id: review.phraseId, title: review.title });
      if (learnt.current !== null) setNote({ sentence: learnt.current, bad: false });
      learnt.current = null;
      refresh();
      input.current?.focus();
    },
    [ask, show, refresh],
  );

  const visits = useVisits({ clear: reset, opened });
  const choosing = useChoosing(around, visits, {
    note: setNote,
    gone: reset,
    waits: show,
    learnt: (title) => {
      const sentence = say("learnt", { title });
      if (document.hasFocus())
        setNote((now) => ({
          sentence: now ? `${now.sentence} ${sentence}` : sentence,
          bad: false,
        }));
      else learnt.current = sentence;
    },
  });
  const { choose, copy, failed } = choosing;

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
  const pages = Math.ceil(search.hits.length / ROWS);

  const type = (value: string, pressedAt: number | null, duringComposition: boolean): void => {
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

  const close = (): void => {
    const resume = visits.end();
    letGo();
    call("palette.close", {})
      .finally(() => (resume() ? reset() : undefined))
      .catch(() => setNote({ sentence: say("coreGone"), bad: true }));
  };

  const serveCustomer = (): void => {
    letGo();
    setNote(null);
    setServing(true);
  };

  /** The list again, and the keyboard in its line. */
  const backToList = (then: Note | null): void => {
    setReviewing(null);
    setServing(false);
    setNote(then);
    // The field is there again once the list is.
    requestAnimationFrame(() => input.current?.focus());
  };

  const grant = (wish: Wish): void => {
    if (wish.do === "close") close();
    else if (wish.do === "scope") type(inScope(text, wish.scope), null, false);
    else if (wish.do === "customer") serveCustomer();
    else if (priced) payFor(wish);
    else if (wish.do === "move") move((search.fresh ? chosen : at) + wish.by);
    else if (wish.do === "page") move(wish.by > 0 ? top + ROWS : Math.max(0, top - ROWS));
    else void act(wish);
  };

  const payFor = (wish: Wish): void => {
    if (!priced) return;
    if (wish.do === "move") setAt((at + STYLES.length + wish.by) % STYLES.length);
    if (wish.do !== "choose" && wish.do !== "edit" && wish.do !== "copy") return;
    const { problem, words, line } = priced;
    if (problem) {
      const from = typedFrom(text) + problem.at;
      input.current?.setSelectionRange(from, from + problem.length);
      void failed(new AppError(problem.code, problem.params));
    } else if (line !== "") {
      const choice: Choice = { id: null, title: say("priceTitle"), text: words };
      if (wish.do === "choose") void choose(choice, wish.send);
      else if (wish.do === "copy") void copy(choice);
      else show(localReview(choice.title, words), choice, false);
    }
  };

  const act = async (wish: Act): Promise<void> => {
    const answer = await rowsFor(wish);
    if (!answer) return;
    const last = Math.min(at, answer.hits.length - 1);
    const place = wish.do === "pick" ? last - (last % ROWS) + wish.place - 1 : last;
    const found = answer.hits[place];
    if (!found) return;
    if (wish.do === "pick") setAt(place);
    await use(found, wish, answer);
  };

  const use = async (found: Found, wish: Act, answer: Answer): Promise<void> => {
    lineChosen.current = typed.current;
    const goes = wish.do === "choose" || wish.do === "pick";
    const send = wish.do === "choose" && wish.send;
    if (found.kind === "switch") {
      if (goes) await choosing.turn(found.set);
    } else if (found.kind === "picture") {
      if (goes) await choosing.choosePicture(found.picture, send);
      else if (wish.do === "copy") await choosing.copyPicture(found.picture);
    } else {
      const { id, title } = found.phrase;
      const choice: Choice = { id, title, lesson: lessonOf(found, answer) };
      if (goes) await choose(choice, send);
      else if (wish.do === "copy") await copy(choice);
      else {
        setNote(null);
        await call("paste.review", { id })
          .then((review) => show(review, choice))
          .catch(failed);
      }
    }
  };

  const press = (event: KeyboardEvent<HTMLInputElement>): void => {
    const { selectionStart, selectionEnd } = event.currentTarget;
    const textMarked = selectionStart !== selectionEnd || !getSelection()?.isCollapsed;
    const wish = wishOf(event.nativeEvent, { empty: text === "", textMarked });
    if (!wish) return;
    event.preventDefault();
    grant(wish);
  };

  const pick = (place: number, event: MouseEvent): void => {
    const found = search.hits[top + place];
    setAt(top + place);
    const send = event.ctrlKey || event.metaKey;
    if (found) void use(found, { do: "choose", send }, search);
  };

  const send = ({ review, choice, checked }: Reviewing, added: Added, sends: boolean): void => {
    if (choice.id !== null) drafts.current.set(choice.id, added);
    // A text that is no phrase is read by the core when it is to go out, not while it is being changed.
    const accept = choice.id !== null || (checked && added.texts === null);
    const texts = review.parts.flatMap((part) => (part.kind === "text" ? [part.text] : []));
    void choose({ ...choice, text: texts.join("\n") }, sends, { added, accept });
  };

  const inside = reviewing !== null || serving;
  const state = { search, held, say, pastes: around.canPaste !== false };
  return (
    <div
      className={[
        "palette",
        search.slow && "slow",
        trouble && "gone",
        emergencies.length > 0 && "alarm",
      ]
        .filter(Boolean)
        .join(" ")}
    >
      <EmergencyBar on={emergencies} say={say} />
      <SearchLine
        input={input}
        text={text}
        say={say}
        shop={around.shop}
        shops={around.shops}
        activeRow={hit && !priced ? `row-${chosen - top + 1}` : undefined}
        hidden={inside}
        onType={type}
        onPress={press}
        onShop={serve}
        onScope={(scope) => grant({ do: "scope", scope })}
      />
      {reviewing ? (
        <ReviewView
          key={reviewing.look}
          review={reviewing.review}
          start={reviewing.start}
          locale={around.locale}
          onPaste={(added, sends) => send(reviewing, added, sends)}
          onBack={(added) => {
            if (reviewing.choice.id) drafts.current.set(reviewing.choice.id, added);
            backToList(null);
          }}
          onNote={(sentence) => setNote({ sentence, bad: true })}
          onKeys={setReviewKeys}
          failed={(error) => void failed(error)}
        />
      ) : serving ? (
        <CustomerForm
          current={customer}
          shop={around.shop}
          shops={around.shops}
          say={say}
          onDone={(sentence) => backToList(sentence === null ? null : { sentence, bad: false })}
          failed={(error) => void failed(error)}
        />
      ) : priced ? (
        <PriceView priced={priced} locale={around.locale} say={say} />
      ) : (
        <Results
          label={search.text === "" ? "recent" : "results"}
          rows={search.hits.slice(top, top + ROWS)}
          chosen={chosen - top}
          heard={search.heard}
          hint={emptySentence(state, text)}
          slow={search.slow}
          say={say}
          onPoint={(place) => setAt(top + place)}
          onPick={pick}
        />
      )}
      <Footer
        say={say}
        note={standingNote(state) ?? note}
        doing={doingOf({ reviewing: reviewing ? reviewKeys : null, serving, kind, hit, priced })}
        canPaste={around.canPaste !== false}
        bareDigits={text === ""}
        pages={pages > 1 && !inside && !priced ? { page: top / ROWS + 1, of: pages } : null}
        customer={customer}
        onCustomer={serveCustomer}
      />
    </div>
  );
}
