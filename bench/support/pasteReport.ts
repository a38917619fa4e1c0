export type Tool = "ours" | "autokey";
export type Target = "gtk" | "chromium";
/** Let go as soon as it is down; held as a typist's hand does; held for 0.6 s. */
export type Press = "quick" | "hand" | "held";

/** One press of a hotkey and what came of it. Times are milliseconds; null when the text did not come. */
export interface Attempt {
  readonly tool: Tool;
  readonly target: Target;
  readonly press: Press;
  readonly downToText: number | null;
  /** Negative when the text was there before the keys were let go. */
  readonly upToText: number | null;
  readonly outcome: "arrived" | "late" | "lost" | "garbled";
  readonly clipboardBack: boolean;
}

export const TARGETS = ["gtk", "chromium"] as const satisfies readonly Target[];
const PRESS_KINDS = ["quick", "hand", "held"] as const satisfies readonly Press[];
export const TOOLS = ["ours", "autokey"] as const satisfies readonly Tool[];

const LIMIT_P50 = 10;
const LIMIT_P95 = 25;

const rounded = (value: number): number => Math.round(value * 100) / 100;

interface Spread {
  readonly n: number;
  readonly p50: number | null;
  readonly p95: number | null;
  readonly worst: number | null;
}

/** Nearest-rank quantiles; nulls without any value. */
export function spread(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (part: number): number | null => {
    const value = sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)];
    return value === undefined ? null : rounded(value);
  };
  return { n: sorted.length, p50: at(0.5), p95: at(0.95), worst: at(1) };
}

const times = (attempts: readonly Attempt[], of: "downToText" | "upToText"): number[] =>
  attempts.map((each) => each[of]).filter((value) => value !== null);

function ratio(ours: number | null, theirs: number | null): number | null {
  return ours === null || theirs === null || theirs === 0 ? null : rounded(ours / theirs);
}

/** From the last key let go to the text; text that came before counts as 0. */
function fromRelease(attempts: readonly Attempt[]) {
  const values = times(attempts, "upToText");
  const before = values.filter((value) => value < 0).length;
  return { ...spread(values.map((value) => Math.max(0, value))), beforeRelease: before };
}

function beside<T extends { p50: number | null; p95: number | null }>(
  attempts: readonly Attempt[],
  measure: (own: readonly Attempt[]) => T,
) {
  const [ours, autokey] = TOOLS.map((tool) => measure(attempts.filter((a) => a.tool === tool)));
  return {
    ours: ours!,
    autokey: autokey!,
    ratio: { p50: ratio(ours!.p50, autokey!.p50), p95: ratio(ours!.p95, autokey!.p95) },
  };
}

function faults(attempts: readonly Attempt[]) {
  const count = (outcome: Attempt["outcome"]) =>
    attempts.filter((each) => each.outcome === outcome).length;
  return {
    attempts: attempts.length,
    lost: count("lost"),
    lostByPress: Object.fromEntries(
      PRESS_KINDS.map((press) => [
        press,
        attempts.filter((each) => each.press === press && each.outcome === "lost").length,
      ]),
    ),
    garbled: count("garbled"),
    late: count("late"),
    clipboardNotBack: attempts.filter((each) => !each.clipboardBack).length,
  };
}

const below = (value: number | null, limit: number): boolean => value !== null && value <= limit;

/** Where our presses took longer than AutoKey's. A text that never came took longer than any. */
function slowerThanAutoKey(all: readonly Attempt[]): string[] {
  const parts = [0.5, 0.95];
  const quantiles = (own: readonly Attempt[]): number[] => {
    const sorted = own.map((each) => each.downToText ?? Infinity).toSorted((a, b) => a - b);
    return parts.map((part) => sorted[Math.ceil(sorted.length * part) - 1] ?? Infinity);
  };
  return TARGETS.flatMap((target) =>
    PRESS_KINDS.flatMap((press) => {
      const here = all.filter((each) => each.target === target && each.press === press);
      const [ours, theirs] = TOOLS.map((tool) => quantiles(here.filter((a) => a.tool === tool)));
      return parts
        .filter((_, at) => rounded(ours![at]!) > rounded(theirs![at]!))
        .map((part) => `${target}, ${press}, p${part * 100}`);
    }),
  );
}

/** Everything the bench reports about the attempts, and whether the targets are met. */
export function summarise(all: readonly Attempt[]) {
  const of = (target: Target, press: Press) =>
    all.filter((each) => each.target === target && each.press === press);
  const keyDown = (own: readonly Attempt[]) => spread(times(own, "downToText"));
  const perTarget = Object.fromEntries(
    TARGETS.map((target) => [
      target,
      {
        releaseToText: beside(of(target, "quick"), fromRelease),
        keyDownToText: beside(of(target, "quick"), keyDown),
        handReleaseToText: beside(of(target, "hand"), fromRelease),
        handKeyDownToText: beside(of(target, "hand"), keyDown),
        heldKeyDownToText: beside(of(target, "held"), keyDown),
      },
    ]),
  );
  const ours = all.filter((each) => each.tool === "ours");
  const quick = ours.filter((each) => each.press === "quick");
  // Each target must be met by itself: together a fast editor would make up for a slow browser.
  const released = (part: "p50" | "p95", limit: number) => {
    const values = TARGETS.map((target) => ({
      target,
      value: fromRelease(quick.filter((each) => each.target === target))[part],
    }));
    return {
      limit,
      together: fromRelease(quick)[part],
      ...Object.fromEntries(values.map(({ target, value }) => [target, value])),
      met: values.every(({ value }) => below(value, limit)),
    };
  };
  const oursFaults = faults(ours);
  const slower = slowerThanAutoKey(all);
  return {
    perTarget,
    faults: {
      ours: oursFaults,
      autokey: faults(all.filter((each) => each.tool === "autokey")),
      perTarget: Object.fromEntries(
        TARGETS.map((target) => [
          target,
          Object.fromEntries(
            TOOLS.map((tool) => [
              tool,
              faults(all.filter((each) => each.tool === tool && each.target === target)),
            ]),
          ),
        ]),
      ),
    },
    targets: {
      releaseToTextP50: released("p50", LIMIT_P50),
      releaseToTextP95: released("p95", LIMIT_P95),
      keyDownNotSlowerThanAutoKey: { slower, met: slower.length === 0 },
      noneLostOrGarbled: {
        limit: 0,
        ours: oursFaults.lost + oursFaults.garbled,
        met: oursFaults.lost + oursFaults.garbled === 0,
      },
    },
  };
}
