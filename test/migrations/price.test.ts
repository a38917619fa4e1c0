import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, expect, test } from "vitest";
import { migrate, migrations } from "../../src/main/database/migrate.ts";
import { configure } from "../../src/main/database/open.ts";
import { createHistoryStore } from "../../src/main/modules/phrases/historyStore.ts";
import { temporaryFolder } from "../support/library.ts";

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.dispose());

test("steps of the history made before there were price schemes can still be undone", () => {
  const at = migrations.findIndex(({ name }) => name === "price");
  const database = new Database(join(folder.path, "library.db"));
  configure(database);
  migrate(database, () => "", migrations.slice(0, at));
  // Written as the schema before has it: today's store may know columns that came later.
  const row = `{"id":"p","title":"旧","body":"旧","shortcut":"","category_id":null,"tags":"[]","shop":"",
    "favourite":0,"hotkey":null,"send_mode":"paste","note":"","source":"mine","created_at":1,"changed_at":1,
    "trashed_at":null}`;
  database.exec(`INSERT INTO phrases (id, title, body, created_at, changed_at) VALUES ('p', '新', '新', 1, 2);
    INSERT INTO history (id, at, kind, label, count) VALUES (7, 2, 'update', '新', 1);
    INSERT INTO history_rows VALUES (7, 'phrase', 'p', '${row}')`);

  migrate(database, () => "");
  expect(database.pragma("foreign_key_check")).toEqual([]);
  createHistoryStore(database, () => 3).undo(7);
  expect(database.prepare("SELECT title FROM phrases").pluck().get()).toBe("旧");
  // A step that is dropped takes its rows along, as it did before.
  database.prepare("DELETE FROM history WHERE id = 7").run();
  const rows = database.prepare("SELECT count(*) FROM history_rows WHERE history_id = 7").pluck();
  expect(rows.get()).toBe(0);
  database.close();
});
