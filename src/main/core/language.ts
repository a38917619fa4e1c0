import type { Language } from "../modules/answers/language.ts";
import { fold, toOriginal } from "../modules/search/normalise.ts";
import { characterOf } from "../modules/search/readings.ts";

/** Chinese as the search reads it: what a question is compared by. */
export const chinese: Language = {
  fold,
  toOriginal,
  sounds: (unit) => characterOf(unit).names,
};
