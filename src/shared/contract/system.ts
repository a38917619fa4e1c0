import { z } from "zod";
import { procedure } from "./procedure.ts";

export const backupFile = z.object({
  name: z.string(),
  path: z.string(),
  at: z.number().int(),
  bytes: z.number().int(),
  phrases: z.number().int(),
  reason: z.string(),
});
export type BackupFile = z.infer<typeof backupFile>;

export const systemProcedures = {
  "system.status": procedure({
    input: z.object({}),
    output: z.object({
      version: z.string(),
      shell: z.enum(["electron", "browser", "cli"]),
      platform: z.string(),
      dataFolder: z.string(),
      phrases: z.number().int(),
      indexReady: z.boolean(),
      /** True when a phrase can be pasted into other windows from here. */
      canPaste: z.boolean(),
      /** Message code when it cannot. */
      cannotPasteBecause: z.string().nullable(),
      notices: z.array(
        z.object({
          code: z.string(),
          params: z.record(z.string(), z.union([z.string(), z.number()])),
        }),
      ),
    }),
  }),
  "system.check": procedure({
    input: z.object({}),
    output: z.object({ sound: z.boolean(), problems: z.array(z.string()) }),
  }),
  "backups.list": procedure({ input: z.object({}), output: z.array(backupFile) }),
  "backups.create": procedure({ input: z.object({}), output: backupFile }),
  /** Puts a backup in place of the library. The present state is backed up first; the answer names that file. */
  "backups.restore": procedure({
    input: z.object({ name: z.string() }),
    output: z.object({ phrases: z.number().int(), savedAs: z.string() }),
  }),
};
