import { existsSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { checkCaseFile } from "../modules/complaints/caseFile.ts";
import { openZip, ZipError } from "../modules/transfer/zip.ts";
import { EXIT, line, UsageError } from "./output.ts";
import { tell } from "./words.ts";

type Values = Record<string, string | boolean | undefined>;

/** `verify FILE`: 0 when an exported complaint is whole; 1, and every file or event named that is not. */
export async function runVerify(words: string[], values: Values): Promise<number> {
  const path = resolve(words[0] ?? "");
  if (!existsSync(path) || !statSync(path).isFile())
    throw new UsageError(tell("verifyNoFile", { path }));
  const { number, events, files, problems } = await verify(path);
  const whole = problems.length === 0;
  if (values["json"]) line(JSON.stringify({ whole, number, events, files, problems, path }));
  else if (whole) line(tell("verifyWhole", { number, events, files }));
  else
    for (const { what, name } of problems) process.stderr.write(`${tell(WORDS[what], { name })}\n`);
  return whole ? EXIT.done : EXIT.failed;
}

const WORDS = {
  altered: "verifyAltered",
  missing: "verifyMissing",
  extra: "verifyExtra",
  unreadable: "verifyUnreadable",
} as const;

interface Verified {
  readonly number: string;
  readonly events: number;
  readonly files: number;
  readonly problems: readonly { readonly what: keyof typeof WORDS; readonly name: string }[];
}

async function verify(path: string): Promise<Verified> {
  try {
    const zip = await openZip(path);
    try {
      const { manifest, events, problems } = await checkCaseFile(zip);
      const files = manifest?.files.length ?? 0;
      return { number: manifest?.number ?? "", events: events.length, files, problems };
    } finally {
      await zip.close();
    }
  } catch (error) {
    // Cut short, or no zip at all.
    if (!(error instanceof ZipError)) throw error;
    return { number: "", events: 0, files: 0, problems: [{ what: "unreadable", name: path }] };
  }
}
