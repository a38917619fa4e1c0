import {
  type KeyboardEvent,
  type MouseEvent,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { AppError } from "../../shared/errors.ts";
import { inScope, readTyped, typedFrom } from "../../shared/rules/typed.ts";
import { call } from "../api/client.ts";
import { type ReviewKeys, ReviewView } from "../ui/review/ReviewView.tsx";
import type { Added } from "../ui/review/useReview.ts";
import { CustomerForm } from "./CustomerForm.tsx";
import { EmergencyBar } from "./EmergencyBar.tsx";
import { FeedbackView } from "./FeedbackView.tsx";
import { Footer } from "./Footer.tsx";
import { PriceView } from "./PriceView.tsx";
import { Results } from "./Results.tsx";
import { SearchLine } from "./SearchLine.tsx";
import { actOn } from "./actOn.ts";
import { doingOf, emptySentence, standingNote, TEXT_KEYS } from "./facts.ts";
import { localReview } from "./looks.ts";
import type { Answer, Found } from "./found.ts";
import { type Wish, wishOf } from "./keys.ts";
import { type Choice, type Note, useChoosing } from "./useChoosing.ts";
import { useFeedback } from "./useFeedback.ts";
import { type Act, useHold } from "./useHold.ts";
import { useCustomer, useEmergencies } from "./useLive.ts";
import { type Looking, useLooks } from "./useLooks.ts";
import { STYLES, usePrice } from "./usePrice.ts";
import { ROWS, useSearch } from "./useSearch.ts";
import { useSurroundings } from "./useSurroundings.ts";
import { type Opening, useVisits } from "./useVisits.ts";
import { speak } from "./words.ts";

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
  const [reviewKeys, setReviewKeys] = useState<ReviewKeys>(TEXT_KEYS);
  const [serving, setServing] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const say = speak(around.locale);
  const { kind } = readTyped(text);
  const priced = usePrice(text, around.locale, at);

  const typed = useRef("");
  /** Learnt from a choice when the palette was gone already: said when it is there again. */
  const learnt = useRef<string | null>(null);

  const ask = useCallback(
    (wanted: string, pressedAt: number | null) => {
      typed.current = wanted;
      asking.ask(wanted, around.shop, pressedAt);
    },
    [asking, around.shop],
  );

  const rewrite = useCallback(
    (line: string) => {
      setText(line);
      ask(line, null);
    },
    [ask],
  );
  const { looking, show, chose, leave, forget, keep, outcome } = useLooks(typed, rewrite);

  /** Back to how it opens, asked for beforehand so that the next opening shows the right list at once. */
  const reset = useCallback(() => {
    letGo();
    setText("");
    setAt(0);
    setNote(null);
    forget();
    setServing(false);
    ask("", null);
  }, [letGo, forget, ask]);

  const opened = useCallback(
    ({ text: begun, review }: Opening) => {
      if (begun !== "") rewrite(begun);
      chose();
      if (review) show(review, { id: review.phraseId, title: review.title });
      if (learnt.current !== null) setNote({ sentence: learnt.current, bad: false });
      learnt.current = null;
      refresh();
      input.current?.focus();
    },
    [rewrite, chose, show, refresh],
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

  // The line is out of the way meanwhile; it has the keyboard again in the moment it is back.
  const inside = looking !== null || serving;
  useLayoutEffect(() => {
    if (!inside) input.current?.focus();
  }, [inside]);

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

  /** @param then said if the page stays in sight */
  const close = (then: Note | null = null): void => {
    const resume = visits.end();
    letGo();
    call("palette.close", {})
      .finally(() => {
        if (!resume()) return;
        reset();
        setNote(then);
      })
      .catch(() => setNote({ sentence: say("coreGone"), bad: true }));
  };

  const feedback = useFeedback(
    text,
    () => close({ sentence: say("feedbackNoted"), bad: false }),
    (error) => void failed(error),
  );

  const serveCustomer = (): void => {
    letGo();
    setNote(null);
    setServing(true);
  };

  /** The list again, and the keyboard in its line. */
  const backToList = (then: Note | null): void => {
    leave();
    setServing(false);
    setNote(then);
  };

  const grant = (wish: Wish): void => {
    if (wish.do === "close") close();
    else if (wish.do === "scope") type(inScope(text, wish.scope), null, false);
    else if (wish.do === "customer") serveCustomer();
    else if (priced) payFor(wish);
    else if (feedback) feedback.act(wish);
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
      chose();
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

  const look = async (choice: Choice): Promise<void> => {
    setNote(null);
    await call("paste.review", { id: choice.id! })
      .then((review) => show(review, choice))
      .catch(failed);
  };

  const use = (found: Found, wish: Act, answer: Answer): Promise<void> => {
    chose();
    return actOn(found, wish, answer, { choosing, look });
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

  const send = (now: Looking, added: Added, sends: boolean): void => {
    const { choice, looked } = outcome(now, added);
    void choose(choice, sends, looked);
  };

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
      {looking ? (
        <ReviewView
          key={looking.look}
          review={looking.review}
          start={looking.start}
          locale={around.locale}
          onPaste={(added, sends) => send(looking, added, sends)}
          onBack={(added) => {
            keep(looking, added);
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
      ) : feedback ? (
        <FeedbackView
          noting={feedback.noting}
          customer={customer}
          locale={around.locale}
          say={say}
          onKind={feedback.pickKind}
          onDepartment={feedback.pickDepartment}
        />
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
        doing={doingOf({ reviewing: looking ? reviewKeys : null, serving, kind, hit, priced })}
        canPaste={around.canPaste !== false}
        bareDigits={text === ""}
        pages={pages > 1 && !inside && !priced ? { page: top / ROWS + 1, of: pages } : null}
        customer={customer}
        onCustomer={serveCustomer}
      />
    </div>
  );
}
