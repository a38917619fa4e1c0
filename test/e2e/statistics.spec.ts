import { expect, test } from "./fixtures.ts";

test("nothing used yet says so; uses show in numbers and plots", async ({ page, app }) => {
  await app.call("settings.set", { locale: "zh-CN" });
  const { id } = await app.call("phrases.create", { title: "发货时间", body: "当天发出" });
  await page.goto(`${app.url}#/statistics`);
  await expect(page.getByText("这段时间还没有用过话术")).toBeVisible();
  for (let turn = 0; turn < 3; turn++) await app.call("paste.copied", { id });
  await page.evaluate(() => window.dispatchEvent(new Event("focus")));
  await expect(page.getByText("用了多少次").locator("..")).toContainText("3");
  await expect(page.getByText("用得最多的 1 条话术，占全部的 100%")).toBeVisible();
  await expect(page.getByText(/点最忙，用了 3 次/)).toBeVisible();
  // Drawn as vectors, with the phrase's name at its bar.
  await expect(page.locator(".plot svg text", { hasText: "发货时间" })).toBeVisible();
});

test("twice stored phrases are found, one is kept, and a key takes it back", async ({
  page,
  app,
}) => {
  await app.call("settings.set", { locale: "zh-CN" });
  await app.call("phrases.create", { title: "甲", body: "您好，在的，有什么可以帮您！" });
  const b = await app.call("phrases.create", {
    title: "乙",
    body: "您好 在的 有什么可以帮您",
    shortcut: "zm",
  });
  await page.goto(`${app.url}#/statistics`);
  await page.getByRole("button", { name: "找一找" }).click();
  await expect(page.getByText("1 组重复的话术")).toBeVisible();
  await expect(page.getByText("内容一样", { exact: true })).toBeVisible();
  await page.getByRole("radio", { name: /乙/ }).check();
  await page.getByRole("button", { name: "合并到“乙”" }).click();
  await expect(page.getByText("没有重复的")).toBeVisible();
  expect((await app.call("phrases.query", {})).rows.map(({ id }) => id)).toEqual([b.id]);
  await page.keyboard.press("Control+z");
  await expect(page.getByText("1 组重复的话术")).toBeVisible();
  expect((await app.call("phrases.query", {})).total).toBe(2);
});
