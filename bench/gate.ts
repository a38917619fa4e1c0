import { readFileSync } from "node:fs";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import AhoCorasick from "modern-ahocorasick";
import { openDatabase } from "../src/main/database/open.ts";
import { readBundled } from "../src/main/modules/gate/bundled.ts";
import { createGate, type Gate } from "../src/main/modules/gate/gate.ts";
import type { MatchEntry } from "../src/main/modules/gate/entry.ts";
import { createGateStore } from "../src/main/modules/gate/store.ts";
import { sweep } from "../src/main/modules/gate/sweep.ts";
import { foldWord } from "../src/main/modules/gate/view.ts";
import { textsOf } from "../src/shared/rules/texts.ts";
import { createPhraseStore, type PhraseStore } from "../src/main/modules/phrases/store.ts";
import { gateKind } from "../src/shared/contract/gate.ts";
import { CORPUS_NOW, makeCorpus, readStarter, seeded } from "./support/corpus.ts";

interface Judged {
  readonly firstSeen: { readonly rounds: Record<string, object> };
  readonly sentences: readonly {
    readonly round: number;
    readonly text: string;
    readonly expect: readonly { readonly kind: string; readonly word: string }[];
  }[];
}

/** Sentences with something in them, sown among the phrases. */
const SOWN = [
  "这款全网最低价，加微信领券。",
  "保证退款，绝对不会坏。",
  "第一时间为您处理，最近发货慢一些。",
  "我们不支持线下交易，请在平台下单。",
  "假一赔万，独一无二。",
];
const SHARE = 0.05;
const ROUNDS = 5;

const root = new URL("../", import.meta.url);
const readJson = (path: string): unknown => JSON.parse(readFileSync(new URL(path, root), "utf8"));
const round = (value: number): number => Math.round(value * 1_000) / 1_000;

function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0);
}

interface Timed<T> {
  /** Median of the runs by the clock, and by the processor: what others took meanwhile is left out. */
  readonly ms: number;
  readonly processorMs: number;
  readonly all: readonly number[];
  readonly result: T;
}

async function timed<T>(runs: number, work: () => T | Promise<T>): Promise<Timed<T>> {
  const all: number[] = [];
  const busy: number[] = [];
  let result!: T;
  for (let run = 0; run < runs; run++) {
    const began = performance.now();
    const used = process.cpuUsage();
    result = await work();
    const { user, system } = process.cpuUsage(used);
    all.push(round(performance.now() - began));
    busy.push((user + system) / 1_000);
  }
  return { ms: quantile(all, 0.5), processorMs: quantile(busy, 0.5), all, result };
}

const bundled = (): MatchEntry[] =>
  readBundled(gateKind.options.map((kind) => readJson(`assets/gate/${kind}.json`)));

/** A library of `count` phrases in SQLite, some of them with words that should not be sent. */
function fill(store: PhraseStore, count: number): string[] {
  const random = seeded(11);
  const bodies: string[] = [];
  store.history.change("import", "", (remember) => {
    for (const { title, body, shop } of makeCorpus(count)) {
      const sown = random() < SHARE ? SOWN[Math.floor(random() * SOWN.length)]! : "";
      bodies.push(body + sown);
      store.insert(remember, {
        ...{ title, body: body + sown, shop, shortcut: "", categoryId: null, tags: [] },
        ...{ favourite: false, hotkey: null, sendMode: "paste" as const, note: "" },
      });
    }
    return count;
  });
  return bodies;
}

/** What one would write first: every spelling looked for with `includes`, no exceptions, no evasions. */
function naive(entries: readonly MatchEntry[], bodies: readonly string[]): number {
  const spellings = entries
    .flatMap(({ word, also }) => [word, ...also])
    .map((each) => each.toLowerCase());
  let found = 0;
  for (const body of bodies) {
    const lower = body.toLowerCase();
    for (const spelling of spellings) if (lower.includes(spelling)) found += 1;
  }
  return found;
}

/** The library on every text, without the look that leaves most texts out. */
function libraryAlone(entries: readonly MatchEntry[], bodies: readonly string[]): () => number {
  const letters = new Set(entries.flatMap(({ word, also }) => [word, ...also]).map(foldWord));
  const automaton = new AhoCorasick([...letters]);
  return () => {
    let found = 0;
    for (const body of bodies) found += automaton.search(foldWord(body)).length;
    return found;
  };
}

/** Milliseconds for one text, as when it is pasted. */
function timeOne(gate: Gate, texts: readonly string[]) {
  const times = texts.map((text) => {
    const runs = Array.from({ length: 5 }, () => {
      const began = performance.now();
      gate.check(text);
      return performance.now() - began;
    });
    return quantile(runs, 0.5);
  });
  return { p50: quantile(times, 0.5), p95: quantile(times, 0.95), worst: quantile(times, 1) };
}

/** Right, false and missed findings of one kind. */
interface Sum {
  right: number;
  false: number;
  missed: number;
}

function judge(gate: Gate) {
  const { sentences, firstSeen } = readJson("bench/judged-gate.json") as Judged;
  const sums: Record<string, Sum> = {};
  const sumOf = (kind: string): Sum => (sums[kind] ??= { right: 0, false: 0, missed: 0 });
  const wrong: string[] = [];
  for (const { text, expect } of sentences) {
    const left = [...gate.check(text)];
    for (const { kind, word } of expect) {
      const start = text.indexOf(word);
      const hit = left.findIndex(
        (each) => each.kind === kind && each.start < start + word.length && start < each.end,
      );
      sumOf(kind)[hit < 0 ? "missed" : "right"] += 1;
      if (hit < 0) wrong.push(`missed ${word}: ${text}`);
      else left.splice(hit, 1);
    }
    for (const { kind, word } of left) {
      sumOf(kind).false += 1;
      wrong.push(`false ${word}: ${text}`);
    }
  }
  const kinds = Object.fromEntries(
    Object.entries(sums).map(([kind, sum]) => [
      kind,
      {
        ...sum,
        precision: round(sum.right / (sum.right + sum.false)),
        recall: round(sum.right / (sum.right + sum.missed)),
      },
    ]),
  );
  const starter = readStarter().flatMap(({ shortcut, body }) =>
    gate.check(body).map(({ word }) => `${shortcut}: ${word}`),
  );
  return { sentences: sentences.length, kinds, wrong, firstSeen, starter };
}

/** Milliseconds unless named otherwise; `quick` takes a tenth of the phrases. */
export async function run({ quick = false }: { quick?: boolean } = {}): Promise<object> {
  const count = quick ? 10_000 : 100_000;
  const folder = mkdtempSync(join(tmpdir(), "replydeck-bench-"));
  const database = openDatabase(folder);
  try {
    let time = CORPUS_NOW;
    const store = createPhraseStore(database, () => (time += 1));
    const bodies = fill(store, count);
    const entries = bundled();
    const gate = createGate({
      store: createGateStore(database, store.history, () => time),
      bundled: () => entries,
      limit: () => 120,
    });
    const compile = await timed(1, () => gate.warm());
    const judged = judge(gate);
    const check = await timed(ROUNDS, () =>
      bodies.reduce((sum, body) => sum + gate.check(body).length, 0),
    );
    function* live() {
      for (const phrase of store.live()) yield { ...phrase, texts: textsOf(phrase) };
    }
    const never = new AbortController().signal;
    const { result: summary, ...swept } = await timed(ROUNDS, () =>
      sweep(gate, live(), () => undefined, never),
    );
    const { checked, blocked, warned, long } = summary;

    process.stderr.write(`${count} phrases: peers\n`);
    const plain = await timed(1, () => naive(entries, bodies));
    const alone = await timed(ROUNDS, libraryAlone(entries, bodies));
    const sample = bodies.filter((_, index) => index % Math.ceil(count / 2_000) === 0);
    const full = sample
      .slice(0, 40)
      .map((body) => (body + SOWN.join("")).repeat(60).slice(0, 2_000));
    const onePhrase = timeOne(gate, sample);
    const against = ({ ms, processorMs, result: found }: Timed<number>) => ({
      ...{ ms, processorMs, found },
      timesOurs: round(processorMs / check.processorMs),
    });
    return {
      phrases: count,
      characters: bodies.reduce((sum, body) => sum + body.length, 0),
      entries: entries.length,
      spellings: entries.reduce((sum, { also }) => sum + 1 + also.length, 0),
      compile: { ms: compile.ms, processorMs: compile.processorMs },
      check: { ...check, result: undefined, findings: check.result },
      sweepFromStore: { ...swept, checked, blocked, warned, long },
      onePhrase,
      twoThousandCharacters: timeOne(gate, full),
      peers: { includesLoop: against(plain), libraryAlone: against(alone) },
      met: { sweepUnder2s: swept.ms < 2_000, pasteUnder1ms: onePhrase.p95 < 1 },
      judged,
    };
  } finally {
    database.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

if (import.meta.main) {
  const result = await run({ quick: process.argv.includes("--quick") });
  process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
}
