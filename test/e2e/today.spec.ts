import { startClockedApp } from "../support/clockedApp.ts";
import { expect, test as base } from "./fixtures.ts";
import { TodayPage } from "./pages/TodayPage.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Friday 27 November 2026, half past nine in Shanghai. */
const MORNING = Date.parse("2026-11-27T09:30:00+08:00");

/** The program and the page at a time of the test's own. */
const test = base.extend<{ clocked: Awaited<ReturnType<typeof startClockedApp>> }>({
  clocked: async ({ browserName: _browserName }, use) => {
    const clocked = await startClockedApp(MORNING, "Asia/Shanghai");
    await clocked.app.call("settings.set", { locale: "zh-CN" });
    try {
      await use(clocked);
    } finally {
      await clocked.stop();
    }
  },
});
test.use({ timezoneId: "Asia/Shanghai" });

test("the program opens on an empty day that teaches; a first start meets the starter library", async ({
  page,
  clocked: { app },
}) => {
  const today = await TodayPage.open(page, app, MORNING);
  await expect(today.heading).toHaveText("11月27日星期五");
  await expect(page).toHaveTitle(/^今日 /);
  await expect(today.number("承诺已超时")).toHaveText("0");
  await expect(today.promises).toContainText("今天没有到期的承诺。");
  await expect(today.promises).toContainText("今晚8点前给王女士回电话");
  await expect(today.complaints).toContainText("没有未结的投诉。");
  await expect(today.part("还有")).toBeHidden();

  await page.getByRole("button", { name: "装上起步话术" }).click();
  await expect(page.getByRole("button", { name: "装上起步话术" })).toBeHidden();
  await expect(today.undoBar).toContainText("条");
  await page.keyboard.press("Control+z");
  await expect.poll(async () => (await app.call("phrases.query", {})).total).toBe(0);

  // The way to writing down a promise.
  await page.keyboard.press("n");
  await expect(page).toHaveTitle(/^承诺 /);
});

test("addresses of other screens still lead there", async ({ page, clocked: { app } }) => {
  const { id } = await app.call("phrases.create", { title: "发货时间", body: "当天发出" });
  await page.goto(`${app.url}#/phrases?id=${id}`);
  await expect(page.getByRole("form", { name: "话术编辑" }).getByLabel("标题")).toHaveValue(
    "发货时间",
  );
  await page.locator(".rail").getByRole("link", { name: "今日" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("11月27日星期五");
});

test("promises are gone through and cleared by keyboard, and a key takes it back", async ({
  page,
  clocked: { app },
}) => {
  const add = (text: string, dueAt: number) => app.call("promises.add", { text, dueAt });
  await add("改地址", MORNING + 8 * HOUR);
  await add("给王女士回电话", MORNING + 20 * MINUTE);
  await add("补发单号", MORNING + 2 * HOUR);
  await add("明天寄发票", MORNING + 30 * HOUR);
  const today = await TodayPage.open(page, app, MORNING);
  await expect(today.rows(today.promises)).toHaveText(["给王女士回电话", "补发单号", "改地址"]);
  await expect(today.promises).toContainText("还剩 20 分钟");
  await expect(today.number("承诺今天到期")).toHaveText("3");
  await expect(today.promises.getByRole("link", { name: "全部 4 件" })).toBeVisible();

  await page.keyboard.press("j");
  await expect(today.promises.getByRole("link", { name: /给王女士回电话/ })).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Space");
  await expect(today.rows(today.promises)).toHaveText(["给王女士回电话", "改地址"]);
  await expect(today.promises.getByRole("link", { name: /改地址/ })).toBeFocused();
  await expect(today.number("今天办完")).toHaveText("1");
  await expect(today.undoBar).toContainText("“补发单号”办完了");
  await page.keyboard.press("Control+z");
  await expect(today.rows(today.promises)).toHaveCount(3);
  await expect(today.number("今天办完")).toHaveText("0");

  await page.keyboard.press("k");
  await page.keyboard.press("Enter");
  await expect(page).toHaveTitle(/^承诺 /);
  await expect(page.getByText("改地址").first()).toBeVisible();
});

test("all done is said, with how many", async ({ page, clocked: { app } }) => {
  const { promise } = await app.call("promises.add", { text: "改地址", dueAt: MORNING + HOUR });
  const today = await TodayPage.open(page, app, MORNING);
  await today.promises.getByRole("button", { name: "办完：改地址" }).click();
  await expect(today.promises).toContainText("今天到期的都办完了，一共办完 1 件。");
  expect((await app.call("promises.get", { id: promise.id })).promise.state).toBe("done");
});

test("time passes by itself: late, then another day", async ({ page, clocked }) => {
  const { app, setTime } = clocked;
  await app.call("promises.add", { text: "补发单号", dueAt: MORNING + 2 * HOUR });
  await app.call("promises.add", {
    text: "明早回访",
    dueAt: Date.parse("2026-11-28T09:00:00+08:00"),
  });
  await app.call("complaints.open", {
    ...{ kind: "logistics", customer: "王女士", demand: "三天了还没收到" },
    answerBy: MORNING + HOUR,
  });
  const today = await TodayPage.open(page, app, MORNING);
  await expect(today.number("承诺已超时")).toHaveText("0");
  await expect(today.rows(today.complaints)).toContainText(["王女士"]);
  await expect(today.complaints).toContainText("还剩 60 分钟");

  const late = MORNING + 3 * HOUR;
  await setTime(late);
  await page.clock.setFixedTime(late);
  // The answer the buyer was promised is a promise too.
  await expect(today.number("承诺已超时")).toHaveText("2");
  await expect(today.promises).toContainText("已超 1 小时");
  await expect(today.complaints).toContainText("已超 2 小时");
  await expect(page.locator(".today-numbers")).toContainText("已超时 1 起");

  const midnight = Date.parse("2026-11-28T00:00:00+08:00");
  await setTime(midnight);
  await page.clock.setFixedTime(midnight);
  await expect(today.heading).toHaveText("11月28日星期六");
  await expect(today.rows(today.promises)).toHaveText([/./, "补发单号", "明早回访"]);

  await today.complaints.getByRole("link", { name: /王女士/ }).click();
  await expect(page).toHaveTitle(/^投诉 /);
  await expect(page.getByText("三天了还没收到").first()).toBeVisible();
});

test("what the features do shows at once: an emergency, the week's product, unpaid orders", async ({
  page,
  clocked: { app },
}) => {
  const phrase = await app.call("phrases.create", { title: "吊灯怎么装", body: "送膨胀螺丝" });
  const today = await TodayPage.open(page, app, MORNING);
  await expect(today.part("活动和预案")).toContainText("现在没有活动，也没有打开的预案。");
  await expect(today.part("本周主推")).toContainText("这周还没有选主推款。");
  await expect(today.part("催付")).toContainText("今天还没有待催的订单。");

  await app.call("campaigns.addPrepared", { name: "emergency" });
  const set = (await app.call("campaigns.list", {})).sets.find(({ name }) => name === "平台故障");
  await app.call("campaigns.switch", { id: set?.id ?? "", on: true, why: "付款不通" });
  await expect(today.part("活动和预案")).toContainText("平台故障");

  const { product } = await app.call("products.create", {
    ...{ name: "北欧吊灯", sku: "N1", price: 25_900 },
    questions: [{ question: "怎么装", phraseId: phrase.id }],
  });
  await app.call("products.feature", { id: product.id });
  const featured = today.part("本周主推");
  await expect(featured).toContainText("北欧吊灯");
  await expect(featured).toContainText("¥259");

  await app.call("urging.add", { order: "20261127001", buyer: "王女士" });
  await expect(today.number("待催付")).toHaveText("1");
  await expect(today.part("催付")).toContainText("1 单还没催");

  await featured.getByRole("link", { name: "吊灯怎么装" }).click();
  await expect(page.getByRole("form", { name: "话术编辑" }).getByLabel("标题")).toHaveValue(
    "吊灯怎么装",
  );
});

for (const [locale, day, promises, nothing] of [
  ["zh-TW", "11月27日星期五", "答應買家的事", "今天沒有到期的承諾。"],
  ["en", "Friday, November 27", "Promised to buyers", "No promise is due today."],
] as const)
  test(`in ${locale}`, async ({ page, clocked: { app } }) => {
    await app.call("settings.set", { locale });
    const today = await TodayPage.open(page, app, MORNING);
    await expect(today.heading).toHaveText(day);
    await expect(today.part(promises)).toContainText(nothing);
  });
