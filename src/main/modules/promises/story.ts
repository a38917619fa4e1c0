import type { PromiseEvent } from "../../../shared/contract/promises.ts";
import { type Changes, type Said, undoneIn } from "./events.ts";

const FIELDS = ["text", "note", "customer", "order", "shop", "dueAt", "dateOnly"] as const;

/** Field by field what became of what. */
function differences(before: Changes, after: Changes): PromiseEvent["changes"] {
  return FIELDS.flatMap((field) => {
    if (after[field] === undefined || after[field] === before[field]) return [];
    return [{ field, before: String(before[field] ?? ""), after: String(after[field]) }];
  });
}

/** The promise's story for a person, the oldest first. Steps that were taken back stay in it. */
export function storyOf(events: readonly Said[]): PromiseEvent[] {
  const undone = undoneIn(events);
  const kindOf = new Map(events.map((each) => [each.id, each.kind]));
  let words: Changes = {};
  return events.map((said) => {
    const line: PromiseEvent = {
      ...{ id: said.id, at: said.at, kind: said.kind, by: said.data.by },
      ...{ dueAt: null, dateOnly: false, reason: "", to: "", until: null, changes: [] },
      ...{ undone: undone.has(said.id), what: null },
    };
    switch (said.kind) {
      case "made":
        words = said.data;
        return { ...line, dueAt: said.data.dueAt, dateOnly: said.data.dateOnly };
      case "amended": {
        const changes = differences(words, said.data.changes);
        if (!line.undone) words = { ...words, ...said.data.changes };
        return { ...line, changes };
      }
      case "carried": {
        const { dueAt, dateOnly, reason } = said.data;
        if (!line.undone) words = { ...words, dueAt, dateOnly };
        return { ...line, dueAt, dateOnly, reason };
      }
      case "withdrawn":
        return { ...line, reason: said.data.reason };
      case "handed":
        return { ...line, reason: said.data.note, to: said.data.to };
      case "snoozed":
        return { ...line, until: said.data.until };
      case "undone":
        return { ...line, what: kindOf.get(said.data.event) ?? null };
      default:
        return line;
    }
  });
}
