import { loadavg } from "node:os";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import type { ComplaintDetail } from "../src/shared/contract/complaints.ts";
import { complaintKind } from "../src/shared/contract/complaintFacts.ts";
import type { Input, ProcedureName } from "../src/shared/contract/index.ts";
import { procedures } from "../src/shared/contract/index.ts";
import { createBarePorts } from "../src/main/adapters/node/absent.ts";
import { complaintsFeature } from "../src/main/core/features/complaints.ts";
import { promisesFeature } from "../src/main/core/features/promises.ts";
import { layFoundation } from "../src/main/core/foundation.ts";
import { startApp } from "../test/support/app.ts";

const PROMISES = 100_000;
const CASES = 20_000;
/** Quick: a tenth. */
const QUICK = 10;
const RECORDS = 3;
const DAY = 24 * 60 * 60 * 1_000;
/** Writes of one transaction: that the disk keeps up is not what is measured here. */
const BATCH = 1_000;
const ROUNDS = 60;
const OPENINGS = 25;
const FIRST_OPENINGS = 10;

const WHAT = ["补发配件", "催物流", "退运费", "开发票", "换尺码", "回电话", "查丢件", "改地址"];
const NAMES = ["王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴"];
const SHOPS = ["灯饰旗舰店", "家居专营店", "童装小店"];
const KINDS = complaintKind.options;

/** The same in every run. */
const pick = <T>(from: readonly T[], n: number): T => from[n % from.length]!;

type Handlers = Record<string, (input: never) => unknown>;

/** Calls a handler as the router does: defaults filled in. */
function caller(handlers: Handlers) {
  return async <N extends ProcedureName>(name: N, input: Input<N>): Promise<unknown> =>
    handlers[name]!(procedures[name].input.parse(input) as never);
}

/** Fills a data folder through the features themselves: every promise and case is events, as a year of work leaves them. */
async function fill(folder: string, promises: number, cases: number): Promise<void> {
  let time = Date.now() - 365 * DAY;
  const end = Date.now();
  const base = layFoundation(folder, folder, {
    ...createBarePorts(folder, "no_display"),
    clock: { now: () => time },
  });
  // What is lost when the power goes during the filling is filled again.
  base.database.pragma("synchronous = OFF");
  const own = promisesFeature(base, {
    shell: "cli",
    customer: () => null,
    followed: () => undefined,
  });
  const call = caller({
    ...own.handlers,
    ...complaintsFeature(base, {
      promise: () => undefined,
      settlePromise: () => undefined,
      undone: () => undefined,
    }).handlers,
  } as Handlers);
  const inBatches = async (count: number, write: (n: number) => Promise<void>): Promise<void> => {
    for (let from = 0; from < count; from += BATCH) {
      base.database.exec("BEGIN");
      for (let n = from; n < Math.min(count, from + BATCH); n += 1) {
        time = end - 365 * DAY + Math.floor((n / count) * 364 * DAY);
        await write(n);
      }
      base.database.exec("COMMIT");
    }
  };
  await inBatches(promises, async (n) => {
    const { promise } = (await call("promises.add", {
      text: `${pick(WHAT, n)}，第 ${n} 件`,
      customer: `${pick(NAMES, n * 7)}女士`,
      order: `2611${String(n).padStart(8, "0")}`,
      shop: pick(SHOPS, n),
      dueAt: time + DAY,
    })) as { promise: { id: string } };
    // What stays open: the last two hundred, and a forgotten one here and there.
    if (n < promises - 200 && n % 5_000 !== 0) await call("promises.clear", { ids: [promise.id] });
  });
  await inBatches(cases, async (n) => {
    const opened = (await call("complaints.open", {
      title: `${pick(WHAT, n * 3)}没有做到`,
      // A buyer complains three times in a year; ten names in all would be no desk's buyers.
      customer: `${pick(NAMES, n * 3)}女士${Math.floor(n / 30)}`,
      order: `2611${String(n * 5).padStart(8, "0")}`,
      shop: pick(SHOPS, n),
      product: `商品 ${n % 300}`,
      kind: pick(KINDS, n),
      answerBy: time + DAY,
    })) as ComplaintDetail;
    for (let record = 0; record < RECORDS; record += 1)
      await call("complaints.record", {
        id: opened.case.id,
        kind: "chat",
        text: `买家第 ${record + 1} 次说：${pick(WHAT, n + record)}还没有消息，单号 ${n * 5}，已经等了 ${record + 2} 天。`,
      });
  });
  own.close();
  base.close();
  base.later.close();
  base.database.close();
}

const shareOf = (sorted: readonly number[], share: number): number =>
  Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 100) /
  100;

function summary(times: readonly number[]) {
  const sorted = times.toSorted((a, b) => a - b);
  return { n: sorted.length, p50: shareOf(sorted, 0.5), p95: shareOf(sorted, 0.95) };
}

async function timed(count: number, job: (n: number) => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let n = 0; n < count; n += 1) {
    const start = performance.now();
    await job(n);
    times.push(performance.now() - start);
  }
  return times;
}

/**
 * Today, the lists and their searches over a year's work of a large desk, over the real program and in a real
 * browser; milliseconds. `quick`: a tenth of it.
 */
export async function run({ quick = false }: { quick?: boolean } = {}): Promise<object> {
  const [promises, cases] = quick ? [PROMISES / QUICK, CASES / QUICK] : [PROMISES, CASES];
  const filled = performance.now();
  const { app, stop } = await startApp((folder) => fill(folder, promises, cases));
  const fillSeconds = Math.round((performance.now() - filled) / 1_000);
  const browser = await chromium.launch({
    executablePath: process.env["REPLYDECK_CHROMIUM"] ?? "/usr/bin/chromium",
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 820 } });
    await page.goto(app.entrance("/#/today"));
    await page.locator(".today").waitFor();
    /** From the click on the rail until the screen with its figures has been painted. */
    const open = async (): Promise<number> => {
      await page.evaluate(() => {
        location.hash = "#/settings";
      });
      await page.locator(".today").waitFor({ state: "detached" });
      return page.evaluate(
        () =>
          new Promise<number>((done) => {
            const start = performance.now();
            location.hash = "#/today";
            const look = (): void => {
              if (document.querySelector(".today"))
                requestAnimationFrame(() => done(performance.now() - start));
              else requestAnimationFrame(look);
            };
            look();
          }),
      );
    };
    /** The whole page anew, as in the morning: nothing is known yet. */
    const openFirst = async (): Promise<number> => {
      await page.reload();
      await page.locator(".today").waitFor();
      return page.evaluate(() => performance.now());
    };
    const firstOpenings: number[] = [];
    for (let n = 0; n < FIRST_OPENINGS; n += 1) firstOpenings.push(await openFirst());
    const openings: number[] = [];
    for (let n = 0; n < OPENINGS; n += 1) openings.push(await open());

    const words = [...WHAT, "王女士", "261100012", "第 777", "灯饰 发票"];
    const report = {
      todayCall: summary(await timed(ROUNDS, () => app.call("today.get", {}))),
      todayOnScreen: summary(openings),
      /** From the beginning of loading the page. */
      todayWithThePage: summary(firstOpenings),
      promisesList: summary(await timed(ROUNDS, () => app.call("promises.list", {}))),
      promisesSearch: summary(
        await timed(ROUNDS, (n) =>
          app.call("promises.list", { view: "all", text: pick(words, n), limit: 50 }),
        ),
      ),
      board: summary(await timed(ROUNDS, () => app.call("complaints.board", {}))),
      complaintsSearch: summary(
        await timed(ROUNDS, (n) =>
          app.call("complaints.list", { state: "all", text: pick(words, n), limit: 50 }),
        ),
      ),
    };
    return {
      promises,
      cases,
      recordsEach: RECORDS,
      fillSeconds,
      loadAverage: loadavg()[0],
      ...report,
      met: {
        todayUnder200: report.todayOnScreen.p95 < 200,
        searchUnder50: report.promisesSearch.p95 < 50 && report.complaintsSearch.p95 < 50,
      },
    };
  } finally {
    await browser.close();
    await stop();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const report = await run({ quick: process.argv.includes("--quick") });
  process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
}
