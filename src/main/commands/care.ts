import { resolve } from "node:path";
import { writeBackupNow } from "../database/backup.ts";
import { integrityProblems, openDatabase } from "../database/open.ts";
import { restoreBackup } from "../database/restore.ts";
import { dataFolder } from "../adapters/node/dataFolder.ts";
import { EXIT, line } from "./output.ts";

type Values = Record<string, string | boolean | undefined>;

const folderOf = (values: Values): string =>
  dataFolder(typeof values["data"] === "string" ? values["data"] : undefined);

function withDatabase<T>(
  values: Values,
  work: (database: ReturnType<typeof openDatabase>, folder: string) => T,
): T {
  const folder = folderOf(values);
  const database = openDatabase(folder);
  try {
    return work(database, folder);
  } finally {
    database.close();
  }
}

/** `check`: 0 when the library is sound. */
export async function runCheck(_words: string[], values: Values): Promise<number> {
  return withDatabase(values, (database, folder) => {
    const problems = integrityProblems(database);
    if (values["json"])
      line(JSON.stringify({ sound: problems.length === 0, problems, data: folder }));
    else for (const text of problems.length === 0 ? [`OK  ${folder}`] : problems) line(text);
    return problems.length === 0 ? EXIT.done : EXIT.failed;
  });
}

/** `backup`: prints where the copy is. */
export async function runBackup(_words: string[], values: Values): Promise<number> {
  return withDatabase(values, (database, folder) => {
    const backup = writeBackupNow(database, folder, "by-hand");
    line(values["json"] ? JSON.stringify(backup) : backup.path);
    return EXIT.done;
  });
}

/** `restore FILE`: what was there is backed up first. */
export async function runRestore(words: string[], values: Values): Promise<number> {
  return withDatabase(values, (database, folder) => {
    const result = restoreBackup(database, folder, resolve(words[0] ?? ""));
    line(values["json"] ? JSON.stringify(result) : `${result.phrases}  (← ${result.savedAs})`);
    return EXIT.done;
  });
}
