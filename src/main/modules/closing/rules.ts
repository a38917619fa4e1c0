import type { ClosingForm, ClosingWhy } from "../../../shared/contract/closing.ts";

/** Tags of closing lines, in lower case. */
export const CLOSING_TAGS = ["结束语", "結束語", "结尾语", "closing", "closing line"] as const;

const CLOSING = /结束语|結束語|结尾语|\bclosing\b/i;

/** True for a category of closing lines, by the names from the top. */
export const isClosingCategory = (path: readonly string[]): boolean =>
  path.some((name) => CLOSING.test(name));

/** A line of the library as far as it says what it is for. */
interface Line {
  readonly title: string;
  readonly tags: readonly string[];
  readonly categoryPath: readonly string[];
}

const NO_DEAL = /未成交|没成交|沒成交|未下单|未下單|no deal|not bought|no sale/i;
const DEAL = /成交|已下单|已下單|下单后|下單後|\bdeal\b|ordered|bought/i;
const RECEIVED = /收货|收貨|签收|簽收|到货|到貨|售后|售後|received|after[- ]?sale|delivered/i;
const TROUBLE =
  /问题|問題|安抚|安撫|抱歉|道歉|处理|處理|不满|不滿|投诉|投訴|problem|trouble|sorry|complaint/i;

/** Which ending a line is for: the names of its categories say it, then its title and tags. */
export function formOf({ title, tags, categoryPath }: Line): ClosingForm {
  const own = [title, ...tags].join(" ");
  for (const words of [[...categoryPath].toReversed().join(" "), own]) {
    if (NO_DEAL.test(words)) return "noDeal";
    if (RECEIVED.test(words)) return TROUBLE.test(own) ? "receivedProblem" : "receivedFine";
    if (DEAL.test(words)) return "deal";
  }
  return TROUBLE.test(own) ? "receivedProblem" : "deal";
}

/** What is known of the customer in hand. */
export interface Known {
  readonly name: string;
  readonly order: string;
  readonly note: string;
  /** What the list of unpaid orders says of the order; null: it is not there. */
  readonly paid: boolean | null;
  /** Category names of what they were sent lately, each from the top. */
  readonly heard: readonly (readonly string[])[];
}

const NOTED_TROUBLE =
  /破损|破損|坏|壞|漏发|漏發|错发|錯發|少发|少發|退|换货|換貨|投诉|投訴|差评|負評|质量|品質|瑕疵|broken|damaged|missing|wrong|refund|return|complain/i;
const NOTED_RECEIVED = /签收|簽收|收到|收货|收貨|到货|到貨|取件|received|delivered|arrived/i;
const SCENE_TROUBLE =
  /破损|破損|错漏|錯漏|丢件|丟件|退换|退換|退款|退货|退貨|安抚|安撫|投诉|投訴|物流延误|价差|價差|damaged|refund|return|lost|complaint|calm/i;
const SCENE_AFTER = /售后|售後|after[- ]?sale/i;

/** The ending that is likely, and what that rests on. */
export function suggest(known: Known | null): { form: ClosingForm; why: ClosingWhy } {
  if (known === null) return { form: "noDeal", why: "nobody" };
  const { note, order, paid, heard } = known;
  const scenes = heard.filter((path) => !isClosingCategory(path)).map((path) => path.join(" "));
  if (NOTED_TROUBLE.test(note) || scenes.some((each) => SCENE_TROUBLE.test(each)))
    return { form: "receivedProblem", why: "trouble" };
  if (NOTED_RECEIVED.test(note) || scenes.some((each) => SCENE_AFTER.test(each)))
    return { form: "receivedFine", why: "received" };
  if (paid === true) return { form: "deal", why: "paid" };
  if (paid === false) return { form: "noDeal", why: "unpaid" };
  return order === "" ? { form: "noDeal", why: "noOrder" } : { form: "deal", why: "order" };
}
