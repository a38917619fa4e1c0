import type {
  Campaign,
  CampaignDraft,
  CampaignNow,
  CampaignStatus,
  SetMember,
  SwitchEntry,
} from "../../../shared/contract/campaigns.ts";
import { AppError } from "../../../shared/errors.ts";
import {
  intersection,
  type Span,
  standing,
  type TimedSet,
} from "../../../shared/rules/validity.ts";
import { setProblems } from "../../../shared/rules/validityCheck.ts";
import type { Switching } from "./store.ts";
import { instantOf, isZone } from "./zones.ts";

/** How an emergency was switched on. */
export type Switched = NonNullable<CampaignNow["switched"]>;

/** What is on as the last line of its log says; null when it is off, also by its own time. */
export function switchedAt(
  last: Switching | undefined,
  since: number | null,
  now: number,
): Switched | null {
  if (!last || last.action === "off") return null;
  if (last.until !== null && last.until <= now) return null;
  const { until, shops, by, why } = last;
  return { since: since ?? last.at, until, shops, by, why };
}

const windowOf = (start: string | null, end: string | null, zone: string): Span | null =>
  start === null || end === null
    ? null
    : { from: instantOf(start, zone), to: instantOf(end, zone) };

/** The set with its wall times as moments. `last` is the last line of an emergency's log. */
export function timed(set: Campaign, last: Switching | undefined): TimedSet {
  const base = { id: set.id, name: set.name, kind: set.kind };
  const within = (members: readonly SetMember[], span: Span | null) =>
    members.map((member) => ({ ...member, span }));
  if (set.kind === "emergency") {
    const on = last !== undefined && last.action !== "off";
    // No beginning: a clock that is put back must not switch it off.
    const span = on ? { from: -Infinity, to: last.until ?? Infinity } : null;
    return {
      ...base,
      shops: on ? last.shops : set.shops,
      span,
      members: within(set.phrases, span),
    };
  }
  const span = windowOf(set.start, set.end, set.zone);
  const members = [
    ...set.phases.flatMap((phase) =>
      within(phase.phrases, intersection(span, windowOf(phase.start, phase.end, set.zone))),
    ),
    ...within(set.phrases, span),
  ];
  return { ...base, shops: set.shops, span, members };
}

/** The set as it stands at this moment. */
export function setNow(set: Campaign, switched: Switched | null, now: number): CampaignNow {
  const off = { state: "undated", at: null } as const;
  const own = windowOf(set.start, set.end, set.zone);
  return {
    ...set,
    standing:
      set.kind === "campaign"
        ? standing(own, now)
        : switched
          ? { state: "on", at: switched.until }
          : off,
    phases: set.phases.map((phase) => ({
      ...phase,
      standing: standing(intersection(own, windowOf(phase.start, phase.end, set.zone)), now),
    })),
    switched,
  };
}

const STATES = ["on", "upcoming", "undated", "over"];
const KINDS = ["platform", "equipment", "listing", "logistics", "reputation", "other"];

/** Emergencies by kind; then campaigns: on, upcoming, undated, over, each with the nearest first. */
export function inOrder(sets: readonly CampaignNow[]): CampaignNow[] {
  const rank = ({ kind, emergency, standing: { state } }: CampaignNow): number =>
    kind === "emergency" ? KINDS.indexOf(emergency ?? "other") : 10 + STATES.indexOf(state);
  const near = ({ kind, standing: { state, at }, createdAt }: CampaignNow): number =>
    kind === "emergency" || at === null ? createdAt : state === "over" ? -at : at;
  return sets.toSorted((a, b) => rank(a) - rank(b) || near(a) - near(b));
}

/** What is on, for bars and menus. @param isLive whether a phrase is in the library and not in the trash */
export function statusOf(
  sets: readonly CampaignNow[],
  now: number,
  nextChange: number | null,
  isLive: (phraseId: string) => boolean,
): CampaignStatus {
  const phrasesOn = (set: CampaignNow): number => {
    const members = [
      ...(set.standing.state === "on" ? set.phrases : []),
      ...set.phases.flatMap((phase) => (phase.standing.state === "on" ? phase.phrases : [])),
    ];
    return new Set(members.map(({ phraseId }) => phraseId).filter(isLive)).size;
  };
  const on = sets.filter((set) => set.standing.state === "on");
  const shown = ({ id, name, note, colour, shops }: CampaignNow) => ({
    id,
    name,
    note,
    colour,
    shops,
  });
  return {
    now,
    emergencies: on
      .flatMap((set) =>
        set.switched === null
          ? []
          : [
              {
                ...shown(set),
                emergency: set.emergency ?? "other",
                ...set.switched,
                phrases: phrasesOn(set),
              },
            ],
      )
      .toSorted((a, b) => b.since - a.since),
    campaigns: on
      .flatMap((set) =>
        set.kind !== "campaign" || set.standing.at === null
          ? []
          : [
              {
                ...shown(set),
                until: set.standing.at,
                phrases: phrasesOn(set),
                phases: set.phases
                  .filter((phase) => phase.standing.state === "on")
                  .map((phase) => phase.name),
              },
            ],
      )
      .toSorted((a, b) => a.until - b.until),
    nextChange,
    switches: sets
      .filter(({ kind }) => kind === "emergency")
      .map(({ id, name, switched }) => ({ id, name, on: switched !== null })),
  };
}

/** Each phrase once, the first time it is named; only those that are there. */
const once = (members: readonly SetMember[], exists: (id: string) => boolean): SetMember[] =>
  members.filter(
    ({ phraseId }, at) =>
      exists(phraseId) && members.findIndex((each) => each.phraseId === phraseId) === at,
  );

/**
 * The set as it will be kept. @throws AppError campaign_zone_unknown, campaign_nameless, campaign_phase_nameless,
 * campaign_no_such_time, campaign_half_dated, campaign_ends_first, campaign_phase_outside
 */
export function tidy(draft: CampaignDraft, exists: (id: string) => boolean): CampaignDraft {
  const emergency = draft.kind === "emergency";
  const tidied: CampaignDraft = {
    ...draft,
    emergency: emergency ? (draft.emergency ?? "other") : null,
    name: draft.name.trim(),
    note: draft.note.trim(),
    shops: [...new Set(draft.shops.map((shop) => shop.trim()).filter((shop) => shop !== ""))],
    start: emergency ? null : draft.start,
    end: emergency ? null : draft.end,
    phrases: once(draft.phrases, exists),
    phases: emergency
      ? []
      : draft.phases.map((phase) => ({
          ...phase,
          name: phase.name.trim(),
          phrases: once(phase.phrases, exists),
        })),
  };
  const [problem] = setProblems(tidied);
  if (problem) throw new AppError(problem.code, problem.params);
  const { zone } = tidied;
  if (!isZone(zone)) throw new AppError("campaign_zone_unknown", { zone });
  // Both ends in the hour that summer time skips: no time at all.
  for (const { name, start, end } of [tidied, ...tidied.phases]) {
    const span = windowOf(start, end, zone);
    if (span && span.from >= span.to) throw new AppError("campaign_ends_first", { name });
  }
  return tidied;
}

/** The log with a line for every emergency that ended by itself. `lines` are newest first, as the answer is. */
export function withEndings(lines: readonly Switching[], now: number): SwitchEntry[] {
  const ended = lines.flatMap((line): SwitchEntry[] => {
    const { until, action, campaignId } = line;
    if (action === "off" || until === null || until > now) return [];
    // Switched off or given another time before it was up: the line after this one says so.
    const next = lines.findLast((each) => each.campaignId === campaignId && each.id > line.id);
    if (next && next.at < until) return [];
    return [{ ...line, id: -line.id, at: until, action: "ended", by: "", why: "" }];
  });
  return [...lines, ...ended].toSorted((a, b) => b.at - a.at || Math.abs(b.id) - Math.abs(a.id));
}
