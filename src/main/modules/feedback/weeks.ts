import { DateTime } from "luxon";
import {
  feedbackKind,
  type Feedback,
  type FeedbackWeek,
} from "../../../shared/contract/feedback.ts";

/** From Monday to Monday where the person is, milliseconds since 1970. */
export interface Week {
  readonly monday: string;
  readonly from: number;
  readonly to: number;
}

/** The week a moment lies in, on the clocks of a zone; `back` weeks earlier. */
export function weekAround(at: number, zone: string, back = 0): Week {
  const start = DateTime.fromMillis(at, { zone }).startOf("week").minus({ weeks: back });
  return {
    monday: start.toISODate() ?? "",
    from: start.toMillis(),
    to: start.plus({ weeks: 1 }).toMillis(),
  };
}

const within = (all: readonly Feedback[], { from, to }: Week): Feedback[] =>
  all.filter(({ notedAt }) => notedAt >= from && notedAt < to);

/** What came in each of the last weeks, oldest first. */
export function byWeek(
  all: readonly Feedback[],
  until: number,
  count: number,
  zone: string,
): FeedbackWeek[] {
  return Array.from({ length: count }, (_, index) => {
    const week = weekAround(until, zone, count - 1 - index);
    const rows = within(all, week);
    const kinds = Object.fromEntries(
      feedbackKind.options.map((kind) => [kind, rows.filter((each) => each.kind === kind).length]),
    ) as FeedbackWeek["kinds"];
    return { monday: week.monday, total: rows.length, kinds };
  });
}

/** Words that say nothing of what is spoken of. */
const EMPTY = new Set(
  (
    "这个 那个 什么 怎么 为什么 可以 没有 不是 就是 还是 但是 因为 所以 如果 能不能 可不可以 一个 一下 时候 现在 今天 昨天 已经 觉得 感觉 " +
    "买家 客户 顾客 你们 我们 他们 自己 您好 谢谢 请问 希望 建议 比较 非常 有点 太 很 真的 知道 问题 东西 商品 产品 宝贝 店铺 店里 老是 总是 " +
    "這個 那個 什麼 怎麼 為什麼 沒有 還是 但是 因為 時候 現在 覺得 感覺 買家 客戶 您們 你們 我們 請問 謝謝 希望 建議 問題 產品 " +
    "the and for that this with have has had not are was were you your our they them but too very just can could would should from about " +
    "when what why how all any some more please than then there here its it's i'm don't didn't buyer customer"
  ).split(" "),
);

const segmenter = new Intl.Segmenter("zh", { granularity: "word" });

/** Words of a text that may name what it is about; each once. */
function wordsOf(said: string): Set<string> {
  const words = new Set<string>();
  for (const { segment, isWordLike } of segmenter.segment(said.normalize("NFKC").toLowerCase())) {
    if (!isWordLike || EMPTY.has(segment) || /^[\d.]+$/.test(segment)) continue;
    if (/^[a-z'-]+$/.test(segment) ? segment.length > 2 : segment.length > 1) words.add(segment);
  }
  return words;
}

function counted(rows: readonly Feedback[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { text } of rows)
    for (const word of wordsOf(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** What is spoken of most in a week, and how often in the week before. Only what more than one buyer mentions. */
export function topicsOf(
  all: readonly Feedback[],
  until: number,
  zone: string,
  limit: number,
): { word: string; count: number; before: number }[] {
  const now = counted(within(all, weekAround(until, zone)));
  const earlier = counted(within(all, weekAround(until, zone, 1)));
  return [...now]
    .filter(([, count]) => count > 1)
    .map(([word, count]) => ({ word, count, before: earlier.get(word) ?? 0 }))
    .toSorted((a, b) => b.count - a.count || a.before - b.before || (a.word < b.word ? -1 : 1))
    .slice(0, limit);
}
