import type Database from "better-sqlite3";
import { REPEAT_WITHIN } from "./rules.ts";

/** One wording that was taken. */
export interface Wording {
  readonly slot: string;
  readonly wording: string;
}

/** What a paste leaves behind. */
export interface Pasted {
  readonly phraseId: string;
  readonly at: number;
  /** The day where the person is, as 2026-06-02. */
  readonly day: string;
  readonly answers: Readonly<Record<string, string>>;
  readonly choices: readonly Wording[];
}

export type CustomerMemory = ReturnType<typeof createCustomerMemory>;

/** What is remembered of customers: today's answers, the wordings they heard, the phrases they got. */
export function createCustomerMemory(database: Database.Database) {
  const readAnswers = database.prepare(
    "SELECT field, value FROM customer_answers WHERE customer_id = ? AND day = ?",
  );
  const writeAnswer = database.prepare(
    `INSERT INTO customer_answers (customer_id, field, day, value) VALUES (?, ?, ?, ?)
     ON CONFLICT (customer_id, field) DO UPDATE SET day = excluded.day, value = excluded.value`,
  );
  const oldAnswers = database.prepare(
    "DELETE FROM customer_answers WHERE customer_id = ? AND day <> ?",
  );
  const readChoices = database.prepare(
    "SELECT slot, wording, turn FROM customer_choices WHERE customer_id = ? AND phrase_id = ?",
  );
  const writeChoice = database.prepare(
    `INSERT INTO customer_choices (customer_id, phrase_id, slot, wording, turn, at) VALUES (?, ?, ?, ?, 1, ?)
     ON CONFLICT (customer_id, phrase_id, slot)
       DO UPDATE SET wording = excluded.wording, turn = turn + 1, at = excluded.at`,
  );
  const writePaste = database.prepare(
    "INSERT OR IGNORE INTO customer_pastes (customer_id, phrase_id, at) VALUES (?, ?, ?)",
  );
  const lastPaste = database
    .prepare("SELECT max(at) FROM customer_pastes WHERE customer_id = ? AND phrase_id = ?")
    .pluck();
  const readPastes = database.prepare(
    "SELECT phrase_id AS phraseId, at FROM customer_pastes WHERE customer_id = ? ORDER BY at DESC LIMIT ?",
  );
  const seen = database.prepare("UPDATE customers SET seen_at = max(seen_at, ?) WHERE id = ?");
  const known = database.prepare("SELECT 1 FROM customers WHERE id = ?");

  /** Answers given today, by field. */
  function answers(customerId: string, day: string): Record<string, string> {
    const rows = readAnswers.all(customerId, day) as { field: string; value: string }[];
    return Object.fromEntries(rows.map(({ field, value }) => [field, value]));
  }

  /** What was taken last at each place of a phrase. @param customerId null: nobody was in hand */
  function choices(
    customerId: string | null,
    phraseId: string,
  ): Map<string, { wording: string; turn: number }> {
    const rows = readChoices.all(customerId ?? "", phraseId) as (Wording & { turn: number })[];
    return new Map(rows.map(({ slot, ...choice }) => [slot, choice]));
  }

  /** Keeps what a paste said. Of nobody in hand only the wordings are kept. */
  function remember(customerId: string | null, pasted: Pasted): void {
    database.transaction(() => {
      const { phraseId, at, day } = pasted;
      // Somebody forgotten meanwhile stays forgotten.
      const who = customerId !== null && known.get(customerId) ? customerId : null;
      for (const { slot, wording } of pasted.choices)
        writeChoice.run(who ?? "", phraseId, slot, wording, at);
      if (who === null) return;
      oldAnswers.run(who, day);
      for (const [field, value] of Object.entries(pasted.answers))
        writeAnswer.run(who, field, day, value);
      writePaste.run(who, phraseId, at);
      seen.run(at, who);
    })();
  }

  /** When the phrase went to this customer within the last ten minutes, milliseconds since 1970; null: it did not. */
  function repeats(customerId: string, phraseId: string, now: number): number | null {
    const at = lastPaste.get(customerId, phraseId) as number | null;
    return at !== null && now - at < REPEAT_WITHIN ? at : null;
  }

  /** What went to this customer, newest first. */
  const pastes = (customerId: string, limit: number): { phraseId: string; at: number }[] =>
    readPastes.all(customerId, limit) as { phraseId: string; at: number }[];

  return { answers, choices, remember, repeats, pastes };
}
