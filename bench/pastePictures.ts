import { loadavg } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createX11Desktop, type X11Desktop } from "../src/main/adapters/x11/desktop.ts";
import { createPasteEngine, type PasteResult } from "../src/main/modules/desk/engine.ts";
import { profileFor } from "../src/shared/rules/applicationProfiles.ts";
import { type ChromiumTarget, openChromiumTarget, startDesktop } from "../test/support/desktop.ts";
import {
  makePicture,
  openWebChat,
  type TestPicture,
  type WebChat,
} from "../test/support/pictureTargets.ts";
import { alignClock, createHand, type Hand, now } from "./support/hand.ts";
import { pageOffset } from "./support/pageClock.ts";
import { spread } from "./support/pasteReport.ts";

const ATTEMPTS = 200;
const QUICK_ATTEMPTS = 30;
const WARM_UP = 3;
const KEY = "7";
const COPIED = "订单号 2611220001";
/** From the key to the picture on the clipboard, 95th percentile, milliseconds. */
const LIMIT_P95 = 150;
const SIZES = {
  "48x48": { size: 48, shades: 16, seed: 1 },
  "800x800": { size: 800, shades: 7, seed: 2 },
} as const;
type Size = keyof typeof SIZES;

interface Bench {
  readonly browser: ChromiumTarget;
  readonly chat: WebChat;
  readonly hand: Hand;
  /** The bench's own clipboard, apart from the program under test. */
  readonly eyes: X11Desktop;
  /** Presses the hotkey; gives when it went down and what the engine made of it, with the time the picture stood there. */
  readonly press: (
    picture: TestPicture,
  ) => Promise<{ downAt: number; done: Promise<{ offeredAt: number; result: PasteResult }> }>;
}

async function openBench(undo: (() => Promise<void>)[]): Promise<Bench & { folder: string }> {
  const desktop = await startDesktop();
  undo.push(() => desktop.close());
  const browser = await openChromiumTarget(desktop);
  undo.push(() => browser.close());
  const chat = await openWebChat(browser);
  const eyes = await createX11Desktop(desktop.display);
  undo.push(() => eyes.close());
  const hand = await createHand(desktop.display);
  undo.push(() => hand.close());
  const x11 = await createX11Desktop(desktop.display);
  undo.push(() => x11.close());

  let offeredAt = 0;
  const engine = createPasteEngine({
    desktop: {
      ...x11,
      clipboard: {
        ...x11.clipboard,
        async offerPicture(picture, options) {
          const offer = await x11.clipboard.offerPicture(picture, options);
          offeredAt = now();
          return offer;
        },
      },
    },
    clock: { now: Date.now },
    profile: (app) => profileFor(app, {}, "linux"),
    notRestored: (error) => console.error(error),
  });
  let pressed: () => void = () => undefined;
  await x11.hotkeys.register(`Ctrl+Alt+${KEY}`, () => pressed());
  const press: Bench["press"] = async ({ part }) => {
    const done = new Promise<{ offeredAt: number; result: PasteResult }>((resolve, reject) => {
      pressed = () => {
        const target = x11.activeWindow.current();
        engine
          .paste({ parts: [part], mode: "paste", target, refocus: false })
          .then((result) => resolve({ offeredAt, result }), reject);
      };
    });
    const { downAt } = await hand.chord(KEY, 0);
    return { downAt, done };
  };
  return { browser, chat, hand, eyes, press, folder: desktop.folder };
}

async function attempt(bench: Bench, picture: TestPicture) {
  const { browser, chat, eyes, press } = bench;
  await eyes.clipboard.offerText(COPIED, { transient: false });
  await chat.clear();
  await browser.focus();
  const offset = await pageOffset(browser.page);
  const coming = chat.waitForPictures(1).catch(() => null);
  // In Chromium the wait is in place once a later question is answered.
  await chat.files();
  alignClock();
  const { downAt, done } = await press(picture);
  const arrivedAt = await coming;
  const { offeredAt, result } = await done;
  const [seen] = await chat.input();
  const right = seen !== undefined && "pixels" in seen && seen.pixels === picture.pixels;
  return {
    toClipboard: offeredAt - downAt,
    toPicture: arrivedAt === null ? null : arrivedAt + offset - downAt,
    right: right && result.outcome === "pasted",
    clipboardBack: (await eyes.clipboard.readText()) === COPIED,
  };
}

async function measure(bench: Bench, picture: TestPicture, count: number) {
  const all = [];
  for (let index = -WARM_UP; index < count; index += 1) {
    const result = await attempt(bench, picture);
    if (index >= 0) all.push(result);
  }
  return {
    bytes: picture.bytes.length,
    keyToClipboard: spread(all.map((each) => each.toClipboard)),
    keyToPictureInChromium: spread(
      all.map((each) => each.toPicture).filter((value) => value !== null),
    ),
    lostOrChanged: all.filter((each) => !each.right).length,
    clipboardNotBack: all.filter((each) => !each.clipboardBack).length,
  };
}

/** Pastes pictures by hotkey into a chat on a web page. Milliseconds; `quick` makes 30 attempts of each, not 200. */
export async function run(options: { quick?: boolean } = {}): Promise<object> {
  const count = options.quick ? QUICK_ATTEMPTS : ATTEMPTS;
  const undo: (() => Promise<void>)[] = [];
  try {
    const bench = await openBench(undo);
    const loadBefore = loadavg();
    const sizes = {} as Record<Size, Awaited<ReturnType<typeof measure>>>;
    for (const name of Object.keys(SIZES) as Size[]) {
      const picture = await makePicture(join(bench.folder, `${name}.png`), SIZES[name]);
      sizes[name] = await measure(bench, picture, count);
    }
    const { keyToClipboard, keyToPictureInChromium } = sizes["800x800"];
    return {
      attemptsEach: count,
      loadAverage: { before: loadBefore, after: loadavg() },
      sizes,
      targets: {
        keyToClipboardP95: {
          limit: LIMIT_P95,
          ours: keyToClipboard.p95,
          toPictureInChromium: keyToPictureInChromium.p95,
          met: keyToClipboard.p95 !== null && keyToClipboard.p95 <= LIMIT_P95,
        },
        noneLostOrChanged: {
          limit: 0,
          ours: Object.values(sizes).reduce((sum, each) => sum + each.lostOrChanged, 0),
        },
      },
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
