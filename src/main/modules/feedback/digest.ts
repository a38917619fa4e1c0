import { DateTime } from "luxon";
import { type Feedback, feedbackKind } from "../../../shared/contract/feedback.ts";
import type { Locale } from "../../../shared/contract/settings.ts";
import type { PaperBlock, PaperDocument } from "../../../shared/rules/document.ts";
import { FEEDBACK_WORDS } from "../../../shared/rules/feedback/words.ts";
import { stateOf } from "./rules.ts";
import { topicsOf, weekAround } from "./weeks.ts";

/** How many topics and how many notes a digest names. */
const TOPICS = 10;
const NAMED = 60;

interface Around {
  readonly locale: Locale;
  readonly zone: string;
  /** Who writes; "" for nobody. */
  readonly agent: string;
}

const fill = (sentence: string, values: Readonly<Record<string, string | number>>): string =>
  sentence.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ""));

/** The week a moment lies in on paper: figures, what is spoken of, and the notes worth acting on. */
export function digestOf(
  all: readonly Feedback[],
  at: number,
  { locale, zone, agent }: Around,
): PaperDocument {
  const words = FEEDBACK_WORDS[locale];
  const { digest, columns } = words;
  const week = weekAround(at, zone);
  const before = weekAround(at, zone, 1);
  const rows = all.filter(({ notedAt }) => notedAt >= week.from && notedAt < week.to);
  const earlier = all.filter(({ notedAt }) => notedAt >= before.from && notedAt < before.to);
  const count = (test: (each: Feedback) => boolean): string => String(rows.filter(test).length);
  const sunday = DateTime.fromMillis(week.to, { zone }).minus({ days: 1 }).toISODate() ?? "";
  const subtitle = [
    fill(digest.week, { from: week.monday, to: sunday }),
    agent === "" ? "" : fill(digest.by, { name: agent }),
  ].filter((part) => part !== "");

  const share = (part: number): string => `${Math.round((part * 100) / rows.length)}%`;
  const tally = (names: readonly (readonly [string, number])[], column: string): PaperBlock => ({
    kind: "table",
    columns: [column, digest.count, digest.share],
    rows: names
      .filter(([, many]) => many > 0)
      .toSorted((a, b) => b[1] - a[1])
      .map(([name, many]) => [name, String(many), share(many)]),
  });
  const departments = new Map<string, number>();
  for (const { department } of rows)
    departments.set(department, (departments.get(department) ?? 0) + 1);
  const topics = topicsOf(all, at, zone, TOPICS);
  // What nobody has called worthless; what is called valuable first.
  const worth = rows
    .filter(({ valuable }) => valuable !== false)
    .toSorted((a, b) => Number(b.valuable) - Number(a.valuable) || a.notedAt - b.notedAt)
    .slice(0, NAMED);

  const heading = (text: string): PaperBlock => ({ kind: "heading", text });
  const blocks: PaperBlock[] =
    rows.length === 0
      ? [{ kind: "paragraph", text: digest.none }]
      : [
          heading(digest.figures),
          {
            kind: "facts",
            rows: [
              [digest.total, fill(digest.before, { count: rows.length, before: earlier.length })],
              [digest.valuable, count(({ valuable }) => valuable === true)],
              [digest.open, count((each) => stateOf(each) === "noted")],
              [digest.sent, count(({ sentAt }) => sentAt !== null)],
              [digest.answered, count(({ answeredAt }) => answeredAt !== null)],
            ],
          },
          heading(digest.kinds),
          tally(
            feedbackKind.options.map((kind) => [
              words.kinds[kind],
              rows.filter((each) => each.kind === kind).length,
            ]),
            digest.kind,
          ),
          heading(digest.departments),
          tally(
            [...departments].map(([name, many]) => [name || words.unknown, many]),
            columns.department,
          ),
          ...(topics.length === 0
            ? []
            : [
                heading(digest.topics),
                {
                  kind: "table" as const,
                  columns: [digest.topic, digest.count, digest.rising],
                  rows: topics.map((each) => [each.word, String(each.count), String(each.before)]),
                },
              ]),
          heading(digest.list),
          {
            kind: "table",
            columns: [columns.kind, columns.text, columns.department, columns.state],
            rows: worth.map((each) => [
              words.kinds[each.kind],
              each.answer === ""
                ? each.text
                : `${each.text}\n${fill(digest.answerLine, { answer: each.answer })}`,
              each.department || words.unknown,
              words.states[stateOf(each)],
            ]),
          },
        ];
  return { title: digest.title, subtitle: subtitle.join(" · "), blocks, language: locale };
}
