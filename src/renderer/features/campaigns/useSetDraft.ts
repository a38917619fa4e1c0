import { useRef, useState } from "react";
import {
  type Campaign,
  type CampaignDraft,
  campaignDraft,
  type SetMember,
} from "../../../shared/contract/campaigns.ts";
import { readStored, writeStored } from "../../ui/stored.ts";

type Edits = Partial<CampaignDraft>;

/** A set being written: what is stored with what was changed over it. */
export interface SetDraft {
  readonly values: CampaignDraft;
  readonly dirty: boolean;
  /** True when this was left unsaved some time before. */
  readonly restored: boolean;
  set(changes: Edits): void;
  /** `sent` is saved as the set `as`; what was typed since stays. */
  wrote(sent: CampaignDraft, as: string): void;
  discard(): void;
}

const keyOf = (id: string): string => `campaigns.draft.${id}`;

/** True when something of this set was left unsaved. */
export const hasDraft = (id: string): boolean => readStored(keyOf(id)) !== null;

/** Forgets what was left unsaved in these fields: they begin anew. */
export function dropEdits(id: string, fields: readonly (keyof CampaignDraft)[]): void {
  const edits = readStored<Edits>(keyOf(id)) ?? {};
  const rest = Object.fromEntries(
    Object.entries(edits).filter(([field]) => !fields.includes(field as keyof CampaignDraft)),
  );
  writeStored(keyOf(id), Object.keys(rest).length > 0 ? rest : null);
}

/** Only what differs from what is stored. */
function changesOf(saved: CampaignDraft, edits: Edits): Edits {
  const fields = Object.entries(edits) as [keyof CampaignDraft, unknown][];
  return Object.fromEntries(
    fields.filter(([field, value]) => JSON.stringify(saved[field]) !== JSON.stringify(value)),
  );
}

/**
 * The draft of a set. It is kept in the browser with every stroke, so leaving loses nothing.
 * @param id of the set, or a word for a new one
 */
export function useSetDraft(id: string, stored: Campaign | CampaignDraft): SetDraft {
  const saved = campaignDraft.parse(stored);
  const [edits, setEdits] = useState<Edits>(() => readStored<Edits>(keyOf(id)) ?? {});
  const [restored, setRestored] = useState(() => Object.keys(edits).length > 0);
  const newest = useRef(edits);
  const put = (next: Edits, as = id): void => {
    newest.current = next;
    setEdits(next);
    writeStored(keyOf(as), Object.keys(next).length > 0 ? next : null);
  };
  const changes = changesOf(saved, edits);
  const dirty = Object.keys(changes).length > 0;
  return {
    values: { ...saved, ...changes },
    dirty,
    restored: restored && dirty,
    set(more) {
      put(changesOf(saved, { ...newest.current, ...more }));
    },
    wrote(sent, as) {
      writeStored(keyOf(id), null);
      put(changesOf(sent, { ...saved, ...newest.current }), as);
      setRestored(false);
    },
    discard() {
      put({});
      setRestored(false);
    },
  };
}

/** Where a phrase stands in a draft: with the whole set (null) or in a phase, and at which place. */
export interface Spot {
  readonly phase: string | null;
  readonly index: number;
}

type Lists = Pick<CampaignDraft, "phrases" | "phases">;

const listOf = (draft: Lists, phase: string | null): readonly SetMember[] =>
  phase === null ? draft.phrases : (draft.phases.find((each) => each.id === phase)?.phrases ?? []);

/** The draft with one of its lists replaced. */
export function withList(draft: Lists, phase: string | null, list: readonly SetMember[]): Lists {
  if (phase === null) return { phrases: [...list], phases: draft.phases };
  return {
    phrases: draft.phrases,
    phases: draft.phases.map((each) =>
      each.id === phase ? { ...each, phrases: [...list] } : each,
    ),
  };
}

/** A phrase moved from one place to another; a list that has it already does not get it twice. */
export function moved(draft: Lists, from: Spot, to: Spot): Lists {
  const member = listOf(draft, from.phase)[from.index];
  if (!member) return draft;
  const without = withList(
    draft,
    from.phase,
    listOf(draft, from.phase).filter((_, at) => at !== from.index),
  );
  const target = listOf(without, to.phase);
  if (target.some(({ phraseId }) => phraseId === member.phraseId)) return draft;
  return withList(without, to.phase, target.toSpliced(to.index, 0, member));
}

/** Where one step up or down leads: within its list, else to the end of the list before or the start of the next. */
export function stepFrom(draft: Lists, { phase, index }: Spot, step: 1 | -1): Spot | null {
  const length = listOf(draft, phase).length;
  const next = index + step;
  if (next >= 0 && next < length) return { phase, index: next };
  // As they are shown: the phases in order, then the whole time.
  const places = [...draft.phases.map((each) => each.id), null];
  const beside = places[places.indexOf(phase) + step];
  if (beside === undefined) return null;
  return { phase: beside, index: step === 1 ? 0 : listOf(draft, beside).length };
}
