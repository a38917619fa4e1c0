import type { Page } from "@playwright/test";
import { expect, type RunningApp, test } from "./fixtures.ts";
import { UrgingPage } from "./pages/UrgingPage.ts";

async function list(app: RunningApp, ...buyers: string[]): Promise<void> {
  for (const [index, buyer] of buyers.entries())
    await app.call("urging.add", { order: `A${index + 1}`, buyer });
}

/** Holds the answers of a call back until it is let go; `asked` are its inputs so far. */
async function slow(page: Page, name: string) {
  const answering = Promise.withResolvers<void>();
  const asked: Record<string, unknown>[] = [];
  await page.route(`**/call/${name}`, async (route) => {
    asked.push(route.request().postDataJSON() as Record<string, unknown>);
    await answering.promise;
    await route.continue();
  });
  return { asked, answer: () => answering.resolve() };
}

const results = async (app: RunningApp, ...orders: string[]) =>
  Promise.all(orders.map(async (order) => (await app.call("urging.get", { order })).result));

test("a second result means the next order, however long the first takes to be recorded", async ({
  page,
  app,
}) => {
  await list(app, "阿明", "小丽", "老陈");
  const urging = await UrgingPage.open(page, app);
  await urging.next("阿明");
  const record = await slow(page, "urging.record");
  await page.keyboard.press("p");
  await page.keyboard.press("w");
  await urging.pane.getByRole("heading", { name: "老陈" }).waitFor();
  // Back to one that is being recorded: nothing is written over what is on its way.
  await page.keyboard.press("ArrowLeft");
  await urging.pane.getByRole("heading", { name: "小丽" }).waitFor();
  await page.keyboard.press("w");
  await page.keyboard.press("x");
  record.answer();
  await expect.poll(() => results(app, "A1", "A2", "A3")).toEqual(["paid", "willPay", null]);
  await expect(urging.view("待催 1")).toBeVisible();
  expect(record.asked).toHaveLength(2);
});

test("the key that starts counts though the list has not come yet", async ({ page, app }) => {
  await list(app, "阿明");
  const queue = await slow(page, "urging.queue");
  const urging = await UrgingPage.open(page, app);
  await page.keyboard.press("ArrowRight");
  await expect(urging.rows).toHaveCount(0);
  queue.answer();
  await urging.pane.getByRole("heading", { name: "阿明" }).waitFor();
});

test("at the end of the list nothing is written over the last result while it is being recorded", async ({
  page,
  app,
}) => {
  await list(app, "阿明");
  const urging = await UrgingPage.open(page, app);
  await urging.next("阿明");
  const record = await slow(page, "urging.record");
  await page.keyboard.press("p");
  await page.keyboard.press("p");
  await page.keyboard.press("w");
  await expect(urging.pane.getByRole("status")).toBeVisible();
  record.answer();
  await expect(urging.undoBar).toContainText("A1 记为“已付款”");
  expect(record.asked).toEqual([expect.objectContaining({ order: "A1", result: "paid" })]);
  expect(await results(app, "A1")).toEqual(["paid"]);
});

test("a key held down and a double click are said of one order only", async ({ page, app }) => {
  await list(app, "阿明", "小丽", "老陈");
  const urging = await UrgingPage.open(page, app);
  await urging.next("阿明");
  await page.keyboard.down("w");
  await page.keyboard.down("w");
  await page.keyboard.down("w");
  await page.keyboard.up("w");
  await urging.pane.getByRole("heading", { name: "小丽" }).waitFor();
  await urging.pane.getByRole("button", { name: "没回" }).dblclick();
  await urging.pane.getByRole("heading", { name: "老陈" }).waitFor();
  await expect(urging.undoBar).toContainText("A2 记为“没回”");
  expect(await results(app, "A1", "A2", "A3")).toEqual(["willPay", "noAnswer", null]);
});

test("what is pressed before a step is answered means the order stepped to, filled in for its buyer", async ({
  page,
  app,
}) => {
  await app.call("phrases.create", {
    title: "催付赠品",
    body: "{{ 客户.名字 }}，赠品给您留着。",
    tags: ["催付"],
  });
  await list(app, "阿明", "小丽", "老陈");
  const urging = await UrgingPage.open(page, app);
  await urging.next("阿明");
  await expect(urging.bubble).toHaveText("阿明，赠品给您留着。");
  const take = await slow(page, "urging.take");
  await page.keyboard.press("ArrowRight");
  await urging.pane.getByRole("heading", { name: "小丽" }).waitFor();
  await expect(urging.scripts.first()).toBeVisible();
  // Waits for a buyer who is left again: it goes to nobody.
  await page.keyboard.press("Enter");
  await page.keyboard.press("ArrowRight");
  await urging.pane.getByRole("heading", { name: "老陈" }).waitFor();
  await expect(urging.scripts.first()).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(urging.bubble).toHaveText("");
  take.answer();
  await expect(urging.pane).toContainText("小满催过：催付赠品");
  expect(await urging.clipboard()).toBe("老陈，赠品给您留着。");
  const urged = ["A1", "A2", "A3"].map(
    async (order) => (await app.call("urging.get", { order })).urges.length,
  );
  expect(await Promise.all(urged)).toEqual([0, 0, 1]);
  expect((await app.call("customers.current", {}))?.name).toBe("老陈");
});
