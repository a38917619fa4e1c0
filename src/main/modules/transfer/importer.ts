import type {
  ColumnMapping,
  ImportFormat,
  ImportPlan,
  RefusedRow,
} from "../../../shared/contract/transfer.ts";
import { AppError } from "../../../shared/errors.ts";
import { breather, openFeed, type Breathe, type Feed, type ImportOptions } from "./feed.ts";
import {
  type Keep,
  lookAtPicture,
  type MissingPicture,
  notePictures,
  notingPictures,
} from "./importPictures.ts";
import { createPlanner, type Plan, type Planner } from "./plan.ts";
import { recognise, type ImportSource } from "./recognise.ts";
import type { PhraseContent, TransferPictures, TransferStore } from "./transferPort.ts";

/** "read": bytes of the file (unpacked ones for XLSX); "write": phrases. */
export type ImportPhase = "read" | "write";

export interface ImportHooks {
  readonly progress?: (phase: ImportPhase, done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

/** How the columns were understood. */
interface Understood {
  readonly headers: string[];
  readonly headerRow: number;
  readonly mapping: ColumnMapping;
  readonly mappingSure: boolean;
}

export interface AppliedImport extends Understood {
  readonly added: number;
  readonly changed: number;
  /** Left as they were: already there, the same or different. */
  readonly skipped: number;
  /** Pictures that came with the phrases and were not there. */
  readonly pictures: number;
  /** The first 500. */
  readonly refused: RefusedRow[];
  readonly refusedCount: number;
  /** The step that undoes it all; null when nothing was written. */
  readonly historyId: number | null;
}

/** Everything known about an import before anything is written. */
interface Prepared {
  readonly format: ImportFormat;
  readonly encoding: string;
  readonly understood: Understood;
  readonly preview: readonly (readonly string[])[];
  readonly rows: number;
  readonly plan: Plan;
  readonly refused: readonly RefusedRow[];
  readonly refusedCount: number;
  readonly newCategories: readonly (readonly string[])[];
  /** Pictures of the file that phrases show and the library has not, or only without their files. */
  readonly pictures: readonly MissingPicture[];
}

/** What the dry run reads of the library. */
type Looked = Pick<TransferStore, "existing" | "categoryPaths"> & {
  readonly pictures: Pick<TransferPictures, "lacks">;
};

/** Rows beyond which a file is not a phrase list any more. */
const MOST_ROWS = 500_000;
const REFUSED_SHOWN = 500;
const CHANGES_SHOWN = 200;
const ADDITIONS_SHOWN = 200;

/**
 * The dry run: reads the whole file and says what an import would do. Writes nothing.
 * @throws AppError import_* when the file as a whole cannot be imported, import_cancelled
 */
export async function planImport(
  source: ImportSource,
  store: Looked,
  options: ImportOptions,
  hooks: ImportHooks = {},
): Promise<ImportPlan> {
  const prepared = await prepare(source, store, options, hooks, async () => undefined);
  const { plan } = prepared;
  return {
    format: prepared.format,
    encoding: prepared.encoding,
    ...prepared.understood,
    preview: prepared.preview.map((cells) => [...cells]),
    rows: prepared.rows,
    added: plan.additions.length,
    changed: plan.changes.length,
    duplicates: plan.duplicates,
    skipped: plan.skipped,
    pictures: prepared.pictures.length,
    refusedCount: prepared.refusedCount,
    refused: [...prepared.refused],
    changes: plan.changes.slice(0, CHANGES_SHOWN).map(({ row, title, differences }) => ({
      row,
      title,
      differences: differences.map((difference) => ({ ...difference })),
    })),
    additions: plan.additions.slice(0, ADDITIONS_SHOWN).map(({ row, phrase }) => ({
      row,
      title: phrase.title,
      category: phrase.category.join(" / "),
    })),
    newCategories: prepared.newCategories.map((path) => path.join(" / ")),
  };
}

/**
 * Reads the file again, as it is now, and writes what `planImport` would have announced, all or nothing.
 * @throws AppError import_* as `planImport`; nothing is written then
 */
export async function applyImport(
  source: ImportSource,
  store: TransferStore,
  options: ImportOptions,
  hooks: ImportHooks = {},
): Promise<AppliedImport> {
  const { understood, plan, newCategories, pictures, refused, refusedCount } = await prepare(
    source,
    store,
    options,
    hooks,
    ({ picture, bytes }) => store.pictures.stage(picture, bytes),
  );
  const settle = (): Promise<void> => store.pictures.settle(pictures.map(({ id }) => id));
  const shown = pictures.filter(({ lacking }) => lacking === "all");
  const total = plan.additions.length + plan.changes.length;
  const counts = {
    ...understood,
    added: plan.additions.length,
    changed: plan.changes.length,
    skipped: plan.skipped + plan.duplicates,
    pictures: pictures.length,
    refused: [...refused],
    refusedCount,
  };
  if (total === 0 && newCategories.length === 0 && shown.length === 0) {
    await settle();
    return { ...counts, historyId: null };
  }
  const breathe = breather(hooks.signal);
  const { historyId } = await store.change(source.name, total, async (writer) => {
    for (const path of newCategories) writer.ensureCategory(path);
    // Lists have the newest first: written backwards they stand as the file has them.
    for (const picture of shown.toReversed()) writer.picture(picture);
    let done = 0;
    const step = async (): Promise<void> => {
      done += 1;
      if (done % 200 === 0 || done === total) {
        hooks.progress?.("write", done, total);
        await breathe();
      }
    };
    // Hotkeys that are to move are given up first: two phrases never hold one at the same time.
    for (const { id, changes } of plan.changes) {
      if (changes.hotkey !== undefined) writer.update(id, { hotkey: null });
    }
    for (const { id, changes } of plan.changes) {
      writer.update(id, changes);
      await step();
    }
    for (const { phrase } of plan.additions) {
      writer.insert(phrase);
      await step();
    }
    // The last moment at which cancelling still takes everything back.
    if (hooks.signal?.aborted) throw new AppError("import_cancelled");
    // The files are in their places before anybody can see their rows.
    await settle();
  });
  return { ...counts, historyId };
}

async function prepare(
  source: ImportSource,
  store: Looked,
  options: ImportOptions,
  hooks: ImportHooks,
  keep: Keep,
): Promise<Prepared> {
  const breathe = breather(hooks.signal);
  const recognised = await recognise(source, options.format);
  await breathe();
  const feed = await openFeed(source, recognised, options);
  try {
    const wanted = new Set<string>();
    const planner = createPlanner(notingPictures(store.existing(), wanted), {
      onConflict: options.onConflict,
      hotkeyColumn: feed.hotkeyColumn,
      shortcutColumn: feed.shortcutColumn,
    });
    const reading = { source, feed, planner, breathe, hooks };
    const read = await readAll(reading, store.pictures, keep);
    const plan = planner.result();
    for (const { phrase } of plan.additions) notePictures(phrase, wanted);
    for (const { changes } of plan.changes) notePictures(changes, wanted);
    const refused = [...read.refused, ...plan.refused].toSorted((a, b) => a.row - b.row);
    return {
      format: recognised.format,
      encoding: recognised.format === "xlsx" ? "" : recognised.encoding,
      understood: {
        headers: [...feed.headers],
        headerRow: feed.headerRow,
        mapping: feed.mapping,
        mappingSure: feed.mappingSure,
      },
      preview: feed.preview,
      rows: read.rows,
      plan,
      refused: refused.slice(0, REFUSED_SHOWN),
      refusedCount: refused.length,
      newCategories: missingCategories(plan, feed.categories(), store.categoryPaths()),
      pictures: read.pictures.filter(({ id }) => wanted.has(id)),
    };
  } finally {
    await feed.close();
  }
}

interface Reading {
  readonly source: ImportSource;
  readonly feed: Feed;
  readonly planner: Planner;
  readonly breathe: Breathe;
  readonly hooks: ImportHooks;
}

async function readAll(
  { source, feed, planner, breathe, hooks }: Reading,
  library: Looked["pictures"],
  keep: Keep,
): Promise<{ rows: number; refused: RefusedRow[]; pictures: MissingPicture[] }> {
  const refused: RefusedRow[] = [];
  const pictures = new Map<string, MissingPicture>();
  let rows = 0;
  const progress = (done: number, total: number): void => hooks.progress?.("read", done, total);
  for await (const outcomes of feed.outcomes(breathe, progress)) {
    for (const outcome of outcomes) {
      if (outcome === null) continue;
      if ("picture" in outcome) {
        const found = await lookAtPicture(outcome, library, keep);
        if (found === null) continue;
        if ("refused" in found) refused.push(found.refused);
        else pictures.set(found.id, found);
        continue;
      }
      if (!("refused" in outcome) || outcome.refused.column !== "pictures") rows += 1;
      if ("refused" in outcome) refused.push(outcome.refused);
      else planner.add(outcome);
    }
    if (rows > MOST_ROWS) {
      throw new AppError("import_too_many_rows", { file: source.name, limit: MOST_ROWS });
    }
    await breathe();
  }
  return { rows, refused, pictures: [...pictures.values()] };
}

/** Categories the plan needs and the library has not, parents first, in the order they are met. */
function missingCategories(
  plan: Plan,
  named: readonly (readonly string[])[],
  existing: Iterable<readonly string[]>,
): (readonly string[])[] {
  const known = new Set<string>();
  for (const path of existing) known.add(path.join("\0"));
  const missing: (readonly string[])[] = [];
  const visit = (path: PhraseContent["category"]): void => {
    if (path.length === 0 || known.has(path.join("\0"))) return;
    for (let depth = 1; depth <= path.length; depth += 1) {
      const part = path.slice(0, depth);
      const key = part.join("\0");
      if (known.has(key)) continue;
      known.add(key);
      missing.push(part);
    }
  };
  for (const path of named) visit(path);
  const wanted = [
    ...plan.additions.map(({ row, phrase }) => ({ row, path: phrase.category })),
    ...plan.changes.map(({ row, changes }) => ({ row, path: changes.category ?? [] })),
  ];
  for (const { path } of wanted.toSorted((a, b) => a.row - b.row)) visit(path);
  return missing;
}
