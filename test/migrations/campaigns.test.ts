import Database from "better-sqlite3";
import { join } from "node:path";
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

const AT = migrations.findIndex(({ name }) => name === "history-of-any");

test("steps of the history made before other features took part in it can still be undone", () => {
  const database = new Database(join(folder.path, "library.db"));
  configure(database);
  migrate(database, () => "", migrations.slice(0, AT));
  const before = { id: "p", title: "旧", body: "旧", created_at: 1, changed_at: 1, tags: "[]" };
  const rest = { shortcut: "", category_id: null, shop: "", favourite: 0, hotkey: null };
  const row = {
    ...before,
    ...rest,
    send_mode: "paste",
    note: "",
    source: "mine",
    trashed_at: null,
  };
  database.exec(`INSERT INTO phrases (id, title, body, created_at, changed_at) VALUES ('p', '新', '新', 1, 2);
    INSERT INTO history (id, at, kind, label, count) VALUES (7, 2, 'update', '新', 1)`);
  database
    .prepare("INSERT INTO history_rows VALUES (7, 'phrase', 'p', ?)")
    .run(JSON.stringify(row));

  migrate(database, () => "");
  expect(database.pragma("foreign_key_check")).toEqual([]);
  createHistoryStore(database, () => 3).undo(7);
  expect(database.prepare("SELECT title FROM phrases").pluck().get()).toBe("旧");
  database.prepare("DELETE FROM history WHERE id = 7").run();
  expect(
    database.prepare("SELECT count(*) FROM history_rows WHERE history_id = 7").pluck().get(),
  ).toBe(0);
  database.close();
});

test("the log of switching cannot be rewritten", () => {
  const database = new Database(join(folder.path, "library.db"));
  configure(database);
  migrate(database, () => "");
  database.exec(
    `INSERT INTO campaign_switches (at, campaign_id, name, action, switched_by, why) VALUES (1, 'c', '平台故障', 'on', '王', '')`,
  );
  expect(() => database.exec("UPDATE campaign_switches SET why = '别的'")).toThrow(/only added to/);
  database.close();
});
