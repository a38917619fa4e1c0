import type Database from "better-sqlite3";
import type { Output } from "../../../shared/contract/index.ts";
import type { PromiseCounts, PromiseRow } from "../../../shared/contract/promises.ts";
import { AppError } from "../../../shared/errors.ts";
import { HOUR } from "../../../shared/rules/standing.ts";
import { createLookup, type View } from "./lookup.ts";
import { entryOf, type Raw, toPromise, toRaw } from "./rows.ts";

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

export type PromiseStore = ReturnType<typeof createPromiseStore>;

/** Promises as tables: what the journal says, to be asked quickly. */
export function createPromiseStore(database: Database.Database) {
  const upsert = database.prepare(UPSERT);
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

  const lookup = createLookup((afterId, limit) =>
    all("SELECT * FROM promises WHERE id > ? ORDER BY id LIMIT ?", afterId, limit).map(entryOf),
  );

  const find = (id: string): PromiseRow | null => {
    const raw = one.get(id) as Raw | undefined;
    return raw ? toPromise(raw) : null;
  };

  return {
    /** Makes the tables of one promise what the journal says; null: there is no such promise. */
    put(id: string, kept: Kept | null): void {
      if (kept === null) {
        database.prepare("DELETE FROM promises WHERE id = ?").run(id);
        lookup.put(id, null);
        return;
      }
      upsert.run({ ...toRaw(kept.row), due_set_at: kept.dueSetAt });
      lookup.put(id, entryOf(kept.row));
    },
    atOnce: <T>(work: () => T): T => database.transaction(work).immediate(),
    /** Empties the table: it is about to be made anew. */
    clear(): void {
      database.exec("DELETE FROM promises");
      lookup.forget();
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
    /** One window of a list. */
    list(
      view: View,
      text: string,
      offset: number,
      limit: number,
    ): Pick<Output<"promises.list">, "total" | "rows"> {
      const { total, ids } = lookup.find(view, text, offset, limit);
      return { total, rows: ids.flatMap((id) => find(id) ?? []) };
    },
    /** Reads the lists into memory, in slices. */
    warm: lookup.warm,
    /** What is in memory may not be what was written: it is read anew. */
    forget: lookup.forget,
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
    /** Whether this phrase has promised the same to this customer already; of a customer unknown nobody can tell. */
    hasOpen: (given: { phraseId: string; customer: string; order: string }): boolean =>
      (given.customer !== "" || given.order !== "") &&
      database
        .prepare(
          `SELECT 1 FROM promises WHERE state = 'open' AND phrase_id = @phraseId AND customer = @customer
             AND order_number = @order`,
        )
        .get({ phraseId: given.phraseId, customer: given.customer, order: given.order }) !==
        undefined,
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
