import { expect, test } from "./fixtures.ts";
import { PricePage } from "./pages/PricePage.ts";

const EXPLAINED =
  "标价 299×2=598元 → 店铺9折 538.20元 → 满300减50，减50元 → 券减20元 → 到手 468.20元（每件约234.10元），比标价省129.80元";

test("one line gives the price and the words for the buyer, by keyboard alone", async ({
  page,
  app,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const price = await PricePage.open(page, app);
  // The line has the focus: nothing to click first.
  await page.keyboard.type("299*2 9折 满300减50 券20");
  await expect(price.total).toContainText("468.20");
  await expect(price.bubble).toHaveText(EXPLAINED);
  await page.keyboard.press("Enter");
  await expect(page.getByText(/已复制到手价说明/)).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(EXPLAINED);
});

test("what three pieces cost is one key, or one look", async ({ page, app }) => {
  const price = await PricePage.open(page, app);
  await price.line.fill("299*2 9折 满300减50 券20");
  // 299 × 3 = 897; 807.30; −50 −20
  await expect(page.getByRole("group", { name: "买几件" })).toContainText("737.30");
  await page.keyboard.press("Alt+ArrowUp");
  await expect(price.total).toContainText("737.30");
  await expect(price.line).toHaveValue("299*3 9折 满300减50 券20");
  await page.getByRole("button", { name: /^1 件/ }).click();
  // 269.10 − 20: below 300
  await expect(price.total).toContainText("249.10");
  await expect(page.getByText("再买30.90元（折后）可减50元")).toBeVisible();
});

test("a piece that cannot be read is named, shown and kept from the buyer", async ({
  page,
  app,
}) => {
  const price = await PricePage.open(page, app);
  await price.line.fill("299*2 满300 9折");
  await expect(price.note).toContainText("“满300”没写全");
  await page.keyboard.press("Enter");
  const selected = await price.line.evaluate((input: HTMLInputElement) =>
    input.value.slice(input.selectionStart ?? 0, input.selectionEnd ?? 0),
  );
  expect(selected).toBe("满300");
  await page.keyboard.type("满300减50");
  await expect(price.total).toContainText("488.20");
  await price.rule("满减").fill("满300减");
  await expect(page.getByText("先改好标红的地方")).toBeVisible();
  await expect(price.copy).toBeDisabled();
});

test("rows: added, read in the words of an agent, moved, put aside", async ({ page, app }) => {
  const price = await PricePage.open(page, app);
  await page.getByLabel("单价").fill("598");
  await price.add("店铺券");
  await page.keyboard.type("20");
  await price.add("店铺折扣");
  await page.keyboard.type("9折");
  // A discount goes before a coupon: 538.20 − 20
  await expect(price.total).toContainText("518.20");
  await expect(price.rules.nth(0)).toContainText("店铺折扣");
  await expect(price.line).toHaveValue("598 9折 券20");
  // By hand the other way round: (598 − 20) × 0.9
  await price.rule("店铺券").focus();
  await page.keyboard.press("Alt+Shift+ArrowUp");
  await expect(price.rules.nth(0)).toContainText("店铺券");
  await expect(price.total).toContainText("520.20");
  await page.getByRole("button", { name: "店铺券: 更多" }).click();
  await page.getByRole("menuitem", { name: "先不用" }).click();
  await expect(price.total).toContainText("538.20");
  await expect(price.status(0)).toHaveText("先不用");
  // An empty rule goes with Backspace.
  await price.rule("店铺券").fill("");
  await page.keyboard.press("Backspace");
  await expect(price.rules).toHaveCount(1);
});

test("dragged to another place", async ({ page, app }) => {
  const price = await PricePage.open(page, app);
  await price.line.fill("598 9折 券20");
  await price.rules.nth(1).locator(".price-rule-drag").dragTo(price.rules.nth(0));
  await expect(price.total).toContainText("520.20");
});

test("of coupons that exclude each other the better one, unless one insists", async ({
  page,
  app,
}) => {
  const price = await PricePage.open(page, app);
  await price.line.fill("598 券20 券满500减60 券满600减80");
  await expect(price.total).toContainText("538.00");
  await expect(price.status(0)).toContainText("与券满500减60不同享，用它到手 578元");
  await expect(price.status(2)).toContainText("还差 2元");
  await price.status(0).getByRole("button", { name: "用这条" }).click();
  await expect(price.total).toContainText("578.00");
  await expect(price.status(0)).toContainText("一定用");
});

test("where platforms count differently, the agent is warned", async ({ page, app }) => {
  const price = await PricePage.open(page, app);
  await price.line.fill("620 券50 跨店满600减60");
  await expect(page.getByText("那样到手 510元")).toBeVisible();
  await page.getByRole("button", { name: "计算方式" }).click();
  await page.getByRole("radio", { name: "单品折后价（平行）" }).check();
  await expect(price.total).toContainText("510.00");
});

test("several goods: what comes back for each", async ({ page, app }) => {
  const price = await PricePage.open(page, app);
  await price.line.fill("台灯299+灯带59 满300减50");
  await expect(price.total).toContainText("308.00");
  await page.getByText("退货退多少").click();
  await expect(page.locator(".price-refunds tbody tr").nth(0)).toContainText("257.24");
  await expect(page.locator(".price-refunds tbody tr").nth(1)).toContainText("50.76");
});

test("a shop's discounts are kept by name, taken over in one stroke, deleted and brought back", async ({
  page,
  app,
}) => {
  await app.call("settings.set", { shop: "灯饰旗舰店" });
  const price = await PricePage.open(page, app);
  await price.line.fill("299*2 9折 每满300减50 券20");
  await page.keyboard.press("Control+s");
  await page.getByLabel("名字").fill("双11 主推");
  await page.keyboard.press("Enter");
  await expect(page.getByText("已保存方案“双11 主推”")).toBeVisible();
  expect(await app.call("price.schemes", {})).toMatchObject([
    {
      name: "双11 主推",
      shop: "灯饰旗舰店",
      rules: [
        { slot: "shopDiscount", text: "9折" },
        { slot: "shopThreshold", text: "每满300减50" },
        { slot: "shopCoupon", text: "20" },
      ],
    },
  ]);

  // The next buyer: only the goods are written.
  await price.line.fill("199*3 95折");
  await price.choose("双11 主推");
  // 199 × 3 = 597; 537.30; −50 −20
  await expect(price.total).toContainText("467.30");
  await page.getByRole("button", { name: "恢复刚才的" }).click();
  await expect(price.line).toHaveValue("199*3 95折");
  await price.choose("双11 主推");

  await page.getByRole("button", { name: "删除方案“双11 主推”" }).click();
  await expect(page.getByText("已删除方案“双11 主推”")).toBeVisible();
  expect(await app.call("price.schemes", {})).toEqual([]);
  await page.locator(".undo-bar").getByRole("button", { name: /撤销/ }).click();
  await expect(page.getByRole("button", { name: "删除方案“双11 主推”" })).toBeVisible();
  expect(await app.call("price.schemes", {})).toHaveLength(1);
});

test("what was written is still there after another screen and a reload", async ({ page, app }) => {
  const price = await PricePage.open(page, app);
  await price.line.fill("299*2 9折");
  await expect(price.total).toContainText("538.20");
  await price.show("/settings");
  await expect(price.line).toHaveCount(0);
  await price.show("/price");
  await expect(price.total).toContainText("538.20");
  await page.reload();
  await expect(price.line).toHaveValue("299*2 9折");
  await price.line.press("Escape");
  await expect(price.line).toHaveValue("");
  await page.getByRole("button", { name: "恢复刚才的" }).click();
  await expect(price.line).toHaveValue("299*2 9折");
});

test("in the other languages", async ({ page, app }) => {
  await PricePage.open(page, app);
  await app.call("settings.set", { locale: "en" });
  await page.getByLabel("Order in one line").fill("299*2 10% off, 50 off 300, coupon 20");
  await expect(page.locator(".price-bubble")).toContainText("You pay ¥468.20");
  await app.call("settings.set", { locale: "zh-TW" });
  await expect(page.locator(".price-bubble")).toContainText("實付 468.20元");
});
