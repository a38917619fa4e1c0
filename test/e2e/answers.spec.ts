import { expect, test } from "./fixtures.ts";

test("the buyer's words give phrases, an upset buyer's feelings first", async ({ page, app }) => {
  await app.call("settings.set", { locale: "zh-CN" });
  await app.call("starter.add", {});
  await page.goto(`${app.url}#/answers`);
  const ask = page.getByLabel("买家的原话");
  const rows = page.locator(".answer-row");
  await ask.fill("在吗 啥时候能发火呀");
  await expect(rows).toHaveCount(5);
  await expect(page.getByRole("article", { name: "发货时间" })).toBeVisible();
  await ask.fill("骗子 退款还不到 我要投诉");
  await expect(page.locator(".answers-mood")).toContainText("投诉");
  await expect(rows.first()).toContainText("先安抚");
  await expect(rows).toHaveCount(7);
  await expect(page.locator(".answers-mood mark")).toHaveText("投诉");
});

test("a question is taught by a key and comes first from then on", async ({ page, app }) => {
  await app.call("settings.set", { locale: "zh-CN" });
  const taught = await app.call("phrases.create", { title: "老地方", body: "还是放门卫。" });
  await app.call("phrases.create", { title: "发货时间", body: "两天内发出。" });
  await page.goto(`${app.url}#/answers`);
  const ask = page.getByLabel("买家的原话");
  const rows = page.locator(".answer-row");
  await ask.fill("老地方发货哈");
  await expect(rows).toHaveCount(2);
  await ask.press("ArrowDown");
  await expect(rows.first()).toBeFocused();
  await rows.filter({ hasText: "老地方" }).focus();
  await page.keyboard.press("t");
  await expect(page.getByText("以后这样问，先给“老地方”")).toBeVisible();
  expect((await app.call("phrases.get", { id: taught.id })).questions).toEqual(["老地方发货哈"]);
  await expect(rows.first()).toContainText("老地方");
  await page.keyboard.press("Control+z");
  await expect
    .poll(async () => (await app.call("phrases.get", { id: taught.id })).questions)
    .toEqual([]);
});
