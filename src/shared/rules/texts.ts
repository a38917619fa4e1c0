import type { Segment } from "../contract/phrases.ts";

/** The texts of a phrase in order. */
export const textsOf = ({
  body,
  segments,
}: {
  readonly body: string;
  readonly segments: readonly Segment[];
}): string[] =>
  segments.length === 0
    ? [body]
    : segments.flatMap((each) => (each.kind === "text" ? [each.text] : []));
