import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { inScope, readTyped } from "../../shared/rules/typed.ts";
import { call, on } from "../api/client.ts";
import { CustomerForm } from "../ui/quick/CustomerForm.tsx";
import { actOn } from "../ui/quick/actOn.ts";
import { emptySentence } from "../ui/quick/emptySentence.ts";
import type { Answer, Found } from "../ui/quick/found.ts";
import { type Choice, useChoosing } from "../ui/quick/useChoosing.ts";
import { useCampaigns, useCustomer } from "../ui/quick/useLive.ts";
import { useLooks } from "../ui/quick/useLooks.ts";
import { useSearch } from "../ui/quick/useSearch.ts";
import { useSurroundings } from "../ui/quick/useSurroundings.ts";
import { ReviewView } from "../ui/review/ReviewView.tsx";
import { Bars } from "./Bars.tsx";
import { DueStrip } from "./DueStrip.tsx";
import { Foot } from "./Foot.tsx";
import { Head } from "./Head.tsx";
import { Home } from "./Home.tsx";
import { PanelRow, type RowActs, titleOf } from "./PanelRow.tsx";
import { SearchBox } from "./SearchBox.tsx";
import { Whole } from "./Whole.tsx";
import { useKeyboard } from "./useKeyboard.ts";
import { useNote } from "./useNote.ts";
import { useOffer } from "./useOffer.ts";
import { useSwitches } from "./useSwitches.ts";
import { useTarget } from "./useTarget.ts";
import { useWhole } from "./useWhole.ts";
import { step, toFirst } from "./walk.ts";
import { speakPanel } from "./words.ts";

/** The panel stays: each choice is a visit of its own, so that none is dropped while the one before still goes out. */
const STAYS = { number: 0, end: () => () => true };
const nextVisit = (): void => {
  STAYS.number += 1;
};
const PAGE = { from: "panel", visits: STAYS } as const;

/** Nothing typed early has to be kept: a click chooses. */
const NO_LINE = { current: "" };
const keepLine = (): void => undefined;

/** The docked panel: one click pastes into the window beside it. */
export function Panel() {
  const { around, refresh, serve } = useSurroundings();
  const { search, asking } = useSearch();
  const status = useCampaigns();
  const customer = useCustomer();
  const { beside, look } = useTarget();
  const keyboard = useKeyboard();
  const { looking, show, chose, leave, keep, outcome } = useLooks(NO_LINE, keepLine);
  const [note, setNote] = useNote();
  const [whole, showWhole] = useWhole();
  const [text, setText] = useState("");
  const [serving, setServing] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const using = useRef({ title: "", send: false });
  const { locale, shop, shops, canPaste } = around;
  const pastes = canPaste !== false;
  const say = speakPanel(locale);

  const ask = useCallback((line: string) => asking.ask(line, shop, null), [asking, shop]);
  // A new shop is known by its phrases.
  useEffect(() => on("library.changed", refresh), [refresh]);
  const line = useRef("");
  useEffect(() => ask(line.current), [ask]);

  const choosing = useChoosing(around, PAGE, {
    note: setNote,
    gone: () => {
      leave();
      look();
      const { title, send } = using.current;
      setNote({ sentence: say(send ? "sent" : "pasted", { title }), bad: false });
    },
    waits: show,
    learnt: (title) => setNote({ sentence: say("learnt", { title }), bad: false }),
  });
  const failed = (error: unknown): void => void choosing.failed(error);
  const [offer, setOffer] = useOffer();
  const turn = useSwitches({ status, say, failed, tell: setNote, offer: setOffer });

  // A form has fields, and a script that waits has something to be written or confirmed.
  const inside = looking !== null || serving;
  const { take, give } = keyboard;
  useEffect(() => {
    if (inside) take();
  }, [inside, take]);

  const type = (value: string, duringComposition = false): void => {
    setText(value);
    line.current = duringComposition ? value.replaceAll("'", "") : value;
    setNote(null);
    showWhole(null);
    ask(line.current);
  };

  /** Who types already goes on typing; who only looks keeps the keyboard in the chat. */
  const lookFor = (scope: "phrases" | "pictures"): void => {
    const wanted = inScope(text, scope);
    flushSync(() => type(wanted));
    if (!document.hasFocus()) return;
    input.current?.focus();
    input.current?.setSelectionRange(wanted.length, wanted.length);
  };

  const use = (found: Found, send: boolean, answer: Answer = search): void => {
    showWhole(null);
    setNote(null);
    if (found.kind === "switch") return turn(found.set);
    chose();
    nextVisit();
    using.current = { title: titleOf(found), send };
    void actOn(found, { do: "choose", send }, answer, { choosing, look: lookAt });
  };

  const lookAt = (choice: Choice): Promise<void> =>
    call("paste.review", { id: choice.id! }).then((review) => show(review, choice), failed);

  /** Enter: the first of what was typed, as soon as it is there. */
  const first = async (send: boolean): Promise<void> => {
    if (readTyped(text).text === "") return;
    const answer = await asking.answer();
    const [found] = answer?.hits ?? [];
    if (answer && found) use(found, send, answer);
  };

  const back = (): void => {
    leave();
    setServing(false);
    give();
  };

  const walk = (event: KeyboardEvent): void => {
    if (event.key === "Escape") input.current?.focus();
    else if (event.key === "ArrowDown") step(event.currentTarget, 1);
    else if (event.key === "ArrowUp") {
      if (!step(event.currentTarget, -1)) input.current?.focus();
    } else return;
    event.preventDefault();
  };

  const acts: RowActs = { say, pastes, use, show: showWhole };
  const { kind } = readTyped(text);
  const hint = kind === "price" ? say("noPrice") : emptySentence(search, text, say);
  const gone = search.trouble?.code === "core_gone";
  // Rows that belong to what was typed before are not mistaken for favourites.
  const atHome = text === "" && search.text === "";
  return (
    <div className={gone ? "panel gone" : "panel"}>
      <Head
        {...{ shop, shops, customer, say }}
        docked={beside.up}
        onShop={serve}
        onCustomer={() => setServing(!serving)}
      />
      {status && <Bars status={status} locale={locale} say={say} onTurn={turn} />}
      {looking ? (
        <ReviewView
          key={looking.look}
          review={looking.review}
          start={looking.start}
          locale={locale}
          buttons={{
            paste: say(pastes ? "paste" : "copy"),
            send: pastes ? say("send") : null,
            back: say("back"),
          }}
          onPaste={(added, send) => {
            const { choice, looked } = outcome(looking, added);
            using.current = { title: choice.title, send };
            void choosing.choose(choice, send, looked);
          }}
          onBack={(added) => {
            keep(looking, added);
            back();
          }}
          onNote={(sentence) => setNote({ sentence, bad: true })}
          failed={failed}
        />
      ) : serving ? (
        <CustomerForm
          {...{ shop, shops, say, failed }}
          current={customer}
          onDone={(sentence) => {
            back();
            setNote(sentence === null ? null : { sentence, bad: false });
          }}
        />
      ) : (
        <>
          <SearchBox
            {...{ input, text, say }}
            onType={type}
            onScope={lookFor}
            onEnter={(send) => void first(send)}
            onDown={() => list.current && toFirst(list.current)}
            onLeave={give}
          />
          <div className="area">
            <div className="lists" ref={list} onKeyDown={walk} onScroll={() => showWhole(null)}>
              {atHome ? (
                <Home
                  recent={search.hits}
                  switches={status?.switches ?? []}
                  onTurn={turn}
                  {...{ hint, shop, acts }}
                />
              ) : (
                <ul className="rows" aria-label={say("results")} aria-busy={search.slow}>
                  {search.hits.map((each) => (
                    <PanelRow key={each.id} found={each} acts={acts} />
                  ))}
                  {hint && <li className="hint">{hint}</li>}
                </ul>
              )}
            </div>
            {whole && <Whole {...whole} say={say} />}
          </div>
        </>
      )}
      <Foot
        {...{ say, offer, pastes }}
        note={gone ? { sentence: say("coreGone"), bad: true } : note}
        target={beside.target}
        onDismiss={() => setOffer(null)}
      />
      <DueStrip {...{ locale, say, failed }} tell={setNote} offer={setOffer} />
    </div>
  );
}
