import { useEffect, useState } from "react";
import type { Customer } from "../../shared/contract/customers.ts";
import type { Output } from "../../shared/contract/index.ts";
import { PROMISE_LIMITS } from "../../shared/contract/promises.ts";
import { readTyped } from "../../shared/rules/typed.ts";
import { call } from "../api/client.ts";

/** A promise as the line says it, read at each key. */
export interface Captured {
  /** Behind the sign. */
  readonly line: string;
  /** The line without the words about the time; "" while nothing else is written. */
  readonly what: string;
  /** When it is due as far as it is understood: without words about a time the end of today. */
  readonly dueAt: number | null;
  readonly dateOnly: boolean;
  /** The line says so. */
  readonly timed: boolean;
  /** When it was asked. */
  readonly now: number;
  /** What was selected in the chat. */
  readonly note: string;
}

type Understood = Output<"promises.understand">;

/** The first line of what was selected says what it is about where nothing is written. */
const firstLine = (note: string): string => note.trim().split("\n")[0]?.trim() ?? "";

/** @param note what was selected in the window before */
export function useCapture(typed: string, note: string): Captured | null {
  const { kind, text } = readTyped(typed);
  const isPromise = kind === "promise";
  const line = text.slice(0, PROMISE_LIMITS.text);
  const [read, setRead] = useState<Understood | null>(null);

  useEffect(() => {
    if (!isPromise) return undefined;
    let latest = true;
    // A core that does not answer leaves what was understood; saving says what is wrong.
    call("promises.understand", { text: line }).then(
      (understood) => (latest ? setRead(understood) : undefined),
      () => undefined,
    );
    return () => {
      latest = false;
    };
  }, [isPromise, line]);

  if (!isPromise) return null;
  const timed = read?.dueAt != null;
  return {
    ...{ line, note, timed },
    what: read?.rest || (timed && note !== "" ? "" : line) || firstLine(note),
    dueAt: read?.dueAt ?? read?.todayEnds ?? null,
    dateOnly: timed ? read.dateOnly : true,
    now: read?.now ?? 0,
  };
}

/** Writes it down for the customer in hand. The core reads the line again: what is typed last counts. */
export async function saveCapture(
  { line, note }: Captured,
  customer: Customer | null,
  shop: string,
): Promise<void> {
  const { dueAt, dateOnly, rest, todayEnds } = await call("promises.understand", { text: line });
  await call("promises.add", {
    text: (rest || firstLine(note) || line).slice(0, PROMISE_LIMITS.text),
    note: note.slice(0, PROMISE_LIMITS.note),
    customer: customer?.name ?? "",
    order: customer?.order ?? "",
    shop: customer?.shop || shop,
    dueAt: dueAt ?? todayEnds,
    dateOnly: dueAt === null ? true : dateOnly,
    source: "capture",
  });
}
