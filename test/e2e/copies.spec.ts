import { expect, test } from "./fixtures.ts";
import { GoodsPage } from "./pages/GoodsPage.ts";
import { WordingsPage } from "./pages/WordingsPage.ts";

const LINE = "全网最低价，无频闪";

test("a card with words that must not be sent is looked at before it is copied", async ({
  page,
  app,
}) => {
  await app.call("products.create", {
    ...{ sku: "TD-1", name: "护眼台灯", shop: "灯饰店", sellingPoints: [LINE] },
  });
  const goods = await GoodsPage.open(page, app, "商品");
  await goods.row("护眼台灯").click();
  await goods.card.getByRole("button", { name: "复制卡片文字" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("全网最低价");
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  expect(await copied()).not.toContain("护眼台灯");
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();

  await goods.card.getByRole("button", { name: "复制卡片文字" }).click();
  await dialog.getByRole("textbox").first().fill("护眼台灯，无频闪");
  await page.keyboard.press("Control+Enter");
  await expect(dialog).toBeHidden();
  await expect.poll(copied).toBe("护眼台灯，无频闪");
});

test("a wording that is no phrase yet is looked at too", async ({ page, app, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const { id: topicId } = await app.call("wordings.saveTopic", { title: "多少钱" });
  await app.call("wordings.addTexts", { topicId, texts: [LINE] });
  const screen = await WordingsPage.open(page, app);
  await screen.cards.first().focus();
  await page.keyboard.press("c");
  await expect(screen.dialog).toContainText("全网最低价");
  await page.keyboard.press("Escape");
  await expect(screen.dialog).toBeHidden();
  expect(await page.evaluate(() => navigator.clipboard.readText())).not.toContain("无频闪");
});
