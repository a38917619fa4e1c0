import { expect, test } from "./fixtures.ts";
import { PalettePage } from "./pages/PalettePage.ts";

/** One line in the palette writes down what was promised. */
test.describe("a promise in one line", () => {
  test.beforeEach(async ({ app }) => {
    await app.call("starter.add", {});
    await app.call("settings.set", { locale: "zh-CN", agentName: "小王" });
    await app.call("customers.set", { name: "王女士", order: "T1", shop: "灯饰旗舰店" });
  });

  test("the time that was understood shows before it is saved, and Enter saves it", async ({
    page,
    app,
  }) => {
    const palette = await PalettePage.open(page, app);
    await palette.input.fill("+");
    await expect(page.locator(".capture-due")).toContainText("今天内");
    await expect(page.locator(".capture")).toContainText("王女士 · T1 · 灯饰旗舰店");
    await palette.input.fill("+明天下午3点前给王女士补发配件");
    await expect(page.locator(".capture-due strong")).toHaveText("明天 15:00");
    await expect(page.locator(".capture-what")).toHaveText("给王女士补发配件");
    await expect(palette.footer).toContainText("记下");
    await palette.press("Enter");
    await expect(palette.input).toHaveValue("");
    const { rows } = await app.call("promises.list", {});
    expect(rows).toMatchObject([
      {
        text: "给王女士补发配件",
        customer: "王女士",
        order: "T1",
        source: "capture",
        owner: "小王",
      },
    ]);
    const due = new Date(rows[0]!.dueAt);
    expect([due.getHours(), due.getMinutes()]).toEqual([15, 0]);
  });

  test("without words about a time it is due today; nothing at all is not saved", async ({
    page,
    app,
  }) => {
    const palette = await PalettePage.open(page, app);
    await palette.input.fill("＋");
    await palette.press("Enter");
    await expect(palette.footer).toContainText("先写答应了什么");
    await palette.input.fill("＋回电");
    await expect(page.locator(".capture-due.assumed")).toContainText("没写时间");
    await palette.press("Enter");
    await expect.poll(async () => (await app.call("promises.list", {})).total).toBe(1);
    expect((await app.call("promises.list", {})).rows).toMatchObject([
      { text: "回电", dateOnly: true },
    ]);
  });

  test("Enter twice, or held down, writes one promise down", async ({ page, app }) => {
    const palette = await PalettePage.open(page, app);
    const saving = Promise.withResolvers<void>();
    await page.route("**/call/promises.add", async (route) => {
      await saving.promise;
      await route.continue();
    });
    await palette.input.fill("+回电");
    await page.keyboard.down("Enter");
    await page.keyboard.down("Enter");
    await page.keyboard.up("Enter");
    await palette.press("Enter");
    // A call of its own goes by what was asked before it.
    await app.call("promises.list", {});
    saving.resolve();
    await expect(palette.input).toHaveValue("");
    expect((await app.call("promises.list", {})).total).toBe(1);
  });
});
