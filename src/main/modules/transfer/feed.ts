import { setImmediate as nextTurn } from "node:timers/promises";
import type { ColumnMapping, ImportFormat, OnConflict } from "../../../shared/contract/transfer.ts";
import { AppError } from "../../../shared/errors.ts";
import { columnOf, createRowReader, type NormaliseHotkey, type ReadOutcome } from "./cells.ts";
import { createJsonReader, openJsonFile } from "./json.ts";
import { readJsonPicture, type PictureOutcome } from "./jsonPictures.ts";
import type { ImportSource, Recognised } from "./recognise.ts";
import { type ChosenColumns, openTable } from "./table.ts";

export interface ImportOptions extends ChosenColumns {
  /** The format the person named, or null to tell it by the content. */
  readonly format: ImportFormat | null;
  /** Refuses a table whose body column could only be guessed. */
  readonly onlySure: boolean;
  readonly onConflict: OnConflict;
  readonly normaliseHotkey: NormaliseHotkey;
}

/** A file whose columns are understood, ready to give its phrases. */
export interface Feed {
  /** The file's own column names; none for JSON. */
  readonly headers: readonly string[];
  readonly headerRow: number;
  readonly mapping: ColumnMapping;
  readonly mappingSure: boolean;
  readonly preview: readonly (readonly string[])[];
  readonly hotkeyColumn: string;
  readonly shortcutColumn: string;
  /** Categories the file lists beside its phrases; known once all has been read. */
  categories(): readonly (readonly string[])[];
  /** Phrases, and one by one the pictures that come with them. */
  outcomes(
    breathe: Breathe,
    progress: (done: number, total: number) => void,
  ): AsyncGenerator<(ReadOutcome | PictureOutcome)[]>;
  close(): Promise<void>;
}

/** Lets other things run when it is time; throws import_cancelled once the person has cancelled. */
export type Breathe = () => Promise<void>;

/** Rows between two looks at the clock. */
const PORTION = 500;
/** How long the loop may be held at a stretch, milliseconds. */
const STRETCH = 15;

/** Opens what was recognised. @throws AppError import_* as `openTable`, import_no_body_column, import_body_unsure */
export async function openFeed(
  source: ImportSource,
  recognised: Recognised,
  options: ImportOptions,
): Promise<Feed> {
  return recognised.format === "json"
    ? jsonFeed(source, recognised, options)
    : tableFeed(source, recognised, options);
}

async function tableFeed(
  source: ImportSource,
  recognised: Exclude<Recognised, { format: "json" }>,
  options: ImportOptions,
): Promise<Feed> {
  const table = await openTable(source, recognised, options);
  const { layout, preview } = table;
  const { headers, mapping } = layout;
  if (!Object.values(mapping).includes("body")) {
    await table.close();
    throw new AppError("import_no_body_column", { headers: headers.join("、") });
  }
  if (options.onlySure && !layout.bodySure) {
    await table.close();
    throw new AppError("import_body_unsure", {
      file: source.name,
      headers: headers.join("、"),
      guess: columnOf(layout, "body"),
    });
  }
  const readRow = createRowReader(layout, options.normaliseHotkey);
  return {
    headers,
    headerRow: layout.headerRow,
    mapping,
    mappingSure: layout.sure,
    preview,
    hotkeyColumn: columnOf(layout, "hotkey"),
    shortcutColumn: columnOf(layout, "shortcut"),
    categories: () => [],
    async *outcomes(breathe, progress) {
      for await (const bundle of table.rows(({ done, total }) => progress(done, total))) {
        for (const part of portions(bundle)) {
          yield part.map(readRow);
          await breathe();
        }
      }
    },
    close: () => table.close(),
  };
}

function jsonFeed(
  source: ImportSource,
  recognised: Extract<Recognised, { format: "json" }>,
  options: ImportOptions,
): Feed {
  const file = openJsonFile(source, recognised.encoding);
  const readPhrase = createJsonReader(options.normaliseHotkey);
  return {
    headers: [],
    headerRow: 0,
    mapping: {},
    mappingSure: true,
    preview: [],
    hotkeyColumn: "hotkey",
    shortcutColumn: "shortcut",
    categories: () => file.categories(),
    async *outcomes(breathe, progress) {
      let row = 0;
      let picture = 0;
      for await (const bundle of file.bundles(({ done, total }) => progress(done, total))) {
        for (const part of portions(bundle.phrases)) {
          yield part.map((value) => readPhrase(value, (row += 1)));
          await breathe();
        }
        for (const value of bundle.pictures) {
          yield [readJsonPicture(value, (picture += 1))];
          await breathe();
        }
      }
    },
    close: async () => undefined,
  };
}

function* portions<T>(bundle: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < bundle.length; at += PORTION) yield bundle.slice(at, at + PORTION);
}

export function breather(signal: AbortSignal | undefined): Breathe {
  let since = performance.now();
  return async () => {
    if (signal?.aborted) throw new AppError("import_cancelled");
    if (performance.now() - since < STRETCH) return;
    await nextTurn();
    since = performance.now();
    if (signal?.aborted) throw new AppError("import_cancelled");
  };
}
