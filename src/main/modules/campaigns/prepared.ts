import { randomUUID } from "node:crypto";
import { z } from "zod";
import {
  emergencyKind,
  type PreparedName,
  setColour,
  setKind,
} from "../../../shared/contract/campaigns.ts";
import type { HandlersFor } from "../../../shared/contract/index.ts";
import { PHRASE_LIMITS } from "../../../shared/contract/phrases.ts";
import { DEFAULT_ZONE } from "../../../shared/rules/validityWall.ts";
import type { Book } from "./book.ts";
import type { CampaignStore, StoredSet } from "./store.ts";
import type { Library } from "./handlers.ts";

const preparedPhrase = z.object({
  title: z.string().min(1),
  body: z.string().min(1),
  shortcut: z.string().max(PHRASE_LIMITS.shortcut),
  note: z.string().default(""),
});

/** The file of prepared sets: sets with their phrases, a phrase of a phase under the phase's name. */
const preparedFile = z.object({
  format: z.literal("replydeck-campaigns"),
  version: z.literal(1),
  sets: z.array(
    z.object({
      key: z.string(),
      kind: setKind,
      emergency: emergencyKind.nullable().default(null),
      name: z.string().min(1),
      note: z.string(),
      colour: setColour,
      category: z.array(z.string()).min(1).max(PHRASE_LIMITS.categoryDepth),
      tags: z.array(z.string()),
      phrases: z.array(preparedPhrase),
      phases: z
        .array(z.object({ name: z.string().min(1), phrases: z.array(preparedPhrase) }))
        .default([]),
    }),
  ),
});
type PreparedSet = z.infer<typeof preparedFile>["sets"][number];

const NAMES: readonly PreparedName[] = ["emergency", "campaign"];

/** The source of sets, and of phrases, that came with the program and were not edited since. */
const SET_SOURCE = "starter";
const phraseSource = (name: PreparedName): string => `starter-${name}`;

const phrasesOf = (set: PreparedSet) => [
  ...set.phrases,
  ...set.phases.flatMap(({ phrases }) => phrases),
];

interface Surroundings {
  readonly store: CampaignStore;
  readonly book: Book;
  readonly library: Library;
  /** Reads the file of prepared sets. */
  readonly read: (name: PreparedName) => unknown;
  readonly now: () => number;
  /** Called after every change with the step it made. */
  readonly changed: (historyId: number) => void;
  /** An emergency that goes away is switched off first. */
  readonly switchOff: (set: StoredSet) => void;
}

/** The sets that come with the program: added and taken out in one step each. */
export function preparedHandlers(
  around: Surroundings,
): HandlersFor<"campaigns.prepared" | "campaigns.addPrepared" | "campaigns.removePrepared"> {
  const { store, book, library } = around;
  const load = (name: PreparedName): PreparedSet[] => preparedFile.parse(around.read(name)).sets;
  const here = (name: PreparedName): StoredSet[] => {
    const keys = new Set(load(name).map(({ key }) => key));
    return book.sets().filter(({ prepared }) => prepared !== null && keys.has(prepared));
  };

  return {
    "campaigns.prepared": () =>
      NAMES.map((name) => {
        const sets = load(name);
        const present = here(name);
        return {
          name,
          sets: sets.length,
          phrases: sets.flatMap(phrasesOf).length,
          present: new Set(present.map(({ prepared }) => prepared)).size,
          unedited: present.filter(({ source }) => source === SET_SOURCE).length,
        };
      }),
    "campaigns.addPrepared": ({ name }) => {
      const present = new Set(here(name).map(({ prepared }) => prepared));
      const missing = load(name).filter(({ key }) => !present.has(key));
      const source = phraseSource(name);
      const label = missing.map((set) => set.name).join("、");
      const receipt = library.change("prepared", label, (remember) => {
        // What an earlier set left behind is taken up again, by its shortcut code.
        const known = new Map(
          library.ofSource(source).map(({ id, shortcut }) => [shortcut, id] as const),
        );
        let count = 0;
        for (const [at, set] of missing.entries()) {
          const categoryId = library.ensurePath(remember, set.category);
          // Lists show the newest first: written last to first they keep the order of the file.
          for (const phrase of phrasesOf(set).toReversed()) {
            if (known.has(phrase.shortcut)) continue;
            const id = library.insert(remember, { ...phrase, categoryId, tags: set.tags, source });
            known.set(phrase.shortcut, id);
            count += 1;
          }
          const members = (phrases: PreparedSet["phrases"]) =>
            phrases.map(({ shortcut }) => ({ phraseId: known.get(shortcut)!, everyday: false }));
          const id = randomUUID();
          remember("campaign", id);
          store.put({
            id,
            kind: set.kind,
            emergency: set.emergency,
            name: set.name,
            note: set.note,
            colour: set.colour,
            shops: [],
            zone: DEFAULT_ZONE,
            start: null,
            end: null,
            phrases: members(set.phrases),
            phases: set.phases.map((phase) => ({
              id: randomUUID(),
              name: phase.name,
              start: null,
              end: null,
              phrases: members(phase.phrases),
            })),
            source: SET_SOURCE,
            prepared: set.key,
            createdAt: around.now() + at,
            changedAt: around.now(),
          });
        }
        return count;
      });
      around.changed(receipt.historyId);
      return receipt;
    },
    "campaigns.removePrepared": ({ name }) => {
      const doomed = here(name).filter(({ source }) => source === SET_SOURCE);
      const gone = new Set(doomed.map(({ id }) => id));
      // A phrase that another set uses stays with it.
      const used = new Set(
        book
          .sets()
          .filter(({ id }) => !gone.has(id))
          .flatMap((set) => [...set.phrases, ...set.phases.flatMap(({ phrases }) => phrases)])
          .map(({ phraseId }) => phraseId),
      );
      const phrases = library.ofSource(phraseSource(name)).filter(({ id }) => !used.has(id));
      const label = doomed.map((set) => set.name).join("、");
      const receipt = library.change("prepared-remove", label, (remember) => {
        for (const set of doomed) {
          around.switchOff(set);
          remember("campaign", set.id);
          store.drop(set.id);
        }
        library.removeForGood(
          remember,
          phrases.map(({ id }) => id),
        );
        return phrases.length;
      });
      around.changed(receipt.historyId);
      return receipt;
    },
  };
}
