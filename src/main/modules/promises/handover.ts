import { createHash } from "node:crypto";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { z } from "zod";
import { journalEvent } from "../../../shared/contract/journal.ts";
import { AppError } from "../../../shared/errors.ts";

/** What a colleague gets: who gave what to whom, and every event about it. */
const handover = z.object({
  format: z.literal("replydeck-handover"),
  version: z.literal(1),
  from: z.string().max(80),
  to: z.string().max(80),
  note: z.string().max(2_000),
  at: z.number().int(),
  ids: z.array(z.string().min(1).max(80)).min(1),
  events: z.array(journalEvent),
});
export type Handover = z.output<typeof handover>;
export type Given = Omit<Handover, "format" | "version">;

/** Unpacked a code is at most this long, UTF-16 units: a small text must not fill the memory. */
const LARGEST = 64_000_000;

const sumOf = (text: string): string => createHash("sha256").update(text).digest("hex");

const whole = (given: Given): Handover => ({ format: "replydeck-handover", version: 1, ...given });

/** The hand-over as a file: JSON with a sum over it. */
export function toFile(given: Given): string {
  const content = whole(given);
  return `${JSON.stringify({ ...content, sum: sumOf(JSON.stringify(content)) }, null, 1)}\n`;
}

/** Begins and ends the part of a text that the colleague's program reads. */
const CODE = /RD1\.([0-9a-f]{16})\.([\w\s-]+)\./;
const LINE = 76;

/** The hand-over as letters that survive a chat. */
export function toCode(given: Given): string {
  const json = JSON.stringify(whole(given));
  const packed = deflateRawSync(json, { level: 9 }).toString("base64url");
  const lines = packed.match(new RegExp(`.{1,${LINE}}`, "g")) ?? [];
  return `RD1.${sumOf(json).slice(0, 16)}.\n${lines.join("\n")}.`;
}

/** @throws AppError handover_damaged */
function checked(json: string, sum: (json: string) => boolean): Handover {
  if (!sum(json)) throw new AppError("handover_damaged");
  const parsed = handover.safeParse(JSON.parse(json));
  if (!parsed.success) throw new AppError("handover_damaged");
  return parsed.data;
}

function fromCode(sum: string, code: string): Handover {
  let json: string;
  try {
    json = inflateRawSync(Buffer.from(code.replaceAll(/\s/g, ""), "base64url"), {
      maxOutputLength: LARGEST,
    }).toString("utf8");
  } catch (error) {
    throw new AppError("handover_damaged", {}, { cause: error });
  }
  return checked(json, (text) => sumOf(text).startsWith(sum));
}

/**
 * Reads a file's content or a text of a chat, whatever stands around the code.
 * @throws AppError handover_empty, handover_unreadable, handover_damaged
 */
export function readHandover(text: string): Handover {
  if (text.trim() === "") throw new AppError("handover_empty");
  const code = CODE.exec(text);
  if (code) return fromCode(code[1] ?? "", code[2] ?? "");
  let content: unknown;
  try {
    content = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    throw new AppError("handover_unreadable", {}, { cause: error });
  }
  if (typeof content !== "object" || content === null || !("format" in content))
    throw new AppError("handover_unreadable");
  const { sum, ...rest } = content as Record<string, unknown>;
  return checked(JSON.stringify(rest), (json) => sumOf(json) === sum);
}
