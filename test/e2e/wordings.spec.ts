import { expect, test } from "./fixtures.ts";
import { WordingsPage } from "./pages/WordingsPage.ts";

test("the empty screen teaches, and the first question is made from it", async ({ page, app }) => {
  const screen = await WordingsPage.open(page, app);
  await expect(page.getByText("最好的定为标准话术")).toBeVisible();
  await screen.newTopic("能便宜点吗", "最低多少\n可以少点不");
  await expect(screen.topics).toHaveText([/能便宜点吗/]);
  await expect(page.getByText("也会问：最低多少 · 可以少点不")).toBeVisible();
  await expect(page.getByText("还没有收集说法")).toBeVisible();
  // Nothing was wrong to begin with: one key takes it back.
  await page.keyboard.press("Control+z");
  await expect(page.getByText("最好的定为标准话术")).toBeVisible();
});

test("wordings are written, rated by key, and the best becomes the phrase", async ({
  page,
  app,
}) => {
  const made = await app.call("phrases.create", {
    title: "能否便宜",
    body: "价格由店铺设置，没有改价权限。",
    shortcut: "pyd",
  });
  const screen = await WordingsPage.open(page, app);
  await screen.newTopic("能便宜点吗", "");
  await screen.add("从话术库挑");
  await screen.dialog.getByRole("button", { name: "收下: 能否便宜" }).click();
  await expect(screen.cards).toHaveCount(1);
  await page.keyboard.press("Escape");
  await screen.dialog.waitFor({ state: "hidden" });

  // Promoted as it is: the phrase of the topic from now on.
  await screen.cards.first().focus();
  await page.keyboard.press("Enter");
  await expect(screen.cards.first()).toContainText("标准");

  await screen.write("价格改不了，我帮您找找能用的券。", "小李");
  await expect(screen.cards).toHaveCount(2);
  const better = screen.cards.filter({ hasText: "找找能用的券" });
  await better.focus();
  await page.keyboard.press("5");
  await expect(better.getByRole("radio", { checked: true })).toHaveCount(5);
  await better.getByRole("button", { name: /^成交/ }).click();
  await expect(better.getByRole("button", { name: /^成交/ })).toContainText("1");

  await better.focus();
  await page.keyboard.press("Enter");
  await expect(better).toContainText("标准");
  const phrase = await app.call("phrases.get", { id: made.id });
  expect(phrase).toMatchObject({
    title: "能否便宜",
    shortcut: "pyd",
    body: "价格改不了，我帮您找找能用的券。",
    questions: ["能便宜点吗"],
  });
  await expect(screen.cards.filter({ hasText: "没有改价权限" })).toContainText("以前的标准");

  await page.getByRole("button", { name: /撤销/ }).click();
  await expect(screen.cards.filter({ hasText: "没有改价权限" })).toContainText("能否便宜");
  expect((await app.call("phrases.get", { id: made.id })).body).toContain("没有改价权限");
});

test("a colleague's file gives what answers the question, under their name", async ({
  page,
  app,
}) => {
  const screen = await WordingsPage.open(page, app);
  await screen.newTopic("什么时候发货", "");
  await screen.add("同事的文件");
  const csv = [
    "快捷编码,快捷短语,快捷短语分组",
    "fh,付款后两天内从仓库寄出，周末顺延,发货",
    "zp,赠品随机送,赠品",
  ].join("\n");
  await screen.dialog
    .locator("input[type=file]")
    .setInputFiles({ name: "小王的话术.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
  await expect(screen.dialog.getByText("读了 2 条话术")).toBeVisible();
  await expect(screen.dialog.getByText("付款后两天内从仓库寄出，周末顺延")).toBeVisible();
  await expect(screen.dialog.getByText("赠品随机送")).toBeHidden();
  await expect(screen.dialog.getByLabel("谁的说法")).toHaveValue("小王");
  await screen.dialog.getByRole("button", { name: "收下 1 种" }).click();
  await expect(screen.cards).toHaveText([/小王.*付款后两天内从仓库寄出/]);
});

test("several are compared side by side, what is new in each marked", async ({ page, app }) => {
  const { id: topicId } = await app.call("wordings.saveTopic", { title: "包邮吗" });
  await app.call("wordings.addTexts", {
    topicId,
    texts: ["标了包邮就不收运费。", "标了包邮就不收运费，偏远地区除外。", "您放心下单。"],
  });
  const screen = await WordingsPage.open(page, app);
  await expect(screen.cards).toHaveCount(3);
  for (const text of ["不收运费。", "偏远地区除外"])
    await screen.cards.filter({ hasText: text }).getByText("比较").click();
  await page.getByRole("button", { name: "并排看这 2 种" }).click();
  await expect(screen.cards).toHaveCount(2);
  await expect(page.locator(".wording-card mark")).not.toHaveCount(0);
  await page.getByRole("button", { name: "看全部" }).click();
  await expect(screen.cards).toHaveCount(3);
});

test("cards are walked, cleared and removed by keys alone", async ({ page, app }) => {
  const { id: topicId } = await app.call("wordings.saveTopic", { title: "包邮吗" });
  await app.call("wordings.addTexts", { topicId, texts: ["甲说法", "乙说法"] });
  const screen = await WordingsPage.open(page, app);
  await expect(screen.cards).toHaveCount(2);
  await screen.cards.first().focus();
  await page.keyboard.press("ArrowRight");
  await expect(screen.cards.nth(1)).toBeFocused();
  const second = await screen.cards.nth(1).getAttribute("id");
  await page.keyboard.press("4");
  // The better one moves to the front and keeps the keyboard.
  await expect(screen.cards.first()).toHaveAttribute("id", second!);
  await expect(screen.cards.first()).toBeFocused();
  await page.keyboard.press("Delete");
  await expect(screen.cards).toHaveCount(1);
  await page.keyboard.press("Control+z");
  await expect(screen.cards).toHaveCount(2);
});
