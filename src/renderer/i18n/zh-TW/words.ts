import type { Words } from "../zh-CN/words.ts";
import { answers } from "./answers.ts";
import { campaigns } from "./campaigns.ts";
import { complaints } from "./complaints.ts";
import { customers } from "./customers.ts";
import { desk } from "./desk.ts";
import { due } from "./due.ts";
import { closing } from "./closing.ts";
import { feedback } from "./feedback.ts";
import { frame } from "./frame.ts";
import { gate } from "./gate.ts";
import { phrases } from "./phrases.ts";
import { pictures } from "./pictures.ts";
import { price } from "./price.ts";
import { products } from "./products.ts";
import { promises } from "./promises.ts";
import { reports } from "./reports.ts";
import { review } from "./review.ts";
import { settings } from "./settings.ts";
import { shops } from "./shops.ts";
import { templates } from "./templates.ts";
import { statistics } from "./statistics.ts";
import { today } from "./today.ts";
import { transfer } from "./transfer.ts";
import { urging } from "./urging.ts";
import { wordings } from "./wordings.ts";

/** The same keys as zh-CN. */
export const words: Words = {
  answers,
  campaigns,
  complaints,
  customers,
  desk,
  due,
  closing,
  feedback,
  frame,
  gate,
  phrases,
  pictures,
  price,
  products,
  promises,
  reports,
  review,
  settings,
  shops,
  templates,
  statistics,
  today,
  transfer,
  urging,
  wordings,
};
