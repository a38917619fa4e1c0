import { AppError, isAppError } from "../../shared/errors.ts";

/** What SQLite and the file system say, in our codes. Others stay as they are. */
export function asAppError(error: unknown, path: string): unknown {
  if (isAppError(error)) return error;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const detail = error instanceof Error ? error.message : String(error);
  if (code === "SQLITE_FULL" || code === "ENOSPC" || code === "SQLITE_IOERR_SHMSIZE")
    return new AppError("disk_full", {}, { cause: error });
  if (code.startsWith("SQLITE_BUSY") || code.startsWith("SQLITE_LOCKED"))
    return new AppError("database_locked", { path }, { cause: error });
  if (
    code.startsWith("SQLITE_READONLY") ||
    code.startsWith("SQLITE_CANTOPEN") ||
    code === "EACCES" ||
    code === "EROFS"
  )
    return new AppError("database_readonly", { path }, { cause: error });
  if (code.startsWith("SQLITE_CORRUPT") || code === "SQLITE_NOTADB")
    return new AppError("database_damaged", { path, detail, backup: "-" }, { cause: error });
  return error;
}
