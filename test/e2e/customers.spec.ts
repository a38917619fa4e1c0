import type { Locator, Page } from "@playwright/test";
import { expect, type RunningApp, test } from "./fixtures.ts";
import { LibraryPage } from "./pages/LibraryPage.ts";
import { SettingsPage } from "./pages/SettingsPage.ts";
import { verb } from "./pages/verb.ts";

async function openCard(page: Page, app: RunningApp): Promise<{ card: Locator; form: Locator }> {
  await app.call("settings.set", { locale: "zh-CN" });
  await LibraryPage.open(page, app);
  await page.keyboard.press("Control+j");
  const form = page.getByRole("dialog", { name: "当前客户" });
  await expect(form.getByLabel("名字")).toBeFocused();
  return { card: page.locator(".customer-card"), form };
}

test("the customer is set with the keyboard alone and shown on every screen", async ({
  page,
  app,
}) => {
  const { card, form } = await openCard(page, app);
  await page.keyboard.type("王女士");
  await page.keyboard.press("Tab");
  await page.keyboard.type("2983 7465 1029");
  await page.keyboard.press("Enter");
  await expect(form).toBeHidden();
  await expect(card).toHaveAccessibleName("当前客户：王女士 · 298374651029");
  await page.getByRole("link", { name: "设置" }).click();
  await expect(card).toContainText("王女士");
  expect(await app.call("customers.current", {})).toMatchObject({
    name: "王女士",
    order: "298374651029",
  });
});

test("nobody without a name or an order", async ({ page, app }) => {
  const { form } = await openCard(page, app);
  await page.keyboard.press("Enter");
  await expect(form.getByRole("alert")).toHaveText("请至少填名字或订单号。");
  await page.keyboard.press("Escape");
  await expect(form).toBeHidden();
  expect(await app.call("customers.current", {})).toBeNull();
});

test("an order page is read from the clipboard, to be checked before it is saved", async ({
  page,
  app,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const { card, form } = await openCard(page, app);
  const copied = [
    "订单编号：240612-123456789012345",
    "买家：tb8812_33",
    "收货人：王小美 手机：13812345678",
    "买家留言：周末不要送",
  ].join("\n");
  await page.evaluate((text) => navigator.clipboard.writeText(text), copied);
  await form.getByRole("button", { name: "从剪贴板识别" }).click();
  await expect(form.getByLabel("名字")).toHaveValue("王小美");
  await expect(form.getByLabel("订单号")).toHaveValue("240612-123456789012345");
  await expect(form.getByLabel("备注")).toHaveValue("周末不要送");
  await expect(form.getByRole("status")).toContainText("像是拼多多的订单号。");
  expect(await app.call("customers.current", {})).toBeNull();
  await form.getByRole("button", { name: "tb8812_33" }).click();
  await form.getByRole("button", { name: /保\s?存/ }).click();
  await expect(card).toContainText("tb8812_33");
});

test("a whole page pasted into a field is read as well; a phone number is no order", async ({
  page,
  app,
}) => {
  const { form } = await openCard(page, app);
  await form.getByLabel("名字").evaluate((field) => {
    const data = new DataTransfer();
    data.setData("text", "王小美，13812345678\n浙江省杭州市余杭区文一西路 1 号");
    field.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }),
    );
  });
  await expect(form.getByLabel("名字")).toHaveValue("王小美");
  await expect(form.getByLabel("订单号")).toHaveValue("");
});

test("recent customers are taken up again; one can be forgotten for good", async ({
  page,
  app,
}) => {
  await app.call("customers.set", { name: "李先生", order: "298374651029" });
  await app.call("customers.set", { name: "王女士" });
  const { card, form } = await openCard(page, app);
  const recent = form.getByRole("region", { name: "最近的客户" });
  await recent.getByRole("button", { name: /^李先生/ }).click();
  await expect(card).toContainText("李先生");
  await card.click();
  await recent.getByRole("button", { name: "忘记这位客户: 王女士" }).click();
  await recent.getByRole("button", { name: "确定忘记？" }).click();
  await expect(recent).toHaveCount(0);
  await form.getByRole("button", { name: "先不选客户" }).click();
  await expect(card).toHaveAccessibleName("选定客户");
  expect((await app.call("customers.recent", {})).map((each) => each.name)).toEqual(["李先生"]);
});

test("shops have variables; a new name goes through their phrases and can be undone", async ({
  page,
  app,
}) => {
  const { id } = await app.call("phrases.create", { title: "甲", body: "乙", shop: "旧店" });
  await SettingsPage.open(page, app);
  const section = page.locator("#settings-shops");
  await section.getByRole("button", { name: "修改：旧店" }).click();
  const form = page.getByRole("dialog");
  await form.getByRole("textbox", { name: "变量名" }).fill("退货 地址");
  await form.getByRole("textbox", { name: "内容" }).fill("杭州");
  await form.getByRole("button", { name: verb("保存") }).click();
  await expect(form.getByRole("alert")).toContainText("“退货 地址”不能作变量名");
  await form.getByRole("textbox", { name: "变量名" }).fill("退货地址");
  await form.getByRole("button", { name: verb("保存") }).click();
  await expect(form).toBeHidden();
  await expect(section.getByRole("row", { name: /旧店/ })).toContainText("退货地址");

  await section.getByRole("button", { name: "修改：旧店" }).click();
  await form.getByLabel("店铺名").fill("新店");
  await form.getByRole("button", { name: verb("保存") }).click();
  await expect(section.getByRole("row", { name: /新店/ })).toBeVisible();
  expect((await app.call("phrases.get", { id })).shop).toBe("新店");
  await page.locator(".undo-bar").getByRole("button", { name: "撤销" }).click();
  await expect(section.getByRole("row", { name: /旧店/ })).toContainText("退货地址");
  expect((await app.call("phrases.get", { id })).shop).toBe("旧店");

  await section.getByRole("button", { name: "删除：旧店" }).click();
  // Its phrases still name it.
  await expect(section.getByRole("row", { name: /旧店/ })).toContainText("没有变量");
  await page.locator(".undo-bar").getByRole("button", { name: "撤销" }).click();
  await expect(section.getByRole("row", { name: /旧店/ })).toContainText("退货地址");
});

test("shops are put in order", async ({ page, app }) => {
  for (const name of ["甲店", "乙店", "丙店"])
    await app.call("shops.save", { name, variables: [] });
  await SettingsPage.open(page, app);
  const section = page.locator("#settings-shops");
  await section.getByRole("button", { name: "上移：丙店" }).click();
  await expect
    .poll(async () => (await app.call("shops.list", {})).map((each) => each.name))
    .toEqual(["甲店", "丙店", "乙店"]);
  await section.getByRole("button", { name: "下移：甲店" }).click();
  await expect
    .poll(async () => (await app.call("shops.list", {})).map((each) => each.name))
    .toEqual(["丙店", "甲店", "乙店"]);
});

test("the agent's name and the days customers are kept", async ({ page, app }) => {
  await SettingsPage.open(page, app);
  const section = page.locator("#settings-agent");
  await section.getByLabel("我的名字").fill("小满");
  await section.getByLabel("我的名字").press("Enter");
  await section.getByLabel("我的工号").fill("08");
  await section.getByLabel("客户资料保留").fill("7");
  await section.getByLabel("客户资料保留").blur();
  await expect
    .poll(async () => {
      const { agentName, agentNumber, customerDays } = await app.call("settings.get", {});
      return [agentName, agentNumber, customerDays];
    })
    .toEqual(["小满", "08", 7]);
});
