import { randomUUID } from "node:crypto";
import type Database from "better-sqlite3";
import type { Outcome } from "../../../shared/contract/wordings.ts";
import { AppError } from "../../../shared/errors.ts";

/** A topic as it is stored. */
export interface Topic {
  readonly id: string;
  readonly title: string;
  readonly examples: readonly string[];
  /** The wording that is the standard, or null. */
  readonly standard: string | null;
  readonly createdAt: number;
  readonly changedAt: number;
}

/** A wording as it is stored. */
export interface StoredWording {
  readonly id: string;
  readonly topicId: string;
  readonly phraseId: string | null;
  readonly body: string;
  /** Texts and pictures in order as JSON; "[]" for one text. */
  readonly segments: string;
  readonly author: string;
  readonly origin: "own" | "phrase" | "colleague" | "former";
  /** Uses of its phrase count from here on, milliseconds since 1970; null when it is none. */
  readonly liveFrom: number | null;
  readonly pastUses: number;
  readonly createdAt: number;
}

/** A wording with what is known of it. */
export interface KnownWording extends StoredWording {
  readonly rating: number;
  readonly note: string;
  readonly uses: number;
  readonly deal: number;
  readonly none: number;
  readonly unclear: number;
}

const WORDING = `w.id, w.topic_id AS topicId, w.phrase_id AS phraseId, w.body, w.segments, w.author, w.origin,
  w.live_from AS liveFrom, w.past_uses AS pastUses, w.created_at AS createdAt`;
/** What went into a chat; failed and cancelled pastes are no use. */
const USES = `w.past_uses + CASE WHEN w.phrase_id IS NULL THEN 0 ELSE
  (SELECT count(*) FROM paste_log AS l WHERE l.phrase_id = w.phrase_id AND l.at >= coalesce(w.live_from, 0)
     AND l.outcome IN ('pasted', 'sent', 'copied')) END`;
const marked = (outcome: Outcome): string =>
  `(SELECT count(*) FROM wording_outcomes AS o WHERE o.wording_id = w.id AND o.outcome = '${outcome}') AS "${outcome}"`;
const KNOWN = `SELECT ${WORDING}, coalesce(r.rating, 0) AS rating, coalesce(r.note, '') AS note, ${USES} AS uses,
  ${marked("deal")}, ${marked("none")}, ${marked("unclear")}
  FROM wordings AS w LEFT JOIN wording_ratings AS r ON r.wording_id = w.id`;

/** Told the id of a row that is about to be made, so that a step of the history can note that it was not there. */
type About = (id: string) => void;

interface RawTopic {
  readonly id: string;
  readonly title: string;
  readonly examples: string;
  readonly standard: string | null;
  readonly created_at: number;
  readonly changed_at: number;
}

const toTopic = (raw: RawTopic): Topic => ({
  id: raw.id,
  title: raw.title,
  examples: JSON.parse(raw.examples) as string[],
  standard: raw.standard,
  createdAt: raw.created_at,
  changedAt: raw.changed_at,
});

export type WordingStore = ReturnType<typeof createWordingStore>;

/** Topics and their wordings. Changes are to be made inside a step of the history. @param now in milliseconds */
export function createWordingStore(database: Database.Database, now: () => number) {
  const topicById = database.prepare("SELECT * FROM wording_topics WHERE id = ?");
  const allTopics = database.prepare(
    "SELECT * FROM wording_topics ORDER BY changed_at DESC, created_at DESC, id",
  );
  const counted = database.prepare(
    `SELECT w.topic_id AS id, count(*) AS count, count(nullif(coalesce(r.rating, 0), 0)) AS rated
     FROM wordings AS w LEFT JOIN wording_ratings AS r ON r.wording_id = w.id GROUP BY w.topic_id`,
  );
  const writeTopic = database.prepare(
    `INSERT INTO wording_topics (id, title, examples, standard, created_at, changed_at)
     VALUES (@id, @title, @examples, @standard, @createdAt, @changedAt)
     ON CONFLICT (id) DO UPDATE SET title = excluded.title, examples = excluded.examples,
       standard = excluded.standard, changed_at = excluded.changed_at`,
  );
  const eraseTopic = database.prepare("DELETE FROM wording_topics WHERE id = ?");
  const wordingById = database.prepare(`${KNOWN} WHERE w.id = ?`);
  const ofTopic = database.prepare(`${KNOWN} WHERE w.topic_id = ? ORDER BY w.created_at, w.rowid`);
  const writeOne = database.prepare(
    `INSERT INTO wordings (id, topic_id, phrase_id, body, segments, author, origin, live_from, past_uses, created_at)
     VALUES (@id, @topicId, @phraseId, @body, @segments, @author, @origin, @liveFrom, @pastUses, @createdAt)
     ON CONFLICT (id) DO UPDATE SET topic_id = excluded.topic_id, phrase_id = excluded.phrase_id,
       body = excluded.body, segments = excluded.segments, author = excluded.author, origin = excluded.origin,
       live_from = excluded.live_from, past_uses = excluded.past_uses`,
  );
  const eraseOne = database.prepare("DELETE FROM wordings WHERE id = ?");
  const rateOne = database.prepare(
    `INSERT INTO wording_ratings (wording_id, rating, note) VALUES (@id, coalesce(@rating, 0), coalesce(@note, ''))
     ON CONFLICT (wording_id) DO UPDATE SET rating = coalesce(@rating, rating), note = coalesce(@note, note)`,
  );
  const addMark = database.prepare(
    "INSERT INTO wording_outcomes (at, wording_id, outcome) VALUES (?, ?, ?)",
  );
  const dropMark = database.prepare(
    `DELETE FROM wording_outcomes WHERE id =
       (SELECT max(id) FROM wording_outcomes WHERE wording_id = ? AND outcome = ?)`,
  );
  const useOne = database.prepare("UPDATE wordings SET past_uses = past_uses + 1 WHERE id = ?");

  /** @throws AppError wording_topic_missing */
  function topic(id: string): Topic {
    const raw = topicById.get(id) as RawTopic | undefined;
    if (!raw) throw new AppError("wording_topic_missing");
    return toTopic(raw);
  }

  /** @throws AppError wording_missing */
  function wording(id: string): KnownWording {
    const found = wordingById.get(id) as KnownWording | undefined;
    if (!found) throw new AppError("wording_missing");
    return found;
  }

  function saveTopic(
    id: string | null,
    changes: Partial<Pick<Topic, "title" | "examples" | "standard">>,
    about?: About,
  ): string {
    const before = id === null ? null : topic(id);
    const time = now();
    const next = {
      title: "",
      examples: [],
      standard: null,
      createdAt: time,
      ...before,
      ...changes,
      id: id ?? randomUUID(),
      changedAt: time,
    };
    if (id === null) about?.(next.id);
    writeTopic.run({ ...next, examples: JSON.stringify(next.examples) });
    return next.id;
  }

  return {
    topic,
    wording,
    topics: (): Topic[] => (allTopics.all() as RawTopic[]).map(toTopic),
    /** How many wordings each topic has, and how many of them are rated. */
    counts: (): Map<string, { count: number; rated: number }> =>
      new Map(
        (counted.all() as { id: string; count: number; rated: number }[]).map((row) => [
          row.id,
          row,
        ]),
      ),
    /** Oldest first. */
    wordings: (topicId: string): KnownWording[] => ofTopic.all(topicId) as KnownWording[],
    /** Makes a topic, or with an id changes it; returns its id. `about` hears of a new one before it is written. */
    saveTopic,
    removeTopic: (id: string): void => void eraseTopic.run(id),
    /** Writes a new wording, or changes the one with this id; returns its id. `about` as above. */
    save(
      one: Omit<StoredWording, "id" | "createdAt"> &
        Partial<Pick<StoredWording, "id" | "createdAt">>,
      about?: About,
    ): string {
      const id = one.id ?? randomUUID();
      if (one.id === undefined) about?.(id);
      const { topicId, phraseId, body, segments, author, origin, liveFrom, pastUses } = one;
      const row = { topicId, phraseId, body, segments, author, origin, liveFrom, pastUses };
      writeOne.run({ ...row, id, createdAt: one.createdAt ?? now() });
      return id;
    },
    remove: (id: string): void => void eraseOne.run(id),
    /** What is undefined stays as it is. */
    rate: (id: string, rating: number | undefined, note: string | undefined): void =>
      void rateOne.run({ id, rating: rating ?? null, note: note ?? null }),
    mark: (id: string, outcome: Outcome): void => void addMark.run(now(), id, outcome),
    /** Takes the latest mark of this kind away. */
    unmark: (id: string, outcome: Outcome): void => void dropMark.run(id, outcome),
    /** Counts a use of a text that is no phrase. */
    used: (id: string): void => void useOne.run(id),
  };
}
