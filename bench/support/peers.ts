import Database from "better-sqlite3";
import Fuse from "fuse.js";
import MiniSearch from "minisearch";
import { pinyin } from "pinyin-pro";
import type { CorpusPhrase } from "./corpus.ts";

/** A search library with an index made; `find` gives ids, best first. */
export interface Peer {
  find(text: string, limit: number): string[];
  /** What it holds outside of the JavaScript heap. */
  bytes?(): number;
  close(): void;
}

export interface PeerKind {
  readonly name: string;
  /** Larger libraries would take it minutes. */
  readonly upTo: number;
  make(phrases: readonly CorpusPhrase[]): Peer;
}

interface Row {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly shortcut: string;
  readonly labels: string;
  readonly full: string;
  readonly initials: string;
}

const spoken = (text: string): string[] =>
  pinyin(text, { toneType: "none", type: "array", nonZh: "removed", v: true });

/** What one would give a library that knows no Chinese: titles also in pinyin and in initials. */
function toRow({ id, title, body, shortcut, tags, path }: CorpusPhrase): Row {
  const names = spoken(title);
  const initials = names.map((name) => name[0] ?? "").join("");
  return {
    id,
    title,
    body,
    shortcut,
    labels: [...tags, ...path].join(" "),
    full: names.join(""),
    initials,
  };
}

const FIELDS = ["title", "body", "shortcut", "labels"] as const;
const SPOKEN = [...FIELDS, "full", "initials"] as const;
const nothing = (): void => undefined;

/** Hanzi one by one and in pairs, other runs whole. */
function tokens(text: string): string[] {
  return (text.match(/\p{Script=Han}+|[\p{L}\p{N}]+/gu) ?? []).flatMap((run) => {
    if (!/\p{Script=Han}/u.test(run)) return [run];
    const characters = [...run];
    return [...characters, ...characters.slice(1).map((next, at) => `${characters[at]}${next}`)];
  });
}

/** For a query: a longer run of hanzi by its pairs alone. */
function queryTokens(text: string): string[] {
  const all = tokens(text);
  return all.length > 1
    ? all.filter((token) => token.length > 1 || !/\p{Script=Han}/u.test(token))
    : all;
}

function miniSearch(phrases: readonly CorpusPhrase[], tuned: boolean): Peer {
  const index = new MiniSearch<Row>(
    tuned
      ? {
          fields: [...SPOKEN],
          tokenize: tokens,
          searchOptions: {
            tokenize: queryTokens,
            prefix: true,
            combineWith: "AND",
            boost: { shortcut: 6, title: 4, full: 3, initials: 3, labels: 2 },
          },
        }
      : { fields: [...FIELDS] },
  );
  index.addAll(phrases.map(toRow));
  return {
    find: (text, limit) =>
      index
        .search(text)
        .slice(0, limit)
        .map(({ id }) => String(id)),
    close: nothing,
  };
}

function fuse(phrases: readonly CorpusPhrase[], tuned: boolean): Peer {
  const rows = phrases.map(toRow);
  const index = new Fuse(
    rows,
    tuned
      ? {
          keys: [
            { name: "shortcut", weight: 4 },
            { name: "title", weight: 3 },
            { name: "full", weight: 2 },
            { name: "initials", weight: 2 },
            { name: "labels", weight: 1.5 },
            { name: "body", weight: 1 },
          ],
          ignoreLocation: true,
          threshold: 0.2,
        }
      : { keys: [...FIELDS] },
  );
  return {
    find: (text, limit) => index.search(text, { limit }).map(({ item }) => item.id),
    close: nothing,
  };
}

function trigram(phrases: readonly CorpusPhrase[], tuned: boolean): Peer {
  const database = new Database(":memory:");
  const columns = tuned ? SPOKEN : FIELDS;
  const names = columns.join(", ");
  database.exec(
    `CREATE VIRTUAL TABLE phrases USING fts5(id UNINDEXED, ${names}, tokenize = 'trigram')`,
  );
  const insert = database.prepare(
    `INSERT INTO phrases (id, ${names}) VALUES (@id, ${columns.map((name) => `@${name}`).join(", ")})`,
  );
  database.transaction(() => {
    for (const phrase of phrases) insert.run(toRow(phrase));
  })();
  const weights = tuned ? ", 0, 4, 1, 6, 2, 3, 3" : "";
  const matched = database
    .prepare(
      `SELECT id FROM phrases WHERE phrases MATCH ? ORDER BY bm25(phrases${weights}) LIMIT ?`,
    )
    .pluck();
  // A trigram index has nothing under three characters; LIKE reads every row.
  const like = (count: number) => {
    const row = columns.map((name) => `coalesce(${name}, '')`).join(" || ' ' || ");
    const where = Array.from({ length: count }, () => `(${row}) LIKE ?`).join(" AND ");
    return database.prepare(`SELECT id FROM phrases WHERE ${where} LIMIT ?`).pluck();
  };
  const likes = new Map<number, ReturnType<typeof like>>();
  const quoted = (term: string): string => `"${term.replaceAll('"', '""')}"`;
  return {
    find(text, limit) {
      const terms = text.split(/\s+/u).filter((term) => term !== "");
      if (!tuned || terms.every((term) => [...term].length >= 3)) {
        return matched.all(terms.map(quoted).join(" AND "), limit) as string[];
      }
      const statement = likes.get(terms.length) ?? like(terms.length);
      likes.set(terms.length, statement);
      return statement.all(...terms.map((term) => `%${term}%`), limit) as string[];
    },
    bytes: () =>
      database
        .prepare("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size")
        .pluck()
        .get() as number,
    close: () => database.close(),
  };
}

const EVERY_SIZE = 100_000;

/** Each as it comes, and with the options and the pinyin columns a careful user would give it. */
export const PEERS: readonly PeerKind[] = [
  { name: "MiniSearch", upTo: 10_000, make: (phrases) => miniSearch(phrases, false) },
  { name: "MiniSearch, tuned", upTo: EVERY_SIZE, make: (phrases) => miniSearch(phrases, true) },
  { name: "Fuse.js", upTo: 10_000, make: (phrases) => fuse(phrases, false) },
  { name: "Fuse.js, tuned", upTo: 10_000, make: (phrases) => fuse(phrases, true) },
  { name: "FTS5 trigram", upTo: 10_000, make: (phrases) => trigram(phrases, false) },
  { name: "FTS5 trigram, tuned", upTo: EVERY_SIZE, make: (phrases) => trigram(phrases, true) },
];
