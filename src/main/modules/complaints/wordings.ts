import { DateTime } from "luxon";
import { complaintWordingKind } from "../../../shared/contract/complaintFacts.ts";
import type {
  Complaint,
  ComplaintText,
  ComplaintWording,
} from "../../../shared/contract/complaints.ts";
import type { Locale } from "../../../shared/contract/settings.ts";
import { STEPS, WORDINGS_OF } from "../../../shared/rules/complaints/duties.ts";
import { complaintNames } from "../../../shared/rules/complaints/names.ts";
import {
  type ComplaintWordings,
  complaintWordings,
  type WordingText,
} from "../../../shared/rules/complaints/wordings.ts";
import { inChat } from "../../../shared/rules/price/money.ts";

type Fact = ComplaintText["unfilled"][number];

/** Stands for what is not known yet. */
const GAP = "……";

export interface WordingFacts {
  readonly case: Complaint;
  readonly agent: string;
  /** Who decides above the agent, and by when, where nothing was escalated yet. */
  readonly escalate: {
    readonly level: "senior" | "lead" | "owner";
    readonly to: string;
    readonly by: number;
  };
  readonly now: number;
  readonly zone: string;
  readonly locale: Locale;
}

const fill = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);

/** "今天 20:00 前": a time as one says it to a buyer. */
export function timeInWords(
  at: number,
  { now, zone, locale }: Pick<WordingFacts, "now" | "zone" | "locale">,
): string {
  const words = complaintWordings(locale);
  const moment = DateTime.fromMillis(at, { zone, locale });
  const days = moment
    .startOf("day")
    .diff(DateTime.fromMillis(now, { zone }).startOf("day"), "days").days;
  const form = days === 0 ? words.today : days === 1 ? words.tomorrow : words.later;
  return fill(form, { time: moment.toFormat("HH:mm"), date: moment.toFormat(words.date) });
}

function compensationInWords({ compensation: given }: Complaint, words: ComplaintWordings) {
  if (!given || given.kind === "none") return "";
  return fill(words.compensations[given.kind], { yuan: inChat(given.fen), note: given.note });
}

/** A clause stands inside a sentence: its own full stop would end that. */
const clause = (text: string): string => text.trim().replace(/[。.；;！!]+$/u, "");

/** What can be said; "" where it is not known. */
function valuesOf(facts: WordingFacts): Record<Fact, string> {
  const { case: it, locale } = facts;
  const words = complaintWordings(locale);
  const at = (moment: number | null | undefined): string =>
    moment == null ? "" : timeInWords(moment, facts);
  const superior = it.escalation ?? facts.escalate;
  return {
    customer: it.customer || words.nobody,
    order: it.order,
    product: it.product,
    number: it.number,
    agent: facts.agent,
    answer: at(it.answerBy),
    plan: clause(it.plan?.measure ?? ""),
    due: at(it.plan?.dueAt),
    reason: clause(it.plan?.reason ?? ""),
    // What is above the person's authority is offered to nobody before it is decided.
    compensation: it.needsApproval ? "" : compensationInWords(it, words),
    superior: superior.to || complaintNames(locale).levels[superior.level],
    decision_due: at(superior.by),
  };
}

/** The eight kinds of wording for a case: what fits it first, and what can be pasted before what has gaps. */
export function wordingsFor(facts: WordingFacts): ComplaintWording[] {
  const { case: it, locale } = facts;
  const { texts } = complaintWordings(locale);
  const values = valuesOf(facts);
  const fits = ({ for: whom }: WordingText): boolean =>
    whom === undefined || whom.some((each) => each === it.kind || each === it.customerKind);

  const toText = (id: string, { text, for: whom }: WordingText): ComplaintText => {
    const named = [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as Fact);
    const unfilled = [...new Set(named.filter((name) => values[name] === ""))];
    const shown = Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, value || GAP]),
    );
    return { id, text: fill(text, shown), unfilled, special: whom !== undefined };
  };
  const order = (a: ComplaintText, b: ComplaintText): number =>
    a.unfilled.length - b.unfilled.length || Number(b.special) - Number(a.special);

  return complaintWordingKind.options.map((kind) => {
    const step = (Object.keys(STEPS) as (keyof typeof STEPS)[]).find((each) =>
      STEPS[each].wordings.includes(kind),
    )!;
    return {
      kind,
      step,
      stages: (Object.keys(WORDINGS_OF) as (keyof typeof WORDINGS_OF)[]).filter((stage) =>
        WORDINGS_OF[stage].includes(kind),
      ),
      texts: texts[kind]
        .flatMap((each, index) => (fits(each) ? [toText(`${kind}-${index + 1}`, each)] : []))
        .sort(order),
    };
  });
}
