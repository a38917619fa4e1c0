import type { Span } from "./validity.ts";

/** A window on the calendar. */
export interface Planned {
  readonly id: string;
  readonly span: Span;
}

export interface Overlap extends Span {
  /** The two sets, the one that starts first before the other. */
  readonly ids: readonly [string, string];
}

export interface Gap extends Span {
  /** The set that ends where the gap begins, and the one that starts where it ends. */
  readonly after: string;
  readonly before: string;
}

const inOrder = (windows: readonly Planned[]): Planned[] =>
  windows.toSorted(
    (a, b) =>
      a.span.from - b.span.from ||
      a.span.to - b.span.to ||
      (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  );

const clip = (span: Span, range: Span): Span => ({
  from: Math.max(span.from, range.from),
  to: Math.min(span.to, range.to),
});

/** Every pair of one shop's windows that share time, with the time they share inside the range. Touching is not sharing. */
export function overlaps(windows: readonly Planned[], range: Span): Overlap[] {
  const ordered = inOrder(windows);
  return ordered.flatMap((first, at) =>
    ordered.slice(at + 1).flatMap((second): Overlap[] => {
      const shared = clip(
        { from: second.span.from, to: Math.min(first.span.to, second.span.to) },
        range,
      );
      return shared.from < shared.to ? [{ ...shared, ids: [first.id, second.id] }] : [];
    }),
  );
}

/**
 * Time inside the range in which nothing is on between one window of a shop and the next. Before the first and after
 * the last there is no gap: nothing is waited for. Windows outside the range count as neighbours.
 */
export function gaps(windows: readonly Planned[], range: Span): Gap[] {
  const found: Gap[] = [];
  let last: Planned | null = null;
  for (const window of inOrder(windows)) {
    if (last && window.span.from > last.span.to) {
      const free = clip({ from: last.span.to, to: window.span.from }, range);
      if (free.from < free.to) found.push({ ...free, after: last.id, before: window.id });
    }
    if (!last || window.span.to > last.span.to) last = window;
  }
  return found;
}
