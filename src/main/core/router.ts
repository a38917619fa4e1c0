import type { z } from "zod";
import { type Handlers, type ProcedureName, procedures } from "../../shared/contract/index.ts";
import { AppError, isAppError } from "../../shared/errors.ts";
import { asAppError } from "../database/failures.ts";
import type { Result } from "./types.ts";

/** Turns anything thrown into the failure a caller gets. Unknown errors are also written to stderr for the log. */
export function failure(error: unknown, databasePath: string): Result {
  const ours = asAppError(error, databasePath);
  if (isAppError(ours)) {
    const code = ours.code === "database_locked" ? "busy" : ours.code;
    return { ok: false, error: { code, params: ours.params } };
  }
  console.error(error);
  const detail = error instanceof Error ? error.message : String(error);
  return { ok: false, error: { code: "unexpected", params: { detail } } };
}

function refuse(error: z.ZodError): Result {
  const issue = error.issues[0];
  const field = issue?.path.join(".") || "input";
  return {
    ok: false,
    error: { code: "bad_input", params: { field, detail: issue?.message ?? "" } },
  };
}

/** Parses what comes in, runs the handler, parses what goes out. Never rejects. */
export function createRouter(handlers: Handlers, databasePath: string) {
  return async function call(name: string, input: unknown): Promise<Result> {
    if (!Object.hasOwn(procedures, name)) {
      const { code, params } = new AppError("unknown_call", { name: name.slice(0, 80) });
      return { ok: false, error: { code, params } };
    }
    const schema = procedures[name as ProcedureName];
    const parsed = schema.input.safeParse(input);
    if (!parsed.success) return refuse(parsed.error);
    try {
      const handler = handlers[name as ProcedureName] as (input: unknown) => unknown;
      return { ok: true, value: schema.output.parse(await handler(parsed.data)) };
    } catch (error) {
      return failure(error, databasePath);
    }
  };
}
