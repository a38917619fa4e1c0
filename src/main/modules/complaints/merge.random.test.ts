import { expect, test } from "vitest";
import type { JournalEvent } from "../../../shared/contract/journal.ts";
import { temporaryFolder } from "../../../../test/support/library.ts";
import { createJournal } from "../../database/journal.ts";
import { openDatabase } from "../../database/open.ts";
import { CASE, fold, understand } from "./fold.ts";
import { createComplaintList } from "./listStore.ts";
import { createComplaintStore } from "./store.ts";

/** A sequence that is the same on every run. */
function randomOf(seed: number) {
  let state = seed;
  return (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const FIELDS = {
  ...{ title: "灯没到", customer: "王女士", order: "T1", shop: "", product: "", kind: "logistics" },
  ...{ channel: "chat", severity: "normal", owner: "", demand: "", customerKind: null },
  ...{ cause: "", answerBy: 5_000 },
};
const STAGES = ["accept", "clarify", "resolve", "follow", "closed"];

/** Any step, whether a person could take it there or not: what comes together was written apart. */
function stepOf(pick: (below: number) => number): { kind: string; data: object } {
  const at = pick(5);
  const steps = [
    { kind: "amended", data: { changes: { answerBy: 5_000 + pick(3), customer: `客${pick(3)}` } } },
    { kind: "recorded", data: { record: "chat", text: `话${pick(9)}`, sha256: "", size: 3 } },
    { kind: "duty", data: { duty: ["plan_told", "summarised"][pick(2)], done: pick(2) === 0 } },
    {
      kind: "advanced",
      data: { from: STAGES[Math.min(at, 3)], to: STAGES[Math.min(at, 3) + 1], followUpAt: null },
    },
    {
      kind: "back",
      data: { from: STAGES[Math.max(at, 1)], to: STAGES[Math.max(at, 1) - 1], reason: "" },
    },
    { kind: "reopened", data: { to: "accept", reason: "again" } },
    {
      kind: "proposed",
      data: {
        plan: { measure: "补发", reason: "r", dueAt: 9_000 },
        compensation: { kind: "coupon", fen: pick(5) * 1_000, note: "" },
        ...{ role: "agent", limit: 2_000 },
      },
    },
    { kind: "answered", data: { agreed: pick(2) === 0, note: "" } },
    { kind: "escalated", data: { to: "李", level: "lead", dueAt: 7_000, reason: "r" } },
    { kind: "decided", data: { approved: pick(2) === 0, fen: null, note: "", decidedBy: "李" } },
    { kind: "satisfied", data: { value: 1 + pick(5), note: "" } },
    { kind: "of_a_newer_version", data: { something: 1 } },
  ];
  const { kind, data } = steps[pick(steps.length)]!;
  return { kind, data: { by: "", ...data } };
}

test.each(Array.from({ length: 12 }, (_, seed) => seed + 1))(
  "three libraries that exchange cases in any order and twice say the same, and the rows say what the events say (%i)",
  (seed) => {
    const pick = randomOf(seed);
    let now = 1_000;
    const desks = ["a", "b", "c"].map((host) => {
      const folder = temporaryFolder();
      const database = openDatabase(folder.path);
      const journal = createJournal(database, { now: () => (now += pick(20) - 5), host });
      const store = createComplaintStore(database);
      const wholeOf = (id: string) => {
        const happened = understand(journal.of(CASE, id));
        return { happened, folded: fold(id, happened) };
      };
      journal.follow(CASE, (ids) => {
        for (const id of ids) {
          const { happened, folded } = wholeOf(id);
          if (folded) store.save(folded, happened);
          else store.remove(id);
        }
      });
      const all = (): JournalEvent[] => journal.idsOf(CASE).flatMap((id) => journal.of(CASE, id));
      return {
        folder,
        database,
        journal,
        store,
        wholeOf,
        all,
        list: createComplaintList(database),
      };
    });
    try {
      const cases = Array.from({ length: 3 }, () => crypto.randomUUID());
      for (const [index, id] of cases.entries())
        desks[index]!.journal.append([
          {
            subject: CASE,
            subjectId: id,
            kind: "opened",
            data: { by: "", number: `N${index}`, fields: FIELDS },
          },
        ]);
      for (let round = 0; round < 60; round += 1) {
        const desk = desks[pick(3)]!;
        if (pick(4) === 0) {
          // A part of what another has, in any order.
          const theirs = desks[pick(3)]!.all();
          for (let at = theirs.length - 1; at > 0; at -= 1) {
            const other = pick(at + 1);
            [theirs[at], theirs[other]] = [theirs[other]!, theirs[at]!];
          }
          desk.journal.merge(theirs.slice(0, pick(theirs.length + 1)));
        } else
          desk.journal.append([{ subject: CASE, subjectId: cases[pick(3)]!, ...stepOf(pick) }]);
      }
      for (let round = 0; round < 2; round += 1)
        for (const to of desks) for (const from of desks) to.journal.merge(from.all());
      const [first, ...others] = desks.map(({ all, store, wholeOf, list, journal }) => {
        for (const id of cases) expect(store.get(id)).toEqual(wholeOf(id).folded?.case ?? null);
        expect(journal.problems()).toEqual([]);
        return {
          events: all().length,
          states: cases.map((id) => store.get(id)),
          empty: list.empty(),
        };
      });
      expect(first!.states.every((each) => each !== null)).toBe(true);
      for (const other of others) expect(other).toEqual(first);
      // Made anew from the events, the rows are the same.
      const { journal, store } = desks[0]!;
      store.clear();
      journal.rebuild();
      expect(cases.map((id) => store.get(id))).toEqual(first!.states);
    } finally {
      for (const { database, folder } of desks) {
        database.close();
        folder.dispose();
      }
    }
  },
);
