import { breather, openFeed } from "./feed.ts";
import { type ImportSource, recognise } from "./recognise.ts";
import type { PhraseContent } from "./transferPort.ts";

/** A phrase as it stands in a file. */
export interface PhraseInFile extends Pick<PhraseContent, "title" | "body" | "tags"> {
  readonly questions: readonly string[];
  readonly path: readonly string[];
}

/**
 * Every phrase of a file, as an import would read it; rows an import refuses are passed over. Writes nothing.
 * @throws AppError import_* when the file as a whole cannot be read
 */
export async function* readPhrases(source: ImportSource): AsyncGenerator<PhraseInFile> {
  const feed = await openFeed(source, await recognise(source, null), {
    format: null,
    mapping: null,
    header: null,
    onlySure: false,
    onConflict: "skip",
    // Hotkeys are not looked at: none is refused for its own.
    normaliseHotkey: (text) => text,
  });
  try {
    for await (const part of feed.outcomes(breather(undefined), () => undefined)) {
      for (const outcome of part) {
        if (outcome === null || !("phrase" in outcome)) continue;
        const { title, body, tags, category, questions = [] } = outcome.phrase;
        yield { title, body, tags, questions, path: category };
      }
    }
  } finally {
    await feed.close();
  }
}
