import { DateTime } from "luxon";
import type { Output } from "../../../shared/contract/index.ts";
import type { Delivered } from "../../../shared/contract/files.ts";
import type { JournalEvent } from "../../../shared/contract/journal.ts";
import type { PromiseReceipt, PromiseRow } from "../../../shared/contract/promises.ts";
import type { Locale } from "../../../shared/contract/settings.ts";
import { AppError } from "../../../shared/errors.ts";
import type { Journal } from "../../database/journal.ts";
import type { Book } from "./book.ts";
import { saidBy, SUBJECT } from "./events.ts";
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

  /** Takes what was given to whoever sits here; what was taken before, or given back since, is left. */
  function takeOver({ ids, from, to }: Handover): string[] {
    const devices = store.devices();
    return ids.filter((id) => {
      const said = saidBy(eventsOf(id));
      const folded = fold(id, said);
      if (folded?.state !== "handed") return false;
      const hand = said.filter((each) => folded.hands.has(each.id)).at(-1);
      // Who reads their own hand-over does not take it back; a colleague at the same machine takes it.
      if (!hand || (devices.has(hand.device) && agent() !== to)) return false;
      book.take([id], { hand: hand.id, from });
      return true;
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
    /** @throws AppError handover_empty, handover_unreadable, handover_damaged, journal_damaged */
    takeIn(content: string): Output<"promises.takeIn"> {
      const handover = readHandover(content);
      const wanted = new Set(handover.ids);
      // Only what the hand-over is about: nothing else is slipped in with it.
      const events = handover.events.filter(
        (each) => each.subject === SUBJECT && wanted.has(each.subjectId),
      );
      const { added: news } = journal.merge(events);
      const taken = takeOver(handover);
      if (news > 0 && taken.length === 0) around.changed();
      const rows: PromiseRow[] = store.rows(handover.ids);
      return {
        added: taken.length,
        known: rows.length - taken.length,
        ...{ from: handover.from, note: handover.note, rows },
      };
    },
  };
}
