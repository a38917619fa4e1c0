// npm run screenshots: takes the README's pictures from the built program: pages in a browser, the palette on a real desktop.
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { createX11Desktop } from "../src/main/adapters/x11/desktop.ts";
import { startApp } from "../test/support/app.ts";
import { startDesktop } from "../test/support/desktop.ts";
import { openChat } from "../test/support/irc.ts";
import { startShell } from "../test/support/shell.ts";

const folder = join(import.meta.dirname, "../assets/screenshots");
await mkdir(folder, { recursive: true });

const EXPORTED = [
  "快捷编码,快捷短语,快捷短语分组",
  "fhsj,现货订单 48 小时内发出，周末顺延&#44;请放心。,售前/发货时间",
  "thh,退换货这样走：&#13;1. 订单页点“申请售后”&#13;2. 按地址寄回,售后/退换货",
  "yfx,退货寄出并填好单号后，运费险会自动理赔。,售后/退换货",
  "kong,,售后/退换货",
].join("\n");

async function pages(): Promise<void> {
  const { app, stop } = await startApp();
  const browser = await chromium.launch({
    executablePath: process.env["REPLYDECK_CHROMIUM"] ?? "/usr/bin/chromium",
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });
  try {
    await app.call("starter.add", {});
    for (const [name, options] of [
      ["zh", { locale: "zh-CN", colorScheme: "light" }],
      ["en-dark", { locale: "en-US", colorScheme: "dark" }],
    ] as const) {
      const context = await browser.newContext({
        ...options,
        viewport: { width: 1200, height: 760 },
      });
      const page = await context.newPage();
      await page.goto(`${app.url}#/phrases`);
      await page.getByText("320").first().waitFor();
      await page.keyboard.press("/");
      await page.keyboard.type("thh");
      await page.getByRole("option").first().waitFor();
      await page.keyboard.press("Enter");
      await page.waitForTimeout(500);
      await page.screenshot({ path: join(folder, `library-${name}.png`) });
      await page.goto(`${new URL(app.url).origin}/#/transfer`);
      await page
        .locator("input[type=file]")
        .first()
        .setInputFiles({ name: "话术.csv", mimeType: "text/csv", buffer: Buffer.from(EXPORTED) });
      await page.waitForTimeout(1_500);
      await page.screenshot({ path: join(folder, `import-${name}.png`) });
      await context.close();
    }
  } finally {
    await browser.close();
    await stop();
  }
}

/** A morning with something in it: what was promised, and who has complained. */
async function day(): Promise<void> {
  const { app, stop } = await startApp();
  const browser = await chromium.launch({
    executablePath: process.env["REPLYDECK_CHROMIUM"] ?? "/usr/bin/chromium",
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });
  try {
    const HOUR = 3_600_000;
    await app.call("settings.set", { locale: "zh-CN" });
    await app.call("starter.add", {});
    for (const [text, customer, order, hours] of [
      ["给回电话，告诉补发的单号", "王女士", "261109123456", -2],
      ["退差价 15 元", "赵小姐", "P1109", 0.4],
      ["查快递到哪了", "李先生", "T20261109", 0.8],
      ["发票开好发邮箱", "周会计", "8877", 5],
    ] as const)
      await app.call("promises.add", {
        ...{ text, customer, order, shop: "灯饰旗舰店" },
        dueAt: Date.now() + hours * HOUR,
      });
    for (const [title, customer, kind, severity, hours] of [
      ["五天了物流一直不动", "王女士", "logistics", "serious", 0.5],
      ["灯罩开裂，要求退款", "张小姐", "quality", "normal", -1],
      ["客服说话太冲", "赵先生", "attitude", "critical", 20],
    ] as const)
      await app.call("complaints.open", {
        ...{ title, customer, kind, severity, shop: "灯饰旗舰店" },
        answerBy: Date.now() + hours * HOUR,
      });
    const page = await browser.newPage({ viewport: { width: 1200, height: 760 } });
    for (const [name, path, ready] of [
      ["today-zh", "today", ".today"],
      ["promises-zh", "promises", ".promise-list"],
      ["complaints-zh", "complaints", ".complaint-board"],
    ] as const) {
      await page.goto(`${name === "today-zh" ? app.url : new URL(app.url).origin}#/${path}`);
      await page.locator(ready).first().waitFor();
      await page.waitForTimeout(800);
      await page.screenshot({ path: join(folder, `${name}.png`) });
    }
  } finally {
    await browser.close();
    await stop();
  }
}

async function palette(): Promise<void> {
  const desktop = await startDesktop();
  try {
    const chat = await openChat(desktop);
    const shell = await startShell(desktop);
    const eyes = await createX11Desktop(desktop.display);
    await shell.call("starter.add", {});
    await chat.focus();
    const key = (...keys: string[]) => desktop.exec("xdotool", keys);
    await eyes.windowTools.moveResize(chat.windowId, { x: 140, y: 60, width: 1_000, height: 680 });
    for (const code of ["thh", "yfx"]) {
      await key("key", "ctrl+alt+space");
      const window = await eyes.windowTools.waitFor({ title: /快答台|ReplyDeck/ }, 5_000);
      await eyes.activeWindow.waitUntilActive(window!.id, 5_000);
      await key("type", "--delay", "40", code);
      await key("key", "ctrl+Return");
      await chat.waitFor((lines) => lines.length > 0, 5_000).catch(() => 0);
      chat.forget();
    }
    await key("key", "ctrl+alt+space");
    const window = await eyes.windowTools.waitFor({ title: /快答台|ReplyDeck/ }, 5_000);
    await eyes.activeWindow.waitUntilActive(window!.id, 5_000);
    await key("type", "--delay", "40", "tuihuo");
    await new Promise((next) => setTimeout(next, 800));
    await desktop.exec("import", ["-window", "root", join(folder, "palette-over-chat.png")]);
    await eyes.close();
    await shell.close();
    await chat.close();
  } finally {
    await desktop.close();
  }
}

async function panel(): Promise<void> {
  const desktop = await startDesktop();
  try {
    const chat = await openChat(desktop);
    const shell = await startShell(desktop);
    const eyes = await createX11Desktop(desktop.display);
    await shell.call("settings.set", { locale: "zh-CN" });
    await shell.call("starter.add", {});
    await shell.call("campaigns.addPrepared", { name: "emergency" });
    await shell.call("customers.set", { name: "王女士", order: "400123" });
    const { switches } = await shell.call("campaigns.status", {});
    const late = switches.find(({ name }) => name.includes("物流")) ?? switches[0]!;
    await shell.call("campaigns.switch", { id: late.id, on: true, why: "暴雪，华北晚到两天" });
    await chat.focus();
    await eyes.windowTools.moveResize(chat.windowId, { x: 20, y: 40, width: 920, height: 700 });
    await shell.call("panel.open", {});
    const window = await eyes.windowTools.waitFor({ title: "快答台 侧边面板" }, 10_000);
    await new Promise((next) => setTimeout(next, 1_500));
    // A row in the upper half: one click, and it is in the chat; the whole of it is shown below.
    await desktop.exec("xdotool", ["mousemove", "1080", "260"]);
    await desktop.exec("xdotool", ["click", "1"]);
    await shell.logged((log) => log.length === 1);
    await new Promise((next) => setTimeout(next, 500));
    await desktop.exec("xdotool", ["mousemove", "1082", "300"]);
    await new Promise((next) => setTimeout(next, 1_000));
    if (window) await desktop.exec("import", ["-window", "root", join(folder, "panel-zh.png")]);
    await eyes.close();
    await shell.close();
    await chat.close();
  } finally {
    await desktop.close();
  }
}

/** All of them, or those that are named: npm run screenshots -- panel */
const PICTURES = { pages, day, palette, panel };
const named = process.argv.slice(2);
for (const [name, take] of Object.entries(PICTURES))
  if (named.length === 0 || named.includes(name)) await take();
