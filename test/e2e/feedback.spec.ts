import { readFile } from "node:fs/promises";
import { readTable } from "../../src/main/modules/transfer/readTable.ts";
import { expect, test } from "./fixtures.ts";
import { FeedbackPage } from "./pages/FeedbackPage.ts";
import { PalettePage } from "./pages/PalettePage.ts";

test("a buyer's words are noted in the palette on one line, kind and department suggested", async ({
  page,
  app,
}) => {
  await app.call("phrases.create", { title: "你好", body: "您好", favourite: true });
  await app.call("settings.set", { locale: "zh-CN" });
  await app.call("customers.set", { name: "阿明", order: "A1" });
  const palette = await PalettePage.open(page, app);
  await palette.input.fill("~详情页的尺寸写错了");
  const kinds = page.getByRole("radiogroup", { name: "类别" });
  const departments = page.getByRole("radiogroup", { name: "部门" });
  await expect(kinds.getByRole("radio", { checked: true })).toContainText("页面有误");
  await expect(departments.getByRole("radio", { checked: true })).toHaveText("美工");
  await palette.press("ArrowDown");
  await expect(kinds.getByRole("radio", { checked: true })).toContainText("建议");
  await palette.press("Alt+1");
  await palette.press("Tab");
  await expect(departments.getByRole("radio", { checked: true })).toHaveText("商品");
  await palette.press("Enter");
  await expect(palette.footer).toContainText("已记下");
  await expect(palette.input).toHaveValue("");
  const { rows } = await app.call("feedback.list", {});
  expect(rows).toMatchObject([
    { text: "详情页的尺寸写错了", kind: "pageError", department: "商品", customer: "阿明" },
  ]);
  await palette.input.fill("~不记了");
  await palette.press("Escape");
  expect((await app.call("feedback.list", {})).total).toBe(1);
});

test("a note is valued, sent on, answered and deleted by keyboard, every step undone at will", async ({
  page,
  app,
}) => {
  const feedback = await FeedbackPage.open(page, app);
  await expect(page.getByText("按 Ctrl+Alt+F 就记下来")).toBeVisible();
  await page.keyboard.press("n");
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("买家说了什么").fill("快递三天没动");
  await dialog.getByLabel("买家说了什么").press("Control+Enter");
  await expect(feedback.undoBar).toContainText("已记下，归到“物流”");
  await expect(feedback.pane).toBeVisible();
  await page.keyboard.press("v");
  await expect(feedback.undoBar).toContainText("已标为有价值");
  await page.keyboard.press("s");
  await expect(feedback.pane).toContainText("已转交给 仓储物流");
  await page.keyboard.press("a");
  const answer = feedback.pane.getByLabel("部门怎么答复");
  await expect(answer).toBeFocused();
  await page.keyboard.type("已加急");
  await page.keyboard.press("Control+Enter");
  await expect(feedback.undoBar).toContainText("答复已记下");
  await expect(feedback.rows).toContainText("已答复");
  await feedback.undoBar.getByRole("button", { name: /撤销/ }).click();
  await expect(feedback.undoBar).toContainText("已恢复原样");
  await expect(feedback.rows).toContainText("已转交");

  await feedback.rows.first().focus();
  await page.keyboard.press("Delete");
  await expect(feedback.rows).toHaveCount(0);
  await page.keyboard.press("Control+z");
  await expect(feedback.rows).toHaveCount(1);
});

test("an answer being written is still there after another note was looked at", async ({
  page,
  app,
}) => {
  await some(app);
  const feedback = await FeedbackPage.open(page, app);
  const answer = feedback.pane.getByLabel("部门怎么答复");
  await feedback.rows.nth(0).click();
  await answer.fill("仓库说明天发");
  await feedback.rows.nth(1).click();
  await expect(answer).toHaveValue("");
  await feedback.rows.nth(0).click();
  await expect(answer).toHaveValue("仓库说明天发");
  // What is typed while it is being saved stays too.
  const saving = Promise.withResolvers<void>();
  await page.route("**/call/feedback.answer", async (route) => {
    await saving.promise;
    await route.continue();
  });
  await answer.press("Control+Enter");
  await answer.fill("仓库说明天发，走顺丰");
  saving.resolve();
  await expect(feedback.undoBar).toContainText("答复已记下");
  await expect(answer).toHaveValue("仓库说明天发，走顺丰");
});

async function some(app: Parameters<typeof FeedbackPage.open>[1]): Promise<void> {
  for (const text of ["尺寸偏小，做工一般", "快递太慢", "尺寸能不能多做一号", "太贵了"])
    await app.call("feedback.note", { text });
}

test("what is filtered is what goes out as a table; departments are the person's own", async ({
  page,
  app,
}) => {
  const feedback = await FeedbackPage.open(page, app);
  await some(app);
  await expect(feedback.rows).toHaveCount(4);
  await page.getByRole("textbox", { name: "找原话、买家、订单号" }).fill("尺寸");
  await expect(feedback.rows).toHaveCount(2);
  for (const [item, format] of [
    ["导出表格（CSV）", "csv"],
    ["导出表格（XLSX）", "xlsx"],
  ] as const) {
    const file = await feedback.download(async () => {
      await page.getByRole("button", { name: /导\s?出/ }).click();
      await page.getByRole("menuitem", { name: item }).click();
    });
    expect(file.name).toMatch(new RegExp(`^买家意见 \\d{4}-\\d\\d-\\d\\d\\.${format}$`));
    const rows = await readTable({ path: file.path, name: file.name });
    expect(rows.map(({ cells }) => cells[2])).toEqual([
      "买家说",
      "尺寸能不能多做一号",
      "尺寸偏小，做工一般",
    ]);
  }
  await page.getByRole("button", { name: /导\s?出/ }).click();
  await page.getByRole("menuitem", { name: "部门名单" }).click();
  const names = page.getByRole("textbox", { name: "能解决问题的部门" });
  await names.fill("产品组\n物流组");
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /保\s?存/ })
    .click();
  await expect(page.getByText("部门名单已保存")).toBeVisible();
  expect((await app.call("feedback.suggest", { text: "快递" })).departments).toEqual([
    "产品组",
    "物流组",
  ]);
});

test("the week is told as a trend and as a digest that goes out as text and PDF", async ({
  page,
  app,
}) => {
  const feedback = await FeedbackPage.open(page, app);
  await some(app);
  await feedback.toTrend();
  await expect(page.locator(".feedback-topics")).toContainText("尺寸 2 次");
  await expect(page.locator(".feedback-weeks tr").last()).toContainText("4");
  await expect(feedback.digest).toContainText("收集: 4 条（上周 0 条）");
  const txt = await feedback.download(() =>
    feedback.digest.getByRole("button", { name: "存为文本" }).click(),
  );
  expect(await readFile(txt.path, "utf8")).toContain("尺寸能不能多做一号");
  const pdf = await feedback.download(() =>
    feedback.digest.getByRole("button", { name: "存为 PDF" }).click(),
  );
  expect(pdf.name).toMatch(/\.pdf$/);
  expect((await readFile(pdf.path)).subarray(0, 5).toString()).toBe("%PDF-");
  for (const [locale, words] of [
    ["zh-TW", "收集: 4 則（上週 0 則）"],
    ["en", "Collected: 4 (week before: 0)"],
  ] as const) {
    await app.call("settings.set", { locale });
    await expect(feedback.digest).toContainText(words);
  }
});

test("the feedback hotkey stands in the settings and its clash is named", async ({ page, app }) => {
  await app.call("settings.set", { locale: "zh-CN" });
  const { actions } = await app.call("hotkeys.status", {});
  expect(actions).toContainEqual({
    action: "feedback",
    accelerator: "Ctrl+Alt+F",
    failure: null,
  });
  const check = await app.call("hotkeys.check", { accelerator: "Ctrl+Alt+F" });
  expect(check.failure?.code).toBe("hotkey_taken_feedback");
  await page.goto(`${app.url}`);
  await page.getByRole("link", { name: "设置" }).click();
  await expect(page.getByText("记买家反馈（先选中聊天文字）")).toBeVisible();
});
