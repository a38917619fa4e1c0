import type Database from "better-sqlite3";

type Row = Record<string, string | number | null>;

/** Rows of a table that a step of the history may hold, put back and taken out as they were. */
export interface PlainRows {
  /** The row as it stands, or undefined. */
  read(id: string): unknown;
  /** What the row is called; null when it is not there. */
  title(id: string): string | null;
  /** Makes these rows as they were; null: not there. */
  takeBack(rows: readonly { id: string; before: Row | null }[]): void;
}

/** For tables whose rows have nothing that another row may have taken meanwhile. */
export function plainRows(
  database: Database.Database,
  table: string,
  titleColumn: string,
): PlainRows {
  const read = database.prepare(`SELECT * FROM ${table} WHERE id = ?`);
  const remove = database.prepare(`DELETE FROM ${table} WHERE id = ?`);

  function put(row: Row): void {
    // A row noted by an earlier version of the program gets the defaults of newer columns.
    const names = Object.keys(row);
    database
      .prepare(
        `INSERT INTO ${table} (${names.join(", ")}) VALUES (${names.map((name) => `@${name}`).join(", ")})
         ON CONFLICT (id) DO UPDATE SET ${names.map((name) => `${name} = excluded.${name}`).join(", ")}`,
      )
      .run(row);
  }

  return {
    read: (id) => read.get(id),
    title: (id) => (read.get(id) as Row | undefined)?.[titleColumn]?.toString() ?? null,
    takeBack(rows) {
      for (const { id, before } of rows)
        if (before === null) remove.run(id);
        else put(before);
    },
  };
}
