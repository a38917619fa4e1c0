import { campaigns } from "./campaigns.ts";
import type { Words } from "../zh-CN/words.ts";
import { desk } from "./desk.ts";
import { frame } from "./frame.ts";
import { phrases } from "./phrases.ts";
import { price } from "./price.ts";
import { review } from "./review.ts";
import { settings } from "./settings.ts";
import { transfer } from "./transfer.ts";
import { wordings } from "./wordings.ts";

/** The same keys as zh-CN. */
export const words: Words = {
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
