/** When sets of phrases hold: campaigns between two moments, emergencies while they are switched on. Times in ms. */

/** From the first moment on, up to and without the second. */
export interface Span {
  readonly from: number;
  /** Infinity where no end was named. */
  readonly to: number;
}

export type SetKind = "campaign" | "emergency";

/** One phrase in a set, with the time it holds in. */
export interface Member {
  readonly phraseId: string;
  /** True: an everyday phrase that the set only puts first. It may be sent at any time. */
  readonly everyday: boolean;
  /** Null: no time was named yet. */
  readonly span: Span | null;
}

/** A set with its times worked out. */
export interface TimedSet {
  readonly id: string;
  readonly name: string;
  readonly kind: SetKind;
  /** Empty: every shop. */
  readonly shops: readonly string[];
  /** A campaign's window; an emergency's time since it was switched on. Null: undated, or off. */
  readonly span: Span | null;
  /** In the order they are shown in. */
  readonly members: readonly Member[];
}

/** How a window stands at one moment, with the moment that matters: its start, its end. */
export type Standing =
  | { readonly state: "undated"; readonly at: null }
  | { readonly state: "upcoming"; readonly at: number }
  | { readonly state: "on"; readonly at: number | null }
  | { readonly state: "over"; readonly at: number };

/** Half-open: on at `from`, over at `to`. */
export function standing(span: Span | null, now: number): Standing {
  if (span === null) return { state: "undated", at: null };
  if (now < span.from) return { state: "upcoming", at: span.from };
  if (now >= span.to) return { state: "over", at: span.to };
  return { state: "on", at: Number.isFinite(span.to) ? span.to : null };
}

/** The time both hold in; null when there is none. */
export function intersection(a: Span | null, b: Span | null): Span | null {
  if (a === null || b === null) return null;
  const both = { from: Math.max(a.from, b.from), to: Math.min(a.to, b.to) };
  return both.from < both.to ? both : null;
}

/** Why a phrase may not be sent: too early or without a date, too late, its emergency is off, another shop's. */
export type Refusal = "not_yet" | "over" | "off" | "other_shop";

export type Sendable =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly campaign: { readonly id: string; readonly name: string };
      readonly reason: Refusal;
      /** When it will be or was: the start (null: no date yet) or the end. Null for the other reasons. */
      readonly at: number | null;
    };

const servesShop = (set: TimedSet, shop: string | null): boolean =>
  shop === null || shop === "" || set.shops.length === 0 || set.shops.includes(shop);

type Refused = Extract<Sendable, { ok: false }>;

function refusalOf(set: TimedSet, member: Member, now: number): Refused {
  const campaign = { id: set.id, name: set.name };
  const { state, at } = standing(member.span, now);
  if (set.kind === "emergency") return { ok: false, campaign, reason: "off", at: null };
  if (state === "over") return { ok: false, campaign, reason: "over", at };
  if (state === "on") return { ok: false, campaign, reason: "other_shop", at: null };
  return { ok: false, campaign, reason: "not_yet", at };
}

/** How much a refusal explains: the set that opens next, then the one that closed last, then the others. */
function weight({ reason, at }: Refused): readonly [number, number] {
  if (reason === "not_yet" && at !== null) return [0, at];
  if (reason === "over") return [1, -(at ?? 0)];
  return [{ not_yet: 3, off: 2, other_shop: 4 }[reason], 0];
}

const clearer = (a: Refused, b: Refused): Refused => {
  const [one, two] = [weight(a), weight(b)];
  return two[0] < one[0] || (two[0] === one[0] && two[1] < one[1]) ? b : a;
};

/** What the sets say at any moment. */
export type Timetable = ReturnType<typeof createTimetable>;

/** Reads the sets once; every question after that is a look-up. `sets` come in their order on the screen. */
export function createTimetable(sets: readonly TimedSet[]) {
  const byPhrase = new Map<string, { set: TimedSet; member: Member }[]>();
  const moments = new Set<number>();
  for (const set of sets) {
    for (const span of [set.span, ...set.members.map((member) => member.span)])
      for (const moment of span === null ? [] : [span.from, span.to])
        if (Number.isFinite(moment)) moments.add(moment);
    for (const member of set.members) {
      const known = byPhrase.get(member.phraseId);
      if (known) known.push({ set, member });
      else byPhrase.set(member.phraseId, [{ set, member }]);
    }
  }
  const changes = [...moments].toSorted((a, b) => a - b);

  const holds = (set: TimedSet, member: Member, now: number, shop: string | null): boolean =>
    standing(member.span, now).state === "on" && servesShop(set, shop);

  /**
   * Whether a phrase may go out now. A phrase of no set always may; one of several sets if any of them is on, or if
   * it is an everyday phrase in any of them. `shop` is the one being served; null or "" for none in particular.
   */
  function sendable(phraseId: string, now: number, shop: string | null = null): Sendable {
    const places = byPhrase.get(phraseId) ?? [];
    if (places.length === 0) return { ok: true };
    if (places.some(({ set, member }) => member.everyday || holds(set, member, now, shop)))
      return { ok: true };
    return places.map(({ set, member }) => refusalOf(set, member, now)).reduce(clearer);
  }

  /** Phrases that come first now, best first: those of emergencies, then those of the campaign that ends soonest. */
  function rankFirst(now: number, shop: string | null = null): Set<string> {
    const on = sets.filter((set) => servesShop(set, shop));
    const end = (set: TimedSet): number => set.span?.to ?? Infinity;
    const ordered = [
      ...on.filter(({ kind }) => kind === "emergency"),
      ...on.filter(({ kind }) => kind === "campaign").toSorted((a, b) => compare(end(a), end(b))),
    ];
    const first = new Set<string>();
    for (const set of ordered)
      for (const member of set.members)
        if (standing(member.span, now).state === "on") first.add(member.phraseId);
    return first;
  }

  /** Phrases that are not offered now: all of their sets are closed. */
  function hidden(now: number, shop: string | null = null): Set<string> {
    const out = new Set<string>();
    for (const phraseId of byPhrase.keys())
      if (!sendable(phraseId, now, shop).ok) out.add(phraseId);
    return out;
  }

  /** The next moment at which any answer changes; null when none is known. */
  const nextChange = (now: number): number | null => changes.find((moment) => moment > now) ?? null;

  return { sets, sendable, rankFirst, hidden, nextChange };
}

/** Also right for infinities, whose difference is not a number. */
const compare = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0);
