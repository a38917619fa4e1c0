import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createJournal } from "../../src/main/database/journal.ts";
import { migrate, migrations } from "../../src/main/database/migrate.ts";
import { configure } from "../../src/main/database/open.ts";
import { createDayStore } from "../../src/main/modules/promises/dayStore.ts";
import { SUBJECT } from "../../src/main/modules/promises/events.ts";
import { followPromises } from "../../src/main/modules/promises/follow.ts";
import { createPromiseStore } from "../../src/main/modules/promises/store.ts";
import { temporaryFolder } from "../support/library.ts";

const DAY = 86_400_000;

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.dispose());

test("a promise that was carried over late, before the program knew that, was late in its days", () => {
  const at = migrations.findIndex(({ name }) => name === "promises-late");
  const database = new Database(join(folder.path, "library.db"));
  configure(database);
  migrate(database, () => "", migrations.slice(0, at));
  let now = 0;
  const journal = createJournal(database, { now: () => now, host: "here" });
  const say = (kind: string, data: object): void =>
    void journal.append([
      { subject: SUBJECT, subjectId: "p", kind, data: { by: "小王", ...data } },
    ]);
  const who = { text: "补发", note: "", customer: "", order: "", shop: "" };
  const from = { source: "hand", phraseId: null, caseId: null };
  say("made", { ...who, ...from, dueAt: DAY, dateOnly: false, zone: "UTC" });
  now = 3 * DAY;
  say("carried", { dueAt: 9 * DAY, dateOnly: false, zone: "UTC", reason: "缺货" });

  migrate(database, () => "");
  const [store, days] = [createPromiseStore(database), createDayStore(database)];
  const reader = createJournal(database, { now: () => now, host: "here" });
  reader.follow(SUBJECT, followPromises({ store, days, events: reader.of }), () => {
    store.clear();
    days.clearSteps();
  });
  reader.catchUp();
  expect([1, 2, 3, 4].map((day) => days.lateAt(day * DAY))).toEqual([0, 1, 1, 0]);
  expect(store.get("p").dueAt).toBe(9 * DAY);
  database.close();
});
