import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makePicture } from "../support/pictures.ts";
import type { RunningApp } from "./fixtures.ts";
import { expect, test } from "./fixtures.ts";
import { GoodsPage } from "./pages/GoodsPage.ts";

const only = async (app: RunningApp) => {
  const { rows } = await app.call("products.query", {});
  return app.call("products.get", { id: rows[0]!.id });
};

test("a card is written with pictures and a question that leads to a phrase", async ({
  page,
  app,
}) => {
  const phrase = await app.call("phrases.create", { title: "台灯尺寸", body: "高 42 厘米" });
  const goods = await GoodsPage.open(page, app, "商品");
  await expect(page.getByText("还没有商品。")).toBeVisible();
  await page.keyboard.press("n");
  const { card } = goods;
  await expect(card.getByLabel("商品名称")).toBeFocused();
  await page.keyboard.type("护眼台灯");
  await card.getByLabel("货号").fill("TD-100");
  await card.getByLabel("价格").fill("129.9");
  await card.getByLabel("店铺").fill("灯饰旗舰店");
  await card.getByLabel("卖点").fill("三档调光\n\n无频闪\n");
  await card.getByRole("button", { name: "加一项规格" }).click();
  await card.getByLabel("规格 1").first().fill("颜色");
  await card.getByLabel("颜色 1").fill("白");
  await goods.choose("选择图片文件…", [
    { name: "正面.png", content: await makePicture({ seed: 1 }) },
    { name: "背面.png", content: await makePicture({ seed: 2 }) },
  ]);
  await expect(card.locator(".strip-item")).toHaveCount(2);
  await card.getByRole("button", { name: "加一个问题" }).click();
  await card.getByLabel("常见问题 1").fill("多高？");
  await card.getByRole("combobox", { name: "选一条话术来回答 1" }).click();
  await page.keyboard.type("tdcc");
  await page.locator(".ant-select-dropdown:visible").getByText("台灯尺寸").click();
  // Order by keyboard: the back becomes the cover.
  await card.locator(".strip-item").nth(1).focus();
  await page.keyboard.press("Alt+ArrowLeft");
  await page.keyboard.press("Control+s");
  await expect(goods.row("护眼台灯")).toBeVisible();
  await expect(goods.undoBar).toContainText("已新建“护眼台灯”");

  const { product, pictures, questions } = await only(app);
  expect(product).toMatchObject({
    ...{ sku: "TD-100", name: "护眼台灯", shop: "灯饰旗舰店", price: 12_990 },
    specs: [{ key: "颜色", value: "白" }],
    sellingPoints: ["三档调光", "无频闪"],
    questions: [{ question: "多高？", phraseId: phrase.id }],
  });
  expect(pictures.map(({ name, sku }) => [name, sku])).toEqual([
    ["背面", "TD-100"],
    ["正面", "TD-100"],
  ]);
  expect(questions[0]?.phrase?.body).toBe("高 42 厘米");
  await expect(goods.row("护眼台灯")).toContainText("¥129.90");
  // A reload has nothing left over of it.
  await page.reload();
  await expect(goods.row("护眼台灯")).toBeVisible();
  await page.keyboard.press("n");
  await expect(card.getByLabel("商品名称")).toHaveValue("");
});

test("a SKU that the shop has already is refused in words", async ({ page, app }) => {
  await app.call("products.create", { sku: "TD-100", name: "台灯", shop: "灯饰旗舰店" });
  const goods = await GoodsPage.open(page, app, "商品");
  await page.keyboard.press("n");
  await goods.card.getByLabel("商品名称").fill("又一个");
  await goods.card.getByLabel("货号").fill("td-100");
  await goods.card.getByLabel("店铺").fill("灯饰旗舰店");
  await page.keyboard.press("Control+s");
  await expect(page.getByText("“灯饰旗舰店”里已有货号 td-100（台灯）")).toBeVisible();
  expect((await app.call("products.query", {})).total).toBe(1);
  await goods.card.getByLabel("货号").fill("");
  await page.keyboard.press("Control+s");
  await expect(page.getByText("货号不能为空。")).toBeVisible();
});

test("by keyboard: find by pinyin, edit, save by leaving, delete, undo, copy the card", async ({
  page,
  app,
}) => {
  await app.call("products.create", {
    ...{ sku: "TD-100", name: "护眼台灯", price: 12_900, note: "底价 80" },
    sellingPoints: ["三档调光"],
  });
  await app.call("products.create", { sku: "R1", name: "客厅地毯" });
  const goods = await GoodsPage.open(page, app, "商品");
  await page.keyboard.press("/");
  await page.keyboard.type("hytd");
  await expect(goods.rows).toHaveCount(1);
  await page.keyboard.press("ArrowDown");
  await expect(goods.list).toBeFocused();
  await expect(goods.card.getByLabel("商品名称")).toHaveValue("护眼台灯");
  await page.keyboard.press("c");
  await expect(page.getByText(/已复制“护眼台灯”的卡片/)).toBeVisible();
  // What is for the desk alone stays there.
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    "护眼台灯\n价格：129 元\n· 三档调光",
  );
  await page.keyboard.press("e");
  await page.keyboard.press("End");
  await page.keyboard.type(" Pro");
  await page.keyboard.press("Escape");
  await expect(goods.undoBar).toContainText("已保存“护眼台灯 Pro”");
  await expect(goods.list).toBeFocused();
  await page.keyboard.press("Delete");
  await expect(goods.undoBar).toContainText("已删除 1 个商品");
  expect((await app.call("products.query", {})).total).toBe(1);
  await page.keyboard.press("Control+z");
  await expect(goods.row("护眼台灯 Pro")).toBeVisible();
});

test("pictures are taken from the store", async ({ page, app }) => {
  await app.call("products.create", { sku: "TD-100", name: "护眼台灯" });
  const goods = await GoodsPage.open(page, app, "图片");
  await goods.choose(
    "选择图片…",
    await Promise.all(
      ["TD-100 正面.png", "TD-100 背面.png", "地毯.png"].map(async (name, seed) => ({
        name,
        content: await makePicture({ seed: seed + 1 }),
      })),
    ),
  );
  await expect(goods.tiles).toHaveCount(3);
  await goods.tab("商品");
  await goods.row("护眼台灯").click();
  await goods.card.getByRole("button", { name: "加图片" }).click();
  await page.getByText("从图片库选…").click();
  const picker = page.getByRole("listbox", { name: "从图片库选图片" });
  // Those of this SKU are offered first.
  await expect(picker.getByRole("option")).toHaveCount(2);
  for (const tile of await picker.getByRole("option").all()) await tile.click();
  await page.getByRole("button", { name: "用这 2 张" }).click();
  await expect(goods.card.locator(".strip-item")).toHaveCount(2);
  await page.keyboard.press("Control+s");
  await expect.poll(async () => (await only(app)).product.pictures.length).toBe(2);
});

test("this week's product is proposed by what was asked, chosen, counted, changed, undone", async ({
  page,
  app,
}) => {
  const phrase = await app.call("phrases.create", { title: "尺寸", body: "高 42 厘米" });
  await app.call("products.create", { sku: "R1", name: "客厅地毯" });
  const { product } = await app.call("products.create", {
    ...{ sku: "TD-100", name: "护眼台灯" },
    questions: [{ question: "多高？", phraseId: phrase.id }],
  });
  for (let n = 0; n < 3; n += 1) await app.call("paste.copied", { id: phrase.id });
  const goods = await GoodsPage.open(page, app, "商品");
  const banner = page.getByRole("region", { name: "本周主推" });
  await expect(banner).toContainText("本周还没选主推款。 近 7 天问得最多：");
  await banner.getByRole("button", { name: "护眼台灯（3 次）" }).click();
  await expect(banner.locator(".banner-uses")).toContainText("3");
  await expect(goods.row("护眼台灯")).toContainText("主推");
  await expect(goods.undoBar).toContainText("“护眼台灯”是本周主推");
  // The count goes on while one looks.
  await app.call("products.used", { id: product.id });
  await app.call("products.update", { id: product.id, changes: { stockNote: "现货" } });
  await expect(banner.locator(".banner-uses")).toContainText("4");
  // Another one, by its own card.
  await goods.row("客厅地毯").click();
  await goods.card.getByRole("button", { name: "设为本周主推" }).click();
  await expect(banner).toContainText("客厅地毯");
  await goods.undo();
  await expect(banner).toContainText("护眼台灯");
  await banner.getByRole("button", { name: "换一个" }).click();
  await page.getByRole("menuitem", { name: "不再主推" }).click();
  await expect(banner).toContainText("本周还没选主推款。");
});

test.describe("import", () => {
  const TABLE = [
    "货号,商品名称,售价（元）,颜色,卖点,库存",
    "TD-100,护眼台灯,139,白,三档调光;可折叠,现货",
    "LD-1,落地灯,399,黑,,预售 15 天",
    ",没有货号,5,,,",
    "X1,面议的,面议,,,",
  ].join("\r\n");
  const table = { name: "秋冬商品.csv", content: TABLE };

  async function openImport(goods: GoodsPage): Promise<void> {
    await goods.page.locator(".toolbar").getByRole("button", { name: "导入" }).click();
    await goods.page.getByRole("heading", { name: "导入商品" }).waitFor();
  }

  test("the dry run first, a picture decided, then one step and its undo", async ({
    page,
    app,
  }) => {
    await app.call("products.create", { sku: "td-100", name: "护眼台灯", price: 12_900 });
    const folder = await mkdtemp(join(tmpdir(), "replydeck-folder-"));
    try {
      const pictures = ["TD-100_主图.png", "LD-1.png", "LD-1 TD-100 合影.png", "IMG_1.png"];
      for (const [seed, name] of pictures.entries())
        await writeFile(join(folder, name), await makePicture({ seed: seed + 1 }));
      const goods = await GoodsPage.open(page, app, "商品");
      await openImport(goods);
      await goods.choose("选择表格…", [table]);
      await expect(goods.figure("added")).toHaveText("1");
      await expect(goods.figure("changed")).toHaveText("1");
      await expect(goods.figure("refused")).toHaveText("2");
      const refused = page.locator(".import-plan .ant-table-row");
      await expect(refused.nth(0)).toContainText("货号是空的");
      await expect(refused.nth(1)).toContainText("价格“面议”认不出来");
      await page.getByRole("tab", { name: /^修改/ }).click();
      await expect(page.locator(".import-changes")).toContainText("129.00");
      await expect(page.locator(".import-changes")).toContainText("139.00");

      await goods.choose("选择文件夹…", folder);
      await expect(goods.figure("matched")).toHaveText("2");
      await expect(goods.figure("unmatched")).toHaveText("1");
      await expect(goods.figure("ambiguous")).toHaveText("1");
      // What has to be decided is looked at first.
      await page.getByRole("combobox", { name: /合影/ }).click();
      await page.locator(".ant-select-dropdown:visible").getByTitle("LD-1").click();
      await expect(goods.figure("matched")).toHaveText("3");
      expect((await app.call("products.query", {})).total).toBe(1);

      await page.locator(".import-apply").getByRole("button", { name: "导入" }).click();
      await expect(page.getByText("导入完成：新增 1 个，修改 1 个，图片 3 张。")).toBeVisible();
      const lamp = await app.call("products.query", { text: "落地灯" });
      const { pictures: shown } = await app.call("products.get", { id: lamp.rows[0]!.id });
      expect(shown.map(({ name }) => name)).toEqual(["LD-1", "LD-1 TD-100 合影"]);

      await page.getByRole("button", { name: "撤销这次导入" }).click();
      await expect(page.getByText("这次导入已撤销，商品和导入前一样。")).toBeVisible();
      expect((await app.call("products.query", {})).rows).toMatchObject([{ price: 12_900 }]);
      expect((await app.call("pictures.query", {})).total).toBe(0);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  test("columns that were not recognised are told", async ({ page, app }) => {
    const goods = await GoodsPage.open(page, app, "商品");
    await openImport(goods);
    await goods.choose("选择表格…", [{ name: "怪.csv", content: "甲,乙\r\nA3,吊灯\r\n" }]);
    await expect(page.getByText("没有认出放货号的列")).toBeVisible();
    const apply = page.locator(".import-apply").getByRole("button");
    await expect(apply).toBeDisabled();
    for (const [column, meaning] of [
      ["甲", "货号"],
      ["乙", "商品名称"],
    ] as const) {
      await page.getByRole("combobox", { name: column }).click();
      const menu = page.locator(".ant-select-dropdown:visible");
      await menu.getByTitle(meaning, { exact: true }).click();
      await menu.waitFor({ state: "hidden" });
    }
    await expect(goods.figure("added")).toHaveText("1");
    await apply.click();
    await expect(page.getByText(/导入完成：新增 1 个/)).toBeVisible();
    expect((await only(app)).product).toMatchObject({ sku: "A3", name: "吊灯" });
  });

  test("a table and pictures are dropped together; a broken file gets a sentence and another try", async ({
    page,
    app,
  }) => {
    const goods = await GoodsPage.open(page, app, "商品");
    await openImport(goods);
    const target = page.locator(".import-choose");
    await goods.drop(target, [{ name: "空.csv", content: "" }]);
    await expect(page.getByRole("alert")).toContainText("空.csv 是空的");
    await goods.drop(target, [table, { name: "LD-1.png", content: await makePicture() }]);
    await expect(goods.figure("added")).toHaveText("2");
    await expect(goods.figure("matched")).toHaveText("1");
    await expect(page.getByRole("alert")).toBeHidden();
  });
});
