import { afterEach, beforeEach, expect, test } from "vitest";
import type { JournalEvent } from "../../shared/contract/journal.ts";
import { AppError } from "../../shared/errors.ts";
import { temporaryFolder } from "../../../test/support/library.ts";
import { createJournal, type Journal } from "./journal.ts";
import { openDatabase } from "./open.ts";

let undo: (() => void)[] = [];
let now = 0;
beforeEach(() => {
  now = 1_700_000_000_000;
});
afterEach(() => {
  for (const step of undo.toReversed()) step();
  undo = [];
});

/** A journal of its own, whose follower keeps the texts of each subject. */
function open(host: string, folder = temporaryFolder()) {
  const database = openDatabase(folder.path);
  undo.push(folder.dispose, () => database.close());
  const journal = createJournal(database, { now: () => (now += 1), host });
  const told = new Map<string, string[]>();
  journal.follow("note", (ids) => {
    for (const id of ids)
      told.set(
        id,
        journal.of("note", id).map(({ data }) => String(data["text"])),
      );
  });
  const say = (subjectId: string, text: string): JournalEvent[] =>
    journal.append([{ subject: "note", subjectId, kind: "said", data: { text } }]);
  return { database, journal, told, say, folder };
}

const all = (journal: Journal): JournalEvent[] =>
  journal.idsOf("note").flatMap((id) => journal.of("note", id));

test("what is written is told in its order, numbered by device", () => {
  const { journal, say, told } = open("a");
  say("1", "first");
  now -= 60_000;
  say("1", "second, with the clock set back");
  const events = journal.of("note", "1");
  expect(events.map(({ seq }) => seq)).toEqual([1, 2]);
  expect(events[1]!.at).toBeLessThan(events[0]!.at);
  expect(events[1]!.clock).toBeGreaterThan(events[0]!.clock);
  expect(told.get("1")).toEqual(["first", "second, with the clock set back"]);
  expect(journal.problems()).toEqual([]);
});

test("two journals that exchange everything, in any order and twice, say the same", () => {
  const [a, b] = [open("a"), open("b")];
  a.say("1", "from a");
  b.journal.merge(all(a.journal));
  b.say("1", "answer of b");
  a.say("1", "a goes on without knowing");
  b.say("2", "only b");
  for (const [to, from] of [
    [a, b],
    [b, a],
    [a, b],
  ] as const)
    to.journal.merge(all(from.journal).toReversed());
  expect(a.told.get("1")).toHaveLength(3);
  expect(new Map(a.told)).toEqual(new Map(b.told));
  expect(a.journal.merge(all(b.journal))).toEqual({ added: 0, known: 4 });
});

test("a copied data folder writes on as another device and nothing collides", () => {
  const a = open("a");
  a.say("1", "before the copy");
  const path = `${a.folder.path}/copy`;
  a.database.exec(`VACUUM INTO '${a.folder.path}/copy.db'`);
  const copy = open("b");
  copy.database.prepare("ATTACH ? AS old").run(`${path}.db`);
  copy.database.exec("INSERT INTO journal SELECT * FROM old.journal; DETACH old");
  copy.say("1", "in the copy");
  a.say("1", "in the original");
  a.journal.merge(all(copy.journal));
  copy.journal.merge(all(a.journal));
  expect(a.told.get("1")).toHaveLength(3);
  expect(copy.told.get("1")).toEqual(a.told.get("1"));
});

test("an event that was changed on its way is refused with all that came with it", () => {
  const [a, b] = [open("a"), open("b")];
  a.say("1", "one");
  a.say("2", "two");
  const [first, second] = all(a.journal);
  const forged = { ...second!, data: { text: "three" } };
  const taking = (): unknown => b.journal.merge([first!, forged]);
  expect(taking).toThrow(AppError);
  expect(taking).toThrow("journal_damaged");
  expect(all(b.journal)).toEqual([]);
});

test("nothing is changed or removed, and what was done with other tools is noticed", () => {
  const { database, journal, say } = open("a");
  say("1", "one");
  say("1", "two");
  expect(() => database.exec("UPDATE journal SET kind = 'x'")).toThrow("only added to");
  expect(() => database.exec("DELETE FROM journal")).toThrow("only added to");
  database.exec("DROP TRIGGER journal_no_update; DROP TRIGGER journal_no_delete");
  database.exec(`UPDATE journal SET data = '{"text":"never said"}' WHERE seq = 2`);
  database.exec("DELETE FROM journal WHERE seq = 1");
  expect(journal.problems()).toEqual([
    expect.stringContaining("was edited"),
    "journal entry 1 of this device is gone",
  ]);
});

test("a purge leaves a tombstone, and what was purged does not come back", () => {
  const [a, b] = [open("a"), open("b")];
  a.say("1", "old");
  a.say("2", "kept");
  b.journal.merge(all(a.journal));
  expect(a.journal.purge("note", "1")).toBe(1);
  expect(a.told.get("1")).toEqual([]);
  a.journal.merge(all(b.journal));
  expect(a.journal.of("note", "1")).toEqual([]);
  expect(a.journal.of("note", "2")).toHaveLength(1);
  expect(a.journal.problems()).toEqual([]);
  expect(() => a.database.exec("DELETE FROM journal_purges")).toThrow("only added to");
});

test("a follower that fails takes the events with it", () => {
  const { journal } = open("a");
  journal.follow("case", () => {
    throw new Error("no room");
  });
  expect(() =>
    journal.append([{ subject: "case", subjectId: "1", kind: "opened", data: {} }]),
  ).toThrow("no room");
  expect(journal.of("case", "1")).toEqual([]);
});
