import { loadavg } from "node:os";
import { chromium, type Page } from "@playwright/test";
import { openDatabase } from "../src/main/database/open.ts";
import { createPhraseStore } from "../src/main/modules/phrases/store.ts";
import { startApp } from "../test/support/app.ts";
import { makeCorpus } from "./support/corpus.ts";

/** Words typed letter by letter and taken back. */
const WORDS = ["fahuo", "thh", "tuihuo", "youhui", "kd"];
const FRAME = 1_000 / 60;

const at = (sorted: readonly number[], share: number): number =>
  Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 10) /
  10;

/** Writes a made-up library into a data folder. */
function fill(folder: string, count: number): void {
  const database = openDatabase(folder);
  const store = createPhraseStore(database, Date.now);
  store.history.change("import", "bench", (remember) => {
    for (const { title, body, shortcut, tags, shop, favourite, path } of makeCorpus(count))
      store.insert(remember, {
        ...{ title, body, shortcut, tags, shop, favourite },
        ...{ hotkey: null, sendMode: "paste", note: "" },
        categoryId: store.categories.ensurePath(remember, path.slice(0, 4)),
      });
    return count;
  });
  database.close();
}

async function typeWords(page: Page): Promise<number[]> {
  const measured = (): Promise<number[]> =>
    page.evaluate(() =>
      performance.getEntriesByName("palette:key-to-paint").map(({ duration }) => duration),
    );
  for (const word of WORDS)
    for (const key of [...word, ...Array.from(word, () => "Backspace")]) {
      const before = (await measured()).length;
      await page.keyboard.press(key);
      await page.waitForFunction(
        (count) => performance.getEntriesByName("palette:key-to-paint").length > count,
        before,
      );
    }
  return measured();
}

async function measure(count: number): Promise<object> {
  const { app, stop } = await startApp((folder) => fill(folder, count));
  const browser = await chromium.launch({
    executablePath: process.env["REPLYDECK_CHROMIUM"] ?? "/usr/bin/chromium",
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });
  try {
    while (!(await app.call("system.status", {})).indexReady)
      await new Promise((next) => setTimeout(next, 100));
    const page = await browser.newPage({ viewport: { width: 640, height: 420 } });
    await page.goto(app.entrance("/palette.html"));
    await page.getByRole("listbox").waitFor();
    // The first round warms up.
    await typeWords(page);
    await page.evaluate(() => performance.clearMeasures());
    const durations = (await typeWords(page)).toSorted((a, b) => a - b);
    const p50 = at(durations, 0.5);
    return {
      phrases: count,
      keys: durations.length,
      p50,
      p95: at(durations, 0.95),
      frames: at([p50 / FRAME], 0),
    };
  } finally {
    await browser.close();
    await stop();
  }
}

/** From a key press in the palette to its results painted, milliseconds, in a real browser over the real core. */
export async function run({ quick = false }: { quick?: boolean } = {}): Promise<object> {
  const sizes = quick ? [10_000] : [10_000, 100_000];
  const keyToPaint = [];
  for (const size of sizes) keyToPaint.push(await measure(size));
  return { loadAverage: loadavg()[0], keyToPaint };
}

if (import.meta.main)
  console.log(JSON.stringify(await run({ quick: process.argv.includes("--quick") }), null, 2));
