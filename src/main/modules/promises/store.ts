import type Database from "better-sqlite3";
import type { Output } from "../../../shared/contract/index.ts";
import type { PromiseCounts, PromiseRow } from "../../../shared/contract/promises.ts";
import { AppError } from "../../../shared/errors.ts";
import { HOUR } from "../../../shared/rules/standing.ts";
import { type Raw, termsOf, toPromise, toRaw, wordsOf } from "./rows.ts";

export type View = "open" | "closed" | "all";

interface Present {
  readonly now: number;
  readonly todayEnds: number;
}

/** What a promise's tables hold besides its row. */
export interface Kept {
  readonly row: PromiseRow;
  readonly dueSetAt: number;
}

const COLUMNS = Object.keys(toRaw({} as PromiseRow));
const UPSERT = `INSERT INTO promises (${COLUMNS.join(", ")}, due_set_at)
  VALUES (${COLUMNS.map((name) => `@${name}`).join(", ")}, @due_set_at)
  ON CONFLICT (id) DO UPDATE SET ${[...COLUMNS.slice(1), "due_set_at"].map((name) => `${name} = excluded.${name}`).join(", ")}`;

const STATES: Readonly<Record<View, string>> = {
  open: "state = 'open'",
  closed: "state <> 'open'",
  all: "true",
};
const ORDERS: Readonly<Record<View, string>> = {
  open: "due_at, id",
  closed: "closed_at DESC, id",
  all: "due_at DESC, id",
};

export type PromiseStore = ReturnType<typeof createPromiseStore>;

/** Promises as tables: what the journal says, to be asked quickly. */
export function createPromiseStore(database: Database.Database) {
  const upsert = database.prepare(UPSERT);
  const putWords = database.prepare(
    "INSERT INTO promise_words (id, words) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET words = excluded.words",
  );
  const one = database.prepare("SELECT * FROM promises WHERE id = ?");
  const countOpen = database.prepare(
    `SELECT coalesce(sum(due_at < @now), 0) AS overdue,
            coalesce(sum(due_at >= @now AND due_at <= @hour), 0) AS hour,
            coalesce(sum(due_at > @hour AND due_at <= @todayEnds), 0) AS today,
            coalesce(sum(due_at > @hour AND due_at > @todayEnds), 0) AS later
     FROM promises WHERE state = 'open'`,
  );
  const all = (sql: string, ...values: (string | number)[]): PromiseRow[] =>
    (database.prepare(sql).all(...values) as Raw[]).map(toPromise);
  const number = (sql: string, ...values: (string | number)[]): number =>
    database
      .prepare(sql)
      .pluck()
      .get(...values) as number;

  const find = (id: string): PromiseRow | null => {
    const raw = one.get(id) as Raw | undefined;
    return raw ? toPromise(raw) : null;
  };

  return {
    /** Makes the tables of one promise what the journal says; null: there is no such promise. */
    put(id: string, kept: Kept | null): void {
      if (kept === null) {
        database.prepare("DELETE FROM promises WHERE id = ?").run(id);
        return;
      }
      upsert.run({ ...toRaw(kept.row), due_set_at: kept.dueSetAt });
      putWords.run(id, wordsOf(kept.row));
    },
    find,
    /** @throws AppError promise_missing */
    get(id: string): PromiseRow {
      const row = find(id);
      if (!row) throw new AppError("promise_missing");
      return row;
    },
    /** Those that are there, in the order asked for. */
    rows: (ids: readonly string[]): PromiseRow[] => ids.flatMap((id) => find(id) ?? []),
    list(
      view: View,
      text: string,
      offset: number,
      limit: number,
    ): Pick<Output<"promises.list">, "total" | "rows"> {
      const terms = termsOf(text);
      const where = [
        STATES[view],
        ...(terms.length === 0
          ? []
          : [
              `id IN (SELECT id FROM promise_words WHERE ${terms.map(() => "instr(words, ?) > 0").join(" AND ")})`,
            ]),
      ].join(" AND ");
      return {
        total: number(`SELECT count(*) FROM promises WHERE ${where}`, ...terms),
        rows: all(
          `SELECT * FROM promises WHERE ${where} ORDER BY ${ORDERS[view]} LIMIT ? OFFSET ?`,
          ...[...terms, limit, offset],
        ),
      };
    },
    counts: ({ now, todayEnds }: Present): PromiseCounts =>
      countOpen.get({ now, hour: now + HOUR, todayEnds }) as PromiseCounts,
    /** Open ones that are due before a moment, the most pressing first. */
    openUntil: (before: number, limit = -1): PromiseRow[] =>
      all(
        "SELECT * FROM promises WHERE state = 'open' AND due_at < ? ORDER BY due_at, id LIMIT ?",
        before,
        limit,
      ),
    openFrom: (from: number, limit: number): PromiseRow[] =>
      all(
        "SELECT * FROM promises WHERE state = 'open' AND due_at >= ? ORDER BY due_at, id LIMIT ?",
        from,
        limit,
      ),
    openCountUntil: (before: number): number =>
      number("SELECT count(*) FROM promises WHERE state = 'open' AND due_at < ?", before),
    openCountFrom: (from: number): number =>
      number("SELECT count(*) FROM promises WHERE state = 'open' AND due_at >= ?", from),
    ofCase: (caseId: string): PromiseRow[] =>
      all("SELECT * FROM promises WHERE case_id = ? ORDER BY due_at, id", caseId),
    /** Where an event belongs to; null: no promise has it. */
    promiseOf: (event: string): string | null =>
      (database
        .prepare("SELECT subject_id FROM journal WHERE id = ? AND subject = 'promise'")
        .pluck()
        .get(event) as string | undefined) ?? null,
    /** The installations that this library is or was. */
    devices: (): Set<string> =>
      new Set(database.prepare("SELECT id FROM journal_devices").pluck().all() as string[]),
  };
}
