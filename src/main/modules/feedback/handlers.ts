import { randomUUID } from "node:crypto";
import { DateTime } from "luxon";
import {
  type Feedback,
  type FeedbackKind,
  feedbackKind,
} from "../../../shared/contract/feedback.ts";
import type { Delivered } from "../../../shared/contract/files.ts";
import type { HandlersFor } from "../../../shared/contract/index.ts";
import type { Locale } from "../../../shared/contract/settings.ts";
import { AppError } from "../../../shared/errors.ts";
import { type PaperDocument, toHtml, toText } from "../../../shared/rules/document.ts";
import {
  FEEDBACK_WORDS,
  usualDepartment,
  usualDepartments,
} from "../../../shared/rules/feedback/words.ts";
import { digestOf } from "./digest.ts";
import { departmentFor, FEEDBACK, kindFor } from "./rules.ts";
import { cellsOf, toCsv, toWorkbook } from "./sheet.ts";
import type { FeedbackStore } from "./store.ts";
import { byWeek, topicsOf, weekAround } from "./weeks.ts";

type Names =
  | "feedback.suggest"
  | "feedback.note"
  | "feedback.change"
  | "feedback.send"
  | "feedback.answer"
  | "feedback.drop"
  | "feedback.withdraw"
  | "feedback.list"
  | "feedback.trend"
  | "feedback.digest"
  | "feedback.digestFile"
  | "feedback.export";

const TOPICS = 12;
const EXPORTED = 100_000;

/** What is written down of a note. */
export interface FeedbackEntry {
  readonly subject: string;
  readonly subjectId: string;
  readonly kind: "noted" | "changed" | "sent" | "answered" | "dropped" | "withdrawn";
  readonly data: object;
}

export interface FeedbackDoor {
  readonly store: FeedbackStore;
  readonly now: () => number;
  readonly zone: () => string;
  readonly settings: () => {
    readonly locale: Locale;
    readonly agentName: string;
    readonly shop: string;
    readonly feedbackDepartments: readonly string[];
  };
  /** Who is in hand; null: nobody. */
  readonly customer: () => {
    readonly name: string;
    readonly order: string;
    readonly shop: string;
  } | null;
  readonly append: (entries: readonly FeedbackEntry[]) => readonly { readonly id: string }[];
  /** Kind of an event about a note; null when there is none. */
  readonly kindOf: (id: string, event: string) => string | null;
  /** Makes a PDF of a page. @throws AppError no_printing */
  readonly pdf: (html: string) => Promise<Uint8Array>;
  /** Hands a file to the person. */
  readonly deliver: (fileName: string, content: string | Uint8Array) => Promise<Delivered>;
}

/** Answers the calls about feedback. */
export function feedbackHandlers(door: FeedbackDoor): HandlersFor<Names> {
  const { store } = door;

  function departments(): string[] {
    const { feedbackDepartments, locale } = door.settings();
    return feedbackDepartments.length > 0 ? [...feedbackDepartments] : usualDepartments(locale);
  }
  const goesTo = (kind: FeedbackKind): string =>
    departmentFor(
      store.departmentsOf(kind),
      usualDepartment(kind, door.settings().locale),
      departments(),
    );

  /** @throws AppError feedback_missing */
  function get(id: string): Feedback {
    const said = store.find(id);
    if (!said) throw new AppError("feedback_missing");
    return said;
  }

  /** Writes one step; a note that was dropped is given as it was. */
  function step(id: string, kind: FeedbackEntry["kind"], data: object) {
    const before = store.find(id);
    const [event] = door.append([{ subject: FEEDBACK, subjectId: id, kind, data }]);
    return { feedback: store.find(id) ?? before ?? get(id), event: event!.id };
  }

  /** Notes of as many weeks as are told, the week of `until` last. */
  const lately = (until: number, weeks: number): Feedback[] =>
    store.between(
      weekAround(until, door.zone(), weeks - 1).from,
      weekAround(until, door.zone()).to,
    );

  function digest(at: number): PaperDocument {
    const { locale, agentName } = door.settings();
    return digestOf(lately(at, 2), at, { locale, zone: door.zone(), agent: agentName });
  }
  const fileName = (day: string, ending: string): string =>
    `${FEEDBACK_WORDS[door.settings().locale].file} ${day}.${ending}`;

  return {
    "feedback.suggest": ({ text }) => {
      const kind = kindFor(text);
      const byKind = Object.fromEntries(
        feedbackKind.options.map((each) => [each, goesTo(each)]),
      ) as Record<FeedbackKind, string>;
      return { kind, department: byKind[kind], departments: departments(), byKind };
    },
    "feedback.note": ({ text, kind, department }) => {
      if (text === "") throw new AppError("feedback_empty");
      const about = kind ?? kindFor(text);
      const { agentName, shop } = door.settings();
      const customer = door.customer();
      return step(randomUUID(), "noted", {
        ...{ text, kind: about, department: department ?? goesTo(about) },
        ...{ customer: customer?.name ?? "", order: customer?.order ?? "" },
        ...{ shop: customer?.shop || shop, by: agentName },
      });
    },
    "feedback.change": ({ id, ...changes }) => {
      get(id);
      if (changes.text === "") throw new AppError("feedback_empty");
      return step(id, "changed", changes);
    },
    "feedback.send": ({ id, to }) => step(id, "sent", { to: to || get(id).department }),
    "feedback.answer": ({ id, answer }) => {
      get(id);
      if (answer === "") throw new AppError("feedback_empty");
      return step(id, "answered", { answer });
    },
    "feedback.drop": ({ id }) => {
      get(id);
      return step(id, "dropped", {});
    },
    "feedback.withdraw": ({ id, event }) => {
      const kind = door.kindOf(id, event);
      if (kind !== null && kind !== "withdrawn")
        door.append([{ subject: FEEDBACK, subjectId: id, kind: "withdrawn", data: { event } }]);
      return {};
    },
    "feedback.list": ({ limit, ...filter }) => ({
      ...store.list(filter, limit),
      departments: departments(),
    }),
    "feedback.trend": ({ until, weeks }) => {
      // The topics look one week farther back than they are told of.
      const all = lately(until, Math.max(weeks, 2));
      return {
        weeks: byWeek(all, until, weeks, door.zone()),
        topics: topicsOf(all, until, door.zone(), TOPICS),
      };
    },
    "feedback.digest": ({ at }) => {
      const paper = digest(at);
      return { title: paper.title, text: toText(paper) };
    },
    "feedback.digestFile": async ({ at, format }) => {
      const paper = digest(at);
      const name = fileName(weekAround(at, door.zone()).monday, format);
      return door.deliver(name, format === "txt" ? toText(paper) : await door.pdf(toHtml(paper)));
    },
    "feedback.export": async ({ format, ...filter }) => {
      const { rows } = store.list(filter, EXPORTED);
      if (rows.length === 0) throw new AppError("feedback_nothing");
      const { locale } = door.settings();
      const cells = cellsOf(rows, locale, door.zone());
      const day = DateTime.fromMillis(door.now(), { zone: door.zone() }).toISODate() ?? "";
      const content =
        format === "csv" ? toCsv(cells) : await toWorkbook(cells, FEEDBACK_WORDS[locale].file);
      const file = await door.deliver(fileName(day, format), content);
      return { ...file, count: file.cancelled ? 0 : rows.length };
    },
  };
}
