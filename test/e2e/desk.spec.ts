import { expect, test } from "./fixtures.ts";
import { DeskPage } from "./pages/DeskPage.ts";

test("an empty log says how it fills", async ({ page, app }) => {
  await DeskPage.open(page, app);
  await expect(page.getByText("还没有粘贴过")).toBeVisible();
});

test("each use is in the log, with phrase and outcome", async ({ page, app }) => {
  const { id } = await app.call("phrases.create", { title: "发货时间", body: "当天发出" });
  await app.call("paste.copied", { id });
  const desk = await DeskPage.open(page, app);
  await expect(desk.rows).toHaveCount(1);
  await expect(desk.rows.first()).toContainText("发货时间");
  await expect(desk.rows.first()).toContainText("已复制");
  // Used while the person looks elsewhere: there when they come back.
  await app.call("paste.copied", { id });
  await page.evaluate(() => window.dispatchEvent(new Event("focus")));
  await expect(desk.rows).toHaveCount(2);
});

test("changes are listed and undone one by one", async ({ page, app }) => {
  const { id } = await app.call("phrases.create", { title: "发货时间", body: "当天发出" });
  await app.call("phrases.trash", { ids: [id] });
  const desk = await DeskPage.open(page, app);
  await desk.showHistory();
  const deleted = desk.rows.filter({ hasText: "删除" }).first();
  await expect(deleted).toContainText("发货时间");
  expect((await app.call("phrases.query", {})).total).toBe(0);
  await deleted.getByRole("button", { name: /撤销/ }).click();
  await expect(deleted).toContainText("已撤销");
  expect((await app.call("phrases.query", {})).total).toBe(1);
});

test("a step that later ones stand on says so", async ({ page, app }) => {
  const { id } = await app.call("phrases.create", { title: "发货时间", body: "当天发出" });
  await app.call("phrases.update", { id, changes: { body: "次日发出" } });
  await app.call("phrases.update", { id, changes: { body: "三日内发出" } });
  const desk = await DeskPage.open(page, app);
  await desk.showHistory();
  await desk.rows.nth(1).getByRole("button", { name: /撤销/ }).click();
  await expect(page.getByText(/先撤销后面那步/)).toBeVisible();
  expect((await app.call("phrases.get", { id })).body).toBe("三日内发出");
});
