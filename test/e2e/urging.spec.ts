import writeXlsxFile from "write-excel-file/node";
import { expect, test } from "./fixtures.ts";
import { UrgingPage } from "./pages/UrgingPage.ts";

const HEAD = "订单编号,买家昵称,应付金额,付款状态,商品,店铺";
const ORDERS = [
  HEAD,
  "2841736459120384651,阿明,1299,待付款,落地灯,灯饰店",
  "2841736459120384652,小丽,59,待付款,灯泡,灯饰店",
  "2841736459120384653,阿明,20,已付款,灯罩,灯饰店",
  "2841736459120384654,老陈,88,待付款,台灯,灯饰店",
  ",丁,5,待付款,,",
  "2841736459120384655,戊,很多,待付款,,",
].join("\n");

test("orders come in after a look, refused rows are named, and the list is gone through by keyboard", async ({
  page,
  app,
}) => {
  await app.call("phrases.create", {
    title: "催付赠品",
    body: "{{ 客户.名字 }}，您拍的{{ 客户.备注 }}还没付款，赠品给您留着。",
    tags: ["催付"],
  });
  await app.call("phrases.create", { title: "催付库存", body: "库存不多了。", tags: ["催付"] });
  const urging = await UrgingPage.open(page, app);
  await expect(page.getByText("没有要催的订单")).toBeVisible();

  await urging.look("待付款.csv", ORDERS);
  await expect(urging.dialog).toContainText("新增 4 单，更新 0 单");
  await expect(urging.dialog).toContainText("其中 1 单已经付款");
  await expect(urging.dialog).toContainText("第 6 行 · 订单编号: 没有订单号。");
  await expect(urging.dialog).toContainText("第 7 行 · 应付金额: 值“很多”认不出来");
  expect((await app.call("urging.queue", {})).total).toBe(0);
  await urging.takeIn();
  await expect(urging.rows).toHaveCount(3);
  await expect(urging.view("已了结 1")).toBeVisible();

  // Refused: 阿明 paid another order today.
  await urging.next("阿明");
  await expect(urging.pane).toContainText("今天付过另一单（2841736459120384653）");
  await expect(urging.scripts.first()).toBeVisible();
  await page.keyboard.press("Enter");
  const look = page.getByRole("dialog", { name: "粘贴前" });
  await expect(look.locator("[data-code=urging_paid_today]")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(look).toBeHidden();

  // 小丽 may be urged: the buyer is in hand, the script is filled in with the order.
  await urging.next("小丽");
  await expect(page.getByRole("button", { name: /小丽 · 2841736459120384652/ })).toBeVisible();
  await page.keyboard.press("2");
  await expect(urging.scripts.first()).toContainText("催付赠品");
  await expect(urging.bubble).toHaveText("小丽，您拍的灯泡 ¥59.00还没付款，赠品给您留着。");
  await page.keyboard.press("Enter");
  await expect(page.getByText("已复制“催付赠品”")).toBeVisible();
  expect(await urging.clipboard()).toBe("小丽，您拍的灯泡 ¥59.00还没付款，赠品给您留着。");
  await expect(urging.pane).toContainText("小满催过：催付赠品");

  // Refused: the same order a second time.
  await expect(urging.pane).toContainText("同一单不催第二次");
  await page.keyboard.press("Enter");
  await expect(look.locator("[data-code=urging_twice]")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(look).toBeHidden();

  // The result is recorded, the next order comes by itself; taking it back is an event too.
  await page.keyboard.press("w");
  await expect(urging.undoBar).toContainText("2841736459120384652 记为“说会付”");
  await urging.pane.getByRole("heading", { name: "老陈" }).waitFor();
  await urging.undoBar.getByRole("button", { name: /撤销/ }).click();
  await expect(urging.undoBar).toContainText("结果已撤回");
  const { rows } = await app.call("urging.queue", { view: "waiting" });
  expect(rows).toMatchObject([{ order: "2841736459120384652", result: null }]);

  await page.keyboard.press("o");
  await expect(urging.undoBar).toContainText("2841736459120384654 记为“没回”");
  await expect(urging.view("等付款 2")).toBeVisible();

  // Imported again: updated, never doubled, and what was paid meanwhile counts for the day.
  await urging.look("再来一次.csv", `${HEAD}\n2841736459120384652,小丽,59,已付款,灯泡,灯饰店`);
  await expect(urging.dialog).toContainText("新增 0 单，更新 1 单");
  await urging.takeIn();
  await page.getByRole("radiogroup", { name: "看什么" }).getByText("记录与成效").click();
  await expect(page.locator(".urging-numbers")).toContainText(
    /催了1催后付款1催付成功率100%催回金额¥59.00/,
  );
  await expect(page.locator(".urging-table").last()).toContainText("催付赠品");
});

test("a blunt wording is refused with what to say instead, until it is changed", async ({
  page,
  app,
}) => {
  await app.call("phrases.create", {
    title: "催付急",
    body: "亲，赶紧付款吧。",
    tags: ["催付"],
  });
  const urging = await UrgingPage.open(page, app);
  await page.keyboard.press("n");
  await urging.dialog.getByLabel("订单号").fill("A-1001");
  await urging.dialog.getByLabel("买家").fill("阿明");
  await page.keyboard.press("Enter");
  await urging.pane.getByRole("heading", { name: "阿明" }).waitFor();
  await expect(urging.bubble).toHaveText("亲，赶紧付款吧。");
  await page.keyboard.press("Enter");
  const look = page.getByRole("dialog", { name: "粘贴前" });
  await expect(look.locator("[data-code=urging_blunt]")).toContainText(
    "“赶紧付”太生硬，会惹买家反感；可以换成“方便的时候付一下就好”。",
  );
  const text = look.getByRole("textbox");
  await text.fill("亲，方便时付一下就好。");
  await expect(look.locator("[data-code=urging_blunt]")).toHaveCount(0);
  await text.press("Control+Enter");
  await expect(page.getByText("已复制“催付急”")).toBeVisible();
  expect(await urging.clipboard()).toBe("亲，方便时付一下就好。");
  await expect(urging.pane).toContainText("小满催过：催付急");
});

test("a workbook comes in as well; one order from the customer in hand; a file without order numbers is refused", async ({
  page,
  app,
}) => {
  await app.call("customers.set", { name: "静静", order: "2841736459120384699", shop: "灯饰店" });
  const urging = await UrgingPage.open(page, app);
  const book = await writeXlsxFile(
    [
      ["Order Number", "Buyer", "Total", "Payment Status"],
      ["SO-2001", "May", "12.50", "Unpaid"],
    ].map((row) => row.map((value) => ({ value, type: String }))),
    { sheet: "Orders" },
  ).toBuffer();
  await urging.look("orders.xlsx", book);
  await urging.takeIn();
  await expect(urging.rows).toContainText("May");

  await page.keyboard.press("n");
  await urging.dialog.getByRole("button", { name: "用手上的客户: 静静" }).click();
  await urging.dialog.getByRole("button", { name: "加入名单" }).click();
  await urging.pane.getByRole("heading", { name: "静静" }).waitFor();
  await expect(urging.rows).toHaveCount(2);
  await urging.undoBar.getByRole("button", { name: /撤销/ }).click();
  await expect(urging.rows).toHaveCount(1);

  await page.keyboard.press("i");
  await urging.dialog.locator("input[type=file]").setInputFiles({
    name: "别的.csv",
    mimeType: "text/csv",
    buffer: Buffer.from("买家,金额\n甲,1\n"),
  });
  await expect(urging.dialog.getByRole("alert")).toContainText("没有找到订单号这一列");
});

test("the screen speaks traditional Chinese and English", async ({ page, app }) => {
  await app.call("urging.add", { order: "A1", buyer: "May" });
  for (const [locale, rail, start, result] of [
    ["zh-TW", "跟進", "按 → 從第一筆開始", "不再打擾"],
    ["en", "Care", "Press → to begin with the first order", "Leave alone"],
  ] as const) {
    await app.call("settings.set", { locale });
    await page.goto(app.url);
    await page.getByRole("link", { name: rail }).click();
    await expect(page.getByText(start)).toBeVisible();
    await page.keyboard.press("ArrowRight");
    await expect(page.getByRole("button", { name: new RegExp(result) })).toBeVisible();
  }
});
