import { z } from "zod";
import { event, procedure } from "./procedure.ts";

export const importFormat = z.enum(["csv", "tsv", "xlsx", "json"]);
export type ImportFormat = z.infer<typeof importFormat>;

/** What to do with a row whose phrase is already there (same id, or same shortcut, or same title and body). */
export const onConflict = z.enum(["skip", "overwrite", "both"]);
export type OnConflict = z.infer<typeof onConflict>;

/** The fields of a phrase that a column can mean. */
export const importField = z.enum([
  "title",
  "body",
  "shortcut",
  "category",
  "tags",
  "shop",
  "favourite",
  "hotkey",
  "sendMode",
  "note",
  "promise",
]);
export type ImportField = z.infer<typeof importField>;

/** Column index (from 0) to field; a column that is not named is left out. */
export const columnMapping = z.record(z.string(), importField);
export type ColumnMapping = z.infer<typeof columnMapping>;

export const refusedRow = z.object({
  /** Row in the file as a person counts it: the header is row 1. */
  row: z.number().int(),
  /** The file's own name of the column, or "" when the whole row is meant. */
  column: z.string(),
  /** A code with a sentence in the messages, such as "import_body_missing". */
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type RefusedRow = z.infer<typeof refusedRow>;

export const changedRow = z.object({
  row: z.number().int(),
  title: z.string(),
  differences: z.array(z.object({ field: z.string(), before: z.string(), after: z.string() })),
});

/** How the columns of a table were understood; nothing in it for our own JSON. */
const understoodColumns = {
  headers: z.array(z.string()),
  /** The row with the columns' names, as a person counts; 0 when there is none. */
  headerRow: z.number().int(),
  mapping: columnMapping,
  /** False when the columns could not be told for sure: the person is asked. */
  mappingSure: z.boolean(),
};

export const importPlan = z.object({
  format: importFormat,
  encoding: z.string(),
  ...understoodColumns,
  /** First rows as they stand in the file, for the mapping screen. */
  preview: z.array(z.array(z.string())),
  rows: z.number().int(),
  added: z.number().int(),
  changed: z.number().int(),
  /** Already there, the same in every field. */
  duplicates: z.number().int(),
  /** Already there but different, and left as it is by `skip`. */
  skipped: z.number().int(),
  /** Pictures that come with the phrases and are not here yet. */
  pictures: z.number().int(),
  refusedCount: z.number().int(),
  /** The first 500. */
  refused: z.array(refusedRow),
  /** The first 200. */
  changes: z.array(changedRow),
  /** The first 200 titles. */
  additions: z.array(z.object({ row: z.number().int(), title: z.string(), category: z.string() })),
  newCategories: z.array(z.string()),
});
export type ImportPlan = z.infer<typeof importPlan>;

export const importResult = z.object({
  ...understoodColumns,
  added: z.number().int(),
  changed: z.number().int(),
  skipped: z.number().int(),
  /** Pictures that came with the phrases. */
  pictures: z.number().int(),
  refusedCount: z.number().int(),
  /** The first 500. */
  refused: z.array(refusedRow),
  historyId: z.number().int().nullable(),
  backup: z.string().nullable(),
});
export type ImportResult = z.infer<typeof importResult>;

const importRequest = z.object({
  /** A file the person chose, as named by the shell (never a path typed in the page). */
  file: z.string(),
  format: importFormat.nullable().default(null),
  mapping: columnMapping.nullable().default(null),
  /** True: the first row has the columns' names; false: it is a phrase already; null: told by what stands in it. */
  header: z.boolean().nullable().default(null),
  onConflict: onConflict.default("skip"),
  job: z.string().max(60),
});

export const transferProcedures = {
  /** Opens the system's file dialog where the shell has one; null where it has none or the person cancelled. */
  "files.choose": procedure({
    input: z.object({}),
    output: z.object({ supported: z.boolean(), file: z.string().nullable(), name: z.string() }),
  }),
  "import.plan": procedure({ input: importRequest, output: importPlan }),
  "import.apply": procedure({ input: importRequest, output: importResult }),
  "import.cancel": procedure({ input: z.object({ job: z.string() }), output: z.object({}) }),
  /** Writes the file; `url` is where a browser can fetch it, `path` where it was saved in Electron. */
  "export.run": procedure({
    input: z.object({ format: importFormat }),
    output: z.object({
      count: z.number().int(),
      /** Pictures that phrases show; only JSON carries them. */
      pictures: z.number().int(),
      /** Pictures that should be in the file and are not: their own files are gone or damaged. */
      picturesLost: z.number().int(),
      url: z.string().nullable(),
      path: z.string().nullable(),
      cancelled: z.boolean(),
    }),
  }),
};

export const transferEvents = {
  "job.progress": event(
    z.object({
      job: z.string(),
      phase: z.string(),
      done: z.number().int(),
      total: z.number().int(),
    }),
  ),
};
