import type { MessageCode } from "./messages/zh-CN.ts";

export type ErrorParams = Readonly<Record<string, string | number>>;

/**
 * A failure a person can act on: a code with a sentence in every language (`messages/`), and the names that go into it.
 * Codes travel over the contract; sentences are made at the edge.
 */
export class AppError extends Error {
  readonly code: MessageCode;
  readonly params: ErrorParams;

  constructor(code: MessageCode, params: ErrorParams = {}, options?: { cause?: unknown }) {
    super(code, options);
    this.name = "AppError";
    this.code = code;
    this.params = params;
  }
}

/** True for our own errors, also when they come from another bundle or thread. */
export function isAppError(error: unknown): error is AppError {
  return error instanceof Error && error.name === "AppError" && "code" in error;
}
