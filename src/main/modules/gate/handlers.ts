import { gateKind, type GateWord } from "../../../shared/contract/gate.ts";
import type { Emit, HandlersFor, Output, ParsedInput } from "../../../shared/contract/index.ts";
import { AppError } from "../../../shared/errors.ts";
import type { Delivered } from "../../../shared/contract/files.ts";
import type { Gate } from "./gate.ts";
import { type FileRow, readList, writeCsv, writeText } from "./listFile.ts";
import { countKinds, filterWords, toWord } from "./rules.ts";
import type { Choice, GateStore } from "./store.ts";
import { checkPhrase, type GatedPhrase, sweep } from "./sweep.ts";

type Names =
  | "gate.words"
  | "gate.save"
  | "gate.remove"
  | "gate.choose"
  | "gate.check"
  | "gate.marks"
  | "gate.sweep"
  | "gate.cancel"
  | "gate.import"
  | "gate.export";

/** How many refused lines an import names. */
const REFUSED_NAMED = 200;

/** What the calls of the gate need from the rest of the core. */
export interface GateDoor {
  readonly gate: Gate;
  readonly store: GateStore;
  /** One phrase; null when it is gone. */
  readonly phrase: (id: string) => GatedPhrase | null;
  /** Every phrase that can be sent, and how many there are. */
  readonly phrases: () => Iterable<GatedPhrase>;
  readonly count: () => number;
  /** Phrases that a step of the history touched. */
  readonly touchedBy: (historyId: number) => string[];
  /** Reads a table or text file. */
  readonly readTable: (path: string, fileName: string) => Promise<readonly FileRow[]>;
  readonly files: {
    find(name: string): { path: string; fileName: string };
  };
  /** Hands a file to the person. */
  readonly deliver: (fileName: string, content: string) => Promise<Delivered>;
  readonly now: () => number;
  readonly emit: Emit;
  /** Called after every change with the step it made. */
  readonly changed: (historyId: number) => void;
}

/** Answers the calls of the gate. */
export function gateHandlers(door: GateDoor): HandlersFor<Names> {
  const { gate, store } = door;
  const running = new Map<string, AbortController>();

  function wordOf(id: string): GateWord {
    const entry = gate.find(id);
    if (!entry) throw new AppError("gate_word_missing");
    return toWord(entry, gate.choice(id));
  }

  function done<T extends { readonly historyId: number }>(result: T): T {
    gate.renew();
    door.changed(result.historyId);
    return result;
  }

  function words(input: ParsedInput<"gate.words">): Output<"gate.words"> {
    const { kind, offset, limit } = input;
    const found = filterWords(gate.entries(), gate.choice, input);
    const ofKind = kind === null ? found : found.filter((each) => each.kind === kind);
    return {
      total: ofKind.length,
      rows: ofKind.slice(offset, offset + limit).map((each) => toWord(each, gate.choice(each.id))),
      counts: countKinds(found, gateKind.options),
    };
  }

  function chosen({ id, enabled, severity }: ParsedInput<"gate.choose">): Choice | null {
    const before = gate.choice(id) ?? { enabled: true, severity: null };
    const listed = gate.find(id)?.severity;
    const wished = severity === undefined ? before.severity : severity;
    const next = {
      enabled: enabled ?? before.enabled,
      severity: wished === listed ? null : wished,
    };
    return next.enabled && next.severity === null ? null : next;
  }

  async function look(input: ParsedInput<"gate.sweep">): Promise<Output<"gate.sweep">> {
    const { job, historyId } = input;
    running.get(job)?.abort(new AppError("gate_cancelled"));
    const control = new AbortController();
    running.set(job, control);
    const ids = historyId === null ? null : door.touchedBy(historyId);
    const total = ids === null ? door.count() : ids.length;
    const phrases =
      ids === null
        ? door.phrases()
        : ids.flatMap((id) => {
            const phrase = door.phrase(id);
            return phrase ? [phrase] : [];
          });
    try {
      return await sweep(
        gate,
        phrases,
        (at) => door.emit("job.progress", { job, phase: "check", done: at, total }),
        control.signal,
      );
    } finally {
      if (running.get(job) === control) running.delete(job);
    }
  }

  return {
    "gate.words": words,
    "gate.save": ({ id, draft, source }) => {
      const saved = done(store.save(id, draft, source));
      return { word: wordOf(saved.id), historyId: saved.historyId };
    },
    "gate.remove": ({ ids }) => done(store.remove(ids)),
    "gate.choose": (input) => {
      const { historyId } = done(store.choose(wordOf(input.id), chosen(input)));
      return { word: wordOf(input.id), historyId };
    },
    "gate.check": ({ text, shop }) => gate.mark(text, shop),
    "gate.marks": ({ ids }) =>
      ids.flatMap((id) => {
        const phrase = door.phrase(id);
        return (phrase && checkPhrase(gate, phrase)) ?? [];
      }),
    "gate.sweep": look,
    "gate.cancel": ({ job }) => {
      running.get(job)?.abort(new AppError("gate_cancelled"));
      return {};
    },
    "gate.import": async ({ file, source, kind, severity }) => {
      const { path, fileName } = door.files.find(file);
      const rows = await door.readTable(path, fileName);
      const { drafts, refused } = readList(rows, { kind, severity });
      if (drafts.length === 0 && refused.length === 0)
        throw new AppError("import_file_empty", { file: fileName });
      const taken = store.takeIn(drafts, source);
      if (taken.historyId !== null) done({ historyId: taken.historyId });
      return {
        ...taken,
        refusedCount: refused.length,
        refused: refused.slice(0, REFUSED_NAMED),
      };
    },
    "gate.export": async ({ format, source }) => {
      const entries = store.words().filter((each) => source === null || each.source === source);
      const text = format === "csv" ? writeCsv(entries) : writeText(entries);
      const day = new Date(door.now()).toISOString().slice(0, 10);
      const fileName = `replydeck-words-${day}.${format}`;
      const file = await door.deliver(fileName, text);
      return { ...file, count: file.cancelled ? 0 : entries.length };
    },
  };
}
