import { existsSync } from "node:fs";
import { loadavg } from "node:os";
import { join } from "node:path";
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { createX11Desktop, type X11Desktop } from "../src/main/adapters/x11/desktop.ts";
import {
  type ChromiumTarget,
  openChromiumTarget,
  openGtkTarget,
  startDesktop,
  type TestDesktop,
  type TextTarget,
} from "../test/support/desktop.ts";
import { startShell, type TestShell } from "../test/support/shell.ts";
import { type AutoKey, prepareAutoKey } from "./support/autokey.ts";
import { measureFloor } from "./support/floor.ts";
import { alignClock, createHand, type Hand, now, pause } from "./support/hand.ts";
import { pageOffset } from "./support/pageClock.ts";
import {
  type Attempt,
  type Press,
  spread,
  summarise,
  type Target,
  TARGETS,
  type Tool,
} from "./support/pasteReport.ts";

const ATTEMPTS = 500;
const QUICK_ATTEMPTS = 40;
const WARM_UP = 6;
const TEXT = "您好，在的😊请您提供一下订单号，我马上为您查询，感谢您的耐心等待！";
/** What the person had copied, owned by a third program: both tools have to save and restore it. */
const COPIED = "订单号 2611220001";
const KEY: Readonly<Record<Tool, string>> = { ours: "7", autokey: "8" };

const HELD_MS = 600;
const HAND_MS = 60;
/** Text that is not there by then is late if it comes while the tool still works, and else lost. */
const LATE_AFTER_MS = 1_000;
/** AutoKey restores the clipboard 200 ms after its stroke, whatever happens; our engine says when it is done. */
const AUTOKEY_RESTORES_MS = 320;
const OURS_LOGS_WITHIN_MS = 3_000;
const CLIPBOARD_BACK_WITHIN_MS = 600;
const LOOK_EVERY_MS = 10;
const AUTOKEY_STARTS_WITHIN_MS = 40_000;
/** It stays out of step with the keys once it is: it is started anew, or one fault would count for all. */
const LOSSES_BEFORE_RESTART = 3;
/**
 * Nobody runs two such tools: AutoKey works on every key, ours too, and its share of the machine would be counted as
 * ours. It runs only for its own presses, which follow ours block by block, so that both see the same machine.
 */
const BLOCK = 20;
const FLOOR_PER_BLOCK = 5;

/** Of every five presses: two quick, two as a hand presses, one held. */
const PRESSES: readonly Press[] = ["quick", "hand", "quick", "hand", "held"];

interface Bench {
  readonly desktop: TestDesktop;
  readonly shell: TestShell;
  readonly autokey: AutoKey;
  readonly hand: Hand;
  /** The bench's own eyes and its clipboard, apart from the program under test. */
  readonly eyes: X11Desktop;
  readonly targets: Readonly<Record<Target, TextTarget>>;
}

const lastLogged = async (shell: TestShell) =>
  (await shell.call("paste.log", { limit: 1 }))[0] ?? null;

async function until(ready: () => Promise<boolean>, withinMs: number): Promise<boolean> {
  for (const limit = now() + withinMs; !(await ready());) {
    if (now() > limit) return false;
    await pause(LOOK_EVERY_MS);
  }
  return true;
}

/** Between 20 and 120 ms, as keys are pressed; the same in every run. */
function holdFor(press: Press, index: number): number {
  if (press === "quick") return 0;
  return press === "held" ? HELD_MS : 20 + ((index * 37) % 101);
}

/** What is known about a paste of ours that went wrong. */
async function evidence(bench: Bench, index: number, before: number, heldNow: string[]) {
  const entry = await lastLogged(bench.shell);
  const heard = entry !== null && entry.id > before;
  return {
    index,
    heard,
    entry: heard ? entry : null,
    heldNow,
    active: await bench.eyes.activeWindow.current(),
    loadAverage: loadavg()[0],
  };
}

async function attempt(
  bench: Bench,
  tool: Tool,
  target: Target,
  index: number,
): Promise<{ attempt: Attempt; evidence: object | null }> {
  const { shell, hand, eyes } = bench;
  const field = bench.targets[target];
  const press = PRESSES[index % PRESSES.length] ?? "quick";
  await eyes.clipboard.offerText(COPIED, { transient: false });
  await field.clear();
  await field.focus();
  const before = tool === "ours" ? ((await lastLogged(shell))?.id ?? 0) : 0;
  const coming = field.waitForText(TEXT, LATE_AFTER_MS + holdFor(press, index)).then(
    (at) => at,
    () => null,
  );
  // In Chromium the wait is in place once a later question is answered.
  await field.read();
  alignClock();
  const { downAt, upAt } = await hand.chord(KEY[tool], holdFor(press, index));
  const arrivedAt = await coming;
  const heldNow = await eyes.keyboard.held();

  // The tool is done, and nothing came twice.
  if (tool === "autokey") await pause(AUTOKEY_RESTORES_MS);
  else await until(async () => ((await lastLogged(shell))?.id ?? 0) > before, OURS_LOGS_WITHIN_MS);
  const clipboardBack = await until(
    async () => (await eyes.clipboard.readText()) === COPIED,
    CLIPBOARD_BACK_WITHIN_MS,
  );
  const text = await field.read();
  const right = arrivedAt !== null && text === TEXT;
  const wrong = text === TEXT ? "late" : text === "" ? "lost" : "garbled";
  const found = right || tool !== "ours" ? null : await evidence(bench, index, before, heldNow);
  await hand.letGo();
  return {
    attempt: {
      tool,
      target,
      press,
      downToText: right ? arrivedAt - downAt : null,
      upToText: right ? arrivedAt - upAt : null,
      outcome: right ? "arrived" : wrong,
      clipboardBack,
    },
    evidence: found && { ...found, target, press, text: text.slice(0, 80) },
  };
}

/** Starts AutoKey. It says nothing when it is ready: its hotkey is pressed until the text comes. */
async function beginAutoKey({ autokey, targets, hand }: Bench): Promise<void> {
  autokey.start();
  await targets.gtk.clear();
  await targets.gtk.focus();
  const ready = await until(async () => {
    await hand.chord(KEY.autokey, HAND_MS);
    return targets.gtk.waitForText(TEXT, 500).then(
      () => true,
      () => false,
    );
  }, AUTOKEY_STARTS_WITHIN_MS);
  if (!ready) throw new Error("AutoKey does not paste");
  await pause(AUTOKEY_RESTORES_MS);
}

/** The target with its times on the system clock, which the GTK editor uses already. */
function onSystemClock(target: ChromiumTarget): TextTarget {
  let off = 0;
  return {
    ...target,
    focus: async () => {
      await target.focus();
      off = await pageOffset(target.page);
    },
    waitForText: async (text, timeoutMs) => (await target.waitForText(text, timeoutMs)) + off,
  };
}

const targetOf = (index: number): Target => (index % 2 === 0 ? "gtk" : "chromium");

async function measureOurs(bench: Bench, from: number, to: number) {
  const attempts: Attempt[] = [];
  const evidence: object[] = [];
  for (let index = from; index < to; index += 1) {
    const result = await attempt(bench, "ours", targetOf(index), index);
    attempts.push(result.attempt);
    if (result.evidence) evidence.push(result.evidence);
  }
  return { attempts, evidence };
}

async function measureAutoKey(bench: Bench, from: number, to: number) {
  const attempts: Attempt[] = [];
  let restarts = 0;
  let inARow = 0;
  await beginAutoKey(bench);
  for (let index = from; index < to; index += 1) {
    const result = await attempt(bench, "autokey", targetOf(index), index);
    attempts.push(result.attempt);
    inARow = result.attempt.outcome === "arrived" ? 0 : inARow + 1;
    if (inARow < LOSSES_BEFORE_RESTART || index + 1 === to) continue;
    inARow = 0;
    restarts += 1;
    await bench.autokey.stop();
    await beginAutoKey(bench);
  }
  await bench.autokey.stop();
  return { attempts, restarts };
}

async function measure(bench: Bench, count: number) {
  await measureOurs(bench, 0, WARM_UP);
  const attempts: Attempt[] = [];
  const oursFaults: object[] = [];
  let autokeyRestarts = 0;
  const floor: Record<Target, number[]> = { gtk: [], chromium: [] };
  for (let from = 0; from < count; from += BLOCK) {
    const to = Math.min(count, from + BLOCK);
    const ours = await measureOurs(bench, from, to);
    const theirs = await measureAutoKey(bench, from, to);
    attempts.push(...ours.attempts, ...theirs.attempts);
    oursFaults.push(...ours.evidence);
    autokeyRestarts += theirs.restarts;
    const bare = await measureFloor(bench, TEXT, FLOOR_PER_BLOCK);
    for (const target of TARGETS) floor[target].push(...bare[target]);
  }
  return { attempts, oursFaults, autokeyRestarts, floor };
}

async function openBench(undo: (() => Promise<void>)[]): Promise<Bench> {
  const root = join(import.meta.dirname, "..");
  if (!existsSync(join(root, "out/main/browser.js"))) {
    // The builder's progress must not mix with the JSON.
    execFileSync("npm", ["run", "build"], { cwd: root, stdio: ["ignore", 2, 2] });
  }
  const desktop = await startDesktop();
  undo.push(() => desktop.close());
  const gtk = await openGtkTarget(desktop);
  undo.push(() => gtk.close());
  const chromium = await openChromiumTarget(desktop);
  undo.push(() => chromium.close());
  const eyes = await createX11Desktop(desktop.display);
  undo.push(() => eyes.close());
  const hand = await createHand(desktop.display);
  undo.push(() => hand.close());
  const shell = await startShell(desktop);
  undo.push(() => shell.close());
  await shell.call("phrases.create", {
    title: "bench",
    body: TEXT,
    hotkey: `Ctrl+Alt+${KEY.ours}`,
    shortcut: "bench",
  });
  const autokey = await prepareAutoKey(desktop, {
    text: TEXT,
    modifiers: ["<alt>", "<ctrl>"],
    key: KEY.autokey,
  });
  undo.push(() => autokey.stop());
  return {
    desktop,
    shell,
    autokey,
    hand,
    eyes,
    targets: { gtk, chromium: onSystemClock(chromium) },
  };
}

/**
 * Pastes one phrase by hotkey, ours and AutoKey's in turn, into a GTK editor and a Chromium textarea.
 * Milliseconds; `quick` makes 40 attempts of each instead of 500.
 */
export async function run(options: { quick?: boolean } = {}): Promise<object> {
  const count = options.quick ? QUICK_ATTEMPTS : ATTEMPTS;
  const undo: (() => Promise<void>)[] = [];
  try {
    const bench = await openBench(undo);
    const loadBefore = loadavg();
    const resourcesBefore = bench.shell.resources();
    const { attempts, oursFaults, autokeyRestarts, floor } = await measure(bench, count);
    return {
      attemptsEach: count,
      characters: TEXT.length,
      loadAverage: { before: loadBefore, after: loadavg() },
      ...summarise(attempts),
      clipboardToTextByHand: Object.fromEntries(
        TARGETS.map((target) => [target, spread(floor[target])]),
      ),
      autokeyRestarts,
      oursFaults,
      resources: { before: resourcesBefore, after: bench.shell.resources() },
    };
  } finally {
    for (const step of undo.toReversed()) {
      await step().catch((error: unknown) => console.error(error));
    }
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const report = await run({ quick: process.argv.includes("--quick") });
  process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
}
