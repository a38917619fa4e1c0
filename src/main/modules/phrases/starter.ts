import { z } from "zod";
import { PHRASE_LIMITS, sendMode } from "../../../shared/contract/phrases.ts";
import type { HandlersFor } from "../../../shared/contract/index.ts";
import type { SettingsStore } from "../../ports/settingsStore.ts";
import type { Touched } from "./handlers.ts";
import type { PhraseStore } from "./store.ts";

/** The source of phrases that came with the program and were not edited since. */
export const STARTER = "starter";

const starterFile = z.object({
  format: z.literal("replydeck-phrases"),
  version: z.literal(1),
  phrases: z.array(
    z.object({
      title: z.string(),
      body: z.string().min(1),
      shortcut: z.string(),
      category: z.array(z.string()).max(PHRASE_LIMITS.categoryDepth),
      tags: z.array(z.string()),
      favourite: z.boolean(),
      sendMode,
      note: z.string(),
      questions: z.array(z.string()).default([]),
    }),
  ),
});

/** The starter library: offered once, added and taken out in one step each. */
export function starterHandlers(
  store: PhraseStore,
  settings: SettingsStore,
  readFile: () => unknown,
  changed: (reason: string, touched: Touched) => void,
): HandlersFor<"starter.status" | "starter.add" | "starter.decline" | "starter.remove"> {
  const load = () => starterFile.parse(readFile()).phrases;
  return {
    "starter.status": () => ({
      answered: settings.get().starterAnswered,
      available: load().length,
      installed: store.idsOfSource(STARTER).length,
    }),
    "starter.add": () => {
      // Newest first in lists, so the last one written comes first: keep the file's order on the screen.
      const phrases = load().toReversed();
      const present = new Set(store.idsOfSource(STARTER).map((id) => store.get(id).shortcut));
      const receipt = store.history.change("starter", "", (remember) => {
        const missing = phrases.filter((phrase) => !present.has(phrase.shortcut));
        // Categories in the order of the file, phrases in reverse.
        for (const { category } of missing.toReversed())
          store.categories.ensurePath(remember, category);
        for (const { category, ...phrase } of missing)
          store.insert(remember, {
            ...phrase,
            categoryId: store.categories.ensurePath(remember, category),
            shop: "",
            hotkey: null,
            source: STARTER,
          });
        return missing.length;
      });
      settings.set({ starterAnswered: true });
      changed("starter", { step: receipt.historyId });
      return receipt;
    },
    "starter.decline": () => {
      settings.set({ starterAnswered: true });
      return {};
    },
    "starter.remove": () => {
      const ids = store.idsOfSource(STARTER);
      const receipt = store.history.change("starter-remove", "", (remember) => {
        const emptied = new Set(ids.flatMap((id) => store.get(id).categoryId ?? []));
        store.removeForGood(remember, ids);
        store.categories.dropEmpty(remember, emptied);
        return ids.length;
      });
      changed("starter", { step: receipt.historyId });
      return receipt;
    },
  };
}
