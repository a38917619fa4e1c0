import { readFileSync } from "node:fs";
import { expect, test } from "./fixtures.ts";
import { join } from "node:path";

const ICON = join(import.meta.dirname, "../../assets/icons/256.png");

test("a phrase of texts and pictures: added, ordered, saved", async ({ page, app }) => {
  await app.call("phrases.create", { title: "尺码怎么选", body: "尺码这样选：" });
  await page.goto(`${app.entrance("/")}#/phrases`);
  await page.getByText("尺码怎么选").first().click();
  await page.getByRole("button", { name: "文字", exact: false }).last().click();
  await page.getByRole("textbox", { name: "第 2 段" }).fill("拿不准就告诉我身高体重。");
  await page.locator('input[type="file"][aria-label="从文件添加"]').setInputFiles({
    name: "尺码表.png",
    mimeType: "image/png",
    buffer: readFileSync(ICON),
  });
  await expect(page.locator(".segment-picture")).toContainText("尺码表");
  await page.getByRole("button", { name: "第 3 段上移" }).click();
  await expect(page.locator(".segment").nth(1)).toContainText("尺码表");
  await page.keyboard.press("Control+s");
  await expect
    .poll(async () => {
      const { rows } = await app.call("phrases.query", {});
      return rows.map(({ texts, pictures }) => [texts, pictures.length]);
    })
    .toEqual([[2, 1]]);
  const [row] = (await app.call("phrases.query", {})).rows;
  const saved = await app.call("phrases.get", { id: row!.id });
  expect(saved.segments.map(({ kind }) => kind)).toEqual(["text", "picture", "text"]);
  expect(saved.body).toBe("尺码这样选：\n拿不准就告诉我身高体重。");
  const review = await app.call("paste.review", { id: row!.id });
  expect(review.parts.map(({ kind }) => kind)).toEqual(["text", "picture", "text"]);
});

test("what buyers ask is kept and finds the phrase", async ({ page, app }) => {
  await app.call("phrases.create", { title: "时效", body: "48 小时内发出。" });
  await page.goto(`${app.entrance("/")}#/phrases`);
  await page.getByText("时效").first().click();
  const field = page.getByRole("combobox", { name: "买家会怎么问" });
  await field.fill("什么时候发货呀");
  await field.press("Enter");
  await page.keyboard.press("Control+s");
  await expect
    .poll(async () => (await app.call("search.query", { text: "什么时候" })).hits.length)
    .toBe(1);
});

test("a text longer than a bubble is split where it is best cut, by button or key, and put back", async ({
  page,
  app,
}) => {
  const sentence = "请您稍等一下，我马上帮您看。";
  const body = sentence.repeat(12);
  const { id } = await app.call("phrases.create", { title: "查订单", body });
  await page.goto(`${app.entrance("/")}#/phrases`);
  await page.getByText("查订单").first().click();
  await page.getByRole("button", { name: "按建议分成 2 段" }).click();
  const second = page.getByRole("textbox", { name: "第 2 段" });
  await expect(second).toHaveValue(sentence.repeat(6));
  await expect(page.getByText("已分成 2 段，会依次发出。")).toBeVisible();
  await second.press("Control+z");
  const whole = page.getByRole("textbox", { name: "正文" });
  await expect(whole).toHaveValue(body);
  await expect(second).toHaveCount(0);

  await expect(page.getByRole("button", { name: "按建议分成 2 段" })).toBeVisible();
  await whole.press("Alt+s");
  await expect(second).toHaveValue(sentence.repeat(6));
  await page.keyboard.press("Control+s");
  await expect
    .poll(async () => (await app.call("phrases.get", { id })).segments)
    .toEqual([
      { kind: "text", text: sentence.repeat(6) },
      { kind: "text", text: sentence.repeat(6) },
    ]);
  // What was saved is taken back by the bar, as every step is.
  await page.locator(".undo-bar").getByRole("button", { name: /撤销/ }).click();
  await expect.poll(async () => (await app.call("phrases.get", { id })).segments).toEqual([]);
  expect((await app.call("phrases.get", { id })).body).toBe(body);
});
