import { copyFileSync, existsSync, renameSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import { AppError, isAppError } from "../../shared/errors.ts";
import { say } from "../../shared/rules/say.ts";
import { dataFolder } from "../adapters/node/dataFolder.ts";
import { createImaging } from "../adapters/node/imaging.ts";
import { runningInstance } from "../adapters/node/instance.ts";
import { openBackup, writeBackupNow } from "../database/backup.ts";
import { asAppError } from "../database/failures.ts";
import { createJournal, hostOf } from "../database/journal.ts";
import { databaseFile, integrityProblems, openDatabase } from "../database/open.ts";
import { restoreBackup } from "../database/restore.ts";
import { createEvidenceFiles } from "../modules/complaints/evidence.ts";
import { createComplaintStore } from "../modules/complaints/store.ts";
import { checkPictures } from "../modules/pictures/check.ts";
import { createPictureFiles } from "../modules/pictures/files.ts";
import { createPictureList } from "../modules/pictures/listStore.ts";
import { CommandError, EXIT, line } from "./output.ts";
import { tell, terminalLocale } from "./words.ts";

type Values = Record<string, string | boolean | undefined>;
type Database = ReturnType<typeof openDatabase>;

const folderOf = (values: Values): string =>
  dataFolder(typeof values["data"] === "string" ? values["data"] : undefined);

function withDatabase<T>(folder: string, work: (database: Database) => T): T {
  const database = openDatabase(folder);
  try {
    return work(database);
  } catch (error) {
    throw asAppError(error, databaseFile(folder));
  } finally {
    database.close();
  }
}

/** `check`: 0 when the library is sound. */
export async function runCheck(_words: string[], values: Values): Promise<number> {
  const folder = folderOf(values);
  const report = (problems: string[]): void => {
    if (values["json"])
      line(JSON.stringify({ sound: problems.length === 0, problems, data: folder }));
  };
  let problems: string[];
  try {
    problems = withDatabase(folder, (database) => [
      ...integrityProblems(database),
      ...journalProblems(database, folder),
    ]);
  } catch (error) {
    if (isAppError(error) && error.code === "database_damaged")
      report([String(error.params["detail"])]);
    throw error;
  }
  const [first] = problems;
  if (first !== undefined) {
    report(problems);
    throw new AppError("database_damaged", { path: databaseFile(folder), detail: first });
  }
  const files = [...(await pictureProblems(folder)), ...(await evidenceProblems(folder))];
  const harm = files.filter((problem) => problem.harm);
  report(harm.map(({ words }) => words));
  if (!values["json"]) {
    for (const { words } of files) process.stderr.write(`${words}\n`);
    if (harm.length === 0) line(`OK  ${folder}`);
  }
  return harm.length === 0 ? EXIT.done : EXIT.failed;
}

/** What is odd about the pictures' files, in the terminal's language. */
async function pictureProblems(folder: string): Promise<{ words: string; harm: boolean }[]> {
  const pictures = withDatabase(folder, (database) => createPictureList(database).all());
  const found = await checkPictures(createPictureFiles(folder, createImaging()), pictures);
  return found.map(({ code, params, harm }) => ({
    words: say(terminalLocale(), code, params),
    harm,
  }));
}

/** What does not add up in what happened. */
const journalProblems = (database: Database, folder: string): string[] =>
  createJournal(database, { now: Date.now, host: hostOf(folder) }).problems();

/** What is odd about the evidence of complaints, in the terminal's language. */
async function evidenceProblems(folder: string): Promise<{ words: string; harm: boolean }[]> {
  const files = withDatabase(folder, (database) => createComplaintStore(database).files());
  const found = await createEvidenceFiles(folder).check(files);
  return found.map(({ code, params, harm }) => ({
    words: say(terminalLocale(), code, params),
    harm,
  }));
}

/** `backup`: prints where the copy is. */
export async function runBackup(_words: string[], values: Values): Promise<number> {
  const folder = folderOf(values);
  return withDatabase(folder, (database) => {
    const backup = writeBackupNow(database, folder, "by-hand");
    line(values["json"] ? JSON.stringify(backup) : backup.path);
    return EXIT.done;
  });
}

/** `restore FILE`: what was there is backed up first, or set aside when it is too damaged for that. */
export async function runRestore(words: string[], values: Values): Promise<number> {
  const folder = folderOf(values);
  const path = resolve(words[0] ?? "");
  openBackup(path).close();
  let result: { phrases: number; savedAs: string };
  try {
    result = withDatabase(folder, (database) => restoreBackup(database, folder, path));
  } catch (error) {
    if (!isDamage(error)) throw error;
    result = await replaceDamaged(folder, path);
    process.stderr.write(`${tell("damagedSetAside", { path: result.savedAs })}\n`);
  }
  line(values["json"] ? JSON.stringify(result) : `${result.phrases}  (← ${result.savedAs})`);
  return EXIT.done;
}

/** True when a damaged library is behind a failure, also one to back it up. */
function isDamage(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const ours = asAppError(cause, "");
    if (isAppError(ours) && ours.code === "database_damaged") return true;
  }
  return false;
}

/** Puts a proven backup in the place of a library that cannot be read; the damaged file is kept beside it. */
async function replaceDamaged(
  folder: string,
  backup: string,
): Promise<{ phrases: number; savedAs: string }> {
  // A program that has the file open would go on writing to the one set aside.
  const running = await runningInstance(folder);
  if (running) throw new CommandError(tell("runningElsewhere", { pid: running.pid }));
  const path = databaseFile(folder);
  const savedAs = `${path}.damaged-${new Date().toISOString().replaceAll(/[-:.]/g, "")}`;
  const arriving = `${path}.part`;
  try {
    // Copied first: when the disk is full, nothing has been moved yet.
    copyFileSync(backup, arriving);
    for (const part of ["", "-wal", "-shm"])
      if (existsSync(path + part)) renameSync(path + part, savedAs + part);
    renameSync(arriving, path);
  } catch (error) {
    throw asAppError(error, path);
  } finally {
    rmSync(arriving, { force: true });
  }
  const phrases = withDatabase(
    folder,
    (database) =>
      database
        .prepare("SELECT count(*) FROM phrases WHERE trashed_at IS NULL")
        .pluck()
        .get() as number,
  );
  return { phrases, savedAs };
}
