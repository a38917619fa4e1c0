import { readFile } from "node:fs/promises";
import { startClockedApp } from "../support/clockedApp.ts";
import { type RunningApp, expect, test as base } from "./fixtures.ts";
import { ReportsPage } from "./pages/ReportsPage.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Sunday 29 November 2026, six in the evening in Shanghai: the last day of week 48. */
const SUNDAY = Date.parse("2026-11-29T18:00:00+08:00");

const test = base.extend<{ clocked: Awaited<ReturnType<typeof startClockedApp>> }>({
  clocked: async ({ browserName: _browserName }, use) => {
    const clocked = await startClockedApp(SUNDAY - 3 * DAY, "Asia/Shanghai");
    await clocked.app.call("settings.set", { locale: "zh-CN", agentName: "小雨" });
    try {
      await use(clocked);
    } finally {
      await clocked.stop();
    }
  },
});
test.use({ timezoneId: "Asia/Shanghai" });

/** Two promises kept on Thursday, one left lying; a complaint on Thursday. The clock is at Sunday then. */
async function work(app: RunningApp, setTime: (time: number) => Promise<void>): Promise<void> {
  const ids = [];
  for (const text of ["甲", "乙", "丙"])
    ids.push((await app.call("promises.add", { text, dueAt: SUNDAY - 2 * DAY })).promise.id);
  await app.call("promises.clear", { ids: ids.slice(0, 2) });
  await app.call("complaints.open", { kind: "logistics", customer: "王女士" });
  await setTime(SUNDAY);
}

test("figures stand, sentences are rewritten around them, and a figure cannot be typed over", async ({
  page,
  clocked: { app, setTime },
}) => {
  await work(app, setTime);
  const reports = await ReportsPage.open(page, app, SUNDAY);
  await expect(reports.heading).toContainText("2026 年第 48 周");
  await expect(reports.row("承诺兑现", "兑现承诺")).toHaveText(/兑现承诺\s*2\s*0\s*\+2/);
  await expect(reports.row("承诺兑现", "到期未兑现")).toHaveText(/1\s*0\s*\+1/);
  await expect(page.getByText("兑现承诺最多的是周四，2 个")).toBeVisible();
  await expect(page.getByText("新增投诉最多的是周四，1 起")).toBeVisible();

  const sentence = reports.sentence("承诺兑现");
  await expect(sentence).toHaveText(
    "本周兑现承诺 2 个，其中逾期后才兑现 0 个；改期 0 个，交接 0 个，到期未兑现 1 个。",
  );
  await sentence.click();
  await page.keyboard.press("Control+Home");
  await page.keyboard.type("大促周，");
  await page.keyboard.press("Control+End");
  await page.keyboard.type("下周补上。");
  // Typing where a figure is, or over all of it: what is typed goes beside the figures.
  const chips = sentence.locator(".report-chip");
  await chips.first().dblclick();
  await page.keyboard.type("甲");
  await expect(chips).toHaveText(["2", "0", "0", "0", "1"]);
  await page.keyboard.press("Control+a");
  await page.keyboard.type("乙");
  await expect(chips).toHaveText(["2", "0", "0", "0", "1"]);
  await expect(sentence).toContainText("甲");
  await expect(sentence).toHaveText(/下周补上。乙$/);
  await page.keyboard.press("Backspace");

  await reports.show("预览");
  await expect(
    reports.paper.getByText(/大促周，本周兑现承诺 .*到期未兑现 1 个。下周补上。$/),
  ).toBeVisible();
  await reports.show("填写");
  await page.getByRole("button", { name: "恢复原句" }).click();
  await expect(sentence).toHaveText(/^本周兑现承诺 2 个.*未兑现 1 个。$/);

  // A promise kept meanwhile is counted, and the sentence says so.
  const { rows } = await app.call("promises.list", {});
  await app.call("promises.clear", { ids: [rows[0]?.id ?? ""] });
  await expect(sentence.locator(".report-chip").first()).toHaveText("3");
  await expect(reports.row("承诺兑现", "其中逾期后兑现")).toHaveText(/1\s*0\s*\+1/);
});

test("nothing written is lost on a reload", async ({ page, clocked: { app, setTime } }) => {
  await setTime(SUNDAY);
  const reports = await ReportsPage.open(page, app, SUNDAY);
  await reports.field("遇到的问题").fill("仓库周末不发货");
  // At once, before anything had a moment to be saved.
  await page.reload();
  await expect(reports.field("遇到的问题")).toHaveValue("仓库周末不发货");
  await expect
    .poll(async () => {
      const { content } = await app.call("reports.get", { week: "2026-W48" });
      return content.words.fields.problems;
    })
    .toBe("仓库周末不发货");
  await expect(reports.weeks.getByRole("button", { name: /本周/ })).toContainText("草稿");
});

test("a finished report stays what was sent; changed it is kept beside the first", async ({
  page,
  clocked: { app, setTime },
}) => {
  await work(app, setTime);
  const reports = await ReportsPage.open(page, app, SUNDAY);
  await reports.field("下周目标").fill("零超时");
  await reports.finish.click();
  await expect(reports.paper.getByText("零超时")).toBeVisible();
  await expect(reports.weeks.getByRole("button", { name: /本周/ })).toContainText("已定稿");

  const { rows } = await app.call("promises.list", {});
  await app.call("promises.clear", { ids: rows.map(({ id }) => id) });
  await page.reload();
  await expect(reports.paper.getByText("本周兑现承诺 2 个", { exact: false })).toBeVisible();
  expect((await app.call("reports.get", { week: "2026-W48" })).draftSavedAt).toBeNull();

  await reports.edit.click();
  await expect(reports.field("下周目标")).toHaveValue("零超时");
  await reports.field("下周目标").fill("一天一清");
  await reports.finish.click();
  await expect(reports.paper.getByText("一天一清")).toBeVisible();
  await expect(reports.paper.getByText("本周兑现承诺 3 个", { exact: false })).toBeVisible();
  await page.getByRole("combobox", { name: "第几次定稿" }).click();
  await page.getByText(/第 1 次/).click();
  await expect(reports.paper.getByText("零超时")).toBeVisible();

  // A week later the target is asked for.
  const monday = SUNDAY + DAY;
  await setTime(monday);
  await page.clock.setFixedTime(monday);
  await page.goto(`${new URL(app.url).origin}/#/reports?week=2026-W49`);
  await expect(page.getByText("上周定的目标")).toBeVisible();
  await expect(page.getByText("一天一清")).toBeVisible();
  await expect(reports.field("上周目标完成情况")).toBeVisible();
});

test("copied and saved as text with the figures in it", async ({
  page,
  context,
  clocked: { app, setTime },
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await work(app, setTime);
  const reports = await ReportsPage.open(page, app, SUNDAY);
  await reports.field("本周小结").fill("大促后售后多");
  await page.getByRole("button", { name: "复制文字" }).click();
  await expect(page.getByText("周报文字已复制")).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain("小雨 · 2026 年第 48 周（11月23日 — 11月29日）");
  expect(copied).toContain("本周兑现承诺 2 个");
  const file = await reports.export("文本文件");
  expect(file.suggestedFilename()).toBe("客服周报-2026-W48-小雨.txt");
  const text = await readFile(await file.path(), "utf8");
  expect(text).toBe(copied);
  expect(text).toContain("大促后售后多");
});

test("saved as PDF by the program that prints", async ({ page, app }) => {
  await app.call("settings.set", { locale: "zh-CN" });
  await page.goto(`${app.url}#/reports`);
  const reports = new ReportsPage(page);
  await reports.heading.waitFor();
  const file = await reports.export("PDF 文件");
  expect(file.suggestedFilename()).toMatch(/^客服周报-\d{4}-W\d{2}\.pdf$/);
  const bytes = await readFile(await file.path());
  expect(bytes.subarray(0, 5).toString()).toBe("%PDF-");
});

test("weeks are walked through over a year's end, and none that has not begun is offered", async ({
  page,
  clocked: { app, setTime },
}) => {
  const january = Date.parse("2027-01-02T10:00:00+08:00");
  await setTime(january);
  const reports = await ReportsPage.open(page, app, january);
  await expect(reports.heading).toContainText("2026 年第 53 周");
  await expect(reports.heading).toContainText("12月28日 – 1月3日");
  await expect(page.getByRole("button", { name: "后一周" })).toBeDisabled();
  await page.getByRole("button", { name: "前一周" }).click();
  await expect(reports.heading).toContainText("2026 年第 52 周");
  await page.getByRole("button", { name: "后一周" }).click();
  await expect(reports.heading).toContainText("2026 年第 53 周");
  await page.goto(`${new URL(app.url).origin}/#/reports?week=2027-W01`);
  await expect(page.getByRole("alert")).toContainText("还没有开始");
});

test("written in another language than the screens", async ({
  page,
  clocked: { app, setTime },
}) => {
  await work(app, setTime);
  const reports = await ReportsPage.open(page, app, SUNDAY);
  await page.getByRole("combobox", { name: "周报语言" }).click();
  await page.getByTitle("English", { exact: true }).click();
  await reports.show("预览");
  await expect(reports.paper.getByText(/^Promises kept: 2, of these late: 0\./)).toBeVisible();

  await app.call("settings.set", { locale: "zh-TW" });
  await expect(page.getByRole("button", { name: "複製文字" })).toBeVisible();
  await app.call("settings.set", { locale: "en" });
  await expect(page.getByRole("button", { name: "Finish", exact: true })).toBeVisible();
});
