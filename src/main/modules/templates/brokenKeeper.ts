import type { TemplateProblem } from "../../../shared/contract/templates.ts";
import { isTemplate } from "./scan.ts";

export interface BrokenSurroundings {
  /** Ids of live phrases that have braces. */
  readonly candidates: () => readonly string[];
  /** The texts of a live phrase in order; null when there is none. */
  readonly texts: (id: string) => readonly string[] | null;
  /** Problems of each text of one phrase. */
  readonly problems: (texts: readonly string[]) => readonly (readonly TemplateProblem[])[];
}

/** How many phrases are checked before others get a turn. */
const SLICE = 100;

export type BrokenKeeper = ReturnType<typeof createBrokenKeeper>;

/** Which phrases cannot be filled in. Everything is checked once; after that only what has changed. */
export function createBrokenKeeper(around: BrokenSurroundings) {
  const broken = new Map<string, TemplateProblem>();
  /** Phrases to be checked; null: all. */
  let open: Set<string> | null = null;
  let checking: Promise<void> | null = null;

  function check(id: string): void {
    const texts = around.texts(id);
    const [problem] = texts?.some(isTemplate) ? around.problems(texts).flat() : [];
    if (problem) broken.set(id, problem);
    else broken.delete(id);
  }

  async function catchUp(): Promise<void> {
    while (open === null || open.size > 0) {
      if (open === null) {
        broken.clear();
        open = new Set(around.candidates());
      }
      let left = SLICE;
      for (const id of open) {
        open.delete(id);
        check(id);
        left -= 1;
        if (left === 0) break;
      }
      await new Promise((next) => setImmediate(next));
    }
  }

  return {
    /** Phrases that were written, or are gone. */
    changed(ids: readonly string[]): void {
      for (const id of ids) open?.add(id);
    },
    /** What is known besides the phrases has changed, or everything has. */
    restart(): void {
      open = null;
    },
    /** As it is once everything is checked. */
    async list(): Promise<{ id: string; problem: TemplateProblem }[]> {
      checking ??= catchUp().finally(() => {
        checking = null;
      });
      await checking;
      return [...broken].map(([id, problem]) => ({ id, problem }));
    },
  };
}
