import { fork } from "node:child_process";
import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import iconv from "iconv-lite";
import { openDatabase } from "../src/main/database/open.ts";
import { type ExportSource, exportPhrases } from "../src/main/modules/transfer/exporter.ts";
import { applyImport, planImport } from "../src/main/modules/transfer/importer.ts";
import { createImaging } from "../src/main/adapters/node/imaging.ts";
import { openTransferLibrary } from "../src/main/core/transferLibrary.ts";
import type { ExportedPhrase } from "../src/main/modules/transfer/transferPort.ts";

const ROWS = 100_000;
const TARGET_SECONDS = 10;
const TARGET_MEGABYTES = 500;

/** What one case reports; seconds and megabytes. */
interface Measured {
  readonly planSeconds: number;
  readonly applySeconds: number;
  readonly secondPlanSeconds: number;
  /** The whole import taken back in one step. */
  readonly undoSeconds: number;
  readonly longestStall: number;
  readonly added: number;
  readonly duplicatesAfterwards: number;
  readonly peakMegabytes: number;
}

const CASES = ["utf8.csv", "gb18030.csv", "phrases.xlsx", "phrases.json"] as const;

/** Imports 100,000 phrases from each format into a real library, each in a process of its own. */
export async function run(): Promise<object> {
  const folder = await mkdtemp(join(tmpdir(), "replydeck-bench-transfer-"));
  try {
    const exportSeconds = await makeFiles(folder);
    const cases: Record<string, object> = {};
    for (const name of CASES) {
      const measured = await measure(join(folder, name));
      const seconds = measured.planSeconds + measured.applySeconds;
      cases[name] = {
        ...measured,
        megabytes: Math.round((await stat(join(folder, name))).size / 1e6),
        withinTarget: seconds < TARGET_SECONDS && measured.peakMegabytes < TARGET_MEGABYTES,
      };
    }
    return {
      rows: ROWS,
      // Seconds mean little on a machine that is busy with other things.
      loadAverage: loadavg().map(rounded),
      target: { seconds: TARGET_SECONDS, megabytes: TARGET_MEGABYTES },
      cases,
      exportSeconds,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function makeFiles(folder: string): Promise<Record<string, number>> {
  const store: ExportSource = {
    pictures: { read: async () => null },
    exported: samplePhrases,
    categoryPaths: () => [],
  };
  const seconds: Record<string, number> = {};
  for (const [name, format] of [
    ["utf8.csv", "csv"],
    ["phrases.xlsx", "xlsx"],
    ["phrases.json", "json"],
  ] as const) {
    const start = performance.now();
    await exportPhrases(join(folder, name), format, store);
    seconds[format] = rounded((performance.now() - start) / 1000);
  }
  await writeFile(join(folder, "gb18030.csv"), iconv.encode(foreignTable(), "gb18030"));
  return seconds;
}

/** The layout of a shop platform's own export. */
function foreignTable(): string {
  const lines = ["快捷编码,快捷短语（必填）,快捷短语分组（选填）"];
  for (const { shortcut, body, category } of samplePhrases()) {
    lines.push(`${shortcut},"${body.replaceAll("\n", "&#13;")}",${category.join(">")}`);
  }
  return lines.join("\r\n");
}

function* samplePhrases(): Generator<ExportedPhrase> {
  const stages = ["售前", "售中", "售后", "投诉"];
  const scenes = ["退货", "换货", "发货", "物流", "尺码", "优惠", "差评", "质量"];
  for (let index = 0; index < ROWS; index += 1) {
    const scene = scenes[index % scenes.length] ?? "";
    yield {
      id: `00000000-0000-4000-8000-${index.toString(16).padStart(12, "0")}`,
      title: `${scene}答复第${index}条`,
      body: `亲，关于${scene}的事已经为您登记（单号${index}）😊\n请放心，我们会在${(index % 48) + 1}小时内给您答复，有任何问题随时找我。`,
      shortcut: `q${index}`,
      category: [stages[index % 4] ?? "", scene, `第${index % 20}组`],
      tags: [scene, `档${index % 7}`],
      shop: index % 3 === 0 ? "旗舰店" : "",
      favourite: index % 50 === 0,
      hotkey: null,
      sendMode: index % 9 === 0 ? "send" : "paste",
      note: index % 10 === 0 ? "仅限活动期间使用" : "",
      source: "mine",
      createdAt: 1_700_000_000_000 + index,
      changedAt: 1_700_000_000_000 + index,
      useCount: index % 100,
      lastUsedAt: index % 100 === 0 ? null : 1_750_000_000_000 + index,
    };
  }
}

function measure(file: string): Promise<Measured> {
  return new Promise((resolve, reject) => {
    // With the memory setting of the command line and of the import thread.
    const child = fork(fileURLToPath(import.meta.url), ["--case", file], {
      execArgv: ["--max-semi-space-size=8"],
    });
    child.once("message", (measured) => resolve(measured as Measured));
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`the case ended with ${String(code)}`)));
  });
}

async function runCase(file: string): Promise<Measured> {
  const folder = await mkdtemp(join(tmpdir(), "replydeck-bench-case-"));
  const database = openDatabase(folder);
  try {
    const { phrases, store } = openTransferLibrary(folder, database, createImaging());
    const source = { path: file, name: "bench" };
    const options = {
      format: null,
      mapping: null,
      header: null,
      onlySure: false,
      onConflict: "skip",
      normaliseHotkey: (text: string) => text,
    } as const;
    const stall = watchStalls();
    const start = performance.now();
    await planImport(source, store, options);
    const planned = performance.now();
    const applied = await applyImport(source, store, options);
    const done = performance.now();
    const peak = process.resourceUsage().maxRSS / 1024;
    const again = await planImport(source, store, options);
    const end = performance.now();
    const stalled = stall();
    if (applied.historyId !== null) phrases.history.undo(applied.historyId);
    const undone = performance.now();
    return {
      planSeconds: rounded((planned - start) / 1000),
      applySeconds: rounded((done - planned) / 1000),
      secondPlanSeconds: rounded((end - done) / 1000),
      undoSeconds: rounded((undone - end) / 1000),
      longestStall: rounded(stalled / 1000),
      added: applied.added,
      duplicatesAfterwards: again.duplicates,
      peakMegabytes: Math.round(peak),
    };
  } finally {
    database.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Longest time between two turns of the event loop, milliseconds. */
function watchStalls(): () => number {
  let last = performance.now();
  let longest = 0;
  const timer = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  }, 5);
  return () => {
    clearInterval(timer);
    return longest;
  };
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

if (process.argv[2] === "--case") {
  const measured = await runCase(process.argv[3] ?? "");
  process.send?.(measured, () => process.disconnect());
} else if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.stdout.write(`${JSON.stringify(await run(), null, 2)}\n`);
}
