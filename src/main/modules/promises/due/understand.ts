import * as english from "chrono-node/en";
import type { UnderstoodDue } from "../../../../shared/contract/promises.ts";

/** What a text says of a time. First version. */
export function understandDue(text: string, now: number, _zone: string): UnderstoodDue {
  const [found] = english.parse(text, new Date(now), { forwardDate: true });
  if (!found) return { dueAt: null, dateOnly: false, spans: [], rest: text.trim() };
  const end = found.index + found.text.length;
  return {
    dueAt: found.date().getTime(),
    dateOnly: !found.start.isCertain("hour"),
    spans: [[found.index, end]],
    rest: `${text.slice(0, found.index)}${text.slice(end)}`.trim(),
  };
}
