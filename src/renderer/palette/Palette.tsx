import {
  type KeyboardEvent,
  type MouseEvent,
  useCallback,
  useEffect,
  useRef,
  useState,
} from "react";
import { inScope, readTyped, typedFrom } from "../../shared/rules/typed.ts";
import { call } from "../api/client.ts";
import { type ReviewKeys, ReviewView } from "../ui/review/ReviewView.tsx";
import type { Added } from "../ui/review/useReview.ts";
import { CaptureView } from "./CaptureView.tsx";
import { CustomerForm } from "../ui/quick/CustomerForm.tsx";
import { EmergencyBar } from "./EmergencyBar.tsx";
import { FeedbackView } from "./FeedbackView.tsx";
import { Footer } from "./Footer.tsx";
import { PriceView } from "./PriceView.tsx";
import { Results } from "./Results.tsx";
import { SearchLine } from "./SearchLine.tsx";
import { actOn } from "../ui/quick/actOn.ts";
import { doingOf, looksOf, standingNote, TEXT_KEYS } from "./facts.ts";
import { emptySentence } from "../ui/quick/emptySentence.ts";
import { localReview } from "../ui/quick/looks.ts";
import type { Answer, Found } from "../ui/quick/found.ts";
import { type Wish, wishOf } from "../ui/quick/keys.ts";
import { payFor } from "./payFor.ts";
import { type Choice, type Note, useChoosing } from "../ui/quick/useChoosing.ts";
import { type Act, useHold } from "../ui/quick/useHold.ts";
import { useCampaigns, useCustomer } from "../ui/quick/useLive.ts";
import { saveCapture, useCapture } from "./useCapture.ts";
import { useOnce } from "../ui/useOnce.ts";
import { useLearnt } from "./useLearnt.ts";
import { useLineFocus } from "./useLineFocus.ts";
import { type Looking, useLooks } from "../ui/quick/useLooks.ts";
import { useFeedback } from "./useFeedback.ts";
import { STYLES, usePrice } from "./usePrice.ts";
import { ROWS, useSearch } from "../ui/quick/useSearch.ts";
import { useSurroundings } from "../ui/quick/useSurroundings.ts";
import { type Opening, useVisits } from "./useVisits.ts";
import { speak } from "../ui/quick/words.ts";

/** The quick palette: type, choose, and the text is in the chat. */
export function Palette() {
  const { around, refresh, serve } = useSurroundings();
  const { search, asking } = useSearch();
  const { held, letGo, rowsFor } = useHold(asking);
  const emergencies = useCampaigns()?.emergencies ?? [];
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
  /** What was selected in the chat when a promise is written down. */
  const [noted, setNoted] = useState("");
  const captured = useCapture(text, noted);
  const once = useOnce();

  const typed = useRef("");
  const { learnt, sayLate } = useLearnt(say, setNote);

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
  const { looking, show, chose, entered, leave, forget, keep, outcome } = useLooks(typed, rewrite);

  /** Back to how it opens, asked for beforehand so that the next opening shows the right list at once. */
  const reset = useCallback(() => {
    letGo();
    setText("");
    setAt(0);
    setNote(null);
    forget();
    setServing(false);
    setNoted("");
    ask("", null);
  }, [letGo, forget, ask]);

  const opened = useCallback(
    ({ text: begun, review, note: selected }: Opening) => {
      // What was typed before its sign was there belongs to it.
      if (begun !== "") rewrite(`${begun}${readTyped(typed.current).text}`);
      setNoted(selected);
      chose();
      if (review) show(review, { id: review.phraseId, title: review.title });
      sayLate();
      refresh();
      input.current?.focus();
    },
    [rewrite, chose, show, refresh, sayLate],
  );

  const visits = useVisits({ clear: reset, opened });
  const choosing = useChoosing(
    around,
    { from: "palette", visits },
    { note: setNote, gone: reset, waits: show, learnt },
  );
  const { choose, failed, underWay } = choosing;

  // At the start, and when another shop is served.
  useEffect(() => {
    ask(typed.current, null);
    input.current?.focus();
  }, [ask]);

  const inside = looking !== null || serving;
  useLineFocus(input, inside);

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
  const close = (then: Note | null = null): Promise<unknown> => {
    const resume = visits.end();
    letGo();
    return call("palette.close", {})
      .finally(() => {
        if (!resume()) return;
        reset();
        setNote(then);
      })
      .catch(() => setNote({ sentence: say("coreGone"), bad: true }));
  };

  const feedback = useFeedback(
    text,
    () => void close({ sentence: say("feedbackNoted"), bad: false }),
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
    if (wish.do === "close") void close();
    else if (wish.do === "scope") type(inScope(text, wish.scope), null, false);
    else if (wish.do === "customer") serveCustomer();
    else if (captured) void writeDown(wish);
    else if (priced) pay(wish);
    else if (feedback) feedback.act(wish);
    else if (wish.do === "move") move((search.fresh ? chosen : at) + wish.by);
    else if (wish.do === "page") move(wish.by > 0 ? top + ROWS : Math.max(0, top - ROWS));
    else void act(wish);
  };

  const writeDown = async (wish: Wish): Promise<void> => {
    if (!captured || wish.do !== "choose") return;
    if (captured.line === "" && captured.note === "")
      return setNote({ sentence: say("captureEmpty"), bad: true });
    // Until the line is empty again a second Enter would write the same down twice.
    await once(`capture ${visits.number}`, () =>
      saveCapture(captured, customer, around.shop).then<unknown, unknown>(() => close(), failed),
    );
  };

  const pay = (wish: Wish): void => {
    if (!priced) return;
    payFor(wish, priced, {
      ...{ choosing, chose, title: say("priceTitle") },
      move: (by) => setAt((at + STYLES.length + by) % STYLES.length),
      mark(place, length) {
        const from = typedFrom(text) + place;
        input.current?.setSelectionRange(from, from + length);
      },
      show: (choice, words) => show(localReview(choice.title, words), choice, false),
    });
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
    // The next Enter is meant for the form that the first one asked for. One that is still held down is not another.
    if (wish.do !== "choose") grant(wish);
    else if (event.repeat) return;
    else if (underWay()) entered();
    else grant(wish);
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
    <div className={looksOf({ slow: search.slow, gone: trouble, alarm: emergencies.length > 0 })}>
      <EmergencyBar on={emergencies} say={say} />
      <SearchLine
        input={input}
        text={text}
        say={say}
        shop={around.shop}
        shops={around.shops}
        activeRow={hit && !priced && !captured ? `row-${chosen - top + 1}` : undefined}
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
          startField={looking.field}
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
      ) : captured ? (
        <CaptureView captured={captured} customer={customer} locale={around.locale} say={say} />
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
          hint={emptySentence(search, text, say)}
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
