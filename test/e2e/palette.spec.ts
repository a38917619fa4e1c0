import { setTimeout as delay } from "node:timers/promises";
import type { RunningApp } from "./fixtures.ts";
import { expect, test } from "./fixtures.ts";
import { PalettePage } from "./pages/PalettePage.ts";

const LONG = `${"亲，活动说明较长，".repeat(30)}末尾在这里`;

async function fill(app: RunningApp): Promise<Record<string, string>> {
  const category = await app.call("categories.create", { name: "售后", parentId: null });
  const drafts = [
    {
      title: "退换货流程",
      body: "七天内不影响二次销售即可退，\n运费险可抵运费。",
      shortcut: "thh",
      categoryId: category.id,
    },
    { title: "发货时间", body: "下午四点前付款当天发出。", shortcut: "fh" },
    { title: "接待问好", body: "您好，在的，请问想了解哪一款？", favourite: true },
    { title: "活动说明", body: LONG },
    { title: "灯饰安装", body: "安装图发您，按图两步即可。", shop: "灯饰旗舰店" },
    { title: "童装尺码", body: "身高一米二选 120 码。", shop: "童装专营店" },
  ];
  const ids: Record<string, string> = {};
  for (const draft of drafts) ids[draft.title] = (await app.call("phrases.create", draft)).id;
  return ids;
}

test.describe("finding", () => {
  test("pinyin initials find the phrase, with its code, path, body and whole text", async ({
    page,
    app,
  }) => {
    await fill(app);
    const palette = await PalettePage.open(page, app);
    await expect(palette.input).toBeFocused();
    await palette.input.pressSequentially("thh");
    await expect(palette.chosen).toContainText("退换货流程");
    await expect(palette.chosen).toContainText("thh");
    await expect(palette.chosen).toContainText("售后");
    await expect(palette.chosen.locator(".line")).toContainText("七天内");
    await expect(palette.chosen.locator("mark").first()).toBeVisible();
    await expect(palette.preview).toContainText("运费险可抵运费。");
  });

  test("an empty query shows favourites and what was used lately", async ({ page, app }) => {
    const ids = await fill(app);
    await app.call("paste.copied", { id: ids["发货时间"] ?? "" });
    const palette = await PalettePage.open(page, app);
    await expect(palette.row("接待问好")).toBeVisible();
    await expect(palette.row("发货时间")).toContainText("×1");
  });

  test("the preview has the whole body, not the cut one", async ({ page, app }) => {
    await fill(app);
    const palette = await PalettePage.open(page, app);
    await palette.input.fill("活动说明");
    await expect(palette.preview).toContainText("末尾在这里");
  });

  test("says so when nothing is found", async ({ page, app }) => {
    await fill(app);
    const palette = await PalettePage.open(page, app);
    await palette.input.fill("不存在的话");
    await expect(page.locator(".hint")).toContainText("不存在的话");
    await expect(palette.rows).toHaveCount(0);
  });

  test("a slow answer to an earlier key is dropped", async ({ page, app }) => {
    await fill(app);
    const palette = await PalettePage.open(page, app);
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route("**/call/search.query", async (route) => {
      if ((route.request().postDataJSON() as { text: string }).text === "退") await held;
      await route.continue();
    });
    const late = page.waitForResponse(
      (response) => response.request().postData()?.includes('"退"') ?? false,
    );
    await palette.input.fill("退");
    await palette.input.fill("发货");
    await expect(palette.chosen).toContainText("发货时间");
    release();
    await late;
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
    await expect(palette.chosen).toContainText("发货时间");
  });

  test("only the served shop's phrases, until another is chosen", async ({ page, app }) => {
    await fill(app);
    await app.call("settings.set", { shop: "灯饰旗舰店" });
    const palette = await PalettePage.open(page, app);
    await palette.input.fill("尺码");
    await expect(page.locator(".hint")).toBeVisible();
    await page.locator("header select").selectOption("童装专营店");
    await expect(palette.chosen).toContainText("童装尺码");
    await expect(palette.input).toBeFocused();
    await expect.poll(async () => (await app.call("settings.get", {})).shop).toBe("童装专营店");
  });
});

test.describe("choosing where there is a desktop", () => {
  test("Enter pastes, Ctrl+Enter pastes and sends", async ({ page, app }) => {
    const ids = await fill(app);
    const palette = await PalettePage.open(page, app, { pastes: true });
    await palette.input.fill("thh");
    await expect(palette.chosen).toContainText("退换货流程");
    const plain = await palette.nextPaste(() => palette.press("Enter"));
    expect(plain).toEqual({ id: ids["退换货流程"], mode: null, accept: false });
    await expect(palette.input).toHaveValue("");
    await palette.input.fill("thh");
    await expect(palette.chosen).toContainText("退换货流程");
    const sent = await palette.nextPaste(() => palette.press("Control+Enter"));
    expect(sent).toEqual({ id: ids["退换货流程"], mode: "send", accept: false });
  });

  test("arrows and Ctrl+N/P move, digits pick", async ({ page, app }) => {
    const ids = await fill(app);
    const palette = await PalettePage.open(page, app, { pastes: true });
    await palette.input.fill("。");
    await expect(palette.rows.nth(2)).toBeVisible();
    const titles = await palette.rows.locator(".title").allTextContents();
    await palette.press("ArrowDown");
    await palette.press("Control+n");
    await expect(palette.chosen.locator(".title")).toHaveText(titles[2] ?? "");
    await palette.press("Control+p");
    await palette.press("ArrowUp");
    await expect(palette.chosen.locator(".title")).toHaveText(titles[0] ?? "");
    const picked = await palette.nextPaste(() => palette.press("Alt+2"));
    expect(picked.id).toBe(ids[titles[1] ?? ""]);
  });

  test("a bare digit picks while nothing is typed, else it is text", async ({ page, app }) => {
    const ids = await fill(app);
    const palette = await PalettePage.open(page, app, { pastes: true });
    const first = await palette.rows.first().locator(".title").textContent();
    const picked = await palette.nextPaste(() => palette.press("1"));
    expect(picked.id).toBe(ids[first ?? ""]);
    await palette.input.pressSequentially("码120");
    await expect(palette.input).toHaveValue("码120");
  });

  test("Tab edits before pasting: Ctrl+Enter pastes the changed text, Esc goes back", async ({
    page,
    app,
  }) => {
    const ids = await fill(app);
    const palette = await PalettePage.open(page, app, { pastes: true });
    await palette.input.fill("活动说明");
    await expect(palette.chosen).toContainText("活动说明");
    await palette.press("Tab");
    await expect(palette.editor).toBeFocused();
    await expect(palette.editor).toHaveValue(LONG);
    await palette.press("Escape");
    await expect(palette.editor).toBeHidden();
    await expect(palette.input).toBeFocused();
    await expect(palette.input).toHaveValue("活动说明");
    await palette.press("Tab");
    await palette.editor.fill("改了一半");
    await palette.press("Escape");
    await palette.press("Tab");
    await expect(palette.editor).toHaveValue("改了一半");
    await palette.editor.fill("王女士，\n活动到今晚 24 点。");
    const pasted = await palette.nextPaste(() => palette.press("Control+Enter"));
    expect(pasted).toEqual({
      id: ids["活动说明"],
      mode: null,
      accept: true,
      answers: {},
      texts: ["王女士，\n活动到今晚 24 点。"],
    });
    await expect(palette.editor).toBeHidden();
  });

  test("an empty edited text is not pasted", async ({ page, app }) => {
    await fill(app);
    const palette = await PalettePage.open(page, app, { pastes: true });
    await palette.press("Tab");
    await palette.editor.fill("  ");
    await palette.press("Control+Enter");
    await expect(palette.footer.getByRole("alert")).toBeVisible();
    await expect(palette.editor).toBeVisible();
  });
});

test.describe("choosing where there is none", () => {
  test("Enter copies, says so, and counts the use", async ({ page, app }) => {
    const ids = await fill(app);
    const palette = await PalettePage.open(page, app);
    await palette.input.fill("发货");
    await expect(palette.chosen).toContainText("发货时间");
    await palette.press("Enter");
    await expect(palette.footer.getByRole("status")).toContainText("发货时间");
    expect(await palette.clipboard()).toBe("下午四点前付款当天发出。");
    const uses = async (): Promise<number> =>
      (await app.call("phrases.get", { id: ids["发货时间"] ?? "" })).useCount;
    await expect.poll(uses).toBe(1);
  });

  test("Ctrl+C copies the chosen one, and marked text when there is some", async ({
    page,
    app,
  }) => {
    await fill(app);
    const palette = await PalettePage.open(page, app);
    await palette.input.fill("发货");
    await expect(palette.chosen).toContainText("发货时间");
    await palette.press("Control+c");
    await expect(palette.footer.getByRole("status")).toBeVisible();
    expect(await palette.clipboard()).toBe("下午四点前付款当天发出。");
    await palette.input.selectText();
    await palette.press("Control+c");
    await expect.poll(() => palette.clipboard()).toBe("发货");
  });
});

test.describe("keys that are not ours", () => {
  test("Enter, Esc and digits belong to the input method while it composes", async ({
    page,
    app,
  }) => {
    await fill(app);
    const palette = await PalettePage.open(page, app, { pastes: true });
    const asked: string[] = [];
    page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    const devtools = await page.context().newCDPSession(page);
    await devtools.send("Input.imeSetComposition", {
      text: "fa'huo",
      selectionStart: 6,
      selectionEnd: 6,
    });
    // Live results while the syllables are being chosen.
    await expect(palette.chosen).toContainText("发货时间");
    for (const key of ["Enter", "Escape", "1"])
      await devtools.send("Input.dispatchKeyEvent", {
        type: "rawKeyDown",
        key: "Process",
        code: key === "1" ? "Digit1" : key,
        windowsVirtualKeyCode: 229,
      });
    await expect(palette.input).toHaveValue("fa'huo");
    await devtools.send("Input.insertText", { text: "发货" });
    await expect(palette.input).toHaveValue("发货");
    await expect(palette.chosen).toContainText("发货时间");
    expect(asked.filter((path) => /paste|palette\.close/.test(path))).toEqual([]);
    const pasted = await palette.nextPaste(() => palette.press("Enter"));
    expect(pasted.mode).toBeNull();
  });

  test("an Enter that ends a composition in the editor does not paste", async ({ page, app }) => {
    await fill(app);
    const palette = await PalettePage.open(page, app, { pastes: true });
    const asked: string[] = [];
    page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    await palette.press("Tab");
    await expect(palette.editor).toBeFocused();
    const devtools = await page.context().newCDPSession(page);
    await devtools.send("Input.imeSetComposition", {
      text: "hao",
      selectionStart: 3,
      selectionEnd: 3,
    });
    await devtools.send("Input.dispatchKeyEvent", {
      type: "rawKeyDown",
      key: "Process",
      code: "Enter",
      modifiers: 2,
      windowsVirtualKeyCode: 229,
    });
    await devtools.send("Input.insertText", { text: "好" });
    await expect(palette.editor).toHaveValue(/好$/);
    expect(asked).not.toContain("/call/paste.phrase");
  });
});

test("Esc closes and the next opening starts fresh", async ({ page, app }) => {
  await fill(app);
  const palette = await PalettePage.open(page, app);
  await palette.input.fill("发货");
  await expect(palette.chosen).toContainText("发货时间");
  const closed = page.waitForRequest("**/call/palette.close");
  await palette.press("Escape");
  await closed;
  await expect(palette.input).toHaveValue("");
  await expect(palette.row("接待问好")).toBeVisible();
});

test("a phrase added elsewhere appears without a key", async ({ page, app }) => {
  await fill(app);
  const palette = await PalettePage.open(page, app);
  await palette.input.fill("发票");
  await expect(palette.rows).toHaveCount(0);
  await app.call("phrases.create", { title: "发票说明", body: "确认收货后开具电子发票。" });
  await expect(palette.chosen).toContainText("发票说明");
});

test("says when the program is gone, and comes back by itself", async ({ page, app }) => {
  await fill(app);
  const palette = await PalettePage.open(page, app);
  await page.route("**/call/search.query", (route) => route.abort());
  await palette.input.fill("发货");
  await expect(palette.footer.getByRole("alert")).toBeVisible();
  await page.unroute("**/call/search.query");
  await expect(palette.chosen).toContainText("发货时间");
  await expect(palette.footer.getByRole("alert")).toBeHidden();
});

/** Milliseconds the answers are held back: Enter is long pressed when they come. */
const LATE = 300;

for (const pastes of [true, false])
  test(`Enter before the results of the typed text ${pastes ? "pastes" : "copies"} what was meant`, async ({
    page,
    app,
  }) => {
    const ids = await fill(app);
    const palette = await PalettePage.open(page, app, { pastes });
    await expect(palette.chosen).toContainText("接待问好");
    await page.route("**/call/search.query", async (route) => {
      await delay(LATE);
      await route.continue();
    });
    const asked = page.waitForRequest(`**/call/${pastes ? "paste.phrase" : "paste.copied"}`);
    await palette.input.pressSequentially("发货");
    await palette.press("Enter");
    expect(((await asked).postDataJSON() as { id: string }).id).toBe(ids["发货时间"]);
  });

test("the count of pages is there from the first page on", async ({ page, app }) => {
  for (let n = 1; n <= 20; n += 1)
    await app.call("phrases.create", {
      title: `尺码 ${n}`,
      body: `第 ${n} 条尺码说明`,
      favourite: n === 1,
    });
  const palette = await PalettePage.open(page, app);
  await palette.input.fill("尺码");
  await expect(palette.footer).toContainText("1/3");
  await palette.press("PageDown");
  await expect(palette.footer).toContainText("2/3");
});

test("a choice that has to wait says so; Esc, typing on and leaving take it back", async ({
  page,
  app,
}) => {
  await fill(app);
  const palette = await PalettePage.open(page, app, { pastes: true });
  const pasted: unknown[] = [];
  page.on("request", (request) => {
    if (request.url().endsWith("/call/paste.phrase")) pasted.push(request.postDataJSON());
  });
  let answering = Promise.withResolvers<void>();
  await page.route("**/call/search.query", async (route) => {
    await answering.promise;
    await route.continue();
  });
  const held = palette.footer.getByText("结果一到就粘贴");
  await palette.input.fill("thh");
  await palette.press("Enter");
  await expect(held).toBeVisible();
  await palette.input.fill("发货");
  await expect(held).toBeHidden();
  await palette.press("Control+Enter");
  await expect(palette.footer).toContainText("结果一到就发送");
  await palette.press("Escape");
  await expect(held).toBeHidden();
  answering.resolve();
  await expect(palette.input).toHaveValue("");
  await expect(palette.chosen).toContainText("接待问好");
  expect(pasted).toEqual([]);
  answering = Promise.withResolvers();
  await palette.input.fill("thh");
  await palette.press("Enter");
  // A change of the library asks again, but the choice stays.
  const asked = page.waitForRequest("**/call/search.query");
  await app.call("phrases.create", { title: "别的", body: "别的" });
  await asked;
  const paste = await palette.nextPaste(async () => answering.resolve());
  const { hits } = await app.call("search.query", { text: "thh" });
  expect(paste.id).toBe(hits[0]!.phrase.id);
  expect(pasted).toHaveLength(1);
});

test("arrows pressed before the rows are there count", async ({ page, app }) => {
  await fill(app);
  const palette = await PalettePage.open(page, app, { pastes: true });
  const answering = Promise.withResolvers<void>();
  await page.route("**/call/search.query", async (route) => {
    await answering.promise;
    await route.continue();
  });
  await palette.input.fill("。");
  await palette.press("ArrowDown");
  await palette.press("ArrowDown");
  await palette.press("Enter");
  const paste = await palette.nextPaste(async () => answering.resolve());
  const { hits } = await app.call("search.query", { text: "。" });
  expect(paste.id).toBe(hits[2]!.phrase.id);
});

test("the palette inside the app waits for the rows of what was typed too", async ({
  page,
  app,
}) => {
  await fill(app);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(app.entrance("/"));
  // The frame names the page once it hears keys.
  await expect(page).toHaveTitle(/今日/);
  await page.keyboard.press("Control+k");
  const input = page.locator(".quick-input input");
  await expect(page.locator(".quick-row").first()).toBeVisible();
  const answering = Promise.withResolvers<void>();
  await page.route("**/call/search.query", async (route) => {
    await answering.promise;
    await route.continue();
  });
  await input.fill("thh");
  await page.keyboard.press("Enter");
  const copied = page.waitForRequest("**/call/paste.copied");
  answering.resolve();
  const { hits } = await app.call("search.query", { text: "thh" });
  expect(((await copied).postDataJSON() as { id: string }).id).toBe(hits[0]!.phrase.id);
});

/** Pixels; a scaled-up screen leaves fewer of them. */
const WIDTHS = [360, 427, 480, 512, 560, 600, 640, 720, 800, 900];

for (const locale of ["zh-CN", "zh-TW", "en"] as const)
  test(`no key at the foot is ever cut in two (${locale})`, async ({ page, app }) => {
    for (let n = 1; n <= 100; n += 1)
      await app.call("phrases.create", {
        title: `尺码 ${n}`,
        body: "尺码说明",
        favourite: n === 1,
      });
    await app.call("settings.set", { locale });
    const palette = await PalettePage.open(page, app, { pastes: true });
    await palette.input.fill("尺码");
    await expect(palette.footer).toContainText("11");
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 420 });
      const seen = await palette.footer.evaluate((footer) => {
        const box = footer.getBoundingClientRect();
        const inside = (element: Element): "whole" | "out" | "cut" => {
          const part = element.getBoundingClientRect();
          if (part.top >= box.bottom) return "out";
          const frame = element.parentElement!.getBoundingClientRect();
          return part.right <= Math.min(box.right, frame.right) + 0.5 ? "whole" : "cut";
        };
        return {
          keys: [...footer.querySelectorAll(".keys > span")].map(inside),
          fixed: [...footer.querySelectorAll(".escape, .pages")].map(inside),
        };
      });
      expect(seen.keys, `${width}`).not.toContain("cut");
      expect(seen.keys[0], `${width}`).toBe("whole");
      expect(seen.fixed, `${width}`).toEqual(["whole", "whole"]);
    }
  });
