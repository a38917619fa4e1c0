import { expect, test } from "./fixtures.ts";
import { SettingsPage } from "./pages/SettingsPage.ts";
import { verb } from "./pages/verb.ts";

test("the language changes at once and is kept", async ({ page, app }) => {
  const settings = await SettingsPage.open(page, app);
  await settings.pick("语言", "English");
  await expect(page.getByRole("heading", { name: "General" })).toBeVisible();
  // It shows before it is kept.
  const saved = async () => (await app.call("settings.get", {})).locale;
  await expect.poll(saved).toBe("en");
  await page.reload();
  await expect(page.getByRole("heading", { name: "General" })).toBeVisible();
  await settings.pick("Language", "繁體中文");
  await expect(page.getByRole("heading", { name: "備份" })).toBeVisible();
  await expect.poll(saved).toBe("zh-TW");
});

test("a choice closes its list, even when the keyboard goes away and comes back in that moment", async ({
  page,
  app,
}) => {
  const settings = await SettingsPage.open(page, app);
  await page.evaluate(() => {
    document.addEventListener("click", () => {
      const field = document.activeElement as HTMLElement;
      field.blur();
      field.focus();
    });
  });
  await settings.pick("语言", "English");
  const language = page.getByRole("combobox", { name: "Language" });
  await expect(language).toHaveAttribute("aria-expanded", "false");
  await settings.pick("Language", "简体中文");
  await expect(page.getByRole("heading", { name: "常规" })).toBeVisible();
});

test("the theme changes at once", async ({ page, app }) => {
  const settings = await SettingsPage.open(page, app);
  await settings.section("general").getByText("深色", { exact: true }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect.poll(async () => (await app.call("settings.get", {})).theme).toBe("dark");
});

test("when promises are reminded of is chosen", async ({ page, app }) => {
  const settings = await SettingsPage.open(page, app);
  const reminders = settings.section("reminders");
  await expect(reminders).toContainText("提前 30 分钟");
  await reminders.getByRole("combobox", { name: "什么时候提醒" }).click();
  const list = page.locator(".ant-select-dropdown:visible");
  await list.getByTitle("提前 1 小时", { exact: true }).click();
  await list.getByTitle("提前 30 分钟", { exact: true }).click();
  await page.keyboard.press("Escape");
  await settings.pick("只说了哪天的", "18:00");
  const saved = async () => (await app.call("settings.get", {})).promises;
  await expect.poll(saved).toEqual({ remindMinutes: [60, 0], dayAt: "18:00" });
  await settings.pick("只说了哪天的", "按当天结束算");
  await expect.poll(saved).toEqual({ remindMinutes: [60, 0], dayAt: "" });
});

test("the shop is saved on Enter", async ({ page, app }) => {
  const settings = await SettingsPage.open(page, app);
  const shop = settings.section("general").getByRole("combobox", { name: "当前店铺" });
  await shop.fill("灯饰旗舰店");
  await shop.press("Enter");
  await expect.poll(async () => (await app.call("settings.get", {})).shop).toBe("灯饰旗舰店");
  await shop.fill("");
  await shop.press("Enter");
  await expect.poll(async () => (await app.call("settings.get", {})).shop).toBe("");
});

test("a palette hotkey is checked before it is used; without a desktop the page says why hotkeys are off", async ({
  page,
  app,
}) => {
  const settings = await SettingsPage.open(page, app);
  const hotkeys = settings.section("hotkeys");
  await expect(hotkeys).toContainText("全局快捷键没有开启");
  await expect(hotkeys).toContainText("没有图形界面");
  const field = hotkeys.getByRole("button", { name: /唤出快捷面板/ });
  await field.click();
  await page.keyboard.press("Alt+a");
  await expect(hotkeys.locator(".hotkey-note").first()).toContainText("Alt+A");
  await expect(hotkeys.getByRole("button", { name: verb("启用") })).toBeDisabled();
  await field.click();
  await page.keyboard.press("Control+Shift+F9");
  await hotkeys.getByRole("button", { name: verb("启用") }).click();
  await expect
    .poll(async () => (await app.call("settings.get", {})).paletteHotkey)
    .toBe("Ctrl+Shift+F9");
});

test("a program's way of pasting is added, edited and set back", async ({ page, app }) => {
  const settings = await SettingsPage.open(page, app);
  await expect(settings.program("wechat")).toContainText("已调好");
  await settings.section("applications").getByRole("button", { name: "添加程序" }).click();
  const form = page.getByRole("dialog");
  await form.getByRole("button", { name: verb("保存") }).click();
  await expect(form.getByText("请填程序名。")).toBeVisible();
  await form.getByRole("combobox", { name: "程序" }).fill("C:\\Tools\\MyChat.exe");
  await form.getByText("逐行粘贴").click();
  await form.getByRole("button", { name: verb("保存") }).click();
  await expect(settings.program("mychat")).toContainText("逐行粘贴");
  const saved = async () => (await app.call("settings.get", {})).applications;
  expect((await saved())["mychat"]?.multiline).toBe("shift-enter");

  await settings.program("mychat").getByRole("button", { name: /修改/ }).click();
  await form.getByRole("switch").click();
  await form.getByText("当文件", { exact: true }).click();
  await form.getByLabel("多段内容之间停").fill("800");
  await form.getByLabel("图片大于多少就缩小").fill("500");
  await form.getByRole("button", { name: verb("保存") }).click();
  await expect
    .poll(async () => (await saved())["mychat"])
    .toMatchObject({
      alwaysSend: true,
      pictureAs: "file",
      partPauseMs: 800,
      pictureLimitKB: 500,
    });

  await settings
    .program("mychat")
    .getByRole("button", { name: /恢复默认/ })
    .click();
  await expect(settings.program("mychat")).toHaveCount(0);
  expect(await saved()).toEqual({});
});

test("starter phrases come in and go out in one step each", async ({ page, app }) => {
  const settings = await SettingsPage.open(page, app);
  const starter = settings.section("starter");
  await starter.getByRole("button", { name: "装上起步话术" }).click();
  await expect(starter.getByRole("button", { name: "拿掉起步话术" })).toBeVisible();
  expect((await app.call("phrases.query", {})).total).toBeGreaterThanOrEqual(150);
  await starter.getByRole("button", { name: "拿掉起步话术" }).click();
  await expect(starter.getByRole("button", { name: "装上起步话术" })).toBeVisible();
  expect((await app.call("phrases.query", {})).total).toBe(0);
  await page.locator(".undo-bar").getByRole("button", { name: /撤销/ }).click();
  await expect(starter.getByRole("button", { name: "拿掉起步话术" })).toBeVisible();
});

test("a backup brings the library back, and what was there is kept", async ({ page, app }) => {
  await app.call("phrases.create", { title: "第一条", body: "一" });
  const settings = await SettingsPage.open(page, app);
  const backups = settings.section("backups");
  await backups.getByRole("button", { name: "立即备份" }).click();
  const row = backups.locator(".ant-table-row").filter({ hasText: "手动" });
  await expect(row).toHaveCount(1);
  await app.call("phrases.create", { title: "第二条", body: "二" });
  await row.getByRole("button", { name: /^恢复: / }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("1 条（现在 2 条）");
  await dialog.getByRole("button", { name: "恢复这份备份" }).click();
  await expect(page.getByText(/已恢复 1 条话术/)).toBeVisible();
  expect((await app.call("phrases.query", {})).rows.map(({ title }) => title)).toEqual(["第一条"]);
  await expect(backups.locator(".ant-table-row").filter({ hasText: "恢复前" })).toHaveCount(1);
});

test("the data is checked and its place shown", async ({ page, app }) => {
  const settings = await SettingsPage.open(page, app);
  const data = settings.section("data");
  await expect(data).toContainText(app.data);
  await data.getByRole("button", { name: "检查数据" }).click();
  await expect(data.getByText("数据完好。")).toBeVisible();
});
