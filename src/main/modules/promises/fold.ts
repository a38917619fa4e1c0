import type { PromiseRow } from "../../../shared/contract/promises.ts";
import { type DataOf, type Said, undoneIn } from "./events.ts";

/** A promise as its events say it is, the same in every library that has the same events. */
export interface Folded extends PromiseRow {
  /** The installation that has to keep it. */
  readonly holder: string;
  /** When it was last said when it is due, or given to the one who has it: nobody is reminded of what they just wrote. */
  readonly dueSetAt: number;
  /** Gifts of it to a colleague that still count. */
  readonly hands: ReadonlySet<string>;
}

const isOpen = ({ state }: Folded): boolean => state === "open";
/** Can still be closed: open here or at a colleague's. */
const isAlive = ({ state }: Folded): boolean => state === "open" || state === "handed";

function begin(id: string, at: number, device: string, data: DataOf<"made">): Folded {
  const { zone, by, ...rest } = data;
  return {
    ...rest,
    id,
    dueZone: zone,
    owner: by,
    ...{ createdAt: at, changedAt: at, dueSetAt: at },
    ...{ state: "open", closedAt: null, handedTo: null, takenAt: null, from: null },
    ...{ carried: 0, reason: "", snoozedUntil: null },
    holder: device,
    hands: new Set(),
  };
}

/** A new time ends the rest that a reminder was given. */
function dueFrom(
  { dueAt, dateOnly, zone }: { dueAt: number; dateOnly: boolean; zone: string },
  at: number,
) {
  return { dueAt, dateOnly, dueZone: zone, dueSetAt: at, snoozedUntil: null };
}

/**
 * One event more. Closing wins over what is said of an open one at the same time elsewhere: only reopening opens again.
 */
function step(now: Folded, said: Said): Folded {
  const { at, device } = said;
  const next: Folded = { ...now, changedAt: at };
  switch (said.kind) {
    case "made":
    case "undone":
      return now;
    case "amended": {
      const { dueAt, dateOnly, zone, ...words } = said.data.changes;
      const time =
        dueAt === undefined && dateOnly === undefined
          ? {}
          : dueFrom(
              {
                dueAt: dueAt ?? now.dueAt,
                dateOnly: dateOnly ?? now.dateOnly,
                zone: zone ?? now.dueZone,
              },
              at,
            );
      return { ...next, ...words, ...time };
    }
    case "done":
      return isAlive(now) ? { ...next, state: "done", closedAt: at, snoozedUntil: null } : now;
    case "withdrawn":
      return isAlive(now)
        ? {
            ...next,
            ...{ state: "withdrawn", closedAt: at, reason: said.data.reason, snoozedUntil: null },
          }
        : now;
    case "reopened":
      if (isOpen(now)) return now;
      return {
        ...next,
        ...{ state: "open", closedAt: null, handedTo: null, takenAt: null },
        ...{ owner: said.data.by, holder: device, dueSetAt: at },
      };
    case "carried":
      return {
        ...next,
        ...dueFrom(said.data, at),
        carried: now.carried + 1,
        reason: said.data.reason,
      };
    case "snoozed":
      return { ...next, snoozedUntil: said.data.until };
    case "handed":
      if (!isAlive(now)) return now;
      return {
        ...next,
        ...{ state: "handed", closedAt: at, handedTo: said.data.to, takenAt: null },
        snoozedUntil: null,
        hands: new Set([...now.hands, said.id]),
      };
    case "taken":
      // One that was taken back, or that another has taken already, is not given.
      if (now.state !== "handed" || !now.hands.has(said.data.hand)) return now;
      return {
        ...next,
        ...{ state: "open", closedAt: null, takenAt: at, dueSetAt: at },
        ...{ owner: said.data.by, from: said.data.from, holder: device },
      };
  }
}

/** What a promise was from a moment on. */
export interface Moment {
  readonly at: number;
  readonly said: Said;
  readonly state: Folded;
}

/** What a promise was after each of its events, in the order in which they are told; steps that were taken back never were. */
export function momentsOf(id: string, events: readonly Said[]): Moment[] {
  const undone = undoneIn(events);
  const made = events.find((each) => each.kind === "made");
  if (made?.kind !== "made") return [];
  let state = begin(id, made.at, made.device, made.data);
  return events.map((said): Moment => {
    const { at } = said;
    if (said.kind === "undone" && said.data.event === made.id) {
      // Made by mistake: it stays in the records like one that was withdrawn.
      if (isAlive(state))
        state = {
          ...state,
          ...{ changedAt: at, state: "withdrawn", closedAt: at, snoozedUntil: null },
        };
    } else if (said.kind === "undone") state = { ...state, changedAt: at };
    else if (!undone.has(said.id)) state = step(state, said);
    return { at, said, state };
  });
}

/** The promise that these events of one subject, in the order in which they are told, make; null: none. */
export const fold = (id: string, events: readonly Said[]): Folded | null =>
  momentsOf(id, events).at(-1)?.state ?? null;

/**
 * The promise as this library sees it: what another installation has to keep is handed, whoever has it there.
 * @param ours whether an installation is this one
 */
export function seenHere(folded: Folded, ours: (device: string) => boolean): PromiseRow {
  const { holder, dueSetAt: _dueSetAt, hands: _hands, ...row } = folded;
  if (row.state !== "open" || ours(holder)) return row;
  return {
    ...row,
    state: "handed",
    closedAt: row.takenAt ?? row.changedAt,
    handedTo: row.handedTo ?? row.owner,
  };
}
