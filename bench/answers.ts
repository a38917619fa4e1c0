import { readFileSync } from "node:fs";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { type AnswerDoc, createAnswerIndex } from "../src/main/modules/answers/answerIndex.ts";
import { moodOf } from "../src/main/modules/answers/mood.ts";
import { offer } from "../src/main/modules/answers/offer.ts";
import { chinese } from "../src/main/core/language.ts";
import { ANSWER_PEERS } from "./support/answerPeers.ts";
import { makeCorpus, starterCorpus } from "./support/corpus.ts";

/** Tuned: looked at while the ranking was made. Held: kept aside. Fresh: written after it was finished. */
type Part = "tuned" | "held" | "fresh";

interface JudgedQuestion {
  readonly question: string;
  /** Shortcuts of starter phrases, any of which answers the question. */
  readonly expect: readonly string[];
  readonly kind: string;
  readonly set: Part;
}

interface JudgedMood {
  readonly text: string;
  readonly mood: string;
  readonly set: Part;
}

const FIRST = 5;
const PARTS: readonly Part[] = ["tuned", "held", "fresh"];

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

const round = (value: number): number => Math.round(value * 1000) / 1000;

function quantile(sorted: readonly number[], part: number): number {
  return round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0);
}

function megabytes(): number {
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
}

const json = <T>(path: string): T =>
  JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8")) as T;

const judgedQuestions = json<JudgedQuestion[]>("judged-questions.json");
const judgedMoods = json<JudgedMood[]>("judged-moods.json");
const triggers = json<Record<string, string[]>>("../assets/starter/questions-zh-CN.json");

const starter = (withQuestions: boolean): AnswerDoc[] =>
  starterCorpus().map((phrase) => ({
    ...phrase,
    questions: withQuestions ? (triggers[phrase.shortcut] ?? []) : [],
  }));

type Find = (question: string, limit: number) => readonly string[];

/** Share of judged questions with a right phrase among the first five, and in the first place. */
function judge(find: Find, part: Part, showMisses: boolean) {
  const kinds: Record<string, { right: number; of: number }> = {};
  const misses: object[] = [];
  const judged = judgedQuestions.filter(({ set }) => set === part);
  let first = 0;
  for (const { question, expect, kind } of judged) {
    const found = find(question, FIRST);
    const sum = (kinds[kind] ??= { right: 0, of: 0 });
    sum.of++;
    if (found.some((id) => expect.includes(id))) sum.right++;
    else misses.push({ question, expect, found });
    if (expect.includes(found[0] ?? "")) first++;
  }
  return {
    questions: judged.length,
    share: round(1 - misses.length / judged.length),
    firstShare: round(first / judged.length),
    kinds,
    ...(showMisses ? { misses } : {}),
  };
}

async function indexOf(docs: Iterable<AnswerDoc>) {
  const index = createAnswerIndex(chinese);
  await index.build(docs);
  return index;
}

async function judgeAll(showMisses: boolean) {
  const full = await indexOf(starter(true));
  const bare = await indexOf(starter(false));
  const ours: Record<string, Find> = {
    ours: (question, limit) => full.best(question, { limit }).map(({ phraseId }) => phraseId),
    "ours, feelings first": (question, limit) =>
      offer(full, chinese, question, { limit }).rows.map(({ phraseId }) => phraseId),
    "ours, without trigger questions": (question, limit) =>
      bare.best(question, { limit }).map(({ phraseId }) => phraseId),
  };
  for (const { name, make } of ANSWER_PEERS) ours[name] = make(starter(true));
  const parts: Record<string, object> = {};
  for (const part of PARTS) {
    if (!judgedQuestions.some(({ set }) => set === part)) continue;
    parts[part] = Object.fromEntries(
      Object.entries(ours).map(([name, find]) => {
        const shown = name === "ours" && (part === "tuned" || showMisses);
        return [name, judge(find, part, shown)];
      }),
    );
  }
  return parts;
}

const upset = (mood: string): boolean => mood === "angry" || mood === "complaint";

function judgeMoods(showMisses: boolean) {
  const parts: Record<string, object> = {};
  for (const part of PARTS) {
    const judged = judgedMoods.filter(({ set }) => set === part);
    if (judged.length === 0) continue;
    const found = judged.map((each) => ({
      ...each,
      found: moodOf(chinese.fold(each.text).text).mood,
    }));
    const wrong = found.filter(({ mood, found }) => mood !== found);
    parts[part] = {
      texts: judged.length,
      share: round(1 - wrong.length / judged.length),
      /** Upset buyers taken for calm ones, and calm ones for upset. */
      missed: found.filter(({ mood, found }) => upset(mood) && !upset(found)).length,
      falseAlarms: found.filter(({ mood, found }) => !upset(mood) && upset(found)).length,
      ...(part === "tuned" || showMisses
        ? { misses: wrong.map(({ text, mood, found }) => ({ text, mood, found })) }
        : {}),
    };
  }
  return parts;
}

/** Milliseconds per question over every judged one; each counts the same. */
function time(find: (question: string) => unknown, rounds: number) {
  for (const { question } of judgedQuestions) find(question);
  const times: number[] = [];
  let worst = { ms: 0, question: "" };
  for (const { question } of judgedQuestions) {
    for (let turn = 0; turn < rounds; turn++) {
      const began = performance.now();
      find(question);
      const ms = performance.now() - began;
      times.push(ms);
      if (ms > worst.ms) worst = { ms: round(ms), question };
    }
  }
  times.sort((a, b) => a - b);
  return { p50: quantile(times, 0.5), p95: quantile(times, 0.95), worst };
}

/** A made-up library whose phrases know the trigger questions of the starter phrase they were made after. */
function library(count: number): AnswerDoc[] {
  return makeCorpus(count).map((phrase) => ({
    ...phrase,
    questions: triggers[phrase.shortcut.replace(/\d+$/, "")] ?? [],
  }));
}

async function measure(count: number, withPeers: boolean) {
  const docs = count === 320 ? starter(true) : library(count);
  const before = megabytes();
  const index = createAnswerIndex(chinese);
  const loop = monitorEventLoopDelay({ resolution: 1 });
  loop.enable();
  const began = performance.now();
  await index.build(docs);
  const build = performance.now() - began;
  loop.disable();
  const memory = megabytes() - before;
  const ours = {
    ...time((question) => index.best(question), count > 10_000 ? 3 : 10),
    buildSeconds: round(build / 1000),
    megabytes: round(memory),
    longestBlock: { worst: round(loop.max / 1e6), p99: round(loop.percentile(99) / 1e6) },
  };
  const peers: Record<string, object> = {};
  for (const { name, make } of withPeers ? ANSWER_PEERS : []) {
    process.stderr.write(`${count} phrases: ${name}\n`);
    const start = performance.now();
    const find = make(docs);
    const buildSeconds = round((performance.now() - start) / 1000);
    const theirs = time((question) => find(question, FIRST), 1);
    peers[name] = {
      ...theirs,
      buildSeconds,
      timesOurs: { p50: round(theirs.p50 / ours.p50), p95: round(theirs.p95 / ours.p95) },
    };
  }
  return { ours, peers };
}

/** Milliseconds unless named otherwise; `quick` leaves out the large library. */
export async function run({
  quick = false,
  showMisses = false,
}: { quick?: boolean; showMisses?: boolean } = {}): Promise<object> {
  const judged = await judgeAll(showMisses);
  const moods = judgeMoods(showMisses);
  const sizes: Record<string, object> = {};
  for (const count of quick ? [320, 10_000] : [320, 10_000, 100_000])
    sizes[count] = await measure(count, count <= 10_000);
  return { first: FIRST, judged, moods, sizes };
}

if (import.meta.main) {
  const result = await run({
    quick: process.argv.includes("--quick"),
    showMisses: process.argv.includes("--misses"),
  });
  process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
}
