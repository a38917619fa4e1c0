import { call, inElectron } from "./client.ts";
import { AppError, type ErrorParams } from "../../shared/errors.ts";
import type { MessageCode } from "../../shared/messages/zh-CN.ts";

/** A file the core has been given: its name for the core, and for the person. */
export interface Source {
  readonly file: string;
  readonly name: string;
}

type Reply =
  | { readonly ok: true; readonly value: { readonly file: string } }
  | {
      readonly ok: false;
      readonly error: { readonly code: MessageCode; readonly params: ErrorParams };
    };

/**
 * Hands a file picked or dropped in the page to the core.
 * @throws AppError body_too_large, core_gone; DOMException AbortError when cancelled
 */
export async function sendFile(file: File, signal: AbortSignal): Promise<Source> {
  let reply: Reply;
  try {
    const response = await fetch(`/files?name=${encodeURIComponent(file.name)}`, {
      method: "POST",
      body: file,
      signal,
    });
    reply = (await response.json()) as Reply;
  } catch (cause) {
    if (signal.aborted) throw cause;
    throw new AppError("core_gone", {}, { cause });
  }
  if (!reply.ok) throw new AppError(reply.error.code, reply.error.params);
  return { file: reply.value.file, name: file.name };
}

/** Asks with the system's dialog. "page" where there is none and the page must ask itself; null when cancelled. */
export async function askForFile(): Promise<Source | "page" | null> {
  if (!inElectron) return "page";
  const { supported, file, name } = await call("files.choose", {});
  if (!supported) return "page";
  return file === null ? null : { file, name };
}
