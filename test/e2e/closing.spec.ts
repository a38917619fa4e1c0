import { expect, test } from "./fixtures.ts";
import { PalettePage } from "./pages/PalettePage.ts";

test("the likely ending comes first, and a click or a digit uses a line", async ({ page, app }) => {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await app.call("starter.add", {});
  await app.call("settings.set", { locale: "zh-CN" });
  await page.goto(app.url);
  await page.getByRole("link", { name: "跟进" }).click();
  await page.getByRole("link", { name: "结束语" }).click();
  const first = page.locator(".closing section").first();
  await expect(first).toContainText("没成交");
  await expect(first).toContainText("手上没有客户");

  await app.call("customers.set", { name: "阿明", order: "2841736459120384651" });
  await expect(first).toContainText("成交了");
  await expect(first).toContainText("阿明 已经下单");
  const line = (await first.locator(".closing-body").first().textContent())!;
  await page.keyboard.press("1");
  await expect(page.getByText(/^已复制“/)).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(line);

  await app.call("customers.set", {
    name: "阿明",
    order: "2841736459120384651",
    note: "灯罩破损",
  });
  await expect(first).toContainText("收货后有问题");
  await page.locator(".closing-row").first().focus();
  await page.keyboard.press("ArrowDown");
  await expect(page.locator(".closing-row").nth(1)).toBeFocused();
});

test("a command in the palette lists closing lines, the likely ones first", async ({
  page,
  app,
}) => {
  await app.call("starter.add", {});
  await app.call("settings.set", { locale: "zh-CN" });
  await app.call("customers.set", { name: "阿明", order: "2841736459120384651" });
  const palette = await PalettePage.open(page, app);
  await palette.input.fill("/结");
  await expect(palette.rows.first()).toContainText("成交");
  await palette.input.fill("/结 收藏");
  await expect(palette.rows).toHaveCount(1);
  await palette.press("Enter");
  await expect(palette.footer).toContainText("已复制“未成交邀请收藏”");
});
