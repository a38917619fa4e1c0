import { campaigns } from "./campaigns.ts";
import { desk } from "./desk.ts";
import { frame } from "./frame.ts";
import { phrases } from "./phrases.ts";
import { price } from "./price.ts";
import { review } from "./review.ts";
import { settings } from "./settings.ts";
import { transfer } from "./transfer.ts";
import { wordings } from "./wordings.ts";

/** Every word of the screens, one file per feature. */
export const words = {
  campaigns,
  desk,
  frame,
  phrases,
  price,
  review,
  settings,
  transfer,
  wordings,
};

/** The same keys with any sentences: what the other languages must have. */
type Shape<T> = { [K in keyof T]: T[K] extends string ? string : Shape<T[K]> };
export type Words = Shape<typeof words>;
