import { readFile } from "node:fs/promises";
import { startClockedApp } from "../support/clockedApp.ts";
import { makePicture } from "../support/pictures.ts";
import { startApp } from "../support/app.ts";
import { expect, type RunningApp, test } from "./fixtures.ts";
import { ComplaintsPage } from "./pages/ComplaintsPage.ts";

const HOUR = 3_600_000;
test.use({ timezoneId: "Asia/Shanghai" });

/** Some cases to look at; the first is late. */
async function several(app: RunningApp): Promise<string[]> {
  const ids: string[] = [];
  for (const [customer, order, shop, kind, words, hours] of [
    ["王女士", "T1001", "灯饰旗舰店", "logistics", "快递五天不动", -2.5],
    ["李先生", "T1002", "灯饰旗舰店", "quality", "灯罩开裂了", 3],
    ["赵小姐", "T1003", "家居专营店", "logistics", "丢了一箱", 30],
  ] as const) {
    const answerBy = Date.now() + hours * HOUR;
    const { case: made } = await app.call("complaints.open", {
      ...{ customer, order, shop, kind, words, answerBy },
      ...{ cause: kind === "logistics" ? "快递中转慢" : "", product: "云朵吊灯" },
    });
    ids.push(made.id);
  }
  return ids;
}

/** Through the first stage. */
async function accepted(app: RunningApp, id: string): Promise<void> {
  for (const duty of ["course_recorded", "waiting_told"] as const)
    await app.call("complaints.duty", { id, duty, done: true });
  await app.call("complaints.advance", { id });
}

test("the empty screen teaches; a case is logged by keyboard with who is in hand", async ({
  page,
  app,
}) => {
  await app.call("customers.set", { name: "王女士", order: "T240011", shop: "灯饰旗舰店" });
  const screen = await ComplaintsPage.open(page, app);
  await expect(page.getByText("四步走完再结案")).toBeVisible();
  await page.keyboard.press("n");
  await expect(screen.dialog.getByLabel("买家", { exact: true })).toHaveValue("王女士");
  await expect(screen.dialog.getByLabel("订单号")).toHaveValue("T240011");
  await expect(screen.dialog.getByLabel("店铺")).toHaveValue("灯饰旗舰店");
  // The field for what happened has the keyboard, the rest is a Tab and an arrow away.
  await expect(screen.dialog.getByLabel("买家怎么说、出了什么事")).toBeFocused();
  await page.keyboard.type("灯罩是裂的");
  await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await page.keyboard.press("Control+Enter");
  await page.locator(".case").waitFor();
  const { rows } = await app.call("complaints.list", {});
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({
    ...{ customer: "王女士", order: "T240011", shop: "灯饰旗舰店" },
    ...{ kind: "quality", severity: "serious", channel: "chat", records: 1 },
  });
  expect(new Date(rows[0]!.answerBy! + 8 * HOUR).toISOString()).toMatch(/T23:59:00/);
  await expect(screen.entries.filter({ hasText: "灯罩是裂的" })).toBeVisible();
});

test("a late parcel goes from the complaint to the closed case, refused where something is missing", async ({
  page,
  app,
}) => {
  await app.call("settings.set", { agentName: "小林" });
  await app.call("customers.set", { name: "王女士", order: "T240011", shop: "灯饰旗舰店" });
  const screen = await ComplaintsPage.open(page, app);
  await screen.log("五天了物流一直不动");

  // 接受: the core refuses, and the button says what is missing.
  await expect(screen.stage).toContainText("接受");
  await expect(screen.missing).toHaveText([
    "还没有问清整件事的经过。",
    "还没有告诉买家多久有答复。",
  ]);
  await screen.onward("进入“解释澄清”");
  await expect(page.getByRole("alert").filter({ hasText: "还没有问清整件事的经过" })).toBeVisible();
  await expect(screen.stage).toContainText("接受");
  await screen.missing.first().getByRole("button").click();
  await expect(screen.duty("问清整件事的经过并记下来")).toBeFocused();
  await page.keyboard.press("Space");
  await screen.duty("告诉买家多久有答复").check();
  await expect(page.getByText("都齐了，可以往下走。")).toBeVisible();

  // Records: written by keyboard, a picture kept, a mistake corrected beside the original.
  await page.keyboard.press("r");
  await page.keyboard.type("您好，我查了，包裹在杭州中转。");
  await page.keyboard.press("Control+Enter");
  const record = screen.entries.filter({ hasText: "包裹在杭州中转" });
  await expect(record).toContainText("小林");
  await page
    .locator(".case-add input[type=file]")
    .setInputFiles({ name: "物流截图.png", mimeType: "image/png", buffer: await makePicture() });
  const picture = screen.entries.filter({ hasText: "物流截图.png" });
  await expect(picture.locator("img")).toBeVisible();
  await expect
    .poll(() => picture.locator("img").evaluate((img: HTMLImageElement) => img.naturalWidth))
    .toBeGreaterThan(0);
  await record.getByRole("button", { name: "更正" }).click();
  await page.getByLabel("更正内容").fill("是嘉兴中转，不是杭州。");
  await page.keyboard.press("Control+Enter");
  await expect(record.locator(".case-correction")).toContainText("是嘉兴中转，不是杭州。");
  await expect(record).toContainText("包裹在杭州中转");
  await expect(page.getByRole("button", { name: /删除/ })).toHaveCount(0);

  await screen.onward("进入“解释澄清”");
  await expect(screen.stage).toContainText("解释澄清");
  // A step too early is taken back by another one.
  await screen.undoBar.getByRole("button", { name: /撤销/ }).click();
  await expect(screen.stage).toContainText("接受");
  await screen.onward("进入“解释澄清”");
  await expect(screen.missing).toHaveText(["还没有复述并请买家确认。"]);
  await screen.duty("复述一遍，买家确认无误").check();
  await screen.onward("进入“提出方案”");

  // 提出方案: above one's authority it goes up, and comes back with a decision.
  await screen.tab("处理");
  const plan = screen.part("处理办法和补偿");
  await expect(plan).toContainText("您是客服，“物流”类投诉最多可给 ¥20。");
  await plan.getByLabel("怎么处理").fill("今天补发一盏");
  await plan.getByLabel("理由", { exact: true }).fill("原包裹丢了");
  await plan.getByRole("button", { name: "24 小时内" }).click();
  await screen.choose(plan, "补偿", "优惠券");
  await plan.getByLabel("金额（元）").fill("50");
  await expect(plan.getByRole("alert")).toContainText("超出您的权限 ¥30");
  await screen.press(plan, "记下办法");
  const up = screen.part("上报");
  await expect(up).toContainText("补偿 ¥50 超出权限");
  await expect(screen.missing.filter({ hasText: "权限" })).toHaveCount(1);
  await up.getByLabel("报给谁").fill("陈主管");
  await up.getByLabel("为什么上报").fill("买家等了五天");
  await screen.press(up, "上报");
  await expect(up).toContainText("已报给陈主管，等决定");
  await expect(screen.missing.first()).toContainText("陈主管 还没有决定");
  await up.getByLabel("上级的意见").fill("可以，补一张券");
  await screen.press(up, "记下决定");
  await expect(up).toContainText("陈主管同意，可给 ¥50");

  // The wording knows the plan now.
  await screen.tab("话术");
  const remedy = screen.side
    .getByRole("listitem")
    .filter({ hasText: "今天补发一盏" })
    .filter({ hasText: "优惠券" })
    .first();
  await remedy.getByRole("button", { name: "复制" }).click();
  await expect(page.getByText("已复制，到聊天窗口按")).toBeVisible();
  expect(await screen.clipboard()).toContain("王女士");
  expect(await screen.clipboard()).toContain("50 元优惠券");
  await screen.duty("把办法、时间和理由告诉买家").check();
  await screen.tab("处理");
  await screen.press(screen.part("买家答应吗"), "买家答应了");
  await expect(screen.part("买家答应吗")).toContainText("买家已答应");
  await screen.onward("进入“回访”");

  // 回访: scheduled by itself; closing needs the satisfaction.
  const follow = screen.part("回访和满意度");
  await expect(follow).toContainText("约好回访");
  await expect(screen.missing).toHaveText(["还没有把结果告诉买家。", "还没有记下买家满不满意。"]);
  await screen.duty("把结果告诉买家").check();
  await screen.onward("结案");
  await expect(page.getByRole("alert").filter({ hasText: "还没有记下买家满不满意" })).toBeVisible();
  await follow.getByRole("radio").nth(4).click();
  await follow.getByLabel("买家怎么说").fill("处理得很快");
  await screen.press(follow, "记下满意度");
  await expect(follow).toContainText("已记 5 星");
  await screen.onward("结案");
  await expect(page.locator(".stage-closed")).toBeVisible();

  const { rows } = await app.call("complaints.list", { state: "closed" });
  expect(rows[0]).toMatchObject({ stage: "closed", satisfaction: 5, agreed: "yes" });

  // On paper and as a file with everything in it.
  const paper = await screen.export(/PDF/);
  expect((await readFile(await paper.path())).subarray(0, 4).toString()).toBe("%PDF");
  const zip = await screen.export(/zip/);
  expect((await readFile(await zip.path())).subarray(0, 2).toString()).toBe("PK");

  // The buyer comes again.
  await page.getByLabel("买家为什么又来了").fill("补发的也没到");
  await screen.press(page.locator(".stage-onward"), "重新打开");
  await expect(screen.stage).toContainText("接受");
  await expect(screen.entries.filter({ hasText: "补发的也没到" })).toContainText("重新打开");
});

test("the board is walked, filtered and left by keyboard; the list shows the same", async ({
  page,
  app,
}) => {
  const ids = await several(app);
  await accepted(app, ids[1]!);
  const screen = await ComplaintsPage.open(page, app);
  await expect(screen.column("接受").locator(".complaint-card")).toHaveCount(2);
  // What is late stands first and says so.
  await expect(screen.cards.first()).toContainText("王女士");
  await expect(screen.cards.first()).toContainText("答复 已超 2 小时");
  await expect(screen.column("接受")).toContainText("超时 1");

  await screen.cards.first().focus();
  await page.keyboard.press("ArrowDown");
  await expect(screen.cards.filter({ hasText: "赵小姐" })).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(screen.cards.filter({ hasText: "李先生" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "李先生 · 灯罩开裂了" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(screen.cards.filter({ hasText: "李先生" })).toBeFocused();

  await page.keyboard.press("/");
  await page.keyboard.type("丢了");
  await expect(screen.cards).toHaveText([/赵小姐/]);
  await page.keyboard.press("Enter");
  await expect(screen.cards.first()).toBeFocused();
  await screen.filter.fill("没有这个");
  await expect(page.getByText("没有符合的投诉。")).toBeVisible();
  await screen.filter.fill("");
  await expect(screen.cards).toHaveCount(3);
  await page.getByRole("button", { name: "只看超时 1" }).click();
  await expect(screen.cards).toHaveText([/王女士/]);
  await page.getByRole("button", { name: "只看超时 1" }).click();
  await screen.choose(page.locator(".complaint-filters"), "类型", "商品质量");
  await expect(screen.cards).toHaveText([/李先生/]);
  await screen.choose(page.locator(".complaint-filters"), "类型", "全部类型");

  await page.locator(".complaint-filters").getByTitle("列表").click();
  const rows = page.getByRole("option");
  await expect(rows).toHaveText([/王女士/, /李先生/, /赵小姐/]);
  await page.getByRole("listbox", { name: "投诉列表" }).focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: /李先生/ })).toBeVisible();
});

test("hundreds of cases are a list of which only what is seen is drawn", async ({ page, app }) => {
  for (let number = 0; number < 420; number++)
    await app.call("complaints.open", {
      customer: `买家${number}`,
      kind: "logistics",
      answerBy: Date.now() + (number + 1) * HOUR,
    });
  const screen = await ComplaintsPage.open(page, app);
  await expect(screen.column("接受").locator(".complaint-card")).toHaveCount(30);
  await screen.column("接受").getByRole("button", { name: "还有 390 起，看列表" }).click();
  await expect(page.getByRole("option").first()).toContainText("买家0");
  await page.getByRole("listbox", { name: "投诉列表" }).focus();
  await page.keyboard.press("End");
  await expect(page.getByRole("option", { selected: true })).toContainText("买家419");
  expect(await page.getByRole("option").count()).toBeLessThan(100);
});

test("wordings are the stage's own, filled with the case, and a key uses one", async ({
  page,
  app,
}) => {
  const [id] = await several(app);
  const screen = await ComplaintsPage.open(page, app);
  await page.goto(`${new URL(app.url).origin}/#/complaints?case=${id}`);
  await screen.tab("话术");
  await expect(screen.side.getByRole("region", { name: "表示理解" })).toBeVisible();
  await expect(screen.side.getByRole("region", { name: "感谢收尾" })).toBeHidden();
  const first = screen.side.getByRole("listitem").first();
  await expect(first).toContainText("王女士");
  await page.keyboard.press("1");
  await expect(page.getByText("已复制，到聊天窗口按")).toBeVisible();
  expect(await screen.clipboard()).toBe(await first.locator("p").innerText());

  // What is not known yet is named, and such a text is not to be sent.
  await screen.side.getByText("其他说法").click();
  const options = screen.side.getByRole("region", { name: "认错并马上补救" });
  await expect(options).toContainText("还缺：处理办法");
  await expect(options.getByRole("button", { name: "复制" }).first()).toBeDisabled();

  await screen.tab("指引");
  await expect(screen.side).toContainText("马上接下");
  await page.getByRole("button", { name: "老虎型" }).click();
  await expect(screen.side).toContainText("先说结论，再说时间");
  await screen.tab("话术");
  await expect(screen.side.getByText("收到，我是")).toBeVisible();
});

test("details are changed and taken back; what was before stays in the course of events", async ({
  page,
  app,
}) => {
  const [id, , other] = await several(app);
  await app.call("complaints.amend", {
    id: other!,
    changes: { customer: "王女士", shop: "灯饰旗舰店" },
  });
  const screen = await ComplaintsPage.open(page, app);
  await page.goto(`${new URL(app.url).origin}/#/complaints?case=${id}`);
  await expect(page.getByText("这位买家一年内还投诉过 1 次")).toBeVisible();
  await expect(page.getByText("90 天内还有 1 起同样原因的投诉")).toBeVisible();
  await expect(page.getByRole("region", { name: "同一位买家的投诉" })).toContainText("丢了一箱");
  await page.keyboard.press("e");
  await screen.choose(screen.dialog, "严重程度", "紧急");
  await page.keyboard.press("Control+Enter");
  await expect(page.locator(".case-head")).toContainText("紧急");
  await expect(screen.entries.filter({ hasText: "严重程度改为“紧急”" })).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(page.locator(".case-head")).toContainText("一般");
  await expect(screen.entries.filter({ hasText: "严重程度改为“紧急”" })).toBeVisible();
});

test("a copied picture is pasted in and a file dragged in", async ({ page, app }) => {
  const [id] = await several(app);
  const screen = await ComplaintsPage.open(page, app);
  await page.goto(`${new URL(app.url).origin}/#/complaints?case=${id}`);
  await page.locator(".case").waitFor();
  const picture = (await makePicture({ seed: 4 })).toString("base64");
  await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    await navigator.clipboard.write([
      new ClipboardItem({ "image/png": new Blob([bytes], { type: "image/png" }) }),
    ]);
  }, picture);
  await page.keyboard.press("r");
  await page.keyboard.press("Control+v");
  await expect(screen.entries.filter({ hasText: "粘贴的图片" })).toBeVisible();
  await page.locator(".case-middle").evaluate((middle) => {
    const data = new DataTransfer();
    data.items.add(new File(["承诺书"], "签收证明.txt", { type: "text/plain" }));
    for (const type of ["dragover", "drop"])
      middle.dispatchEvent(
        new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }),
      );
  });
  const file = screen.entries.filter({ hasText: "签收证明.txt" });
  await expect(file).toBeVisible();
  const coming = page.waitForEvent("download");
  await file.getByRole("button", { name: "下载 签收证明.txt" }).click();
  expect(await readFile(await (await coming).path(), "utf8")).toBe("承诺书");
});

test("a case goes to a colleague as a file and arrives whole, once; a broken file is refused in words", async ({
  page,
  app,
  browser,
}) => {
  await app.call("customers.set", { name: "王女士", order: "T240011" });
  const screen = await ComplaintsPage.open(page, app);
  await screen.log("灯罩开裂，要换新的");
  const zip = await readFile(await (await screen.export(/zip/)).path());

  const colleague = await startApp();
  const context = await browser.newContext();
  try {
    const there = await ComplaintsPage.open(await context.newPage(), colleague.app);
    const take = (buffer: Buffer) =>
      there.page
        .locator(".complaint-filters input[type=file]")
        .setInputFiles({ name: "case.zip", mimeType: "application/zip", buffer });
    await take(zip.subarray(0, zip.length - 40));
    await expect(there.page.locator(".ant-notification-notice")).toContainText("case.zip");
    await take(zip);
    await expect(there.page.getByText(/收进了 .+：新增 \d+ 条/)).toBeVisible();
    await expect(there.entries.filter({ hasText: "灯罩开裂，要换新的" })).toHaveCount(1);
    await there.page.keyboard.press("Escape");
    await take(zip);
    await expect(there.page.getByText(/新增 0 条，原来就有 [1-9]\d* 条/)).toBeVisible();
    expect((await colleague.app.call("complaints.list", {})).total).toBe(1);
  } finally {
    await context.close();
    await colleague.stop();
  }
});

test("trends show kinds, weeks and what comes again, as plots and as tables", async ({
  page,
  app,
}) => {
  await app.call("settings.set", { locale: "zh-CN" });
  await page.goto(`${app.url}#/complaintTrends`);
  await expect(page.getByText("这段时间没有投诉。")).toBeVisible();
  await several(app);
  await expect(page.getByText("物流最多，占 67%")).toBeVisible();
  await expect(page.getByText("被投诉最多的商品：云朵吊灯，3 起")).toBeVisible();
  await expect(page.getByText("被投诉最多的店铺：灯饰旗舰店，2 起")).toBeVisible();
  await expect(page.locator(".plot svg text", { hasText: "云朵吊灯" })).toBeVisible();
  const kinds = page.getByRole("figure").filter({ hasText: "物流最多" });
  await kinds.getByText("看表格").click();
  await expect(kinds.getByRole("row", { name: /^物流 2 2/ })).toBeVisible();
  const causes = page.getByRole("region", { name: "反复出现的原因" });
  await expect(causes).toContainText("快递中转慢");
  await causes.getByRole("link", { name: "看最近一次" }).click();
  await expect(page.getByRole("heading", { name: /赵小姐/ })).toBeVisible();
});

test("limits, rules and years of keeping hold at once and can be taken back", async ({
  page,
  app,
}) => {
  await app.call("settings.set", { locale: "zh-CN" });
  await page.goto(`${app.url}#/complaintRules`);
  const limit = page.getByLabel("客服：物流", { exact: true });
  await limit.fill("60");
  await limit.press("Enter");
  await expect(page.locator(".undo-bar")).toContainText("已改：客服：物流");
  expect((await app.call("complaints.authority", {})).limits.agent.logistics).toBe(6_000);
  await page.keyboard.press("Tab");
  await page.locator(".undo-bar").getByRole("button", { name: /撤销/ }).click();
  await expect(limit).toHaveValue("20");
  expect((await app.call("complaints.authority", {})).limits.agent.logistics).toBe(2_000);
  await limit.fill("");
  await limit.press("Enter");
  await expect(page.locator(".undo-bar")).toContainText("已改：客服：物流");
  expect((await app.call("complaints.authority", {})).limits.agent.logistics).toBeNull();

  const to = page.getByLabel("发票：报给谁");
  await to.fill("财务小周");
  await to.press("Enter");
  await expect
    .poll(async () => (await app.call("complaints.authority", {})).rules.invoice.to)
    .toBe("财务小周");
  // The law's least cannot be set shorter.
  const years = page.getByLabel("结案后保存");
  await years.fill("2");
  await years.press("Enter");
  await expect(years).toHaveValue("3");
  expect((await app.call("complaints.authority", {})).keepYears).toBe(3);
  await expect(page.getByText("还没有满保存年限的投诉。")).toBeVisible();
});

test("what was kept for long enough is looked at, then removed, and a checksum stays", async ({
  page,
}) => {
  const { app, setTime, stop } = await startClockedApp(Date.UTC(2026, 10, 27, 4));
  try {
    await app.call("settings.set", { locale: "zh-CN" });
    const [id] = await several(app);
    await accepted(app, id!);
    await app.call("complaints.duty", { id: id!, duty: "summarised", done: true });
    await app.call("complaints.advance", { id: id! });
    await app.call("complaints.propose", {
      id: id!,
      plan: { measure: "补发", reason: "丢件", dueAt: Date.UTC(2026, 10, 28) },
    });
    await app.call("complaints.duty", { id: id!, duty: "plan_told", done: true });
    await app.call("complaints.answer", { id: id!, agreed: true });
    await app.call("complaints.advance", { id: id! });
    await app.call("complaints.duty", { id: id!, duty: "result_reported", done: true });
    await app.call("complaints.satisfaction", { id: id!, value: 4 });
    const { case: closed } = await app.call("complaints.advance", { id: id! });
    const later = Date.UTC(2029, 10, 28, 4);
    await setTime(later);
    await page.clock.setFixedTime(later);
    await page.goto(`${app.url}#/complaintRules`);
    await page.getByRole("button", { name: "先看会清除哪些" }).click();
    await expect(page.locator(".rules-preview li")).toHaveText([new RegExp(closed.number)]);
    await page.getByRole("button", { name: "清除这 1 起" }).click();
    await page.locator(".ant-popconfirm").getByRole("button", { name: "清除这 1 起" }).click();
    await expect(page.getByText("清除了 1 起，留下了校验值")).toBeVisible();
    await expect(page.getByText("还没有满保存年限的投诉。")).toBeVisible();
    await page.getByText("以前清除的").click();
    await expect(page.locator(".rules-purged li")).toHaveCount(1);
    expect((await app.call("complaints.list", { state: "all" })).total).toBe(2);
  } finally {
    await stop();
  }
});

for (const [locale, words] of [
  ["zh-TW", ["客訴", "受理", "登錄客訴", "權限與保存"]],
  ["en", ["Complaints", "Accept", "Log a complaint", "Limits & retention"]],
] as const)
  test(`speaks ${locale}, also in a narrow window`, async ({ page, app }) => {
    const [id] = await several(app);
    await app.call("settings.set", { locale });
    await page.setViewportSize({ width: 900, height: 820 });
    await page.goto(`${app.url}#/complaints`);
    for (const each of words)
      await expect(page.getByText(each, { exact: true }).first()).toBeVisible();
    const board = await page.locator(".complaint-board").evaluate((element) => ({
      inside: element.clientWidth,
      whole: element.scrollWidth,
    }));
    expect(board.whole).toBeLessThanOrEqual(board.inside);
    await page.goto(`${new URL(app.url).origin}/#/complaints?case=${id}`);
    await page.locator(".case").waitFor();
    // Nothing lies over anything else, and the field for records can be reached.
    const boxes = await Promise.all(
      [".case-left", ".case-right", ".case-middle"].map((each) => page.locator(each).boundingBox()),
    );
    expect(boxes[2]!.y).toBeGreaterThanOrEqual(boxes[0]!.y + boxes[0]!.height);
    expect(boxes[2]!.y).toBeGreaterThanOrEqual(boxes[1]!.y + boxes[1]!.height);
    await page.keyboard.press("r");
    await expect(page.locator(".case-add textarea")).toBeInViewport();
  });
