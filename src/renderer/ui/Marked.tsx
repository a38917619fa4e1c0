import { Fragment, type ReactNode } from "react";
import type { Range } from "../../shared/contract/search.ts";

/** Text with the matched runs marked. Ranges that reach beyond the text are cut. */
export function Marked({ text, ranges }: { text: string; ranges?: readonly Range[] | undefined }) {
  if (!ranges || ranges.length === 0) return text;
  const parts: ReactNode[] = [];
  let from = 0;
  for (const [start, end] of ranges.toSorted((a, b) => a[0] - b[0])) {
    const begin = Math.max(start, from);
    const stop = Math.min(end, text.length);
    if (begin >= stop) continue;
    parts.push(<Fragment key={`t${from}`}>{text.slice(from, begin)}</Fragment>);
    parts.push(<mark key={`m${begin}`}>{text.slice(begin, stop)}</mark>);
    from = stop;
  }
  parts.push(<Fragment key="rest">{text.slice(from)}</Fragment>);
  return parts;
}
