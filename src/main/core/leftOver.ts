import type { ReviewStop } from "../../shared/contract/review.ts";
import { placeholderOf, type PreparedTexts } from "../modules/templates/prepare.ts";

const TAGS = /\{\{[^]*?\}\}|\{%[^]*?%\}/g;

/**
 * What texts changed by hand still hold of what could not be filled in: 〔客户名字〕, or a tag with a mistake in it. A
 * script never goes out half filled in, also when a sign was added to it.
 * @param source the texts as the script has them @param filled what came of filling them in
 */
export function leftOver(
  texts: readonly string[],
  source: readonly string[],
  filled: PreparedTexts,
): ReviewStop[] {
  const holds = (piece: string): boolean => texts.some((text) => text.includes(piece));
  if (filled.kind === "form") {
    const open = filled.fields.filter(({ label }) => holds(placeholderOf(label)));
    const names = open.map(({ label }) => label).join("、");
    return open.length === 0
      ? []
      : [{ code: "review_not_filled", params: { names }, severity: "block" }];
  }
  if (filled.kind !== "broken") return [];
  return filled.problems.flatMap((problems, index) =>
    (source[index]?.match(TAGS) ?? []).some(holds)
      ? problems.map(({ code, params }): ReviewStop => ({
          code,
          params: { ...params, text: index + 1 },
          severity: "block",
        }))
      : [],
  );
}
