import { createHash, randomUUID } from "node:crypto";
import { hostname } from "node:os";
import { resolve } from "node:path";
import type Database from "better-sqlite3";
import { AppError } from "../../shared/errors.ts";
import { type JournalEvent, journalEvent } from "../../shared/contract/journal.ts";

/** What a feature writes down; the journal adds who, when and in which order. */
export interface Entry {
  /** What it is about: "promise", "case" … */
  readonly subject: string;
  readonly subjectId: string;
  readonly kind: string;
  readonly data: object;
}

/** Keeps a feature's own tables equal to what the journal says of these subjects; runs in the journal's transaction. */
export type Follower = (subjectIds: readonly string[]) => void;

interface Around {
  readonly now: () => number;
  /** Names machine and data folder: a copy of the folder elsewhere is another device. */
  readonly host: string;
}

interface Row extends Omit<JournalEvent, "data"> {
  readonly data: string;
}

const COLUMNS = "id, device, seq, at, clock, subject, subject_id AS subjectId, kind, data, sum";
/** The order in which events are told, the same on every machine that has them. */
const ORDER = "ORDER BY clock, device, seq, id";

/** The same order for events that are not in a table. */
export const inOrder = (events: readonly JournalEvent[]): JournalEvent[] =>
  events.toSorted(
    (a, b) =>
      a.clock - b.clock ||
      (a.device < b.device ? -1 : Number(a.device > b.device)) ||
      a.seq - b.seq ||
      (a.id < b.id ? -1 : 1),
  );

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** Names this machine's use of a data folder: a copy of the folder elsewhere is another device. */
export const hostOf = (dataFolder: string): string => `${hostname()}:${resolve(dataFolder)}`;

/** The sum of an event over all it says. */
export function sumOf(event: Omit<JournalEvent, "sum">): string {
  const { id, device, seq, at, clock, subject, subjectId, kind, data } = event;
  return sha256(JSON.stringify([id, device, seq, at, clock, subject, subjectId, kind, data]));
}

const toEvent = ({ data, ...row }: Row): JournalEvent => ({
  ...row,
  data: JSON.parse(data) as JournalEvent["data"],
});

export type Journal = ReturnType<typeof createJournal>;

/**
 * What happened, written once and only added to. State is what the events say: whoever has the same events has the same
 * state, so two libraries are merged by taking each event once, in any order and as often as one likes.
 */
export function createJournal(database: Database.Database, { now, host }: Around) {
  const followers = new Map<string, Follower>();
  const clearers = new Map<string, () => void>();
  const insert = database.prepare(
    `INSERT INTO journal (id, device, seq, at, clock, subject, subject_id, kind, data, sum)
     VALUES (@id, @device, @seq, @at, @clock, @subject, @subjectId, @kind, @data, @sum)
     ON CONFLICT (id) DO NOTHING`,
  );
  const ofSubject = database.prepare(
    `SELECT ${COLUMNS} FROM journal WHERE subject = ? AND subject_id = ? ${ORDER}`,
  );
  const lastClock = database.prepare("SELECT max(clock) FROM journal").pluck();
  const lastSeq = database.prepare("SELECT max(seq) FROM journal WHERE device = ?").pluck();
  const behind = database.prepare("SELECT 1 FROM journal_behind LIMIT 1");
  const purged = database.prepare(
    "SELECT 1 FROM journal_purges WHERE subject = ? AND subject_id = ?",
  );

  /** This installation's id, made when it first writes. */
  function device(): string {
    const known = database.prepare("SELECT id FROM journal_devices WHERE host = ?").pluck();
    const found = known.get(host) as string | undefined;
    if (found !== undefined) return found;
    database
      .prepare(
        "INSERT INTO journal_devices (id, host, made_at) VALUES (?, ?, ?) ON CONFLICT (host) DO NOTHING",
      )
      .run(randomUUID(), host, now());
    return known.get(host) as string;
  }

  const put = (event: JournalEvent): boolean =>
    insert.run({ ...event, data: JSON.stringify(event.data) }).changes > 0;

  function follow(events: readonly JournalEvent[]): void {
    for (const [subject, follower] of followers) {
      const ids = events.flatMap((each) => (each.subject === subject ? [each.subjectId] : []));
      if (ids.length > 0) follower([...new Set(ids)]);
    }
  }

  /** Writes entries in their order; one transaction with the tables that follow them. */
  function append(entries: readonly Entry[]): JournalEvent[] {
    return database
      .transaction(() => {
        const mine = device();
        const at = now();
        let seq = (lastSeq.get(mine) as number | null) ?? 0;
        // A clock that was set back does not turn the order round.
        let clock = Math.max(at - 1, (lastClock.get() as number | null) ?? 0);
        const events = entries.map((entry) => {
          const event = {
            ...entry,
            data: JSON.parse(JSON.stringify(entry.data)) as JournalEvent["data"],
            id: randomUUID(),
            device: mine,
            seq: (seq += 1),
            at,
            clock: (clock += 1),
          };
          return { ...event, sum: sumOf(event) };
        });
        for (const event of events) put(event);
        follow(events);
        return events;
      })
      .immediate();
  }

  /**
   * Takes in events of another library. Known ones change nothing; those about what was purged here stay out.
   * @throws AppError journal_damaged: one of them is not what its writer wrote; nothing was taken in
   */
  function merge(events: readonly JournalEvent[]): { added: number; known: number } {
    return database
      .transaction(() => {
        const added: JournalEvent[] = [];
        for (const [index, given] of events.entries()) {
          const parsed = journalEvent.safeParse(given);
          if (!parsed.success || sumOf(parsed.data) !== parsed.data.sum)
            throw new AppError("journal_damaged", { entry: index + 1 });
          const event = parsed.data;
          if (!purged.get(event.subject, event.subjectId) && put(event)) added.push(event);
        }
        follow(added);
        return { added: added.length, known: events.length - added.length };
      })
      .immediate();
  }

  /**
   * Removes all events about a subject for good and leaves a tombstone with their sums. For what was kept for as long
   * as it has to be; nothing else ever leaves the journal.
   */
  function purge(subject: string, subjectId: string): number {
    return database
      .transaction(() => {
        const events = of(subject, subjectId);
        if (events.length === 0) return 0;
        const said = JSON.stringify(events.map(({ device: by, seq, sum }) => [by, seq, sum]));
        database
          .prepare(
            "INSERT INTO journal_purges (subject, subject_id, at, events, sum) VALUES (?, ?, ?, ?, ?)",
          )
          .run(subject, subjectId, now(), said, sha256(said));
        database
          .prepare("DELETE FROM journal WHERE subject = ? AND subject_id = ?")
          .run(subject, subjectId);
        followers.get(subject)?.([subjectId]);
        return events.length;
      })
      .immediate();
  }

  /** All about one subject, in the order in which it is told. */
  const of = (subject: string, subjectId: string): JournalEvent[] =>
    (ofSubject.all(subject, subjectId) as Row[]).map(toEvent);

  /** Every event of a subject, subject by subject; for making tables anew. */
  const idsOf = (subject: string): string[] =>
    database
      .prepare("SELECT DISTINCT subject_id FROM journal WHERE subject = ?")
      .pluck()
      .all(subject) as string[];

  /** Makes the tables of every subject anew from the events. */
  const rebuild = (): void =>
    database
      .transaction(() => {
        for (const clear of clearers.values()) clear();
        for (const [subject, follower] of followers) follower(idsOf(subject));
        database.exec("DELETE FROM journal_behind");
      })
      .immediate();

  return {
    device,
    append,
    merge,
    purge,
    of,
    idsOf,
    /**
     * Names who keeps tables equal to the events about a subject. One per subject.
     * @param clear empties those tables: they are about to be made anew
     */
    follow(subject: string, follower: Follower, clear?: () => void): void {
      followers.set(subject, follower);
      if (clear) clearers.set(subject, clear);
    },
    rebuild,
    /** Makes the tables anew where a restore left them behind. */
    catchUp(): void {
      if (behind.get() !== undefined) rebuild();
    },
    /** What does not add up, in plain words: edited rows, and events that are gone without a tombstone. */
    problems(): string[] {
      const found: string[] = [];
      const seen = new Map<string, Set<number>>();
      const note = (by: string, seq: number): void => {
        const all = seen.get(by) ?? new Set<number>();
        seen.set(by, all.add(seq));
      };
      const rows = database.prepare(`SELECT ${COLUMNS} FROM journal ${ORDER}`).iterate();
      for (const row of rows as IterableIterator<Row>) {
        note(row.device, row.seq);
        if (sumOf(toEvent(row)) !== row.sum)
          found.push(`journal entry ${row.id} (${row.subject} ${row.subjectId}) was edited`);
      }
      const purges = database.prepare("SELECT subject_id, events, sum FROM journal_purges").all();
      for (const each of purges as { subject_id: string; events: string; sum: string }[]) {
        if (sha256(each.events) !== each.sum)
          found.push(`the note about purged ${each.subject_id} was edited`);
        for (const [by, seq] of JSON.parse(each.events) as [string, number][]) note(by, seq);
      }
      // Of other devices only what was handed over is here; of our own everything.
      const mine = seen.get(device()) ?? new Set<number>();
      const gone = Array.from(mine, (_, index) => index + 1).filter((seq) => !mine.has(seq));
      return [...found, ...gone.map((seq) => `journal entry ${seq} of this device is gone`)];
    },
  };
}
