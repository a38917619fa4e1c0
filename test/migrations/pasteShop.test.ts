import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, expect, test } from "vitest";
import { migrate, migrations } from "../../src/main/database/migrate.ts";
import { configure } from "../../src/main/database/open.ts";
import { createPasteLog } from "../../src/main/modules/desk/store.ts";
import { createStatisticsStore } from "../../src/main/modules/statistics/store.ts";
import { temporaryFolder } from "../support/library.ts";

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.dispose());

test("pastes logged before their shop was noted stay, and count for their phrase's shop", () => {
  const at = migrations.findIndex(({ name }) => name === "paste-shop");
  const database = new Database(join(folder.path, "library.db"));
  configure(database);
  migrate(database, () => "", migrations.slice(0, at));
  database.exec(`
    INSERT INTO phrases (id, title, body, shop, created_at, changed_at) VALUES ('p', '甲', '甲', '灯饰店', 1, 1);
    INSERT INTO paste_log (at, phrase_id, title, application, outcome, reason, milliseconds)
      VALUES (10, 'p', '甲', '千牛', 'pasted', NULL, 5), (20, NULL, '图', '千牛', 'sent', NULL, 5)`);
  const before = database.prepare("SELECT id, at, phrase_id, title, outcome FROM paste_log").all();

  migrate(database, () => "");
  expect(database.prepare("SELECT id, at, phrase_id, title, outcome FROM paste_log").all()).toEqual(
    before,
  );
  const log = createPasteLog(database);
  log.add({
    ...{ at: 30, phraseId: "p", title: "甲", application: "千牛", outcome: "pasted" },
    ...{ reason: null, milliseconds: 5, shop: "家居店" },
  });
  const { phrases } = createStatisticsStore(database);
  // Either way of reading them, both from an index alone.
  for (const many of [true, false])
    expect(phrases(0, 100, many)).toEqual([
      { id: "p", title: "甲", categoryId: null, shop: "灯饰店", count: 1 },
      { id: "p", title: "甲", categoryId: null, shop: "家居店", count: 1 },
    ]);
  database.close();
});
