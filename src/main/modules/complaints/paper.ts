import { DateTime } from "luxon";
import type { ComplaintEvent } from "../../../shared/contract/complaintEvents.ts";
import type { Complaint, TimelineEntry } from "../../../shared/contract/complaints.ts";
import type { Locale } from "../../../shared/contract/settings.ts";
import { type ComplaintField, complaintNames } from "../../../shared/rules/complaints/names.ts";
import type { PaperBlock, PaperDocument } from "../../../shared/rules/document.ts";
import { inChat } from "../../../shared/rules/price/money.ts";

export interface CasePaper {
  readonly case: Complaint;
  readonly timeline: readonly TimelineEntry[];
  /** Pictures to show, as data: addresses, by their SHA-256. */
  readonly pictures: ReadonlyMap<string, string>;
  readonly now: number;
  readonly zone: string;
  readonly locale: Locale;
}

/** Writes values of a case in a language and zone. */
function createWriter(locale: Locale, zone: string) {
  const names = complaintNames(locale);
  const { paper } = names;
  const time = (at: number | null): string =>
    at === null ? "" : DateTime.fromMillis(at, { zone }).toFormat("yyyy-MM-dd HH:mm:ss ZZ");
  const yuan = (fen: number | null): string =>
    fen === null ? "" : paper.yuan.replace("{yuan}", inChat(fen));
  const joined = (...parts: readonly string[]): string =>
    parts.filter((each) => each !== "").join(" · ");
  const compensation = (given: Complaint["compensation"]): string =>
    given === null
      ? ""
      : joined(
          names.compensations[given.kind],
          given.kind === "none" ? "" : yuan(given.fen),
          given.note,
        );

  /** A field's value as a person reads it. */
  function value(field: string, given: unknown): string {
    if (given === null || given === undefined || given === "") return "—";
    if (typeof given === "number") return time(given);
    const text = String(given);
    const among: Readonly<Record<string, Readonly<Record<string, string>>>> = {
      kind: names.kinds,
      channel: names.channels,
      severity: names.severities,
      customerKind: names.customerKinds,
    };
    return among[field]?.[text] ?? text;
  }
  return { names, paper, time, yuan, joined, compensation, value };
}

type Writer = ReturnType<typeof createWriter>;

/** What an event says, as text. */
function told(event: ComplaintEvent, { names, paper, ...write }: Writer): string {
  switch (event.kind) {
    case "opened":
      return write.joined(event.data.number, event.data.fields.title);
    case "amended":
      return Object.entries(event.data.changes)
        .map(([field, to]) => `${names.fields[field as ComplaintField]}: ${write.value(field, to)}`)
        .join("\n");
    case "recorded":
      return `[${names.records[event.data.record]}] ${event.data.text}\nSHA-256 ${event.data.sha256}`;
    case "attached": {
      const { file, note } = event.data;
      return `${file.name} (${file.size} ${paper.bytes}, ${file.mime})\nSHA-256 ${file.sha256}${note && `\n${note}`}`;
    }
    case "corrected":
      return event.data.text;
    case "duty":
      return `${names.duties[event.data.duty]}: ${event.data.done ? paper.done : paper.undone}`;
    case "advanced":
      return `${names.stages[event.data.from]} → ${names.stages[event.data.to]}`;
    case "back":
      return write.joined(
        `${names.stages[event.data.from]} → ${names.stages[event.data.to]}`,
        event.data.reason,
      );
    case "reopened":
      return event.data.reason;
    case "proposed": {
      const { plan, compensation } = event.data;
      return write.joined(
        plan.measure,
        plan.reason,
        write.time(plan.dueAt),
        write.compensation(compensation),
      );
    }
    case "answered":
      return write.joined(event.data.agreed ? paper.yes : paper.refused, event.data.note);
    case "escalated": {
      const { to, level, dueAt, reason } = event.data;
      return write.joined(to || names.levels[level], write.time(dueAt), reason);
    }
    case "decided": {
      const { approved, fen, note, decidedBy } = event.data;
      const what = approved ? paper.approved : paper.refusedBySuperior;
      return write.joined(decidedBy, what, write.yuan(fen), note);
    }
    case "deadline": {
      const { what, dueAt, met, note } = event.data;
      return write.joined(names.waits[what], met ? paper.done : write.time(dueAt), note);
    }
    case "satisfied":
      return write.joined(`${event.data.value} / 5`, event.data.note);
  }
}

function factsOf(it: Complaint, write: Writer): PaperBlock[] {
  const { names, paper } = write;
  const row = (field: ComplaintField, text: string): readonly [string, string][] =>
    text === "" || text === "—" ? [] : [[names.fields[field], text]];
  const own = (
    [
      "title",
      "customer",
      "order",
      "shop",
      "product",
      "kind",
      "channel",
      "severity",
      "owner",
      "demand",
      "customerKind",
      "cause",
      "answerBy",
    ] as const
  ).flatMap((field) => row(field, write.value(field, it[field])));
  const decision = it.escalation && {
    state: {
      waiting: paper.waiting,
      approved: paper.approved,
      refused: paper.refusedBySuperior,
    }[it.escalation.state],
    to: it.escalation.to || names.levels[it.escalation.level],
  };
  return [
    { kind: "heading", text: paper.facts },
    {
      kind: "facts",
      rows: [
        ...row("number", it.number),
        ...own,
        ...row("stage", names.stages[it.stage]),
        ...row("openedAt", write.time(it.openedAt)),
        ...row("closedAt", write.time(it.closedAt)),
      ],
    },
    { kind: "heading", text: paper.plan },
    {
      kind: "facts",
      rows: [
        ...row("measure", it.plan?.measure ?? ""),
        ...row("reason", it.plan?.reason ?? ""),
        ...row("dueAt", write.time(it.plan?.dueAt ?? null)),
        ...row("compensation", write.compensation(it.compensation)),
        ...row("escalation", decision?.to ?? ""),
        ...row(
          "decision",
          it.escalation && decision
            ? write.joined(
                decision.state,
                it.escalation.decidedBy,
                write.yuan(it.escalation.fen),
                it.escalation.decision,
              )
            : "",
        ),
        ...row("agreed", it.agreed === null ? "" : it.agreed === "yes" ? paper.yes : paper.refused),
        ...row("answeredAt", write.time(it.answeredAt)),
        ...row("followUpAt", write.time(it.followUpAt)),
        ...row("satisfaction", it.satisfaction === null ? "" : `${it.satisfaction} / 5`),
      ],
    },
  ];
}

/** The whole case on paper: what it is, what was done, everything that happened with its sums, the pictures. */
export function casePaper(made: CasePaper): PaperDocument {
  const write = createWriter(made.locale, made.zone);
  const { names, paper } = write;
  const rows = made.timeline.map(({ at, event, corrections }) => [
    write.time(at),
    event.data.by,
    names.events[event.kind],
    [
      told(event, write),
      ...corrections.map(
        (each) => `[${names.events.corrected} ${write.time(each.at)} ${each.by}] ${each.text}`,
      ),
    ].join("\n"),
  ]);
  const pictures = made.timeline.flatMap(({ event }): PaperBlock[] => {
    if (event.kind !== "attached") return [];
    const source = made.pictures.get(event.data.file.sha256);
    return source === undefined
      ? []
      : [
          {
            kind: "picture",
            source,
            caption: `${event.data.file.name} · ${event.data.file.sha256}`,
          },
        ];
  });
  return {
    title: `${paper.case} ${made.case.number}`,
    subtitle: `${paper.printed} ${write.time(made.now)} (${made.zone})`,
    language: made.locale,
    blocks: [
      ...factsOf(made.case, write),
      { kind: "heading", text: paper.timeline },
      { kind: "table", columns: [paper.time, paper.who, paper.what, paper.said], rows },
      ...(pictures.length === 0
        ? []
        : [{ kind: "heading", text: paper.files } as const, ...pictures]),
    ],
  };
}
