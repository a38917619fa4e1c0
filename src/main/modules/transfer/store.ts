import type Database from "better-sqlite3";
import type { Phrase, PhraseDraft } from "../../../shared/contract/phrases.ts";
import type {
  ExistingPhrase,
  ExportedPhrase,
  NewPhrase,
  PhraseContent,
  PictureRecord,
  TransferPictures,
  TransferStore,
  TransferWriter,
} from "./transferPort.ts";

type Remember = (entity: string, id: string) => void;

type Extras = "segments" | "questions";

/** A phrase to be written, its category by id. */
type NewRow = Omit<PhraseDraft, Extras> &
  Pick<NewPhrase, Extras | "id" | "source" | "createdAt" | "changedAt">;

/** The part of the phrase library that is used; handed in, so that there is one place that knows how. */
export interface Library {
  readonly history: {
    change(kind: string, label: string, run: (remember: Remember) => number): { historyId: number };
  };
  readonly categories: {
    ensurePath(remember: Remember, path: readonly string[]): string | null;
    paths(): ReadonlyMap<string, readonly string[]>;
  };
  everything(order: "oldest" | "listed"): Iterable<Phrase>;
  setUse(id: string, useCount: number, lastUsedAt: number | null): void;
  insert(remember: Remember, draft: NewRow): string;
  write(remember: Remember, id: string, changes: Partial<PhraseDraft>, source?: string): void;
}

/** The pictures that are used; handed in as the library is. */
export interface PictureShelf extends TransferPictures {
  /** Writes the row of a picture that was staged. Call inside a change. */
  insert(remember: Remember, picture: PictureRecord): void;
}

const NO_TAGS: readonly string[] = [];

/**
 * The library for import and export.
 * @param database a connection nobody else uses while an import writes
 * @param now the time in milliseconds
 */
export function createTransferStore(
  database: Database.Database,
  library: Library,
  pictures: PictureShelf,
  now: () => number,
): TransferStore {
  function* read(order: "oldest" | "listed"): Generator<ExportedPhrase & ExistingPhrase> {
    const paths = library.categories.paths();
    // Written out: a rest pattern makes slow, large objects, and there are many.
    for (const phrase of library.everything(order))
      yield {
        id: phrase.id,
        title: phrase.title,
        body: phrase.body,
        shortcut: phrase.shortcut,
        category: (phrase.categoryId === null ? undefined : paths.get(phrase.categoryId)) ?? [],
        tags: phrase.tags.length === 0 ? NO_TAGS : phrase.tags,
        shop: phrase.shop,
        favourite: phrase.favourite,
        hotkey: phrase.hotkey,
        sendMode: phrase.sendMode,
        note: phrase.note,
        segments: phrase.segments.length === 0 ? undefined : phrase.segments,
        questions: phrase.questions.length === 0 ? undefined : phrase.questions,
        promise: phrase.promise === "" ? undefined : phrase.promise,
        source: phrase.source,
        createdAt: phrase.createdAt,
        changedAt: phrase.changedAt,
        useCount: phrase.useCount,
        lastUsedAt: phrase.lastUsedAt,
        trashed: phrase.trashedAt !== null,
      };
  }

  function* live(): Generator<ExportedPhrase> {
    for (const phrase of read("listed")) if (!phrase.trashed) yield phrase;
  }

  return {
    pictures,
    existing: () => read("oldest"),
    exported: live,
    // Parents before children.
    categoryPaths: () =>
      [...library.categories.paths().values()].toSorted((a, b) => a.length - b.length),
    async change(label, count, work) {
      database.exec("BEGIN IMMEDIATE");
      try {
        let note: Remember = () => undefined;
        // The step is made at once; what it remembers is noted while the transaction around it stays open.
        const { historyId } = library.history.change("import", label, (remember) => {
          note = remember;
          return count;
        });
        await work({
          ...writer(library, note, now()),
          picture: (picture) => pictures.insert(note, picture),
        });
        database.exec("COMMIT");
        return { historyId };
      } catch (error) {
        // SQLite has already rolled back by itself after some failures, a full disk among them.
        if (database.inTransaction) database.exec("ROLLBACK");
        throw error;
      }
    },
  };
}

function writer(
  library: Library,
  remember: Remember,
  start: number,
): Omit<TransferWriter, "picture"> {
  const known = new Map<string, string | null>();
  let time = start;

  function categoryId(path: readonly string[]): string | null {
    const key = path.join("\0");
    const found = known.get(key);
    if (found !== undefined) return found;
    const id = library.categories.ensurePath(remember, path);
    known.set(key, id);
    return id;
  }

  return {
    ensureCategory(path) {
      categoryId(path);
    },
    insert(phrase) {
      // Lists show the newest first: later rows get earlier times, so the list has the order of the file.
      const created = phrase.createdAt ?? time--;
      const { id, source, changedAt } = phrase;
      const written = library.insert(remember, {
        ...contentColumns(phrase, categoryId(phrase.category)),
        id,
        source,
        createdAt: created,
        changedAt: changedAt ?? created,
      });
      const used = (phrase.useCount ?? 0) > 0 || (phrase.lastUsedAt ?? null) !== null;
      if (used) library.setUse(written, phrase.useCount ?? 0, phrase.lastUsedAt ?? null);
    },
    update(id, { category, tags, segments, questions, promise, ...changes }) {
      const draft: Partial<PhraseDraft> = { ...changes };
      if (segments !== undefined) draft.segments = [...segments];
      if (questions !== undefined) draft.questions = [...questions];
      if (promise !== undefined) draft.promise = promise;
      if (category !== undefined) draft.categoryId = categoryId(category);
      if (tags !== undefined) draft.tags = [...tags];
      // What a person rewrites is theirs from then on, as in the editor.
      const rewritten = changes.title !== undefined || changes.body !== undefined;
      library.write(remember, id, draft, rewritten ? "mine" : undefined);
    },
  };
}

function contentColumns(phrase: NewPhrase | PhraseContent, categoryId: string | null): NewRow {
  const { title, body, shortcut, tags, shop, favourite, hotkey, sendMode, note } = phrase;
  const { segments, questions, promise } = phrase;
  return {
    title,
    body,
    shortcut,
    categoryId,
    tags: [...tags],
    shop,
    favourite,
    hotkey,
    sendMode,
    note,
    segments,
    questions,
    promise: promise ?? "",
  };
}
