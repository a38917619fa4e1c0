import { startClockedApp } from "../support/clockedApp.ts";
import { expect, test as base } from "./fixtures.ts";
import { CampaignsPage } from "./pages/CampaignsPage.ts";
import { PalettePage } from "./pages/PalettePage.ts";

const HOUR = 3_600_000;
/** 10 November 2026, noon in Shanghai. */
const NOON = Date.UTC(2026, 10, 10, 4);
const OPENING = Date.UTC(2026, 10, 10, 12);

/** The program and the page at a time of the test's own. */
const test = base.extend<{ clocked: Awaited<ReturnType<typeof startClockedApp>> }>({
  clocked: async ({ browserName: _browserName }, use) => {
    const clocked = await startClockedApp(NOON);
    try {
      await use(clocked);
    } finally {
      await clocked.stop();
    }
  },
});
test.use({ timezoneId: "Asia/Shanghai" });

test("an empty screen teaches, and the prepared sets come and go in one step", async ({
  page,
  clocked: { app },
}) => {
  const campaigns = await CampaignsPage.open(page, app, NOON);
  await expect(page.getByText("先备好话术，出事时一键开启")).toBeVisible();
  await expect(page.getByText("还没有活动。")).toBeVisible();
  await page.getByRole("button", { name: /装上 5 套/ }).click();
  await expect(page.getByRole("switch")).toHaveCount(5);
  const { total } = await app.call("phrases.query", {});
  expect(total).toBeGreaterThanOrEqual(40);
  await campaigns.undoBar.getByRole("button", { name: /撤销/ }).click();
  await expect(page.getByRole("switch")).toHaveCount(0);
  expect((await app.call("phrases.query", {})).total).toBe(0);
});

test("an emergency is switched on by one click, is seen on every screen, and is switched off there", async ({
  page,
  clocked: { app, setTime },
}) => {
  await app.call("campaigns.addPrepared", { name: "emergency" });
  const campaigns = await CampaignsPage.open(page, app, NOON);
  const card = campaigns.card("平台故障");
  await card.getByRole("button", { name: /10 条话术/ }).click();
  await expect(card.getByText("付款通道暂时不稳", { exact: false })).toBeVisible();

  await campaigns.switchOf("平台故障").click();
  await expect(campaigns.bars).toHaveCount(1);
  await expect(campaigns.bars.first()).toContainText("平台故障预案已开");
  const why = card.getByRole("textbox", { name: "原因" });
  await why.fill("付款通道不通");
  await why.press("Enter");
  await expect(campaigns.bars.first()).toContainText("付款通道不通");
  await card.getByRole("combobox", { name: "开到什么时候" }).click();
  await page.getByTitle("2 小时后自动关闭").click();
  await expect(campaigns.bars.first()).toContainText("14:00 自动关闭");

  await page.getByRole("link", { name: "设置" }).click();
  await expect(campaigns.bars).toHaveCount(1);
  await campaigns.bars.getByRole("link", { name: "看 10 条话术" }).click();
  await expect(campaigns.editor.getByLabel("名称")).toHaveValue("平台故障");
  await campaigns.bars.getByRole("button", { name: "关闭平台故障" }).click();
  await expect(campaigns.bars).toHaveCount(0);
  await expect(campaigns.switchOf("平台故障")).not.toBeChecked();

  await page.getByText("开关记录").click();
  await expect(page.locator(".switch-log li")).toHaveText([
    /关闭/,
    /自动关闭/,
    /付款通道不通/,
    /开启/,
  ]);

  // Its own time switches it off, and says so.
  await app.call("campaigns.switch", {
    id: (await app.call("campaigns.status", {})).switches[1]!.id,
    on: true,
    until: NOON + HOUR,
  });
  await expect(campaigns.bars).toContainText("设备故障预案已开");
  await setTime(NOON + HOUR);
  await expect(campaigns.bars).toHaveCount(0);
  await expect(page.getByText("预案“设备故障”到点自动关闭", { exact: false })).toBeVisible();
});

test("a campaign is made with its phrases, opens on time and is over after", async ({
  page,
  clocked: { app, setTime },
}) => {
  for (const title of ["满减怎么算", "定金怎么抵", "发货时间"])
    await app.call("phrases.create", { title, body: `${title}，看这里。` });
  const campaigns = await CampaignsPage.open(page, app, NOON);
  await page.keyboard.press("n");
  await expect(campaigns.field("名称")).toBeFocused();
  await campaigns.save();
  await expect(campaigns.editor.getByRole("alert")).toHaveText(["请先起个名字。"]);
  await campaigns.field("名称").fill("双11");
  await campaigns.field("双11 开始").fill("2026-11-10T20:00");
  await campaigns.field("双11 结束").fill("2026-11-10T19:00");
  await expect(campaigns.editor.getByRole("alert")).toHaveText(["“双11”的结束要晚于开始。"]);
  await campaigns.field("双11 结束").fill("2026-11-12T00:00");
  await expect(campaigns.editor.getByText("11月10日 20:00 – 11月11日 24:00")).toBeVisible();
  await campaigns.pick("话术", "mj", "满减怎么算");
  await campaigns.pick("话术", "发货", "发货时间");
  await campaigns.pick("话术", "djzm", "定金怎么抵");
  await campaigns.editor.getByRole("checkbox", { name: "“发货时间”平时也用" }).check();
  await page.keyboard.press("Control+s");
  await expect(campaigns.row("双11")).toContainText("8小时后开始");
  await expect(campaigns.line("全部店铺").getByRole("button", { name: "双11" })).toBeVisible();

  const { sets } = await app.call("campaigns.list", {});
  const { phrases } = sets[0]!;
  expect(phrases.map(({ everyday }) => everyday)).toEqual([false, true, false]);
  // The page first: a notice is gone when its seconds are over by the page's own clock.
  await page.clock.setFixedTime(OPENING);
  await setTime(OPENING);
  await expect(campaigns.row("双11")).toContainText("进行中");
  await expect(page.getByText("活动“双11”开始了，3 条话术排到最前。")).toBeVisible();
  await setTime(OPENING + 28 * HOUR);
  await expect(campaigns.row("双11")).toContainText("已结束");
  const sendable = await app.call("campaigns.sendable", { phraseId: phrases[0]!.phraseId });
  expect(sendable).toMatchObject({ ok: false, reason: "over" });

  await campaigns.editor.getByRole("button", { name: "删除这一套" }).click();
  await expect(page.getByText("还没有活动。")).toBeVisible();
  await campaigns.undoBar.getByRole("button", { name: /撤销/ }).click();
  await expect(campaigns.row("双11")).toBeVisible();
});

test("phrases are put in order by keys and by mouse, from phase to phase", async ({
  page,
  clocked: { app },
}) => {
  const ids: string[] = [];
  for (const title of ["甲", "乙", "丙"])
    ids.push((await app.call("phrases.create", { title, body: title })).id);
  const { set } = await app.call("campaigns.save", {
    id: null,
    draft: {
      name: "双11",
      phases: [{ id: crypto.randomUUID(), name: "定金" }],
      phrases: ids.map((phraseId) => ({ phraseId })),
    },
  });
  const campaigns = await CampaignsPage.open(page, app, NOON);
  await campaigns.row("双11").click();
  const whole = campaigns.members("整个活动都用的话术");
  const titles = (list: typeof whole) => list.locator("b").allTextContents();
  await campaigns.editor.getByRole("button", { name: "丙", exact: true }).focus();
  await page.keyboard.press("Alt+ArrowUp");
  await expect.poll(() => titles(whole)).toEqual(["甲", "丙", "乙"]);
  await page.keyboard.press("Alt+ArrowUp");
  await page.keyboard.press("Alt+ArrowUp");
  await expect.poll(() => titles(campaigns.members("定金"))).toEqual(["丙"]);
  await page.keyboard.press("Alt+ArrowDown");
  await expect.poll(() => titles(whole)).toEqual(["丙", "甲", "乙"]);
  // Left unsaved: still there after another screen and a reload.
  await page.getByRole("link", { name: "设置" }).click();
  await page.goto(`${new URL(app.url).origin}/#/campaigns?set=${set.id}`);
  await page.reload();
  await expect.poll(() => titles(whole)).toEqual(["丙", "甲", "乙"]);
  await expect(campaigns.editor.getByText("上次没保存的内容还在。")).toBeVisible();

  await whole
    .filter({ hasText: "乙" })
    .locator(".member-main")
    .dragTo(whole.first(), { targetPosition: { x: 60, y: 30 } });
  await expect.poll(() => titles(whole)).toEqual(["丙", "乙", "甲"]);
  await campaigns.editor.getByRole("button", { name: "丙", exact: true }).focus();
  await page.keyboard.press("Delete");
  await expect.poll(() => titles(whole)).toEqual(["乙", "甲"]);
  await page.keyboard.press("Control+s");
  await expect(campaigns.editor.getByText("都保存了")).toBeVisible();
  const saved = await app.call("campaigns.get", { id: set.id });
  expect(saved.set.phrases.map(({ phraseId }) => phraseId)).toEqual([ids[1], ids[0]]);
  await page.keyboard.press("Escape");
  await expect(campaigns.editor).toHaveCount(0);
});

test("the calendar marks overlaps, says gaps, and fills one with a click", async ({
  page,
  clocked: { app },
}) => {
  const add = (name: string, start: string, end: string, shops: string[] = []) =>
    app.call("campaigns.save", { id: null, draft: { name, start, end, shops } });
  await add("双11", "2026-11-10T20:00", "2026-11-12T00:00");
  await add("会员日", "2026-11-11T00:00", "2026-11-13T00:00", ["灯饰旗舰店"]);
  await add("感恩节", "2026-11-24T00:00", "2026-12-03T00:00");
  const campaigns = await CampaignsPage.open(page, app, NOON);
  const shop = campaigns.line("灯饰旗舰店");
  await expect(shop.locator(".calendar-overlap")).toHaveCount(1);
  await expect(campaigns.line("其他店铺").locator(".calendar-overlap")).toHaveCount(0);
  await expect(page.locator(".plan-notes li")).toHaveText([
    /空档 其他店铺：“双11”到“感恩节”之间，11月12日 00:00 – 11月23日 24:00/,
    /重叠 灯饰旗舰店：“双11”和“会员日”在 11月11日 00:00 – 11月11日 24:00 同时进行，共 1天/,
    /空档 灯饰旗舰店：“会员日”到“感恩节”之间/,
  ]);
  await page.getByRole("button", { name: "下个月" }).click();
  await expect(campaigns.line("全部店铺").or(campaigns.line("其他店铺"))).toContainText("感恩节");
  await expect(page.locator(".plan-notes li")).toHaveCount(0);
  await page.getByRole("button", { name: "回到本月" }).click();

  await shop.locator(".calendar-gap").click();
  await expect(campaigns.field("活动 开始")).toHaveValue("2026-11-13T00:00");
  await expect(campaigns.field("活动 结束")).toHaveValue("2026-11-24T00:00");
  await campaigns.field("名称").fill("返场");
  await campaigns.save();
  await expect(shop.getByRole("button", { name: "返场" })).toBeVisible();
  await expect(shop.locator(".calendar-gap")).toHaveCount(0);
});

test("the open palette has a set's phrases first while it is on, and not at all when it is not", async ({
  page,
  clocked: { app, setTime },
}) => {
  const add = async (title: string) =>
    (await app.call("phrases.create", { title, body: `${title}，看这里。` })).id;
  const used = await add("满意度");
  await app.call("paste.copied", { id: used });
  const [sale, fault] = [await add("满减怎么算"), await add("卡顿先安抚")];
  await app.call("campaigns.save", {
    id: null,
    draft: {
      name: "双11",
      start: "2026-11-10T20:00",
      end: "2026-11-12T00:00",
      phrases: [{ phraseId: sale }],
    },
  });
  const { set } = await app.call("campaigns.save", {
    id: null,
    draft: { kind: "emergency", name: "平台故障", phrases: [{ phraseId: fault }] },
  });
  const palette = await PalettePage.open(page, app);
  await expect(palette.rows).toHaveText([/满意度/]);
  await setTime(OPENING);
  await expect(palette.rows).toHaveText([/满减怎么算/, /满意度/]);
  await app.call("campaigns.switch", { id: set.id, on: true });
  await expect(palette.rows).toHaveText([/卡顿先安抚/, /满减怎么算/, /满意度/]);
  await palette.input.fill("满");
  await expect(palette.rows).toHaveText([/满减怎么算/, /满意度/]);
  await app.call("campaigns.switch", { id: set.id, on: false });
  await setTime(OPENING + 28 * HOUR);
  await expect(palette.rows).toHaveText([/满意度/]);
});
