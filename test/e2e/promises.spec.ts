import { readFile } from "node:fs/promises";
import { startClockedApp } from "../support/clockedApp.ts";
import { expect, test as base } from "./fixtures.ts";
import { LibraryPage } from "./pages/LibraryPage.ts";
import { PromisesPage } from "./pages/PromisesPage.ts";
import { pressAtOnce } from "./pages/pressAtOnce.ts";
import { verb } from "./pages/verb.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const ZONE = "Asia/Shanghai";
/** Tuesday, 10 November 2026, noon in Shanghai. */
const NOON = Date.UTC(2026, 10, 10, 4);

type Clocked = Awaited<ReturnType<typeof startClockedApp>>;

/** The program and the page at a time and in a zone of the test's own; `colleague` is another desk. */
const test = base.extend<{ clocked: Clocked; colleague: Clocked }>({
  clocked: async ({ browserName: _browserName }, use) => {
    const clocked = await startClockedApp(NOON, ZONE);
    try {
      await clocked.app.call("settings.set", { locale: "zh-CN", agentName: "小陈" });
      await use(clocked);
    } finally {
      await clocked.stop();
    }
  },
  colleague: async ({ browserName: _browserName }, use) => {
    const clocked = await startClockedApp(NOON, ZONE);
    try {
      await clocked.app.call("settings.set", { locale: "zh-CN", agentName: "小李" });
      await use(clocked);
    } finally {
      await clocked.stop();
    }
  },
});
test.use({ timezoneId: ZONE });

/** Writes one down at the core: the screen hears of it. */
const add = async ({ app }: Clocked, text: string, dueAt: number, more: object = {}) =>
  (await app.call("promises.add", { text, dueAt, ...more })).promise;

test("an empty list teaches; one line is enough, and its time is shown before it is saved", async ({
  page,
  clocked,
}) => {
  await clocked.app.call("customers.set", { name: "王女士", order: "T1109", shop: "灯饰旗舰店" });
  const promises = await PromisesPage.open(page, clocked.app, NOON);
  await expect(page.getByText("答应买家的事都记在这里", { exact: false })).toBeVisible();
  await page
    .getByRole("button", { name: verb("记一件") })
    .last()
    .click();
  await expect(promises.line).toBeFocused();
  await expect(promises.field("客户")).toHaveValue("王女士");
  await expect(promises.field("订单号")).toHaveValue("T1109");

  await promises.line.press("Enter");
  await expect(promises.read).toContainText("请写一句答应了什么");
  for (const [text, due] of [
    ["半小时后回复退差价", "还剩 30 分钟"],
    ["今晚8点前给王女士回电话", "今晚 20:00"],
    ["24小时内补发灯罩", "明天 12:00"],
    ["明天下午3点前发发票", "明天 15:00"],
    ["周五前安排换货", "周五内"],
    ["call back tomorrow 3 pm", "明天 15:00"],
  ] as const) {
    await promises.line.fill(text);
    await expect(promises.read.locator("time")).toHaveText(due);
  }
  await promises.line.fill("查一下快递");
  await expect(promises.read).toContainText("没写时间，按今天内算");

  await promises.line.fill("今晚8点前给王女士回电话");
  await promises.line.press("Enter");
  await expect(promises.row("给王女士回电话")).toContainText("今晚 20:00");
  await expect(promises.row("给王女士回电话")).toContainText("王女士");
  await expect(promises.groups).toHaveText([/今天 1/]);
  await promises.write("查一下快递", "查一下快递");
  await expect(promises.dueOf("查一下快递")).toHaveText("今天内");

  // Another time than the line's: by word, on the calendar, and never one that is over.
  await page.keyboard.press("n");
  await promises.line.fill("补发灯罩");
  await promises.button("换个时间").click();
  await promises.button(verb("3天内")).click();
  await expect(page.locator(".due-said time")).toHaveText("周五内");
  await promises.button(/选日期/).click();
  await promises.field("日期和时间").fill("2026-11-10T09:00");
  await promises.line.press("Enter");
  await expect(page.locator(".due-problem")).toHaveText("这个时间已经过了，请换一个。");
  await promises.field("日期和时间").fill("2026-11-12T09:30");
  await promises.line.press("Enter");
  await expect(promises.dueOf("补发灯罩")).toHaveText("后天 09:30");
  const { rows } = await clocked.app.call("promises.list", {});
  expect(rows.map((row) => [row.dueAt, row.dateOnly])).toEqual([
    [NOON + 8 * HOUR, false],
    [NOON + 12 * HOUR - 1, true],
    [Date.UTC(2026, 10, 12, 1, 30), false],
  ]);
});

test("Ctrl+S twice while its time is still being read writes one down", async ({
  page,
  clocked,
}) => {
  const promises = await PromisesPage.open(page, clocked.app, NOON);
  await page.keyboard.press("n");
  await promises.line.fill("补发单号");
  await page.getByRole("button", { name: "换个时间" }).click();
  const due = page.locator(".editor input[placeholder]").nth(1);
  await due.fill("明天下午3点");
  const reading = Promise.withResolvers<void>();
  await page.route("**/call/promises.understand", async (route) => {
    await reading.promise;
    await route.continue();
  });
  await page.keyboard.press("Control+s");
  await page.keyboard.press("Control+s");
  reading.resolve();
  await expect(promises.rows).toHaveCount(1);
  expect((await clocked.app.call("promises.list", {})).total).toBe(1);
});

test("the keyboard alone: clear with undo, carry over, snooze, mend, withdraw; the story keeps it all", async ({
  page,
  clocked,
}) => {
  for (const [at, text] of ["甲事", "乙事", "丙事"].entries())
    await add(clocked, text, NOON + (6 + at) * HOUR);
  const promises = await PromisesPage.open(page, clocked.app, NOON);
  await promises.rows.first().waitFor();
  await page.keyboard.press("/");
  await page.keyboard.press("ArrowDown");
  await expect(promises.list).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(promises.detail).toContainText("乙事");
  await page.keyboard.press("Space");
  await expect(promises.row("乙事")).toHaveCount(0);
  await expect(promises.undoBar).toContainText("办完了“乙事”");
  await page.keyboard.press("Control+z");
  await expect(promises.row("乙事")).toBeVisible();
  await expect(promises.undoBar).toContainText("已撤销");

  // What took the place of the row that left is at hand; that one is carried over.
  await expect(promises.detail).toContainText("丙事");
  await page.keyboard.press("c");
  await expect(promises.field("改到什么时候前")).toBeFocused();
  await pressAtOnce(page, ["Escape", "c"]);
  await expect(promises.field("改到什么时候前")).toBeFocused();
  await page.keyboard.type("胡说");
  await expect(promises.dialog).toContainText("没认出时间");
  await promises.field("改到什么时候前").fill("明天上午10点");
  await expect(promises.dialog.locator("time")).toHaveText("明天 10:00");
  await page.keyboard.press("Enter");
  await expect(promises.field("为什么没办完")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(promises.dialog).toContainText("请写一句原因");
  await page.keyboard.type("仓库明早才上班");
  await page.keyboard.press("Enter");
  await expect(promises.dueOf("丙事")).toHaveText("明天 10:00");
  await expect(promises.groups).toHaveText([/今天 2/, /以后 1/]);
  await expect(promises.row("丙事")).toContainText("改期 1 次");

  await expect(promises.list).toBeFocused();
  await page.keyboard.press("s");
  await expect(promises.dialog).toContainText("稍后再提醒");
  await page.keyboard.press("3");
  await expect(promises.undoBar).toContainText("先不提醒");
  await expect(promises.detail).toContainText("前不提醒");
  await expect(promises.list).toBeFocused();

  await page.keyboard.press("e");
  await expect(promises.field("答应了什么")).toBeFocused();
  await promises.field("答应了什么").fill("丙事写错了");
  await promises.field("什么时候前").fill("今晚9点");
  await page.keyboard.press("Control+s");
  await expect(promises.dueOf("丙事写错了")).toHaveText("今晚 21:00");
  await expect(promises.story.filter({ has: page.locator("del") }).first()).toBeVisible();
  await expect(promises.story.locator("del", { hasText: "丙事" })).toHaveText("丙事");

  await expect(promises.list).toBeFocused();
  await page.keyboard.press("Delete");
  await expect(promises.row("丙事")).toHaveCount(0);
  await page.getByText("已了结").click();
  await expect(promises.row("丙事写错了")).toContainText("已撤下");
  await promises.choose("丙事写错了");
  await page.keyboard.press("Space");
  await expect(promises.rows).toHaveCount(0);
  const { rows } = await clocked.app.call("promises.list", {});
  const mended = rows.find((row) => row.text === "丙事写错了")!;
  const { events } = await clocked.app.call("promises.get", { id: mended.id });
  expect(events.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(["made", "carried", "snoozed", "amended", "withdrawn", "reopened"]),
  );

  await page.getByText("未办", { exact: true }).click();
  await expect(promises.rows).toHaveCount(3);
  await page.keyboard.press("?");
  for (const words of ["办完", "改期", "交接给同事", "稍后再提醒", "筛选"])
    await expect(promises.dialog).toContainText(words);
});

test("several at once are cleared in one step and come back in one", async ({ page, clocked }) => {
  for (let number = 1; number <= 6; number++)
    await add(clocked, `第${number}件`, NOON + number * HOUR);
  const promises = await PromisesPage.open(page, clocked.app, NOON);
  await promises.choose("第2件");
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Shift+ArrowDown");
  await expect(page.locator(".bulk-count")).toHaveText("3 件已选中");
  await page.keyboard.press("Space");
  await expect(promises.rows).toHaveCount(3);
  await promises.undoBar.getByRole("button", { name: /撤销/ }).click();
  await expect(promises.rows).toHaveCount(6);
  await page.keyboard.press("/");
  await page.keyboard.type("第4");
  await expect(promises.rows).toHaveCount(1);
  await expect(promises.groups).toHaveText([/今天 1/]);
});

test("time passes: what is due moves up by itself, a notice says so, and the eye keeps its row", async ({
  page,
  clocked,
}) => {
  await add(clocked, "先到的", NOON + 2 * HOUR);
  for (let number = 0; number < 60; number++)
    await add(clocked, `以后的${number}`, NOON + (30 + number) * HOUR);
  const promises = await PromisesPage.open(page, clocked.app, NOON);
  await expect(promises.count("today")).toHaveText("1");
  await promises.list.hover();
  await promises.list.evaluate((list) => list.scrollTo(0, 900));
  await promises.row("以后的30").click();
  const before = await promises.row("以后的30").boundingBox();

  const pass = async (to: number) => {
    await page.clock.setFixedTime(to);
    await clocked.setTime(to);
    // Whatever is written down makes the program look at the clock.
    await add(clocked, `又一件${to}`, NOON + 200 * HOUR);
  };
  await pass(NOON + 2 * HOUR);
  await expect(page.getByText("到时间了：先到的")).toBeVisible();
  await expect(promises.count("hour")).toHaveText("1");
  await pass(NOON + 4 * HOUR + 5 * MINUTE);
  await expect(promises.count("overdue")).toHaveText("1");
  expect((await promises.row("以后的30").boundingBox())?.y).toBe(before?.y);
  await promises.list.evaluate((list) => list.scrollTo(0, 0));
  await expect(promises.dueOf("先到的")).toHaveText("已超 2 小时");
  await expect(promises.groups.first()).toHaveText(/已超时 1/);
});

test("what is handed over arrives at the colleague once, by text and by file", async ({
  page,
  browser,
  clocked,
  colleague,
}) => {
  await add(clocked, "给王女士回电话", NOON + 3 * HOUR, { customer: "王女士", order: "T1" });
  await add(clocked, "补发灯罩", NOON + 5 * HOUR);
  const promises = await PromisesPage.open(page, clocked.app, NOON);
  await promises.choose("给王女士回电话");
  await page.keyboard.press("Control+a");
  await page.keyboard.press("h");
  await expect(promises.field("交给谁")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(promises.dialog).toContainText("请写上同事的名字");
  await page.keyboard.type("小李");
  await page.keyboard.press("Tab");
  await page.keyboard.type("买家急，先打电话");
  await page.keyboard.press("Enter");
  const text = await promises.field("发给同事的内容").inputValue();
  expect(text).toContain("给王女士回电话");
  const coming = page.waitForEvent("download");
  await promises.button(/存成文件/).click();
  const file = await (await coming).path();
  await page.keyboard.press("Escape");
  await expect(promises.rows).toHaveCount(0);
  await page.getByText("已了结").click();
  await expect(promises.row("补发灯罩")).toContainText("交给小李");

  const context = await browser.newContext({ timezoneId: ZONE });
  const there = await PromisesPage.open(await context.newPage(), colleague.app, NOON);
  await there.button(/接收交接/).click();
  await there.field("同事发来的文字").fill("不是交接");
  await there.button(verb("接收")).click();
  await expect(there.dialog.getByRole("alert")).toContainText("认出交接内容");
  await there.field("同事发来的文字").fill(`在吗？\n${text}\n收到请回`);
  await there.button(verb("接收")).click();
  await expect(there.dialog).toContainText("接收了小陈交来的 2 件");
  await expect(there.dialog).toContainText("买家急，先打电话");
  await there.button(verb("知道了")).click();
  await expect(there.rows).toHaveCount(2);
  await expect(there.row("给王女士回电话")).toContainText("小陈交来");

  // Who was not meant is asked before there are two of it.
  await clocked.app.call("promises.add", { text: "改地址", dueAt: NOON + 6 * HOUR });
  const other = (await clocked.app.call("promises.list", {})).rows.map(({ id }) => id);
  const hand = await clocked.app.call("promises.hand", { ids: other, to: "小张" });
  await there.button(/接收交接/).click();
  await there.field("同事发来的文字").fill(hand.text);
  await there.button(verb("接收")).click();
  await expect(there.dialog.getByRole("alert")).toContainText(
    "这是小陈交给小张的。你的名字是小李。",
  );
  await expect(there.button("不接收")).toBeFocused();
  await there.page.keyboard.press("Enter");
  await expect(there.rows).toHaveCount(2);
  await there.button(/接收交接/).click();
  await there.field("同事发来的文字").fill(hand.text);
  await there.button(verb("接收")).click();
  await there.button("仍然接收").click();
  await expect(there.dialog).toContainText("接收了小陈交来的 1 件");
  await there.button(verb("知道了")).click();
  await expect(there.rows).toHaveCount(3);

  await there.button(/接收交接/).click();
  await there.page.locator(".take-in input[type=file]").setInputFiles(file);
  await expect(there.dialog).toContainText("另有 2 件早已在清单里");
  await there.button(verb("知道了")).click();
  await expect(there.rows).toHaveCount(3);
  expect((await colleague.app.call("promises.list", { view: "all" })).total).toBe(3);
  await context.close();
});

test("a deadline of a complaint: moved here it moves there; what the case must say more of leads to the case", async ({
  page,
  clocked,
}) => {
  const { app } = clocked;
  const opened = await app.call("complaints.open", {
    ...{ customer: "王女士", order: "T1", kind: "logistics", words: "灯还没到" },
    ...{ demand: "今天送到", answerBy: NOON + 2 * HOUR },
  });
  const { id } = opened.case;
  await app.call("complaints.escalate", { id, to: "李姐", reason: "要主管定" });
  const promises = await PromisesPage.open(page, app, NOON);
  await promises.choose("答复买家");
  await page.keyboard.press("Space");
  await expect(promises.row("答复买家")).toHaveCount(0);
  expect((await app.call("complaints.get", { id })).case.answeredAt).toBe(NOON);

  await promises.choose("等 李姐 决定");
  await page.keyboard.press("Space");
  await expect(page.getByText("记下上级的决定，它就办完了", { exact: false })).toBeVisible();
  await expect(promises.rows).toHaveCount(1);
  await page.getByRole("link", { name: "打开投诉" }).click();
  await expect(page.locator(".case")).toContainText("“答复”办完了");
  await expect(page.locator(".case")).toContainText("李姐");
});

test("going off shift: one at a time, left and taken up again, to a clear day with its sheet", async ({
  page,
  clocked,
}) => {
  await add(clocked, "早该打的电话", NOON - HOUR, {
    customer: "王女士",
    note: "原话：今天一定回我",
  });
  await add(clocked, "等仓库的货", NOON + 2 * HOUR);
  await add(clocked, "交给夜班的", NOON + 5 * HOUR);
  await add(clocked, "下周再说", NOON + 150 * HOUR);
  const promises = await PromisesPage.open(page, clocked.app, NOON);
  await page.getByRole("link", { name: "下班核对" }).first().click();
  await expect(page.getByRole("navigation", { name: "主导航" })).toBeHidden();
  const card = promises.walk.locator(".walk-card");
  await expect(card).toContainText("早该打的电话");
  await expect(card).toContainText("原话：今天一定回我");
  await expect(promises.walk).toContainText("已核 0 / 3");
  await page.keyboard.press("4");
  await expect(card).toContainText("等仓库的货");
  await page.keyboard.press("2");
  await page.keyboard.type("明天");
  await page.keyboard.press("Escape");
  await expect(card.locator(".walk-choice")).toHaveCount(3);
  await page.keyboard.press("2");
  await page.keyboard.type("明天上午10点");
  await page.keyboard.press("Enter");
  await promises.button("等仓库答复").click();
  await promises.button(verb("改期")).click();
  await expect(card).toContainText("交给夜班的");
  await expect(promises.walk).toContainText("已核 1 / 3");

  // Left in the middle, the answers hold; one goes on where one was.
  await page.keyboard.press("Escape");
  await expect(promises.row("等仓库的货")).toContainText("明天 10:00");
  await page.getByRole("link", { name: "下班核对" }).first().click();
  await expect(promises.walk).toContainText("已核 1 / 3");
  await expect(card).toContainText("早该打的电话");
  await page.keyboard.press("1");
  await expect(card).toContainText("交给夜班的");
  await page.keyboard.press("3");
  await page.keyboard.type("小李");
  await page.keyboard.press("Enter");

  await expect(promises.walk).toContainText("今天的事都有着落了");
  await expect(promises.walk.locator(".walk-numbers dd")).toHaveText(["1", "1", "1"]);
  await expect(promises.field("发给同事的内容")).toHaveValue(/交给夜班的/);
  await expect(promises.walk).toContainText("以后才到期的还有 2 件");
  await page.keyboard.press("Enter");
  await expect(promises.walk).toContainText("日清，辛苦了");

  const pdf = await promises.export("pdf");
  expect((await readFile(pdf.path)).subarray(0, 5).toString("latin1")).toBe("%PDF-");
  const csv = (await readFile((await promises.export("csv")).path, "utf8")).trim().split("\n");
  expect(csv).toHaveLength(4);
  expect(csv.join("\n")).toContain("等仓库答复");
  const text = await readFile((await promises.export("text")).path, "utf8");
  for (const each of ["早该打的电话", "等仓库的货", "交给夜班的", "小陈"])
    expect(text).toContain(each);

  await page.getByRole("link", { name: "看每天的日清表" }).click();
  const today = page.getByRole("gridcell", { selected: true });
  await expect(today).toContainText("日清");
  await expect(today).toContainText("1 改期");
  await expect(page.getByText("这个月日清 1 天")).toBeVisible();
  const sheet = page.locator(".sheet");
  await expect(sheet).toContainText("收好");
  await expect(sheet.locator("[data-kind=handed]")).toContainText("交给小李");
  await today.focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.locator(".sheet h2")).toContainText("11月11日");
  await expect(page.getByRole("gridcell", { selected: true })).toContainText("到期");
  await page.keyboard.press("ArrowDown");
  await expect(sheet).toContainText("这天还没到");
});

test("the screens speak three languages", async ({ page, clocked }) => {
  await add(clocked, "late one", NOON - 2 * HOUR);
  await add(clocked, "soon", NOON + 25 * MINUTE);
  const promises = await PromisesPage.open(page, clocked.app, NOON);
  for (const [locale, words] of [
    ["zh-TW", ["日清", "已逾時", "已超過 2 小時", "還剩 25 分鐘", "接收交接", "記一件"]],
    ["en", ["Promises", "Overdue", "2 hours late", "25 min left", "Take in a hand-over", "New"]],
  ] as const) {
    await clocked.app.call("settings.set", { locale });
    for (const each of words) await expect(page.getByText(each).first()).toBeVisible();
    await promises.go("/offshift");
    await expect(promises.walk.locator(".walk-choice")).toHaveCount(3);
    await page.keyboard.press("Escape");
    await promises.go("/sheets");
    await expect(page.locator(".month-day").first()).toBeVisible();
    await promises.go("/promises");
  }
  // Nothing of the screen itself is left in Chinese.
  await expect(promises.rows.first()).toBeVisible();
  expect(await page.locator(".list-pane").innerText()).not.toMatch(/\p{Script=Han}/u);
});

test("a time picked on the calendar waits with the rest of a change that was left", async ({
  page,
  clocked,
}) => {
  await add(clocked, "第一件", NOON + 3 * HOUR);
  await add(clocked, "第二件", NOON + 4 * HOUR);
  const promises = await PromisesPage.open(page, clocked.app, NOON);
  await promises.choose("第一件");
  await page.keyboard.press("e");
  await page.getByRole("button", { name: "选日期" }).click();
  await page.locator(".due-exact").fill("2026-11-12T09:30");
  await expect(page.locator(".due-said time")).toHaveText("后天 09:30");
  await promises.choose("第二件");
  await expect(promises.detail).toContainText("第二件");
  await promises.choose("第一件");
  await page.keyboard.press("e");
  await expect(page.locator(".due-said time")).toHaveText("后天 09:30");
  await page.keyboard.press("Control+s");
  await expect(promises.dueOf("第一件")).toHaveText("后天 09:30");
});

test("in a narrow window the detail comes over the list and the keys stay with it", async ({
  page,
  clocked,
}) => {
  await page.setViewportSize({ width: 880, height: 700 });
  await add(clocked, "第一件", NOON + 3 * HOUR);
  await add(clocked, "第二件", NOON + 4 * HOUR);
  const promises = await PromisesPage.open(page, clocked.app, NOON);
  await promises.choose("第一件");
  await page.keyboard.press("Enter");
  await expect(promises.detail).toContainText("第一件");
  await page.keyboard.press("ArrowDown");
  await expect(promises.detail).toContainText("第二件");
  await page.keyboard.press("Escape");
  await expect(promises.detail).toBeHidden();
  await page.keyboard.press("e");
  await expect(promises.field("答应了什么")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(promises.list).toBeFocused();
  await pressAtOnce(page, ["Escape", "n"]);
  await expect(promises.line).toBeFocused();
  await page.keyboard.type("今晚9点前回访");
  await page.keyboard.press("Enter");
  await expect(promises.dueOf("回访")).toHaveText("今晚 21:00");
  await expect(promises.line).toBeHidden();
  await page.keyboard.press("Space");
  await expect(promises.row("回访")).toHaveCount(0);
});

test("a phrase says what it promises, with the time shown while it is typed, and is marked", async ({
  page,
  clocked: { app },
}) => {
  await app.call("phrases.create", { title: "补发", body: "24 小时内为您补发。" });
  await page.clock.setFixedTime(NOON);
  const library = await LibraryPage.open(page, app);
  await library.row("补发").click();
  const field = page.getByLabel("发出后记一条承诺", { exact: true });
  await field.fill("随便");
  await expect(page.getByText("没认出时间", { exact: false })).toBeVisible();
  await field.fill("24小时内");
  await expect(page.getByText("发出后记下：明天 12:00")).toBeVisible();
  await page.keyboard.press("Control+s");
  await expect(library.row("补发").getByLabel("发出后会记一条承诺：24小时内")).toBeVisible();

  const { rows } = await app.call("phrases.query", {});
  await app.call("paste.copied", { id: rows[0]!.id });
  await expect(page.locator(".undo-bar")).toContainText("记下了");
  expect((await app.call("promises.list", {})).rows).toMatchObject([
    { source: "phrase", dueAt: NOON + 24 * HOUR },
  ]);
  await page.locator(".undo-bar").getByRole("button", { name: /撤销/ }).click();
  await expect(page.locator(".undo-bar")).toContainText("已撤销");
  expect((await app.call("promises.list", {})).total).toBe(0);
});
