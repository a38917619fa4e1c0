import type { Page } from "@playwright/test";
import { addPicture } from "../support/sendPicture.ts";
import type { RunningApp } from "./fixtures.ts";
import { expect, test } from "./fixtures.ts";
import { PalettePage } from "./pages/PalettePage.ts";

/** What the palette shows besides phrases: questions, pictures, prices, emergencies, the customer in hand. */

async function indexed(app: RunningApp): Promise<void> {
  await expect.poll(async () => (await app.call("system.status", {})).indexReady).toBe(true);
}

test.describe("a buyer's question", () => {
  test("gets answers; another than the first is remembered, and it can be undone", async ({
    page,
    app,
  }) => {
    await app.call("starter.add", {});
    await indexed(app);
    const palette = await PalettePage.open(page, app, { pastes: true });
    await palette.input.fill("？什么时候发货");
    await expect(palette.chosen).toContainText("发货时间");
    await expect(palette.chosen.locator(".why mark").first()).toBeVisible();
    await expect(page.locator(".mood")).toHaveText("最可能的回答");

    // The first one teaches nothing.
    let taught = 0;
    page.on("request", (request) => {
      if (request.url().endsWith("/call/answers.teach")) taught += 1;
    });
    const { rows } = await app.call("answers.find", { question: "什么时候发货", limit: 5 });
    expect((await palette.nextPaste(() => palette.press("Enter"))).id).toBe(rows[0]!.id);
    await expect(palette.input).toHaveValue("");
    expect(taught).toBe(0);

    await palette.input.fill("？什么时候发货");
    await expect(palette.chosen).toContainText("发货时间");
    const taughtNow = page.waitForResponse("**/call/answers.teach");
    expect((await palette.nextPaste(() => palette.press("Alt+2"))).id).toBe(rows[1]!.id);
    await taughtNow;
    await expect(palette.footer.getByRole("status")).toContainText(
      `已记住：下次这样问先出“${rows[1]!.title}”`,
    );
    const { questions } = await app.call("phrases.get", { id: rows[1]!.id });
    expect(questions).toContain("什么时候发货");
    const [step] = await app.call("history.list", { limit: 1 });
    await app.call("history.undo", { id: step!.id });
    expect((await app.call("phrases.get", { id: rows[1]!.id })).questions).not.toContain(
      "什么时候发货",
    );
  });

  test("of an angry buyer first gets what soothes, and says which words are angry", async ({
    page,
    app,
  }) => {
    await app.call("starter.add", {});
    await indexed(app);
    const palette = await PalettePage.open(page, app, { pastes: true });
    await palette.input.fill("?到底发不发货，再不发我投诉到12315");
    await expect(page.locator(".mood")).toContainText("买家要投诉：先安抚");
    await expect(page.locator(".mood mark", { hasText: "12315" })).toBeVisible();
    const { rows } = await app.call("answers.find", {
      question: "到底发不发货，再不发我投诉到12315",
    });
    expect(rows[0]!.first).toBe(true);
    await expect(palette.rows).toHaveCount(rows.length);
    expect((await palette.nextPaste(() => palette.press("Enter"))).id).toBe(rows[0]!.id);
  });

  test("not written yet says how it is asked", async ({ page, app }) => {
    await app.call("phrases.create", { title: "在的", body: "在的", favourite: true });
    const palette = await PalettePage.open(page, app);
    await palette.input.fill("?");
    await expect(page.locator(".hint")).toContainText("问号后面写买家的话");
  });
});

test.describe("pictures", () => {
  test("are found by name and SKU, seen in the row and beside it, and pasted", async ({
    page,
    app,
  }) => {
    const red = await addPicture(app, "红色台灯.png", 1);
    await addPicture(app, "落地灯.jpg", 2);
    await app.call("phrases.create", { title: "在的", body: "在的", favourite: true });
    const palette = await PalettePage.open(page, app, { pastes: true });
    await palette.press("Control+2");
    await expect(palette.input).toHaveValue("/img ");
    await expect(palette.rows).toHaveCount(2);
    await palette.input.pressSequentially("hstd");
    await expect(palette.chosen).toContainText("红色台灯");
    await expect(palette.rows).toHaveCount(1);
    await expect(palette.chosen).toContainText("TD-1");
    const preview = page.getByRole("img", { name: "红色台灯" });
    await expect
      .poll(() => preview.evaluate((image) => (image as HTMLImageElement).naturalWidth))
      .toBeGreaterThan(0);
    expect(await palette.nextCall("paste.picture", () => palette.press("Control+Enter"))).toEqual({
      picture: red,
      mode: "send",
      from: "palette",
    });
  });

  for (const [seed, format] of [
    [1, "PNG"],
    [2, "JPEG"],
  ] as const)
    test(`are copied where nothing can be pasted (${format})`, async ({ page, app }) => {
      const id = await addPicture(app, "台灯", seed);
      await app.call("phrases.create", { title: "在的", body: "在的", favourite: true });
      const palette = await PalettePage.open(page, app);
      await palette.input.fill("/图 台灯");
      await expect(palette.chosen).toContainText("台灯");
      await palette.press("Enter");
      await expect(palette.footer.getByRole("status")).toContainText("已复制“台灯”");
      const size = await page.evaluate(async () => {
        const [item] = await navigator.clipboard.read();
        const bitmap = await createImageBitmap(await item!.getType("image/png"));
        return [bitmap.width, bitmap.height];
      });
      expect(size).toEqual([160, 120]);
      const uses = async () => (await app.call("pictures.rows", { ids: [id] }))[0]?.useCount;
      await expect.poll(uses).toBe(1);
    });

  test("of a phrase are counted in its row and seen in its preview", async ({ page, app }) => {
    const picture = await addPicture(app, "台灯", 1);
    const segments = [
      { kind: "text" as const, text: "您看这款" },
      { kind: "picture" as const, picture },
    ];
    await app.call("phrases.create", { title: "看图", body: "x", segments, favourite: true });
    const palette = await PalettePage.open(page, app);
    await expect(palette.chosen.getByRole("img", { name: "1 张图" })).toBeVisible();
    await expect(page.locator(".preview-pictures img")).toHaveCount(1);
  });

  test("and phrases are a key apart; what is typed stays", async ({ page, app }) => {
    await app.call("phrases.create", { title: "台灯", body: "暖光", favourite: true });
    const palette = await PalettePage.open(page, app);
    await palette.input.fill("台灯");
    await palette.press("Control+2");
    await expect(palette.input).toHaveValue("/img 台灯");
    await expect(page.locator(".hint")).toContainText("没有找到图片“台灯”");
    await page.getByRole("button", { name: "话术" }).click();
    await expect(palette.input).toHaveValue("台灯");
    await expect(palette.chosen).toContainText("暖光");
    await expect(palette.input).toBeFocused();
  });
});

test.describe("a price", () => {
  test("is worked out at each key, explained, pasted, copied and changed first", async ({
    page,
    app,
  }) => {
    await app.call("phrases.create", { title: "在的", body: "在的", favourite: true });
    const palette = await PalettePage.open(page, app, { pastes: true });
    await palette.input.fill("=299*2 9折 满300减50 券20");
    await expect(page.locator(".total strong")).toHaveText("¥468.20");
    await expect(page.locator(".receipt tr")).toHaveCount(4);
    await expect(palette.preview).toContainText("到手 468.20元");
    const words = (await palette.preview.textContent())!;

    await palette.press("Control+c");
    await expect(palette.footer.getByRole("status")).toBeVisible();
    expect(await palette.clipboard()).toBe(words);

    await palette.press("ArrowDown");
    await expect(palette.preview).not.toHaveText(words);
    await palette.press("ArrowUp");

    await palette.press("Tab");
    await expect(palette.editor).toHaveValue(words);
    await palette.press("Escape");
    await expect(palette.input).toHaveValue("=299*2 9折 满300减50 券20");
    await palette.press("Tab");
    await palette.editor.fill(`亲，${words}`);
    const changed = await palette.nextCall("paste.text", () => palette.press("Control+Enter"));
    expect(changed).toEqual({
      ...{ title: "到手价", text: `亲，${words}`, mode: "paste" },
      ...{ accept: false, from: "palette" },
    });
    await expect(palette.input).toHaveValue("");

    await palette.input.fill("＝299*2 9折 满300减50 券20");
    await expect(page.locator(".total strong")).toHaveText("¥468.20");
    const pasted = await palette.nextCall("paste.text", () => palette.press("Enter"));
    expect(pasted).toMatchObject({ text: words, mode: "paste", accept: false });
  });

  test("that cannot be read is never pasted: the place is marked and the way out said", async ({
    page,
    app,
  }) => {
    await app.call("phrases.create", { title: "在的", body: "在的", favourite: true });
    const palette = await PalettePage.open(page, app, { pastes: true });
    const asked: string[] = [];
    page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    await palette.input.fill("= 299*2 满3x0减50 券20");
    await expect(page.getByRole("alert")).toContainText("满3x0减50");
    await expect(page.locator(".line-note u")).toHaveText("满3x0减50");
    await palette.press("Enter");
    await expect(palette.footer.getByRole("alert")).toContainText("满3x0减50");
    const marked = await palette.input.evaluate((element) => {
      const { value, selectionStart, selectionEnd } = element as HTMLInputElement;
      return value.slice(selectionStart ?? 0, selectionEnd ?? 0);
    });
    expect(marked).toBe("满3x0减50");
    expect(asked.filter((path) => path.includes("paste."))).toEqual([]);
  });

  test("whose words wait is looked at, changed and goes out", async ({ page, app }) => {
    await app.call("phrases.create", { title: "在的", body: "在的", favourite: true });
    const palette = await PalettePage.open(page, app, { pastes: true });
    const asked: { text: string; accept: boolean }[] = [];
    // As the gate answers: the word "到手" is to be asked about.
    await page.route("**/call/paste.text", (route) => {
      const { title, text, accept } = route.request().postDataJSON();
      asked.push({ text, accept });
      const start = (text as string).indexOf("到手");
      const finding = {
        ...{ start, end: start + 2, word: "到手", kind: "promise" },
        ...{ severity: "warn", replacements: ["实付"] },
      };
      const findings = start < 0 ? [] : [finding];
      const waits = findings.length > 0 && !accept;
      const review = {
        ...{ phraseId: null, title, fields: [], stops: [], ready: false },
        parts: [{ kind: "text", text, findings }],
      };
      return route.fulfill({
        json: {
          ok: true,
          value: {
            ...{ outcome: waits ? "waits" : "pasted", reason: null, params: {} },
            review: waits ? review : null,
          },
        },
      });
    });
    await palette.input.fill("=299");
    await expect(page.locator(".total strong")).toHaveText("¥299.00");
    await palette.press("Enter");
    await expect(page.locator(".review-findings")).toContainText("到手");
    await expect(palette.footer).toContainText("Alt+R");
    await palette.press("Alt+r");
    await expect(palette.editor).toHaveValue(/实付/);
    // Changed: nobody has seen what the gate says of it.
    await palette.press("Control+Enter");
    await expect(palette.input).toHaveValue("");
    expect(asked.map(({ accept }) => accept)).toEqual([false, false]);
    expect(asked[1]!.text).toContain("实付");

    // Seen and left as it is.
    await palette.input.fill("=299");
    await palette.press("Enter");
    await expect(page.locator(".review-findings")).toContainText("到手");
    await palette.press("Control+Enter");
    await expect(palette.input).toHaveValue("");
    expect(asked.at(-1)!.accept).toBe(true);
  });
});

test("emergencies are switched by Enter, shown by a bar, and bring their phrases first", async ({
  page,
  app,
}) => {
  await app.call("campaigns.addPrepared", { name: "emergency" });
  await app.call("phrases.create", { title: "付款方式", body: "都可以", favourite: true });
  await indexed(app);
  const palette = await PalettePage.open(page, app);
  await palette.input.fill("！平台");
  await expect(palette.chosen).toContainText("平台故障");
  await expect(palette.chosen).toContainText("未开");
  await palette.press("Enter");
  await expect(page.locator(".emergencies")).toContainText("平台故障预案已开");
  await expect(palette.chosen).toContainText("已开");
  await palette.input.fill("付款");
  await expect(palette.chosen.locator(".badge")).toHaveText("预案");
  await palette.input.fill("!");
  await expect(palette.rows).toHaveCount(5);
  await expect(palette.chosen).toContainText("平台故障");
  await palette.press("Enter");
  await expect(page.locator(".emergencies")).toBeHidden();
  expect((await app.call("campaigns.status", {})).emergencies).toEqual([]);
});

test.describe("the customer in hand", () => {
  test("is filled in, read from the clipboard, picked again, changed and put down by keys alone", async ({
    page,
    app,
  }) => {
    await app.call("phrases.create", {
      ...{ title: "问候", body: "{{ 客户.名字 }}您好", favourite: true },
    });
    const palette = await PalettePage.open(page, app);
    const inHand = async () => (await app.call("customers.current", {}))?.name ?? null;
    await expect(palette.footer).toContainText("Ctrl+J 客户");
    await palette.press("Control+j");
    await expect(page.getByLabel("称呼")).toBeFocused();
    await page.keyboard.type("王女士");
    await palette.press("Tab");
    await page.keyboard.type("2611220001234");
    await palette.press("Enter");
    await expect(palette.input).toBeFocused();
    await expect(palette.footer).toContainText("客户: 王女士 …1234");

    await page.evaluate(() =>
      navigator.clipboard.writeText("订单编号：2611220007777 收货人：赵小美 13800001111"),
    );
    await palette.press("Control+j");
    await palette.press("Alt+v");
    await expect(page.getByLabel("称呼")).toHaveValue("赵小美");
    await expect(page.getByLabel("订单号")).toHaveValue("2611220007777");
    // Not taken before it was looked at.
    expect(await inHand()).toBe("王女士");
    await palette.press("Enter");
    await expect.poll(inHand).toBe("赵小美");
    await expect(palette.input).toBeFocused();

    await palette.press("Control+j");
    const recent = page.locator(".recent [role=option]");
    await expect(recent).toHaveCount(2);
    await palette.press("ArrowDown");
    await palette.press("ArrowDown");
    await palette.press("Enter");
    await expect.poll(inHand).toBe("王女士");
    await expect(palette.input).toBeFocused();

    await palette.press("Control+j");
    await palette.press("Alt+e");
    await expect(page.getByText("修改 王女士 …1234")).toBeVisible();
    await page.getByLabel("备注").fill("要暖光");
    await palette.press("Enter");
    await expect.poll(async () => (await app.call("customers.current", {}))?.note).toBe("要暖光");

    await palette.press("Control+j");
    await palette.press("Escape");
    await expect(palette.input).toBeFocused();
    await palette.press("Control+j");
    await palette.press("Alt+x");
    await expect.poll(inHand).toBe(null);
    await expect(palette.footer).toContainText("Ctrl+J 客户");
  });
});

test.describe("a script that asks", () => {
  test("is filled in by keys alone, says what is wrong, and its foot tells the truth", async ({
    page,
    app,
  }) => {
    const { id } = await app.call("phrases.create", {
      title: "到货",
      body: '到{% input 城市 %}：{% choice 颜色: "黑","白","暖红" %}色 {% number 件数 min:1 max:9 %} 件',
      favourite: true,
    });
    const palette = await PalettePage.open(page, app, { pastes: true });
    await page.unroute("**/call/paste.phrase");
    await page.route("**/call/paste.phrase", async (route) => {
      // Told what is missing by the real core, as where there is a desktop.
      const { mode: _, from: __, ...input } = route.request().postDataJSON();
      const review = await app.call("paste.review", input);
      const value = review.ready
        ? { outcome: "pasted", reason: null, params: {}, review: null }
        : { outcome: "waits", reason: null, params: {}, review };
      await route.fulfill({ json: { ok: true, value } });
    });
    await palette.press("Enter");
    await expect(page.getByLabel("城市")).toBeFocused();
    await expect(palette.footer).toContainText("Enter 下一项");
    await page.keyboard.type("杭州");
    await palette.press("Enter");
    const colours = page.getByRole("radiogroup", { name: "颜色" });
    await expect(colours).toBeFocused();
    await palette.press("2");
    await expect(page.getByRole("radio", { name: "白" })).toBeChecked();
    await palette.press("ArrowRight");
    await expect(page.getByRole("radio", { name: "暖红" })).toBeChecked();
    await palette.press("Enter");
    await expect(page.getByLabel("件数")).toBeFocused();
    await expect(palette.footer).toContainText("Enter 粘贴");
    await page.keyboard.type("12");
    await expect(page.locator(".review-wrong")).toContainText("9");
    await palette.press("ArrowDown");
    await expect(page.getByLabel("件数")).toHaveValue("9");
    await expect(page.locator(".review-wrong")).toBeHidden();
    await expect(palette.editor).toHaveValue("到杭州：暖红色 9 件");
    const paste = await palette.nextPaste(() => palette.press("Enter"));
    expect(paste).toMatchObject({ id, accept: true });
    expect(paste).toHaveProperty("answers", { 城市: "杭州", 颜色: "暖红", 件数: "9" });
    await expect(palette.input).toHaveValue("");
  });

  test.describe("that is still on its way", () => {
    /** The palette with a phrase chosen whose form comes when `arrive` is called. */
    async function chosen(page: Page, app: RunningApp, body: string) {
      await app.call("phrases.create", { title: "到货", body, shortcut: "dh", favourite: true });
      await indexed(app);
      const palette = await PalettePage.open(page, app, { pastes: true });
      const pasted: unknown[] = [];
      const arriving = Promise.withResolvers<void>();
      await page.unroute("**/call/paste.phrase");
      await page.route("**/call/paste.phrase", async (route) => {
        const { mode: _, fromPalette: __, ...input } = route.request().postDataJSON();
        pasted.push(input);
        await arriving.promise;
        const review = await app.call("paste.review", { ...input, accept: false });
        await route.fulfill({
          json: { ok: true, value: { outcome: "waits", reason: null, params: {}, review } },
        });
      });
      await palette.input.fill("dh");
      await expect(palette.chosen).toContainText("到货");
      const asked = page.waitForRequest("**/call/paste.phrase");
      await palette.press("Enter");
      await asked;
      return { palette, pasted, arrive: () => arriving.resolve() };
    }

    test("Enter after what was written for its first field goes on to the next", async ({
      page,
      app,
    }) => {
      const { palette, pasted, arrive } = await chosen(
        page,
        app,
        "{% input 姓名 %}，到{% input 城市 %}",
      );
      await page.keyboard.type("王女士");
      await palette.press("Enter");
      await page.keyboard.type("杭州");
      arrive();
      await expect(page.getByLabel("姓名")).toHaveValue("王女士");
      await expect(page.getByLabel("城市")).toHaveValue("杭州");
      await expect(page.getByLabel("城市")).toBeFocused();
      expect(pasted).toHaveLength(1);
    });

    test("Enter pastes nothing that was not seen, pressed twice or held down", async ({
      page,
      app,
    }) => {
      const { palette, pasted, arrive } = await chosen(page, app, '到{% input 城市 默认:"上海" %}');
      await palette.press("Enter");
      await page.keyboard.down("Enter");
      arrive();
      await expect(page.getByLabel("城市")).toBeFocused();
      // Still held: the keyboard repeats it.
      await page.keyboard.down("Enter");
      await page.keyboard.down("Enter");
      await page.keyboard.up("Enter");
      await expect(page.getByLabel("城市")).toHaveValue("上海");
      expect(pasted).toHaveLength(1);
      await palette.press("Enter");
      await expect.poll(() => pasted.length).toBe(2);
    });
  });
});
