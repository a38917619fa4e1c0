import type { RunningApp } from "./fixtures.ts";
import { expect, test } from "./fixtures.ts";
import { addPicture } from "../support/sendPicture.ts";
import { PanelPage } from "./pages/PanelPage.ts";

/** A small library: two categories, one inside the other, a favourite, shops. */
async function fill(app: RunningApp): Promise<Record<string, string>> {
  const top = await app.call("categories.create", { name: "售后", parentId: null });
  const below = await app.call("categories.create", { name: "退换货", parentId: top.id });
  const drafts = [
    {
      ...{ title: "退换货流程", shortcut: "thh", categoryId: below.id },
      body: "七天内不影响二次销售即可退，\n运费险可抵运费。",
    },
    { title: "破损补发", body: "破损请拍照，核实后今天补发。", categoryId: top.id },
    { title: "发货时间", body: "下午四点前付款当天发出。", shortcut: "fh" },
    { title: "接待问好", body: "您好，在的，请问想了解哪一款？", favourite: true },
    { title: "灯饰安装", body: "安装图发您。", shop: "灯饰旗舰店", categoryId: top.id },
    { title: "童装尺码", body: "一米二选 120 码。", shop: "童装专营店", categoryId: top.id },
  ];
  const ids: Record<string, string> = {};
  for (const draft of drafts) ids[draft.title] = (await app.call("phrases.create", draft)).id;
  return ids;
}

test.describe("one click", () => {
  test("pastes; with Ctrl or the button at the row's end it also sends", async ({ page, app }) => {
    const ids = await fill(app);
    const panel = await PanelPage.open(page, app, { pastes: true });
    const row = panel.row("接待问好");
    expect(await panel.nextCall("paste.phrase", () => row.click())).toMatchObject({
      ...{ id: ids["接待问好"], mode: null, from: "panel" },
    });
    await expect(panel.footer).toHaveText("✓ 已粘贴“接待问好”");
    const sent = { id: ids["接待问好"], mode: "send", from: "panel" };
    const held = await panel.nextCall("paste.phrase", () =>
      row.click({ modifiers: ["ControlOrMeta"] }),
    );
    expect(held).toMatchObject(sent);
    await row.hover();
    const button = page.getByRole("button", { name: "粘贴并发送“接待问好”" });
    expect(await panel.nextCall("paste.phrase", () => button.click())).toMatchObject(sent);
    await expect(panel.footer).toHaveText("✓ 已发送“接待问好”");
  });

  test("twice in a row is one paste", async ({ page, app }) => {
    await fill(app);
    const panel = await PanelPage.open(page, app, { pastes: true });
    let pasted = 0;
    page.on("request", (request) => {
      if (request.url().endsWith("/call/paste.phrase")) pasted += 1;
    });
    await panel.row("接待问好").dblclick();
    await expect(panel.footer).toContainText("已粘贴");
    expect(pasted).toBe(1);
  });

  test("copies where nothing can be pasted", async ({ page, app }) => {
    const ids = await fill(app);
    const panel = await PanelPage.open(page, app);
    await expect(panel.footer).toHaveText("点一条就复制，到聊天窗口粘贴。");
    const counted = page.waitForRequest("**/call/paste.copied");
    await panel.row("接待问好").click();
    expect((await counted).postDataJSON()).toEqual({ id: ids["接待问好"] });
    expect(await panel.clipboard()).toBe("您好，在的，请问想了解哪一款？");
    await expect(panel.footer).toContainText("已复制“接待问好”");
    await expect(page.locator(".row-send")).toHaveCount(0);
  });

  test("is told where it would go", async ({ page, app }) => {
    await fill(app);
    const panel = await PanelPage.open(page, app, { pastes: true });
    await expect(panel.footer).toHaveText("粘贴到：接待中心");
  });
});

test.describe("search", () => {
  test("finds by pinyin with the matched letters marked; Enter pastes the first", async ({
    page,
    app,
  }) => {
    const ids = await fill(app);
    const panel = await PanelPage.open(page, app, { pastes: true });
    await panel.input.pressSequentially("thh");
    await expect(panel.rows).toHaveCount(1);
    await expect(panel.row("退换货流程").locator("mark").first()).toBeVisible();
    const pasted = await panel.nextCall("paste.phrase", () => panel.press("Enter"));
    expect(pasted).toMatchObject({ id: ids["退换货流程"], from: "panel" });
    await panel.press("Escape");
    await expect(panel.input).toHaveValue("");
    await expect(panel.section("分类")).toBeVisible();
  });

  test("Enter before the results waits for them; an empty line pastes nothing", async ({
    page,
    app,
  }) => {
    const ids = await fill(app);
    const panel = await PanelPage.open(page, app, { pastes: true });
    const asked: string[] = [];
    page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    await panel.input.focus();
    await panel.press("Enter");
    const answering = Promise.withResolvers<void>();
    await page.route("**/call/search.query", async (route) => {
      await answering.promise;
      await route.continue();
    });
    await panel.input.fill("发货");
    await panel.press("Enter");
    expect(asked).not.toContain("/call/paste.phrase");
    const pasted = await panel.nextCall("paste.phrase", async () => answering.resolve());
    expect(pasted["id"]).toBe(ids["发货时间"]);
  });

  test("arrows go through the rows, and the row with the keyboard is shown whole", async ({
    page,
    app,
  }) => {
    const ids = await fill(app);
    const panel = await PanelPage.open(page, app, { pastes: true });
    await panel.input.fill("。");
    await expect(panel.rows).toHaveCount(5);
    await panel.press("ArrowDown");
    await panel.press("ArrowDown");
    const second = await panel.rows.nth(1).locator(".title").textContent();
    await expect(panel.rows.nth(1)).toBeFocused();
    await expect(panel.whole).toContainText(second!);
    const pasted = await panel.nextCall("paste.phrase", () => panel.press("Control+Enter"));
    expect(pasted).toMatchObject({ id: ids[second!], mode: "send" });
    await panel.press("ArrowUp");
    await panel.press("ArrowUp");
    await expect(panel.input).toBeFocused();
  });

  test("says so when nothing is found, and where prices are worked out", async ({ page, app }) => {
    await fill(app);
    const panel = await PanelPage.open(page, app);
    await panel.input.fill("不存在的话");
    await expect(page.locator(".hint")).toContainText("不存在的话");
    await panel.input.fill("=299*2");
    await expect(page.locator(".hint")).toContainText("快捷面板");
  });

  test("says when the program is gone, and comes back by itself", async ({ page, app }) => {
    await fill(app);
    const panel = await PanelPage.open(page, app);
    await page.route("**/call/search.query", (route) => route.abort());
    await panel.input.fill("发货");
    await expect(panel.footer.getByText("正在重连")).toBeVisible();
    await page.unroute("**/call/search.query");
    await expect(panel.row("发货时间")).toBeVisible();
    await expect(panel.footer.getByText("正在重连")).toBeHidden();
  });
});

test("a mouse that rests on a row sees the whole of it, never in the way", async ({
  page,
  app,
}) => {
  await fill(app);
  await app.call("phrases.create", {
    ...{ title: "活动说明", favourite: true },
    body: `${"亲，活动说明较长，".repeat(30)}末尾在这里`,
  });
  const panel = await PanelPage.open(page, app, { pastes: true });
  await panel.row("活动说明").hover();
  await expect(panel.whole).toContainText("末尾在这里");
  await panel.row("接待问好").hover();
  await expect(panel.whole).toContainText("请问想了解哪一款？");
  await panel.nextCall("paste.phrase", () => panel.row("接待问好").click());
  await expect(panel.whole).toBeHidden();
});

test("pictures are found by the tab or /img, seen in the row, and pasted", async ({
  page,
  app,
}) => {
  await fill(app);
  const red = await addPicture(app, "红色台灯.png", 1);
  await addPicture(app, "落地灯.jpg", 2);
  const panel = await PanelPage.open(page, app, { pastes: true });
  await page.getByRole("button", { name: "图片", exact: true }).click();
  await expect(panel.input).toHaveValue("/img ");
  await expect(panel.rows).toHaveCount(2);
  await panel.input.pressSequentially("hstd");
  await expect(panel.rows).toHaveCount(1);
  await expect
    .poll(() =>
      panel.rows.locator("img").evaluate((image) => (image as HTMLImageElement).naturalWidth),
    )
    .toBeGreaterThan(0);
  const pasted = await panel.nextCall("paste.picture", () => panel.row("红色台灯").click());
  expect(pasted).toEqual({ picture: red, mode: "paste", from: "panel" });
  await page.getByRole("button", { name: "话术", exact: true }).click();
  await expect(panel.input).toHaveValue("hstd");
});

test.describe("without a search", () => {
  test("favourites and lately used ones come first, and follow the library", async ({
    page,
    app,
  }) => {
    const ids = await fill(app);
    await app.call("paste.copied", { id: ids["发货时间"]! });
    const panel = await PanelPage.open(page, app);
    const recent = panel.section("收藏与最近使用");
    await expect(recent.locator(".row")).toHaveCount(2);
    await expect(recent.locator(".row").first()).toContainText("接待问好");
    await app.call("phrases.update", { id: ids["破损补发"]!, changes: { favourite: true } });
    await expect(recent.locator(".row")).toHaveCount(3);
  });

  test("many of them leave the tree in sight until more are asked for", async ({ page, app }) => {
    for (let n = 1; n <= 12; n += 1)
      await app.call("phrases.create", { title: `常用 ${n}`, body: "好的", favourite: true });
    const panel = await PanelPage.open(page, app);
    const rows = panel.section("收藏与最近使用").locator(".row");
    await expect(rows).toHaveCount(8);
    await page.getByRole("button", { name: "再看 4 条" }).click();
    await expect(rows).toHaveCount(12);
    await page.getByRole("button", { name: "只看前几条" }).click();
    await expect(rows).toHaveCount(8);
  });

  test("the tree opens by a click, shows what is in a category itself, and is remembered", async ({
    page,
    app,
  }) => {
    await fill(app);
    const panel = await PanelPage.open(page, app);
    const tree = panel.section("分类");
    await expect(panel.category("售后")).toContainText("4");
    await expect(tree.locator(".row")).toHaveCount(0);
    await panel.category("售后").click();
    await expect(tree.locator(".row")).toHaveCount(3);
    await expect(panel.category("退换货")).toContainText("1");
    await panel.category("退换货").click();
    await expect(tree.locator(".row").filter({ hasText: "退换货流程" })).toBeVisible();
    await panel.category("未分类").click();
    await expect(tree.locator(".row").filter({ hasText: "发货时间" })).toBeVisible();
    await page.reload();
    await expect(tree.locator(".row").filter({ hasText: "退换货流程" })).toBeVisible();
    await panel.category("售后").click();
    await expect(tree.locator(".row").filter({ hasText: "退换货流程" })).toBeHidden();
  });

  test("only the served shop's phrases and those of none are there", async ({ page, app }) => {
    await fill(app);
    const panel = await PanelPage.open(page, app);
    await panel.category("售后").click();
    await expect(panel.row("童装尺码")).toBeVisible();
    await page.getByRole("combobox", { name: "店铺" }).selectOption("灯饰旗舰店");
    await expect(panel.row("童装尺码")).toBeHidden();
    await expect(panel.row("灯饰安装")).toBeVisible();
    await expect.poll(async () => (await app.call("settings.get", {})).shop).toBe("灯饰旗舰店");
    await panel.input.fill("。");
    await expect(panel.row("灯饰安装")).toBeVisible();
    await expect(panel.row("童装尺码")).toBeHidden();
  });

  test("an empty library says what to do", async ({ page, app }) => {
    await PanelPage.open(page, app);
    await expect(page.locator(".hint")).toContainText("还没有话术");
  });
});

test.describe("emergency sets", () => {
  test("are switched as one, shown by a bar, and taken back", async ({ page, app }) => {
    await app.call("campaigns.addPrepared", { name: "emergency" });
    const { switches } = await app.call("campaigns.status", {});
    const { id, name } = switches[0]!;
    const isOn = async () =>
      (await app.call("campaigns.status", {})).emergencies.some((each) => each.id === id);
    const panel = await PanelPage.open(page, app);
    const toggle = page.getByRole("switch", { name });
    await expect(toggle).toHaveAttribute("aria-checked", "false");
    await toggle.click();
    await expect(panel.bar(name)).toBeVisible();
    await expect(toggle).toHaveAttribute("aria-checked", "true");
    await expect(panel.footer).toContainText(`已开启“${name}”`);
    // Its phrases come first.
    await expect(panel.section("收藏与最近使用").locator(".badge").first()).toHaveText("预案");
    await page.getByRole("button", { name: "撤销" }).click();
    await expect(panel.bar(name)).toBeHidden();
    await expect.poll(isOn).toBe(false);
  });

  test("switched off by mistake are on again as they were", async ({ page, app }) => {
    await app.call("campaigns.addPrepared", { name: "emergency" });
    const { id, name } = (await app.call("campaigns.status", {})).switches[0]!;
    const until = Date.now() + 3_600_000;
    await app.call("campaigns.switch", { id, on: true, until, why: "支付通道故障" });
    const panel = await PanelPage.open(page, app);
    await expect(panel.bar(name)).toContainText("支付通道故障");
    await panel.bar(name).getByRole("button").click();
    await expect(panel.bar(name)).toBeHidden();
    await page.getByRole("button", { name: "撤销" }).click();
    await expect(panel.bar(name)).toContainText("支付通道故障");
    const [on] = (await app.call("campaigns.status", {})).emergencies;
    expect(on).toMatchObject({ id, until, why: "支付通道故障" });
  });
});

test("a campaign that is on has its bar", async ({ page, app }) => {
  const wall = (ahead: number): string =>
    new Date(Date.now() + ahead + 8 * 3_600_000).toISOString().slice(0, 16);
  const { id } = await app.call("phrases.create", { title: "满减", body: "每满300减50。" });
  await app.call("campaigns.save", {
    id: null,
    draft: {
      ...{ name: "双十一", colour: "violet", start: wall(-3_600_000), end: wall(7_200_000) },
      phrases: [{ phraseId: id }],
    },
  });
  const panel = await PanelPage.open(page, app);
  await expect(panel.bar("双十一")).toContainText(/到 .*\d\d:\d\d/);
});

test.describe("a script that asks", () => {
  test("is filled in in the panel and goes out from there", async ({ page, app }) => {
    const { id } = await app.call("phrases.create", {
      ...{ title: "到货", favourite: true, body: "发到{% input 城市 %}，两天到。" },
    });
    const panel = await PanelPage.open(page, app, { pastes: true });
    await panel.row("到货").click();
    await expect(panel.review).toBeVisible();
    await page.getByRole("button", { name: "粘贴", exact: true }).click();
    await expect(panel.footer.getByRole("alert").or(panel.footer)).toContainText("城市");
    await panel.review.getByRole("textbox").first().fill("杭州");
    await expect(panel.review.locator("textarea")).toHaveValue("发到杭州，两天到。");
    const pasted = await panel.nextCall("paste.phrase", () =>
      page.getByRole("button", { name: "发送", exact: true }).click(),
    );
    expect(pasted).toMatchObject({ id, mode: "send", from: "panel", answers: { 城市: "杭州" } });
    await expect(panel.review).toBeHidden();
    await expect(panel.footer).toContainText("已发送“到货”");
  });

  test("left by the button is kept as it was filled in", async ({ page, app }) => {
    await app.call("phrases.create", {
      ...{ title: "到货", favourite: true, body: "发到{% input 城市 %}，两天到。" },
    });
    const panel = await PanelPage.open(page, app, { pastes: true });
    await panel.row("到货").click();
    await panel.review.getByRole("textbox").first().fill("杭州");
    await page.getByRole("button", { name: "返回" }).click();
    await panel.row("到货").click();
    await expect(panel.review.getByRole("textbox").first()).toHaveValue("杭州");
  });
});

test("the customer in hand is chosen from the last ones, or filled in", async ({ page, app }) => {
  await fill(app);
  await app.call("customers.set", { name: "王女士", order: "4001234567" });
  await app.call("customers.set", { name: "李先生", order: "4007654321" });
  const panel = await PanelPage.open(page, app);
  const head = page.locator(".head-customer");
  await expect(head).toContainText("李先生");
  await head.click();
  await page.getByRole("option", { name: /王女士/ }).click();
  await expect(head).toContainText("王女士 …4567");
  await expect(panel.footer).toContainText("手上的客户：王女士");
  await head.click();
  await page.getByLabel("称呼").fill("赵先生");
  await page.getByRole("button", { name: "采用" }).click();
  await expect(head).toContainText("赵先生");
  expect(await app.call("customers.current", {})).toMatchObject({ name: "赵先生" });
});

test("its edge and width are chosen in it, and remembered", async ({ page, app }) => {
  await fill(app);
  await PanelPage.open(page, app, { pastes: true });
  await page.getByRole("button", { name: "面板位置" }).click();
  await page.getByRole("button", { name: "靠左" }).click();
  await page.getByRole("button", { name: "宽 320" }).click();
  await expect
    .poll(async () => (await app.call("settings.get", {})).panel)
    .toEqual({ open: false, side: "left", width: 320 });
});

test("asks for the keyboard only for its fields, and gives it back", async ({ page, app }) => {
  await fill(app);
  const panel = await PanelPage.open(page, app, { pastes: true });
  const take = await panel.nextCall("panel.keyboard", () => panel.input.click());
  expect(take).toEqual({ want: "take" });
  const give = await panel.nextCall("panel.keyboard", () => panel.press("Escape"));
  expect(give).toEqual({ want: "give" });
});

for (const [locale, recent, categories] of [
  ["zh-CN", "收藏与最近使用", "分类"],
  ["zh-TW", "收藏與最近使用", "分類"],
  ["en", "Favourites and lately used", "Categories"],
] as const)
  test(`speaks ${locale}, and in 280 px nothing is wider than the panel`, async ({ page, app }) => {
    await fill(app);
    await app.call("campaigns.addPrepared", { name: "emergency" });
    const { id } = (await app.call("campaigns.status", {})).switches[0]!;
    await app.call("campaigns.switch", { id, on: true, why: "支付通道故障，预计两小时内恢复" });
    await app.call("settings.set", { locale });
    const panel = await PanelPage.open(page, app, { width: 280 });
    await expect(panel.section(recent)).toBeVisible();
    await expect(panel.section(categories)).toBeVisible();
    // Words that are cut with an ellipsis are longer than what is seen of them; what is pressed is not.
    const wider = await page.evaluate(() =>
      [...document.querySelectorAll("button, input, select, section, footer, .bar, .bar p")]
        .filter((each) => each.getBoundingClientRect().right > window.innerWidth)
        .map((each) => each.outerHTML),
    );
    expect(wider).toEqual([]);
  });

test("is dark when that was chosen", async ({ page, app }) => {
  await fill(app);
  await app.call("settings.set", { theme: "dark" });
  const panel = await PanelPage.open(page, app);
  const shade = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await expect.poll(shade).toBe("rgb(25, 31, 31)");
  await app.call("settings.set", { theme: "light" });
  await expect.poll(shade).toBe("rgb(255, 255, 255)");
  await expect(panel.row("接待问好")).toBeVisible();
});

test("opens beside the main window where there is no desktop", async ({ page, app }) => {
  await fill(app);
  await page.goto(app.entrance("/"));
  const opened = page.waitForEvent("popup");
  await page.getByRole("button", { name: "侧边面板" }).click();
  const panel = new PanelPage(await opened);
  await expect(panel.row("接待问好")).toBeVisible();
});

test("the promise that is due next stands at the foot, and is cleared with a way back", async ({
  page,
  app,
}) => {
  const soon = Date.now() + 25 * 60_000;
  for (const [text, dueAt] of [
    ["补发灯罩", soon],
    ["退运费", soon + 60_000],
  ] as const)
    await app.call("promises.add", { text, dueAt, customer: "王女士" });
  const panel = await PanelPage.open(page, app);
  const strip = page.getByRole("region", { name: "日清：最先到期的一件" });
  await expect(strip).toContainText("补发灯罩 王女士");
  await expect(strip).toContainText("另 1 件");
  await strip.getByRole("button", { name: "办完：补发灯罩" }).click();
  await expect(strip).toContainText("退运费");
  await panel.footer.getByRole("button", { name: "撤销" }).click();
  await expect(strip).toContainText("补发灯罩");
});
