import { randomUUID } from "node:crypto";
import type Database from "better-sqlite3";
import {
  GATE_LIMITS,
  type GateDraft,
  type GateKind,
  type GateSeverity,
  type OwnSource,
} from "../../../shared/contract/gate.ts";
import type { ChangeReceipt } from "../../../shared/contract/phrases.ts";
import { AppError } from "../../../shared/errors.ts";
import { type PlainRows, plainRows } from "../../database/keptRows.ts";
import type { MatchEntry } from "./entry.ts";
import { foldWord } from "./view.ts";

/** What steps of the history call our rows. */
export const GATE_WORD = "gate_word";
export const GATE_CHOICE = "gate_choice";

type Remember = (entity: string, id: string) => void;

/** The history of the library, as far as the gate needs it: each change is a step that can be undone. */
export interface Steps {
  change(
    kind: string,
    label: string,
    run: (remember: Remember) => number | { count: number; label: string },
  ): ChangeReceipt;
  keep(entity: string, rows: PlainRows): void;
}

/** An entry somebody here wrote. */
export interface OwnEntry extends MatchEntry {
  readonly source: OwnSource;
}

/** How a person has set an entry. */
export interface Choice {
  readonly enabled: boolean;
  /** Null: as the list has it. */
  readonly severity: GateSeverity | null;
}

interface RawWord {
  readonly id: string;
  readonly word: string;
  readonly also: string;
  readonly kind: string;
  readonly severity: string;
  readonly replacements: string;
  readonly exceptions: string;
  readonly whole: number;
  readonly shops: string;
  readonly source: string;
}

const list = (json: string): string[] => JSON.parse(json) as string[];

const toEntry = (raw: RawWord): OwnEntry => ({
  id: raw.id,
  word: raw.word,
  also: list(raw.also),
  kind: raw.kind as GateKind,
  severity: raw.severity as GateSeverity,
  replacements: list(raw.replacements),
  exceptions: list(raw.exceptions),
  whole: raw.whole === 1,
  shops: list(raw.shops),
  source: raw.source as OwnSource,
});

/** A draft without blanks and doubles, so that the same content is stored the same. */
function tidy(draft: GateDraft): GateDraft {
  const once = (texts: readonly string[]): string[] => [
    ...new Set(texts.map((each) => each.trim()).filter((each) => each !== "")),
  ];
  return {
    ...draft,
    word: draft.word.trim(),
    also: once(draft.also).filter((each) => each !== draft.word.trim()),
    // "" is a replacement: it leaves the word out.
    replacements: [...new Set(draft.replacements.map((each) => each.trim()))],
    exceptions: once(draft.exceptions),
    shops: once(draft.shops).toSorted(),
  };
}

const FIELDS = ["word", "also", "kind", "severity", "replacements", "exceptions", "whole"] as const;
const sameContent = (entry: OwnEntry, draft: GateDraft): boolean =>
  FIELDS.every((name) => JSON.stringify(entry[name]) === JSON.stringify(draft[name]));

export type GateStore = ReturnType<typeof createGateStore>;

/** Own entries and choices. @param now the time in milliseconds */
export function createGateStore(database: Database.Database, steps: Steps, now: () => number) {
  steps.keep(GATE_WORD, plainRows(database, "gate_words", "word"));
  steps.keep(GATE_CHOICE, plainRows(database, "gate_choices", "word"));

  const all = database.prepare("SELECT * FROM gate_words ORDER BY created_at DESC, rowid DESC");
  const one = database.prepare("SELECT * FROM gate_words WHERE id = ?");
  const alike = database.prepare(
    "SELECT * FROM gate_words WHERE letters = @letters AND source = @source AND shops = @shops AND id <> @id",
  );
  const count = database.prepare("SELECT count(*) FROM gate_words").pluck();
  const write = database.prepare(
    `INSERT INTO gate_words (id, word, letters, also, kind, severity, replacements, exceptions, whole, shops, source,
       created_at, changed_at)
     VALUES (@id, @word, @letters, @also, @kind, @severity, @replacements, @exceptions, @whole, @shops, @source, @time, @time)
     ON CONFLICT (id) DO UPDATE SET word = excluded.word, letters = excluded.letters, also = excluded.also,
       kind = excluded.kind, severity = excluded.severity, replacements = excluded.replacements,
       exceptions = excluded.exceptions, whole = excluded.whole, shops = excluded.shops, source = excluded.source,
       changed_at = excluded.changed_at`,
  );
  const erase = database.prepare("DELETE FROM gate_words WHERE id = ?");
  const choose = database.prepare(
    `INSERT INTO gate_choices (id, word, enabled, severity) VALUES (@id, @word, @enabled, @severity)
     ON CONFLICT (id) DO UPDATE SET word = excluded.word, enabled = excluded.enabled, severity = excluded.severity`,
  );
  const unchoose = database.prepare("DELETE FROM gate_choices WHERE id = ?");

  const limitedTo = database.prepare(
    "SELECT id, shops FROM gate_words WHERE EXISTS (SELECT 1 FROM json_each(shops) WHERE value = ?)",
  );
  const limit = database.prepare(
    "UPDATE gate_words SET shops = @shops, changed_at = @time WHERE id = @id",
  );

  const find = (id: string): OwnEntry | null => {
    const raw = one.get(id) as RawWord | undefined;
    return raw ? toEntry(raw) : null;
  };

  /** @throws AppError gate_word_missing */
  function get(id: string): OwnEntry {
    const entry = find(id);
    if (!entry) throw new AppError("gate_word_missing");
    return entry;
  }

  /** @throws AppError gate_word_signs: nothing of it could ever be found */
  function lettersOf(word: string): string {
    const letters = foldWord(word);
    if (letters === "") throw new AppError("gate_word_signs", { word });
    return letters;
  }

  /** The entry of the same word, for the same shops, by the same people. */
  function sameWord(draft: GateDraft, source: OwnSource, exceptId: string): OwnEntry | null {
    const raw = alike.get({
      letters: lettersOf(draft.word),
      source,
      shops: JSON.stringify(draft.shops),
      id: exceptId,
    }) as RawWord | undefined;
    return raw ? toEntry(raw) : null;
  }

  function put(remember: Remember, id: string, draft: GateDraft, source: OwnSource): void {
    remember(GATE_WORD, id);
    write.run({
      id,
      word: draft.word,
      letters: lettersOf(draft.word),
      also: JSON.stringify(draft.also),
      kind: draft.kind,
      severity: draft.severity,
      replacements: JSON.stringify(draft.replacements),
      exceptions: JSON.stringify(draft.exceptions),
      whole: draft.whole ? 1 : 0,
      shops: JSON.stringify(draft.shops),
      source,
      time: now(),
    });
  }

  function mustHaveRoom(more: number): void {
    if ((count.get() as number) + more > GATE_LIMITS.entries)
      throw new AppError("gate_full", { limit: GATE_LIMITS.entries });
  }

  return {
    /** Newest first. */
    words: (): OwnEntry[] => (all.all() as RawWord[]).map(toEntry),
    find,

    choices: (): Map<string, Choice> =>
      new Map(
        (
          database.prepare("SELECT id, enabled, severity FROM gate_choices").all() as {
            id: string;
            enabled: number;
            severity: GateSeverity | null;
          }[]
        ).map(({ id, enabled, severity }) => [id, { enabled: enabled === 1, severity }]),
      ),

    /** @throws AppError gate_word_missing, gate_word_exists, gate_word_signs, gate_full */
    save(
      id: string | null,
      written: GateDraft,
      source: OwnSource,
    ): { id: string; historyId: number } {
      const draft = tidy(written);
      const own = id ?? randomUUID();
      if (id !== null) get(id);
      else mustHaveRoom(1);
      if (sameWord(draft, source, own))
        throw new AppError("gate_word_exists", { word: draft.word });
      const { historyId } = steps.change(
        id === null ? "create" : "update",
        draft.word,
        (remember) => {
          put(remember, own, draft, source);
          return 1;
        },
      );
      return { id: own, historyId };
    },

    /** Words limited to a shop are limited to it under its other name. Call inside a change. */
    renameShop(remember: Remember, before: string, after: string): void {
      for (const { id, shops } of limitedTo.all(before) as { id: string; shops: string }[]) {
        remember(GATE_WORD, id);
        const renamed = list(shops).map((shop) => (shop === before ? after : shop));
        const once = [...new Set(renamed)].toSorted();
        limit.run({ id, shops: JSON.stringify(once), time: now() });
      }
    },

    /** @throws AppError gate_word_missing */
    remove(ids: readonly string[]): ChangeReceipt {
      const [first] = ids.map(get);
      return steps.change("trash", first!.word, (remember) => {
        for (const id of ids) {
          remember(GATE_WORD, id);
          remember(GATE_CHOICE, id);
          erase.run(id);
          unchoose.run(id);
        }
        return ids.length;
      });
    },

    /** @param choice null: as the list has it */
    choose(entry: { id: string; word: string }, choice: Choice | null): ChangeReceipt {
      return steps.change("update", entry.word, (remember) => {
        remember(GATE_CHOICE, entry.id);
        if (choice === null) unchoose.run(entry.id);
        else
          choose.run({
            id: entry.id,
            word: entry.word,
            enabled: choice.enabled ? 1 : 0,
            severity: choice.severity,
          });
        return 1;
      });
    },

    /**
     * Takes in many as one step; an entry of the same word is overwritten when it is different.
     * @throws AppError gate_full
     */
    takeIn(
      drafts: readonly GateDraft[],
      source: OwnSource,
    ): { added: number; changed: number; same: number; historyId: number | null } {
      const sums = { added: 0, changed: 0, same: 0 };
      const work: { id: string; draft: GateDraft }[] = [];
      const seen = new Set<string>();
      for (const draft of drafts.map(tidy)) {
        const known = sameWord(draft, source, "");
        const key = `${lettersOf(draft.word)}\n${JSON.stringify(draft.shops)}`;
        if (seen.has(key) || (known && sameContent(known, draft))) sums.same += 1;
        else {
          sums[known ? "changed" : "added"] += 1;
          work.push({ id: known?.id ?? randomUUID(), draft });
        }
        seen.add(key);
      }
      mustHaveRoom(sums.added);
      if (work.length === 0) return { ...sums, historyId: null };
      const { historyId } = steps.change("import", "", (remember) => {
        for (const { id, draft } of work) put(remember, id, draft, source);
        return work.length;
      });
      return { ...sums, historyId };
    },
  };
}
