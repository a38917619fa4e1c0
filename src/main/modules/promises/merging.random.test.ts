import { afterEach, expect, test } from "vitest";
import { type Desk, FRIDAY, HOUR, MINUTE, openDesk, SHANGHAI } from "./desk.fixture.ts";
import { saidBy, SUBJECT } from "./events.ts";
import { type Folded, fold } from "./fold.ts";

/** Small, quick and the same everywhere: mulberry32. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  };
}

const desks: Desk[] = [];
afterEach(() => {
  for (const desk of desks.splice(0)) desk.close();
});

const NAMES = ["小王", "小李", "小张"];

/** Everything one desk knows, as the events say it. */
const statesOf = ({ journal }: Desk): Map<string, Folded | null> =>
  new Map(
    journal
      .idsOf(SUBJECT)
      .toSorted()
      .map((id) => [id, fold(id, saidBy(journal.of(SUBJECT, id)))]),
  );
const eventsOf = ({ journal }: Desk) =>
  journal.idsOf(SUBJECT).flatMap((id) => journal.of(SUBJECT, id));

/** A step that refuses changes nothing; which ones do is another test's. */
function attempt(step: () => unknown): void {
  try {
    step();
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
  }
}

function randomStep(desk: Desk, roll: (sides: number) => number, receipts: string[][]): void {
  const known = desk.store.list("all", "", 0, 500).rows.map(({ id }) => id);
  const id = known[roll(Math.max(1, known.length))];
  const keep = ({ events }: { events: string[] }): void => void receipts.push(events);
  const due = desk.clock.now + (1 + roll(50)) * HOUR;
  attempt(() => {
    if (id === undefined || roll(5) === 0) return desk.add(`第${roll(1_000)}件`, due);
    const { book } = desk;
    switch (roll(8)) {
      case 0:
        return keep(book.clear([id]));
      case 1:
        return keep(book.reopen([id]));
      case 2:
        return keep(book.withdraw([id], "记错了"));
      case 3:
        return keep(book.carry({ ids: [id], dueAt: due, dateOnly: roll(2) === 0, reason: "缺货" }));
      case 4:
        return keep(book.snooze([id], desk.clock.now + roll(90) * MINUTE));
      case 5:
        return keep(book.amend({ id, changes: { text: `改${roll(1_000)}` } }).receipt);
      case 6:
        return keep(book.hand([id], NAMES[roll(3)]!, ""));
      default: {
        const events = receipts[roll(Math.max(1, receipts.length))];
        return events && events.length > 0 ? book.undo(events) : undefined;
      }
    }
  });
}

/** What was handed over goes to the colleague, sometimes twice. */
async function randomHandover(
  from: Desk,
  to: Desk,
  roll: (sides: number) => number,
): Promise<void> {
  const handed = from.store
    .list("closed", "", 0, 500)
    .rows.filter(({ state }) => state === "handed");
  const ids = handed.filter(() => roll(2) === 0).map(({ id }) => id);
  if (ids.length === 0) return;
  const { text } = await from.exchange.giveOut(ids, false);
  for (let times = 1 + roll(2); times > 0; times -= 1) to.exchange.takeIn(text, true);
}

test.each(Array.from({ length: 30 }, (_, seed) => seed))(
  "libraries that have the same events say the same, whatever happened (%d)",
  async (seed) => {
    const roll = dice(seed + 1);
    const all = Array.from({ length: 2 + roll(2) }, (_, index) => {
      // Clocks of different machines do not agree.
      const clock = { now: FRIDAY + (roll(5) - 2) * 7 * MINUTE, zone: SHANGHAI };
      const desk = openDesk(NAMES[index]!, clock);
      desks.push(desk);
      return desk;
    });
    const receipts: string[][] = [];
    for (let step = 0; step < 60; step += 1) {
      const desk = all[roll(all.length)]!;
      const other = all[roll(all.length)]!;
      desk.clock.now += roll(10) * MINUTE;
      const what = roll(10);
      if (what === 0) other.journal.merge(eventsOf(desk).filter(() => roll(4) > 0));
      else if (what === 1 && other !== desk) await randomHandover(desk, other, roll);
      else randomStep(desk, roll, receipts);
    }
    // Everything to everybody, in any order, and twice.
    const everything = all.flatMap(eventsOf);
    for (const desk of all) {
      const shuffled = everything.map((event) => [roll(1_000_000), event] as const);
      desk.journal.merge(shuffled.toSorted(([a], [b]) => a - b).map(([, event]) => event));
      expect(desk.journal.merge(everything)).toMatchObject({ added: 0 });
    }
    const distinct = new Set(everything.map(({ id }) => id));
    const first = statesOf(all[0]!);
    expect([...first.values()]).not.toContain(null);
    for (const desk of all) {
      // No event is lost, none is there twice, and all say the same.
      expect(
        eventsOf(desk)
          .map(({ id }) => id)
          .toSorted(),
      ).toEqual([...distinct].toSorted());
      expect(statesOf(desk)).toEqual(first);
      expect(desk.store.list("all", "", 0, 500).total).toBe(first.size);
      // The tables are what the events say, as if they had been made at once.
      const rows = desk.store.rows([...first.keys()]);
      desk.journal.rebuild();
      expect(desk.store.rows([...first.keys()])).toEqual(rows);
      expect(desk.journal.problems()).toEqual([]);
    }
    // What is open somewhere is open at exactly one desk.
    for (const [id, state] of first) {
      const open = all.filter((desk) => desk.store.get(id).state === "open");
      expect(open).toHaveLength(state!.state === "open" ? 1 : 0);
      if (state!.state === "open") expect(open[0]!.journal.device()).toBe(state!.holder);
    }
  },
);
