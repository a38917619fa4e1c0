import { AppError, type ErrorParams } from "../../shared/errors.ts";
import type { MessageCode } from "../../shared/messages/zh-CN.ts";
import { call, inElectron } from "./client.ts";

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
 * Hands a file picked, pasted or dropped in the page to the core. @param name replaces the file's own
 * @throws AppError body_too_large, core_gone; DOMException AbortError when cancelled
 */
export async function sendFile(
  file: File,
  signal: AbortSignal,
  name: string = file.name,
): Promise<Source> {
  let reply: Reply;
  try {
    const response = await fetch(`/files?name=${encodeURIComponent(name)}`, {
      method: "POST",
      // Electron's own schemes get plain bytes whole; a file would have to be streamed through the program twice.
      body: inElectron ? await file.arrayBuffer() : file,
      signal,
    });
    reply = (await response.json()) as Reply;
  } catch (cause) {
    if (signal.aborted) throw cause;
    throw new AppError("core_gone", {}, { cause });
  }
  if (!reply.ok) throw new AppError(reply.error.code, reply.error.params);
  return { file: reply.value.file, name };
}

/** Asks with the system's dialog. "page" where there is none and the page must ask itself; null when cancelled. */
export async function askForFile(): Promise<Source | "page" | null> {
  if (!inElectron) return "page";
  const { supported, file, name } = await call("files.choose", {});
  if (!supported) return "page";
  return file === null ? null : { file, name };
}
