import { randomUUID } from "node:crypto";
import Database from "better-sqlite3";
import { afterEach, beforeEach, expect, test } from "vitest";
import { migrate, migrations } from "../../src/main/database/migrate.ts";
import { configure, databaseFile, openDatabase } from "../../src/main/database/open.ts";
import { createPhraseStore } from "../../src/main/modules/phrases/store.ts";
import { temporaryFolder } from "../support/library.ts";

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.dispose());

test("steps made before there were pictures and products can still be taken back", () => {
  const before = migrations.filter(({ name }) => name === "phrases" || name === "segments");
  const old = new Database(databaseFile(folder.path));
  configure(old);
  migrate(old, () => "", before);
  // As that version wrote them: a phrase, and a step that notes the row as it was.
  const id = randomUUID();
  old
    .prepare(
      "INSERT INTO phrases (id, title, body, created_at, changed_at) VALUES (?, 't', '旧', 1, 1)",
    )
    .run(id);
  const row = JSON.stringify(old.prepare("SELECT * FROM phrases WHERE id = ?").get(id));
  old.prepare("UPDATE phrases SET body = '新' WHERE id = ?").run(id);
  const historyId = Number(
    old.prepare("INSERT INTO history (at, kind, label, count) VALUES (1, 'update', 't', 1)").run()
      .lastInsertRowid,
  );
  old.prepare("INSERT INTO history_rows VALUES (?, 'phrase', ?, ?)").run(historyId, id, row);
  expect(() =>
    old.prepare("INSERT INTO history_rows VALUES (?, 'picture', 'x', NULL)").run(historyId),
  ).toThrow(/CHECK/);
  old.close();

  const database = openDatabase(folder.path);
  const now = createPhraseStore(database, Date.now);
  now.history.undo(historyId);
  expect(now.get(id)).toMatchObject({ body: "旧", segments: [], questions: [], promise: "" });
  // And a step that is forgotten takes its rows along.
  database.prepare("DELETE FROM history").run();
  expect(database.prepare("SELECT count(*) FROM history_rows").pluck().get()).toBe(0);
  database.close();
});
