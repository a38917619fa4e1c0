import { readFile } from "node:fs/promises";
import { expect, test } from "./fixtures.ts";
import { GatePage } from "./pages/GatePage.ts";

test("a text is checked while it is written, and Alt+R says it otherwise", async ({
  page,
  app,
}) => {
  const gate = await GatePage.open(page, app);
  await gate.tryText.fill("这款全网最低价，加 薇\u200b信领券。最近发货慢。");
  await expect(gate.marked).toHaveText(["全网最低价", "加 薇\u200b信"]);
  await expect(gate.tryBox.getByText("禁用")).toHaveCount(2);
  await gate.tryText.press("Alt+r");
  await expect(gate.tryText).toHaveValue("这款价格比较实惠，加 薇\u200b信领券。最近发货慢。");
  await expect(gate.marked).toHaveText(["加 薇\u200b信"]);
  await gate.tryBox.getByRole("button", { name: "删掉" }).click();
  await expect(gate.tryText).toHaveValue("这款价格比较实惠，领券。最近发货慢。");
  await expect(gate.tryBox).toContainText("没有要拦的词。");
  await gate.tryText.fill("请您稍等一下，我马上帮您看。".repeat(12));
  await expect(gate.tryBox).toContainText("超过一个气泡（120 字）");
  await gate.tryBox.getByText(/建议分 \d 条发/).click();
  await expect(gate.tryBox.locator(".findings-long li").first()).toContainText(/看。$/);
});

test("one's own word is added, used at once, changed, taken away, and every step can be undone", async ({
  page,
  app,
}) => {
  const gate = await GatePage.open(page, app);
  await page.keyboard.press("n");
  await expect(gate.pane.getByLabel("词", { exact: true })).toBeFocused();
  await page.keyboard.press("Control+s");
  await expect(gate.pane).toContainText("请填要查的词。");
  await gate.pane.getByLabel("词", { exact: true }).fill("隔壁灯具城");
  await gate.pane.getByText("禁用", { exact: true }).click();
  const instead = gate.pane.getByRole("combobox", { name: "换成" });
  await instead.fill("其他店");
  await instead.press("Enter");
  await gate.pane.getByRole("combobox", { name: "例外" }).fill("隔壁灯具城大厦，");
  await page.keyboard.press("Control+s");
  await expect(gate.word("隔壁灯具城")).toContainText("我的");
  await expect(gate.list.getByRole("option").first()).toContainText("隔壁灯具城");

  await gate.tryText.fill("隔壁燈具城更贵，隔壁灯具城大厦在对面");
  await expect(gate.marked).toHaveText(["隔壁燈具城"]);
  await gate.tryText.press("Alt+r");
  await expect(gate.tryText).toHaveValue("其他店更贵，隔壁灯具城大厦在对面");

  await gate.word("隔壁灯具城").click();
  await gate.pane.getByRole("button", { name: "删除" }).click();
  await expect(gate.word("隔壁灯具城")).toHaveCount(0);
  await gate.undo();
  await expect(gate.word("隔壁灯具城")).toBeVisible();
  const { rows } = await app.call("gate.words", { source: "mine" });
  expect(rows[0]).toMatchObject({
    severity: "block",
    replacements: ["其他店"],
    exceptions: ["隔壁灯具城大厦"],
  });
});

test("a bundled word is switched off and weighed otherwise, from the keyboard too", async ({
  page,
  app,
}) => {
  const gate = await GatePage.open(page, app);
  await gate.tryText.fill("国家级品质");
  await expect(gate.marked).toHaveCount(1);
  await gate.find("国家级");
  await expect(gate.list.getByRole("option").first()).toContainText("国家级");
  await page.getByRole("textbox", { name: "找词：简繁、全半角都行" }).press("ArrowDown");
  await expect(gate.list).toBeFocused();
  await page.keyboard.press(" ");
  await expect(gate.undoBar).toContainText("已停用“国家级”");
  await expect(gate.marked).toHaveCount(0);
  await gate.undo();
  await expect(gate.marked).toHaveCount(1);

  await gate.pane.getByText("慎用", { exact: true }).click();
  await expect(gate.pane).toContainText("清单里是“禁用”");
  await expect(gate.marked).toHaveClass("warn");
  await gate.find("");
  await page.getByText("只看我改过的").click();
  await expect(gate.list.getByRole("option")).toHaveCount(1);
  await gate.pane.getByRole("button", { name: "和清单一致" }).click();
  await expect(page.getByText("你还没有加过词")).toBeVisible();
});

test("the whole library is looked through again, and what is found is mended on the spot", async ({
  page,
  app,
}) => {
  await app.call("starter.add", {});
  const { id } = await app.call("phrases.create", {
    title: "活动价",
    body: "现在全网最低价，错过就没有了。",
  });
  await app.call("phrases.create", {
    title: "两段的",
    body: "占位",
    segments: [
      { kind: "text", text: "您好，看中哪款？" },
      { kind: "text", text: "加微信看图。" },
    ],
  });
  const gate = await GatePage.open(page, app);
  await gate.toSweep();
  await gate.runSweep();
  await expect(page.getByText("看了 322 条：2 条有禁用词")).toBeVisible();
  await expect(gate.results.getByRole("button")).toHaveCount(2);

  await gate.result("两段的").click();
  await gate.pane.getByRole("textbox", { name: "第 2 段文字" }).press("Alt+r");
  await gate.save();
  await expect(gate.result("两段的")).toContainText("已改好");
  await gate.undo();
  await expect(gate.result("两段的")).toContainText("加微信");

  await gate.result("活动价").click();
  const text = gate.pane.getByRole("textbox", { name: "正文" });
  await text.fill("现在有活动价，错过就没有了。");
  await page.keyboard.press("Control+s");
  await expect(gate.result("活动价")).toContainText("已改好");
  expect((await app.call("phrases.get", { id })).body).toBe("现在有活动价，错过就没有了。");

  await gate.pane.getByRole("link", { name: "在话术里打开" }).click();
  await expect(page.getByRole("textbox", { name: "标题" })).toHaveValue("活动价");
  await page.getByRole("link", { name: "违禁词" }).click();
  await expect(gate.result("活动价")).toContainText("已改好");
});

test("saving leaves the keyboard in the text, with what was typed meanwhile", async ({
  page,
  app,
}) => {
  const body = "现在全网最低价，错过就没有了。";
  const { id } = await app.call("phrases.create", { title: "活动价", body });
  const gate = await GatePage.open(page, app);
  await gate.toSweep();
  await gate.runSweep();
  await gate.result("活动价").click();
  const text = gate.pane.getByRole("textbox", { name: "正文" });
  await text.fill("现在有活动价。");
  const saving = Promise.withResolvers<void>();
  await page.route("**/call/phrases.update", async (route) => {
    await saving.promise;
    await route.continue();
  });
  await page.keyboard.press("Control+s");
  await page.keyboard.type("快来");
  saving.resolve();
  await expect(gate.result("活动价")).toContainText("已改好");
  await expect(text).toBeFocused();
  await expect(text).toHaveValue("现在有活动价。快来");
  // What is undone shows as long as nothing else was typed.
  await page.keyboard.press("Control+s");
  await expect
    .poll(async () => (await app.call("phrases.get", { id })).body)
    .toBe("现在有活动价。快来");
  await gate.undo();
  await expect(text).toHaveValue("现在有活动价。");
});

test("a script that is only too long is split in the look through the library", async ({
  page,
  app,
}) => {
  const sentence = "请您稍等一下，我马上帮您看。";
  const { id } = await app.call("phrases.create", { title: "查订单", body: sentence.repeat(12) });
  const gate = await GatePage.open(page, app);
  await gate.toSweep();
  await gate.runSweep();
  await gate.result("查订单").click();
  await expect(gate.pane.getByRole("button", { name: "按建议分成 2 段" })).toBeVisible();
  await gate.pane.getByRole("textbox", { name: "正文" }).press("Alt+s");
  await expect(gate.pane.getByRole("textbox", { name: "第 2 段文字" })).toHaveValue(
    sentence.repeat(6),
  );
  await gate.pane.getByRole("button", { name: /合回一段/ }).click();
  await expect(gate.pane.getByRole("textbox", { name: "正文" })).toHaveValue(sentence.repeat(12));
  await gate.pane.getByRole("button", { name: "按建议分成 2 段" }).click();
  await gate.save();
  await expect(gate.result("查订单")).toContainText("已改好");
  expect((await app.call("phrases.get", { id })).segments).toHaveLength(2);
  await gate.undo();
  await expect(gate.result("查订单")).toContainText("太长");
  expect((await app.call("phrases.get", { id })).segments).toHaveLength(0);
});

test("a list comes in from a file and goes out again", async ({ page, app }) => {
  const gate = await GatePage.open(page, app);
  await page.getByRole("button", { name: "导入导出词表" }).click();
  await page.getByRole("menuitem", { name: "导入词表…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.locator("input[type=file]").setInputFiles({
    name: "词.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(
      "敏感词,类型,等级,替换词\n甩卖王,极限词,高,活动款\n某词,没见过,高,\n",
      "utf8",
    ),
  });
  await dialog.getByRole("button", { name: "导入" }).click();
  await expect(dialog).toContainText("加了 1 条，更新 0 条");
  await expect(dialog).toContainText("第 3 行");
  await dialog.getByRole("button", { name: "完成" }).click();
  await expect(gate.word("甩卖王")).toContainText("绝对化用语");

  await page.getByRole("button", { name: "导入导出词表" }).click();
  const coming = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: /CSV/ }).click();
  const file = await coming;
  expect(file.suggestedFilename()).toMatch(/^replydeck-words-\d{4}-\d\d-\d\d\.csv$/);
  expect(await readFile(await file.path(), "utf8")).toContain("甩卖王,,绝对化用语,禁用,活动款");
  await gate.undo();
  await expect(gate.word("甩卖王")).toHaveCount(0);
});

test("words are marked where a phrase is written, and named in the report of an import", async ({
  page,
  app,
}) => {
  await app.call("settings.set", { locale: "zh-CN" });
  const { id } = await app.call("phrases.create", { title: "价格", body: "价格实惠。" });
  await page.goto(`${app.url}#/phrases`);
  await page.getByText("价格实惠。").first().waitFor();
  await page.goto(`${new URL(app.url).origin}/#/phrases?id=${id}`);
  const body = page.getByRole("textbox", { name: "正文" });
  await body.fill("我们是顶级品质。");
  await expect(page.locator(".checked-area")).toContainText("“顶级”");
  await body.press("Alt+r");
  await expect(body).toHaveValue("我们是高品质品质。");

  await page.getByRole("link", { name: "导入导出" }).click();
  await page.locator(".transfer input[type=file]").setInputFiles({
    name: "话术.csv",
    mimeType: "text/csv",
    buffer: Buffer.from("话术标题,话术内容\n好的,您好\n不好的,保证退款\n慎重的,独家设计\n", "utf8"),
  });
  await page.getByRole("button", { name: /^导入 \d/ }).click();
  const warnings = page.locator(".transfer-warnings");
  await expect(warnings).toContainText("1 条有禁用词，1 条有慎用词");
  await warnings.getByRole("link", { name: "不好的" }).click();
  await expect(page.getByRole("textbox", { name: "标题" })).toHaveValue("不好的");
});
