import Database from "better-sqlite3";
import { afterEach, beforeEach, expect, test } from "vitest";
import { migrate, migrations } from "../../src/main/database/migrate.ts";
import { configure, databaseFile, openDatabase } from "../../src/main/database/open.ts";
import { createPhraseStore } from "../../src/main/modules/phrases/store.ts";
import { newPhrase, temporaryFolder } from "../support/library.ts";

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
  const then = createPhraseStore(old, Date.now);
  const { phrase } = then.create(newPhrase({ body: "旧" }));
  const { historyId } = then.update(phrase.id, { body: "新" });
  expect(() =>
    old.prepare("INSERT INTO history_rows VALUES (?, 'picture', 'x', NULL)").run(historyId),
  ).toThrow(/CHECK/);
  old.close();

  const database = openDatabase(folder.path);
  const now = createPhraseStore(database, Date.now);
  now.history.undo(historyId);
  expect(now.get(phrase.id).body).toBe("旧");
  // And a step that is forgotten takes its rows along.
  database.prepare("DELETE FROM history").run();
  expect(database.prepare("SELECT count(*) FROM history_rows").pluck().get()).toBe(0);
  database.close();
});
