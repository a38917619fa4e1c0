import { DateTime } from "luxon";
import type { Output } from "../../../shared/contract/index.ts";
import type { Delivered } from "../../../shared/contract/files.ts";
import type { JournalEvent } from "../../../shared/contract/journal.ts";
import type { PromiseReceipt, PromiseRow } from "../../../shared/contract/promises.ts";
import type { Locale } from "../../../shared/contract/settings.ts";
import { AppError } from "../../../shared/errors.ts";
import { inOrder, type Journal } from "../../database/journal.ts";
import type { Book } from "./book.ts";
import { type Said, saidBy, SUBJECT } from "./events.ts";
import { fold } from "./fold.ts";
import { type Given, type Handover, readHandover, toCode, toFile } from "./handover.ts";
import type { PromiseStore } from "./store.ts";
import { PROMISE_WORDS, saidAt, saidDue } from "./words.ts";

interface Around {
  readonly journal: Pick<Journal, "merge" | "of">;
  readonly store: PromiseStore;
  readonly book: Book;
  readonly now: () => number;
  readonly zone: () => string;
  readonly agent: () => string;
  readonly locale: () => Locale;
  readonly deliver: (fileName: string, content: string) => Promise<Delivered>;
  readonly changed: () => void;
}

const sameName = (one: string, other: string): boolean =>
  one.normalize("NFKC").trim().toLowerCase() === other.normalize("NFKC").trim().toLowerCase();

export type Exchange = ReturnType<typeof createExchange>;

/** Promises that go from one agent's program to another's, each event once. */
export function createExchange(around: Around) {
  const { journal, store, book, now, zone, agent, locale } = around;
  const eventsOf = (id: string): JournalEvent[] => journal.of(SUBJECT, id);

  /** The hand-over of promises that were handed. @throws AppError promise_not_handed */
  function given(ids: readonly string[]): Given {
    const rows = [...new Set(ids)].map(store.get);
    const events = rows.flatMap(({ id }) => eventsOf(id));
    const hands = saidBy(events).filter((each) => each.kind === "handed");
    const last = hands.at(-1);
    for (const { state, text } of rows)
      if (state !== "handed") throw new AppError("promise_not_handed", { text });
    return {
      from: last?.data.by ?? agent(),
      to: last?.data.to ?? "",
      note: last?.data.note ?? "",
      at: now(),
      ids: rows.map(({ id }) => id),
      events,
    };
  }

  /** For a person to read, the code for their program below it. */
  function textOf(handover: Given): string {
    const words = PROMISE_WORDS[locale()];
    const lines = store.rows(handover.ids).map((row, index) => {
      const who = [row.customer, row.order, row.shop].filter((part) => part !== "").join(" ");
      const about = who === "" ? "" : ` (${who})`;
      return `${index + 1}. ${row.text}${about} — ${saidDue(row, row.dueZone, locale())}`;
    });
    return [
      `${words.handoverTitle(handover.from, handover.to)}  ${saidAt(handover.at, zone(), locale())}`,
      ...(handover.note === "" ? [] : [`${words.handoverNote}: ${handover.note}`]),
      ...lines,
      "",
      words.handoverCode,
      toCode(handover),
      "",
    ].join("\n");
  }

  /** A colleague's name may have in it what no file name has. */
  const fileName = ({ to, at }: Given): string =>
    [
      PROMISE_WORDS[locale()].handoverFile,
      to.replaceAll(/[\\/:*?"<>|\s]+/g, "_"),
      DateTime.fromMillis(at, { zone: zone() }).toFormat("yyyyMMdd-HHmm"),
    ].join("-") + ".json";

  async function giveOut(
    ids: readonly string[],
    save: boolean,
  ): Promise<Output<"promises.handover">> {
    const handover = given(ids);
    const file = save ? await around.deliver(fileName(handover), toFile(handover)) : null;
    return { text: textOf(handover), file };
  }

  /** By which step of these it is given to whoever sits here; null: it was taken before, or given back since. */
  function handIn(id: string, events: readonly JournalEvent[], to: string): Said | null {
    const said = saidBy(events);
    const folded = fold(id, said);
    if (folded?.state !== "handed") return null;
    const hand = said.filter((each) => folded.hands.has(each.id)).at(-1);
    // Who reads their own hand-over does not take it back; a colleague at the same machine takes it.
    return !hand || (store.devices().has(hand.device) && agent() !== to) ? null : hand;
  }

  const takeOver = ({ ids, from, to }: Handover): string[] =>
    ids.filter((id) => {
      const hand = handIn(id, eventsOf(id), to);
      if (hand) book.take([id], { hand: hand.id, from });
      return hand !== null;
    });

  /** Whether something would be kept here that was given to somebody else: they may have taken it too. */
  function isForOther({ ids, to }: Handover, events: readonly JournalEvent[]): boolean {
    if (to === "" || sameName(to, agent())) return false;
    return ids.some((id) => {
      const known = eventsOf(id);
      const has = new Set(known.map((each) => each.id));
      const news = events.filter((each) => each.subjectId === id && !has.has(each.id));
      return handIn(id, inOrder([...known, ...news]), to) !== null;
    });
  }

  return {
    giveOut,
    /** @throws AppError promise_not_open, promise_to_missing, promise_to_self */
    async hand(
      ids: readonly string[],
      { to, note, save }: { to: string; note: string; save: boolean },
    ): Promise<Output<"promises.hand">> {
      const receipt: PromiseReceipt = book.hand(ids, to, note);
      return { ...(await giveOut(ids, save)), receipt };
    },
    /**
     * @param anyway also what was handed to somebody else than who works here
     * @throws AppError handover_empty, handover_unreadable, handover_damaged, journal_damaged
     */
    takeIn(content: string, anyway = false): Output<"promises.takeIn"> {
      const handover = readHandover(content);
      const wanted = new Set(handover.ids);
      // Only what the hand-over is about: nothing else is slipped in with it.
      const events = handover.events.filter(
        (each) => each.subject === SUBJECT && wanted.has(each.subjectId),
      );
      const said = { from: handover.from, note: handover.note };
      if (!anyway && isForOther(handover, events))
        return { meantFor: handover.to, added: 0, known: 0, ...said, rows: [] };
      const { added: news } = journal.merge(events);
      const taken = takeOver(handover);
      if (news > 0 && taken.length === 0) around.changed();
      const rows: PromiseRow[] = store.rows(handover.ids);
      return {
        ...{ meantFor: null, added: taken.length, known: rows.length - taken.length },
        ...{ ...said, rows },
      };
    },
  };
}
