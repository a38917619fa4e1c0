import { mkdtemp, readFile, rm } from "node:fs/promises";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { writeFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { type Browser, chromium, type Page } from "@playwright/test";
import sharp from "sharp";
import { openDatabase } from "../src/main/database/open.ts";
import { createPhraseStore } from "../src/main/modules/phrases/store.ts";
import { callOver, type RunningApp, startApp } from "../test/support/app.ts";
import { makeCorpus, seeded } from "./support/corpus.ts";

/** Pictures sent at once, as the page does. */
const AT_ONCE = 3;
const FRAME = 1_000 / 60;
/** Words typed letter by letter and taken back. */
const WORDS = ["fahuo", "thh", "tuihuo", "youhui", "kd"];
const QUERIES = [
  "td",
  "台灯",
  "SKU12",
  "sku1234",
  "zhutu",
  "白 主图",
  "luodideng",
  "no such thing",
];

const at = (sorted: readonly number[], share: number): number =>
  Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 100) /
  100;
const spread = (times: number[]): { p50: number; p95: number } => {
  const sorted = times.toSorted((a, b) => a - b);
  return { p50: at(sorted, 0.5), p95: at(sorted, 0.95) };
};

/** A small product picture: a shop's colours, a shape, grain so that no two files are alike. */
async function makePicture(seed: number): Promise<Buffer> {
  const random = seeded(seed + 1);
  const channel = (): number => Math.floor(random() * 256);
  const [r, g, b] = [channel(), channel(), channel()];
  return sharp({
    create: {
      width: 320,
      height: 320,
      channels: 3,
      background: { r, g, b },
      noise: { type: "gaussian", mean: channel(), sigma: 12 },
    },
  })
    .composite([
      {
        input: {
          create: { width: 140, height: 180, channels: 3, background: { r: b, g: r, b: g } },
        },
        left: Math.floor(random() * 150),
        top: Math.floor(random() * 120),
      },
    ])
    .jpeg({ quality: 80 })
    .toBuffer();
}

const NOUNS = ["台灯", "落地灯", "吊灯", "地毯", "四件套", "空气炸锅", "保温杯", "连衣裙"];
const nameOf = (n: number): string =>
  `SKU${n % 4_000}_${NOUNS[n % NOUNS.length]}_${["主图", "细节", "尺码表"][n % 3]}.jpg`;

/** Phrases beside the pictures: the palette must not notice them. */
function fillPhrases(folder: string, count: number): void {
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

/** Sends pictures by the same door as the page and shows them; per second, from bytes to shown. */
async function add(app: RunningApp, folder: string, count: number): Promise<object> {
  const { origin, searchParams } = new URL(app.url);
  const authorization = `Bearer ${searchParams.get("token") ?? ""}`;
  const call = callOver(app.url);
  // Made before the clock runs.
  const paths: string[] = [];
  let total = 0;
  for (let n = 0; n < count; n += 1) {
    const made = await makePicture(n);
    total += made.length;
    const path = join(folder, `${n}.jpg`);
    writeFileSync(path, made);
    paths.push(path);
  }
  const staged: { id: string; name: string }[] = paths.map((_, n) => ({ id: "", name: nameOf(n) }));
  let next = 0;
  const started = performance.now();
  const worker = async (): Promise<void> => {
    for (let n = next++; n < count; n = next++) {
      const name = nameOf(n);
      const body = await readFile(paths[n]!);
      const sent = await fetch(`${origin}/files?name=${encodeURIComponent(name)}`, {
        method: "POST",
        headers: { authorization },
        body: new Uint8Array(body),
      });
      const { value } = (await sent.json()) as { value: { file: string } };
      staged[n] = { id: (await call("pictures.stage", { file: value.file, name })).id, name };
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  const stagedAt = performance.now();
  const { added } = await call("pictures.commit", { pictures: staged });
  const seconds = (performance.now() - started) / 1_000;
  return {
    pictures: added,
    bytesEach: Math.round(total / count),
    perSecond: Math.round(count / seconds),
    seconds: Math.round(seconds * 10) / 10,
    commitSeconds: Math.round((performance.now() - stagedAt) / 10) / 100,
  };
}

/** Whole calls over the loopback door, milliseconds. */
async function queries(app: RunningApp): Promise<object> {
  const { rows } = await app.call("pictures.query", { limit: 200 });
  const times: number[] = [];
  for (let round = 0; round < 12; round += 1)
    for (const text of QUERIES) {
      const started = performance.now();
      // A window of its own each time: nothing is answered from the one before.
      await app.call("pictures.query", { text: `${text}${" ".repeat(round)}`, limit: 200 });
      times.push(performance.now() - started);
    }
  const windows: number[] = [];
  for (let n = 0; n < 60; n += 1) {
    const started = performance.now();
    await app.call("pictures.query", { offset: (n * 997) % 9_000, limit: 200 });
    windows.push(performance.now() - started);
  }
  return { text: spread(times), window: spread(windows), firstRows: rows.length };
}

/** Scrolls the whole grid in a real browser; the time of each frame, milliseconds. */
async function scroll(browser: Browser, app: RunningApp): Promise<object> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 820 } });
  await page.goto(app.url);
  await page.goto(`${new URL(app.url).origin}/#/pictures`);
  await page.locator(".tile img").first().waitFor();
  const frames = await page.evaluate(async () => {
    const grid = document.querySelector<HTMLElement>(".picture-grid")!;
    const pixelsPerFrame = 40;
    const times: number[] = [];
    let before = performance.now();
    for (let n = 0; n < 900; n += 1) {
      await new Promise((next) => requestAnimationFrame(next));
      const now = performance.now();
      times.push(now - before);
      before = now;
      grid.scrollTop += pixelsPerFrame;
    }
    return times.slice(10);
  });
  // What is on the screen in the end has its picture.
  await page.waitForFunction(() =>
    [...document.querySelectorAll<HTMLImageElement>(".tile img")].every((each) => each.complete),
  );
  await page.close();
  const late = frames.filter((time) => time > FRAME * 1.5).length;
  return {
    ...spread(frames),
    frames: frames.length,
    lateShare: Math.round((late / frames.length) * 1_000) / 1_000,
  };
}

/** A palette that has been opened and typed into once. */
async function openPalette(browser: Browser, app: RunningApp): Promise<Page> {
  while (!(await app.call("system.status", {})).indexReady)
    await new Promise((next) => setTimeout(next, 100));
  const page = await browser.newPage({ viewport: { width: 640, height: 420 } });
  await page.goto(app.entrance("/palette.html"));
  await page.getByRole("listbox").waitFor();
  for (const word of WORDS) await typeWord(page, word);
  await page.evaluate(() => performance.clearMeasures());
  return page;
}

const painted = (page: Page): Promise<number[]> =>
  page.evaluate(() =>
    performance.getEntriesByName("palette:key-to-paint").map(({ duration }) => duration),
  );

async function typeWord(page: Page, word: string): Promise<void> {
  await page.bringToFront();
  for (const key of [...word, ...Array.from(word, () => "Backspace")]) {
    const before = (await painted(page)).length;
    await page.keyboard.press(key);
    await page.waitForFunction(
      (count) => performance.getEntriesByName("palette:key-to-paint").length > count,
      before,
    );
  }
}

/**
 * Searches for phrases with and without pictures beside them, in turn, so that whatever else the machine does falls
 * on both: from a key press in the palette to its results painted, and the search call alone, milliseconds.
 */
async function palettes(browser: Browser, apps: readonly RunningApp[]): Promise<object> {
  const pages: Page[] = [];
  for (const app of apps) pages.push(await openPalette(browser, app));
  for (let round = 0; round < 4; round += 1)
    for (const word of WORDS) for (const page of pages) await typeWord(page, word);
  const paints: { p50: number; p95: number }[] = [];
  for (const page of pages) {
    paints.push(spread(await painted(page)));
    await page.close();
  }
  const calls: number[][] = apps.map(() => []);
  for (let round = 0; round < 60; round += 1)
    for (const text of WORDS)
      for (const [at, app] of apps.entries()) {
        const started = performance.now();
        await app.call("search.query", { text, limit: 9 });
        calls[at]!.push(performance.now() - started);
      }
  const [without, beside] = calls.map(spread);
  return {
    phrases: 10_000,
    keyToPaint: { without: paints[0], with: paints[1] },
    call: { without, with: beside },
    ratio: {
      keyToPaintP50: ratio(paints[1]!.p50, paints[0]!.p50),
      keyToPaintP95: ratio(paints[1]!.p95, paints[0]!.p95),
      callP50: ratio(beside!.p50, without!.p50),
      callP95: ratio(beside!.p95, without!.p95),
    },
  };
}

const ratio = (a: number, b: number): number => Math.round((a / b) * 100) / 100;

/** Pictures in number: how fast they come in, are found and scrolled past, and what the palette notices of them. */
export async function run({ quick = false }: { quick?: boolean } = {}): Promise<object> {
  const count = quick ? 2_000 : 10_000;
  const folder = await mkdtemp(join(tmpdir(), "replydeck-bench-"));
  const bare = await startApp((data) => fillPhrases(data, 10_000));
  const full = await startApp((data) => fillPhrases(data, 10_000));
  const browser = await chromium.launch({
    executablePath: process.env["REPLYDECK_CHROMIUM"] ?? "/usr/bin/chromium",
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });
  try {
    const { app } = full;
    return {
      loadAverage: loadavg()[0],
      add: await add(app, folder, count),
      query: await queries(app),
      scroll: await scroll(browser, app),
      palette: await palettes(browser, [bare.app, app]),
    };
  } finally {
    await browser.close();
    await bare.stop();
    await full.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

if (import.meta.main)
  console.log(JSON.stringify(await run({ quick: process.argv.includes("--quick") }), null, 2));
