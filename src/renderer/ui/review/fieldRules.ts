import type { ReviewField } from "../../../shared/contract/review.ts";

/** As many choices as there are digits to take them by, and as much as one line holds, characters. */
const MOST_CHIPS = 9;
const CHIPS_LENGTH = 60;

/** Choices that may all be seen at once. */
export const fewEnough = (options: readonly string[]): boolean =>
  options.length <= MOST_CHIPS && options.join("").length <= CHIPS_LENGTH;

/** It still has to be filled in. */
export const isOpen = ({ required, value, wrong }: ReviewField): boolean =>
  (required && value === "") || wrong !== null;

/** Beyond what a sum of decimals is off by. */
const EXACT = 1e6;

/** A number one up or down, kept between its limits; without a number yet the nearest limit to 0. */
export function stepped(
  value: string,
  by: 1 | -1,
  { min, max }: Pick<ReviewField, "min" | "max">,
): string {
  const now = value.trim() === "" ? Number.NaN : Number(value);
  const inside = (number: number): number =>
    Math.min(max ?? number, Math.max(min ?? number, number));
  if (Number.isNaN(now)) return String(inside(by > 0 ? 1 : 0));
  return String(inside(Math.round((now + by) * EXACT) / EXACT));
}

/** The choice a key goes to: arrows go round, digits name the place. Null: the key is not for choosing. */
export function chosenBy(key: string, options: readonly string[], value: string): string | null {
  if (/^[1-9]$/.test(key)) return options[Number(key) - 1] ?? null;
  const at = options.indexOf(value);
  if (key === "ArrowRight" || key === "ArrowDown")
    return options[(at + 1) % options.length] ?? null;
  if (key === "ArrowLeft" || key === "ArrowUp") return options.at(at <= 0 ? -1 : at - 1) ?? null;
  return null;
}
