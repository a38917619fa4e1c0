import type { Locator } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { LibraryPage } from "./pages/LibraryPage.ts";

const shop = {
  name: "灯饰旗舰店",
  variables: [{ name: "退货地址", value: "杭州市余杭区 1 号仓" }],
};

/** The words the marks under the field stand on. */
const underlined = (editor: Locator): Promise<string[]> =>
  editor.locator(".template-under [data-problem]").allTextContents();

test("a variable is inserted from the menu, with the keyboard alone, and the preview shows what it comes to", async ({
  page,
  app,
}) => {
  await app.call("settings.set", { locale: "zh-CN", agentName: "小满", shop: shop.name });
  await app.call("shops.save", shop);
  const library = await LibraryPage.open(page, app);
  await library.newButton.click();
  const body = library.field("正文");
  await body.fill("您好，");
  await library.editor.getByRole("combobox", { name: "插入变量" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByTitle("客户的名字")).toBeVisible();
  await page.keyboard.type("尊称");
  await expect(page.getByTitle("客户的名字")).toBeHidden();
  await page.keyboard.press("Enter");
  await expect(body).toHaveValue('您好，{{ 客户.名字 | 尊称 | 默认: "亲" }}');
  // What one will want to change is chosen already.
  await expect(body).toBeFocused();
  await page.keyboard.type("亲亲");
  await expect(body).toHaveValue('您好，{{ 客户.名字 | 尊称 | 默认: "亲亲" }}');
  const preview = library.editor.getByRole("region", { name: "效果预览" });
  await expect(preview.locator(".template-shown")).toHaveText("您好，王女士");

  await preview.getByText("当前客户").click();
  await expect(preview.locator(".template-shown")).toHaveText("您好，亲亲");
  await app.call("customers.set", { name: "李想先生" });
  await expect(preview.locator(".template-shown")).toHaveText("您好，李先生");

  await body.fill("退到 {{ 店铺.退货地址 }}，单号 {{ 客户.订单号 }}");
  await expect(preview.locator(".template-shown")).toHaveText(
    "退到 杭州市余杭区 1 号仓，单号 〔客户订单号〕",
  );
  await expect(preview.locator(".template-missing")).toHaveText("〔客户订单号〕");
});

test("an unknown variable is underlined at its place and put right with one click, which Ctrl+Z takes back", async ({
  page,
  app,
}) => {
  await app.call("settings.set", { locale: "zh-CN" });
  const library = await LibraryPage.open(page, app);
  await library.newButton.click();
  const body = library.field("正文");
  await body.fill("您好 {{ 买家.姓名 }}，{{ 今天 | 天后: 三天 }}\n优惠码 {{SALE");
  const problems = library.editor.getByRole("list", { name: "要改的地方" });
  await expect(problems.getByRole("listitem")).toHaveCount(3);
  expect(await underlined(library.editor)).toEqual(["买家.姓名", "三天", "{{"]);
  await expect(problems).toContainText("没有叫“买家.姓名”的变量，是不是“客户.名字”？");
  await expect(problems).toContainText('请写成 {{ "{{" }} 。');
  await expect(body).toHaveAttribute("aria-invalid", "true");

  await problems.getByRole("button", { name: "改成 客户.名字" }).click();
  await expect(body).toHaveValue(/^您好 \{\{ 客户\.名字 \}\}/);
  await expect(problems.getByRole("listitem")).toHaveCount(2);
  await page.keyboard.press("Control+z");
  await expect(body).toHaveValue(/^您好 \{\{ 买家\.姓名 \}\}/);
  // The list has grown back: before that, its rows still move under the pointer.
  await expect(problems.getByRole("listitem")).toHaveCount(3);

  // A click on the sentence goes to its place.
  await problems.getByRole("button", { name: /缺“\}\}”/ }).click();
  const chosen = await body.evaluate((field: HTMLTextAreaElement) =>
    field.value.slice(field.selectionStart, field.selectionEnd),
  );
  expect(chosen).toBe("{{");
});

test("marks stay on their letters in long Chinese text, while scrolling and at any width", async ({
  page,
  app,
}) => {
  await app.call("settings.set", { locale: "zh-CN" });
  const long = Array.from(
    { length: 60 },
    (_, index) =>
      `第${index}段：您好，“这款吊灯”现货；满300减50，LED-A19 灯泡需另购…… {{ 客户.名字 }}《质保》两年。`,
  ).join(" ");
  await app.call("phrases.create", { title: "长文", body: `${long}{{ 店名 }}\n\n尾行` });
  const library = await LibraryPage.open(page, app);
  await library.row("长文").click();
  await expect(library.editor.locator(".template-under [data-problem]")).toHaveText("店名");
  const under = library.editor.locator(".template-under");
  const body = library.field("正文");
  const measure = async () => ({
    under: await under.evaluate((box) => [box.clientWidth, box.scrollHeight, box.scrollTop]),
    field: await body.evaluate((box) => [box.clientWidth, box.scrollHeight, box.scrollTop]),
  });
  for (const width of [1280, 1437, 1600]) {
    await page.setViewportSize({ width, height: 820 });
    for (const top of [0, 137, 100_000]) {
      await body.evaluate((box, to) => box.scrollTo(0, to), top);
      await expect(async () => {
        const found = await measure();
        expect(found.under).toEqual(found.field);
      }).toPass();
    }
  }
});

test("a phrase that cannot be filled in is marked in the list and never half filled in", async ({
  page,
  app,
}) => {
  await app.call("settings.set", { locale: "zh-CN" });
  const { id } = await app.call("phrases.create", { title: "坏的", body: "优惠码 {{SALE" });
  await app.call("phrases.create", { title: "好的", body: "{{ 今天 }}见" });
  const library = await LibraryPage.open(page, app);
  const mark = library.row("坏的").locator(".template-broken");
  await expect(mark).toHaveAttribute("title", /发不出去：第 1 行第 5 字/);
  await expect(library.row("好的").locator(".template-broken")).toHaveCount(0);
  await app.call("phrases.update", { id, changes: { body: "优惠码 {{ '{{' }}SALE" } });
  await expect(mark).toHaveCount(0);
});
