import { readFile } from "node:fs/promises";
import iconv from "iconv-lite";
import type { RunningApp } from "./fixtures.ts";
import { expect, test } from "./fixtures.ts";
import { TransferPage } from "./pages/TransferPage.ts";
import { verb } from "./pages/verb.ts";

const PHRASES = [
  "快捷编码,快捷短语,快捷短语分组",
  "thh,七天内不影响二次销售即可退&#44;运费险可抵,售后/退换货",
  "fh,下午四点前付款当天发出,售前/发货",
  ",,售后",
  "",
].join("\r\n");

const total = async (app: RunningApp): Promise<number> =>
  (await app.call("phrases.query", {})).total;

/** Bodies found by a text, as soon as what was imported can be searched. */
async function found(app: RunningApp, text: string): Promise<string[]> {
  const bodies = async (): Promise<string[]> =>
    (await app.call("phrases.query", { text })).rows.map(({ body }) => body);
  await expect.poll(async () => (await bodies()).length).toBeGreaterThan(0);
  return bodies();
}

/** Enough rows that there is time to cancel. */
const manyRows = (count: number): string =>
  `标题,正文,编码\n${Array.from({ length: count }, (_, i) => `第 ${i} 条,亲，这是第 ${i} 条话术的正文,c${i}`).join("\n")}\n`;

test("the dry run first, then the import, then undo", async ({ page, app }) => {
  const transfer = await TransferPage.open(page, app);
  await transfer.give({ name: "团队话术.csv", content: PHRASES });
  await expect(transfer.figure("added")).toHaveText("2");
  await expect(transfer.figure("refused")).toHaveText("1");
  expect(await total(app)).toBe(0);

  // What is wrong is looked at first: row, column, why.
  const refused = page.locator(".transfer-plan .ant-table-row");
  await expect(refused).toContainText("4");
  await expect(refused).toContainText("快捷短语");
  await expect(refused).toContainText("正文是空的");
  await transfer.tab(/新增/).click();
  await expect(refused.first()).toContainText(/售后.{1,3}退换货/);

  await transfer.importButton.click();
  await expect(page.getByRole("heading", { name: "导入完成" })).toBeVisible();
  expect(await total(app)).toBe(2);

  await page.getByRole("button", { name: "撤销这次导入" }).click();
  await expect(page.getByText("这次导入已撤销")).toBeVisible();
  await expect(page.locator(".undo-bar").filter({ hasText: "导入了" })).toBeHidden();
  expect(await total(app)).toBe(0);
});

test("overwriting says how many phrases lose something", async ({ page, app }) => {
  await app.call("phrases.create", { title: "发货", body: "当天发出", note: "备忘" });
  const transfer = await TransferPage.open(page, app);
  // In our own export an empty cell means empty; in other tables it says nothing.
  const download = await transfer.export("csv");
  const content = (await readFile(await download.path(), "utf8")).replace("备忘", "");
  await page.getByRole("tab", { name: "导入" }).click();
  await transfer.give({ name: "back.csv", content });
  await transfer.conflict("用文件里的覆盖").click();
  await expect(page.locator(".transfer-plan .ant-alert-warning")).toContainText("1 条的备注");
});

test("the undo bar takes an import back too", async ({ page, app }) => {
  const transfer = await TransferPage.open(page, app);
  await transfer.give({ name: "a.csv", content: PHRASES });
  await transfer.importButton.click();
  await expect(page.locator(".undo-bar")).toContainText("2");
  await page.locator(".undo-bar").getByRole("button", { name: /撤销/ }).click();
  await expect(page.getByText("这次导入已撤销")).toBeVisible();
  expect(await total(app)).toBe(0);
});

test("GB18030 is recognised by what is in the file", async ({ page, app }) => {
  const transfer = await TransferPage.open(page, app);
  await transfer.give({ name: "旧软件导出.csv", content: iconv.encode(PHRASES, "gb18030") });
  await expect(transfer.figure("added")).toHaveText("2");
  await expect(page.getByText(/GB18030/i)).toBeVisible();
  await transfer.importButton.click();
  await expect(page.getByRole("heading", { name: "导入完成" })).toBeVisible();
  const bodies = await found(app, "thh");
  expect(bodies).toEqual(["七天内不影响二次销售即可退,运费险可抵"]);
});

test("a dropped file is read", async ({ page, app }) => {
  const transfer = await TransferPage.open(page, app);
  await transfer.drop({ name: "a.csv", content: PHRASES });
  await expect(transfer.figure("added")).toHaveText("2");
});

test("what differs is shown before and after; skip, overwrite, both", async ({ page, app }) => {
  await app.call("phrases.create", {
    title: "发货",
    body: "下午三点前付款当天发出",
    shortcut: "fh",
  });
  const transfer = await TransferPage.open(page, app);
  await transfer.give({ name: "a.csv", content: PHRASES });
  await expect(transfer.figure("skipped")).toHaveText("1");
  await expect(transfer.figure("added")).toHaveText("1");

  await transfer.conflict("用文件里的覆盖").click();
  await expect(transfer.figure("changed")).toHaveText("1");
  await transfer.tab(/修改/).click();
  await expect(page.locator(".transfer-changes del").filter({ hasText: "三" })).toBeVisible();
  await expect(page.locator(".transfer-changes ins").filter({ hasText: "四" })).toBeVisible();

  await transfer.conflict("两条都留").click();
  await expect(transfer.figure("added")).toHaveText("2");
  await transfer.conflict("用文件里的覆盖").click();
  await expect(transfer.figure("changed")).toHaveText("1");
  await transfer.importButton.click();
  await expect(page.getByRole("heading", { name: "导入完成" })).toBeVisible();
  expect(await found(app, "fh")).toEqual(["下午四点前付款当天发出"]);
});

test("a person says whether the first row is a header", async ({ page, app }) => {
  const transfer = await TransferPage.open(page, app);
  await transfer.give({
    name: "问答.csv",
    content: "几天能到,三天左右\n怎么退货呢,七天内不影响二次销售都可以退\n",
  });
  // A short phrase above a long one is taken for a header.
  const header = page.getByRole("checkbox", { name: /第 1 行是表头/ });
  await expect(header).toBeChecked();
  await header.uncheck();
  await expect(header).not.toBeChecked();
  await expect(page.getByText("A", { exact: true })).toBeVisible();
  await transfer.choose("A", "标题");
  await page.getByRole("button", { name: "按这样检查" }).click();
  await expect(transfer.figure("added")).toHaveText("2");
  // Still so when the mapping is looked at again, and it can be taken back.
  await page.getByRole("button", { name: "对应表" }).click();
  await expect(header).not.toBeChecked();
  await header.check();
  await expect(header).toBeChecked();
  await page.getByRole("button", { name: "按这样检查" }).click();
  await expect(transfer.figure("added")).toHaveText("1");
});

test("unclear headers are asked about", async ({ page, app }) => {
  const content = "甲,乙,丙\n开场,您好，在的,备忘一\n结束,感谢惠顾,备忘二\n";
  const transfer = await TransferPage.open(page, app);
  await transfer.give({ name: "奇怪的表.csv", content });
  await expect(page.getByRole("heading", { name: "每一列是什么？" })).toBeVisible();
  await transfer.choose("甲", "标题");
  await transfer.choose("乙", "正文");
  await transfer.choose("丙", "备注");
  await page.getByRole("button", { name: "按这样检查" }).click();
  await expect(transfer.figure("added")).toHaveText("2");
  await transfer.importButton.click();
  await expect(page.getByRole("heading", { name: "导入完成" })).toBeVisible();
  expect(await found(app, "结束")).toEqual(["感谢惠顾"]);
  const { rows } = await app.call("phrases.query", { text: "结束" });
  expect((await app.call("phrases.get", { id: rows[0]?.id ?? "" })).note).toBe("备忘二");
});

test("two columns can't both be the body", async ({ page, app }) => {
  const transfer = await TransferPage.open(page, app);
  await transfer.give({ name: "a.csv", content: PHRASES });
  await expect(transfer.figure("added")).toHaveText("2");
  await page.getByRole("button", { name: "对应表" }).click();
  await transfer.choose("快捷编码", "正文");
  await expect(transfer.alert).toContainText("正文");
  await expect(page.getByRole("button", { name: "按这样检查" })).toBeDisabled();
});

for (const { what, name, content, says } of [
  {
    what: "broken",
    name: "坏.xlsx",
    content: Buffer.from("PK\u0003\u0004 not really a workbook"),
    says: /坏\.xlsx/,
  },
  { what: "empty", name: "空.csv", content: Buffer.alloc(0), says: /空的/ },
  {
    what: "binary",
    name: "图片.csv",
    content: Buffer.from([
      0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0, 1, 2, 3, 0xff, 0,
    ]),
    says: /图片\.csv/,
  },
])
  test(`a ${what} file gets one clear sentence and another try`, async ({ page, app }) => {
    const transfer = await TransferPage.open(page, app);
    await transfer.give({ name, content });
    await expect(transfer.alert).toContainText(says);
    await transfer.give({ name: "好.csv", content: PHRASES });
    await expect(transfer.figure("added")).toHaveText("2");
    await expect(transfer.alert).toBeHidden();
  });

test("an import can be cancelled while it runs: nothing comes in", async ({ page, app }) => {
  const transfer = await TransferPage.open(page, app);
  await transfer.give({ name: "大.csv", content: manyRows(60_000) });
  await expect(transfer.figure("added")).toHaveText("60,000");
  await transfer.importButton.click();
  await expect(transfer.progress).toBeVisible();
  await page.getByRole("button", { name: verb("取消") }).click();
  await expect(page.getByText("已取消，没有导入任何内容。")).toBeVisible();
  expect(await total(app)).toBe(0);
});

test("a dry run can be cancelled", async ({ page, app }) => {
  const transfer = await TransferPage.open(page, app);
  await transfer.give({ name: "大.csv", content: manyRows(150_000) });
  await expect(page.getByText("正在检查")).toBeVisible();
  await page.getByRole("button", { name: verb("取消") }).click();
  await expect(page.getByText("已取消，没有导入任何内容。")).toBeVisible();
  await expect(page.locator(".transfer-drop")).toBeVisible();
});

for (const format of ["json", "csv", "tsv", "xlsx"])
  test(`what is exported as ${format} comes back the same`, async ({ page, app }) => {
    await app.call("phrases.create", {
      title: "退换货",
      body: "第一行\n第二行,带逗号",
      shortcut: "thh",
    });
    const transfer = await TransferPage.open(page, app);
    const download = await transfer.export(format);
    expect(download.suggestedFilename()).toMatch(new RegExp(`\\.${format}$`));
    const content = await readFile(await download.path());
    await page.getByRole("tab", { name: "导入" }).click();
    await transfer.give({ name: `back.${format}`, content });
    await expect(transfer.figure("duplicates")).toHaveText("1");
    await expect(transfer.importButton).toBeDisabled();
  });
