import { expect, test } from "./fixtures.ts";
import { addPicture } from "../support/sendPicture.ts";
import { LibraryPage } from "./pages/LibraryPage.ts";

test.use({ locale: "zh-CN", viewport: { width: 1280, height: 800 } });

const draft = (title: string, extra: object = {}) => ({ title, body: `${title}的正文`, ...extra });

test("creates a phrase and finds it stored with every field", async ({ page, app }) => {
  const library = await LibraryPage.open(page, app);
  await page.getByRole("button", { name: "不用，自己来" }).click();
  await library.newButton.click();
  await library.field("标题").fill("发货时间");
  await library.field("正文").fill("现货，拍下当天发出😊\n周日不发货");
  await library.field("快捷编码").fill("fh");
  await library.field("店铺").fill("灯饰旗舰店");
  await library.field("标签").fill("物流");
  await page.keyboard.press("Enter");
  await library.field("备注").fill("大促另有说法");
  await library.editor.getByText("粘贴并发送").click();
  await expect(library.editor.getByText("未保存")).toBeVisible();
  await page.keyboard.press("Control+s");
  await expect(library.row("发货时间")).toBeVisible();
  await expect(library.undoBar).toContainText("已保存“发货时间”");

  const { rows } = await app.call("phrases.query", {});
  const stored = await app.call("phrases.get", { id: rows[0]!.id });
  expect(stored).toMatchObject({
    title: "发货时间",
    body: "现货，拍下当天发出😊\n周日不发货",
    shortcut: "fh",
    shop: "灯饰旗舰店",
    tags: ["物流"],
    note: "大促另有说法",
    sendMode: "send",
    source: "mine",
  });
});

test("edits, warns of a code in use, and undoes", async ({ page, app }) => {
  await app.call("phrases.create", draft("退换货流程", { shortcut: "thh" }));
  await app.call("phrases.create", draft("发票说明"));
  const library = await LibraryPage.open(page, app);
  await library.row("发票说明").click();
  await library.field("快捷编码").fill("thh");
  await expect(library.editor.getByText("退换货流程")).toBeVisible();
  await library.field("标题").fill("开票说明");
  await library.editor.getByRole("button", { name: "保存" }).click();
  await expect(library.row("开票说明")).toBeVisible();
  await library.undo();
  await expect(library.row("发票说明")).toBeVisible();
  await expect(library.field("标题")).toHaveValue("发票说明");
});

test("saving one field leaves the others alone", async ({ page, app }) => {
  const { id: categoryId } = await app.call("categories.create", { name: "售后", parentId: null });
  const full = { shortcut: "fp", tags: ["票据"], shop: "灯饰旗舰店", note: "月底开", categoryId };
  const phrase = await app.call("phrases.create", draft("发票说明", full));
  const library = await LibraryPage.open(page, app);
  await library.row("发票说明").click();
  await library.field("标题").fill("开票说明");
  await page.keyboard.press("Control+s");
  await expect(library.row("开票说明")).toBeVisible();
  await library.editor.getByRole("button", { name: "收藏" }).click();
  await expect(library.undoBar).toContainText("已收藏");
  expect(await app.call("phrases.get", { id: phrase.id })).toMatchObject({
    ...full,
    title: "开票说明",
    body: "发票说明的正文",
    favourite: true,
  });
});

test("leaving a changed phrase saves it and can be undone; an empty text is never saved", async ({
  page,
  app,
}) => {
  const first = await app.call("phrases.create", draft("第一条"));
  await app.call("phrases.create", draft("第二条"));
  const library = await LibraryPage.open(page, app);
  await library.row("第一条").click();
  await library.field("正文").fill("改过的正文");
  await library.row("第二条").click();
  await expect(library.undoBar).toContainText("已自动保存“第一条”");
  expect((await app.call("phrases.get", { id: first.id })).body).toBe("改过的正文");
  await library.undo();
  await expect
    .poll(async () => (await app.call("phrases.get", { id: first.id })).body)
    .toBe("第一条的正文");

  await library.field("正文").fill("");
  await library.row("第一条").click();
  await expect(page.getByText("草稿留着")).toBeVisible();
  await library.row("第二条").click();
  await expect(library.editor.getByText("上次没保存的修改已放回来")).toBeVisible();
  await library.editor.getByRole("button", { name: "放弃修改" }).first().click();
  await expect(library.field("正文")).toHaveValue("第二条的正文");
});

test("what is typed while a save is under way is there after looking at another phrase", async ({
  page,
  app,
}) => {
  const first = await app.call("phrases.create", draft("第一条"));
  await app.call("phrases.create", draft("第二条"));
  const library = await LibraryPage.open(page, app);
  const saving = Promise.withResolvers<void>();
  await page.route("**/call/phrases.update", async (route) => {
    await saving.promise;
    await route.continue();
  });
  await library.row("第一条").click();
  await library.field("正文").fill("先写的");
  await page.keyboard.press("Control+s");
  await library.field("正文").fill("先写的，又添的");
  await library.row("第二条").click();
  await expect(library.field("正文")).toHaveValue("第二条的正文");
  saving.resolve();
  await expect(library.undoBar).toContainText("已保存");
  expect((await app.call("phrases.get", { id: first.id })).body).toBe("先写的");
  await library.row("第一条").click();
  await expect(library.field("正文")).toHaveValue("先写的，又添的");
});

test("Del twice before the list has changed deletes once, and the offer brings it back", async ({
  page,
  app,
}) => {
  await app.call("phrases.create", draft("甲"));
  await app.call("phrases.create", draft("乙"));
  const library = await LibraryPage.open(page, app);
  const deleting = Promise.withResolvers<void>();
  let asked = 0;
  await page.route("**/call/phrases.trash", async (route) => {
    asked += 1;
    await deleting.promise;
    await route.continue();
  });
  await library.row("甲").click();
  await page.keyboard.press("Delete");
  await page.keyboard.press("Delete");
  await expect.poll(() => asked).toBe(1);
  deleting.resolve();
  await expect(library.undoBar).toContainText("已删除 1 条");
  await expect(library.rows).toHaveCount(1);
  expect(asked).toBe(1);
  await page.keyboard.press("Control+z");
  await expect(library.row("甲")).toBeVisible();
});

test("a reload in the middle of writing keeps the draft", async ({ page, app }) => {
  const library = await LibraryPage.open(page, app);
  await library.newButton.click();
  await library.field("标题").fill("写到一半");
  await page.reload();
  await library.newButton.click();
  await expect(library.field("标题")).toHaveValue("写到一半");
});

test("moves by dialog and by dragging, with undo", async ({ page, app }) => {
  const target = await app.call("categories.create", { name: "售后", parentId: null });
  const phrase = await app.call("phrases.create", draft("丢件"));
  const category = async () => (await app.call("phrases.get", { id: phrase.id })).categoryId;
  const library = await LibraryPage.open(page, app);

  await library.drag(library.row("丢件"), library.node("售后"));
  await expect(library.undoBar).toContainText("移到“售后”");
  expect(await category()).toBe(target.id);
  await library.undo();
  await expect.poll(category).toBeNull();

  await library.row("丢件").click();
  await page.keyboard.press("m");
  await expect(page.getByRole("dialog").getByRole("combobox")).toBeFocused();
  await page.keyboard.type("售后");
  await page.keyboard.press("Enter");
  await expect.poll(category).toBe(target.id);
});

test("trash, undo, restore and emptying the trash", async ({ page, app }) => {
  for (const title of ["甲", "乙", "丙"]) await app.call("phrases.create", draft(title));
  const library = await LibraryPage.open(page, app);
  await expect(library.rows).toHaveCount(3);
  await library.rows.first().click();
  await page.keyboard.press("Shift+ArrowDown");
  await expect(page.getByText("条已选中")).toBeVisible();
  await page.keyboard.press("Delete");
  await expect(library.rows).toHaveCount(1);
  await expect(library.undoBar).toContainText("已删除 2 条");
  await page.keyboard.press("Control+z");
  await expect(library.rows).toHaveCount(3);
  await expect(library.undoBar).toHaveText("已撤销，2 条回来了");

  await library.row("甲").click();
  await page.keyboard.press("Delete");
  await expect(library.rows).toHaveCount(2);
  await library.node("回收站").click();
  await library.row("甲").click();
  await library.editor.getByRole("button", { name: "恢复" }).click();
  await expect(page.getByText("回收站是空的")).toBeVisible();
  await library.node("全部").click();
  await expect(library.rows).toHaveCount(3);

  await library.row("乙").click();
  await page.keyboard.press("Delete");
  await library.node("回收站").click();
  await expect(library.rows).toHaveCount(1);
  await page.getByRole("button", { name: "清空回收站" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "清空回收站" }).click();
  await expect(page.getByText("回收站是空的")).toBeVisible();
  expect((await app.call("backups.list", {})).length).toBeGreaterThan(0);
});

test("filters as one types: text, pinyin initials, full pinyin, code", async ({ page, app }) => {
  await app.call("phrases.create", draft("退换货流程", { shortcut: "liucheng9" }));
  await app.call("phrases.create", draft("发货时间"));
  const library = await LibraryPage.open(page, app);
  await expect(library.rows).toHaveCount(2);
  for (const text of ["退换", "thh", "tuihuan", "LIUCHENG9"]) {
    await library.filter.fill(text);
    await expect(library.rows).toHaveCount(1);
    await expect(library.row("退换货流程")).toBeVisible();
  }
  await library.filter.fill("fahuo");
  await expect(library.row("发货时间")).toBeVisible();
  await expect(library.rows.locator("mark").first()).toHaveText("发货");
  await library.filter.fill("没有这句");
  await expect(page.getByText("没有找到“没有这句”")).toBeVisible();
  await page.getByRole("button", { name: "清除筛选" }).click();
  await expect(library.rows).toHaveCount(2);
});

test("creates, renames, nests and deletes categories, with undo", async ({ page, app }) => {
  const library = await LibraryPage.open(page, app);
  await page.getByRole("button", { name: "新建分组" }).click();
  await page.keyboard.type("售前");
  await page.keyboard.press("Enter");
  await expect(library.node("售前")).toBeVisible();
  await page.keyboard.press("F2");
  await page.keyboard.type("售前接待");
  await page.keyboard.press("Enter");
  await expect(library.node("售前接待")).toBeVisible();

  const categories = await app.call("categories.list", {});
  await app.call("phrases.create", draft("问好", { categoryId: categories[0]!.id }));
  await expect(library.node("售前接待")).toContainText("1");
  await library.node("售前接待").click({ button: "right" });
  await page.getByRole("menuitem", { name: "新建下级分组" }).click();
  await page.keyboard.type("问好");
  await page.keyboard.press("Enter");
  await expect(library.node("问好")).toHaveAttribute("aria-level", "2");

  await library.node("售前接待").click();
  await library.tree.press("Delete");
  await expect(library.node("售前接待")).toHaveCount(0);
  await expect(library.undoBar).toContainText("里面的 1 条在回收站");
  expect((await app.call("phrases.query", {})).total).toBe(0);
  await library.undo();
  await expect(library.node("售前接待")).toBeVisible();
  await expect(library.node("问好")).toBeVisible();
  expect((await app.call("phrases.query", {})).total).toBe(1);
});

test("drags a category below another", async ({ page, app }) => {
  const parent = await app.call("categories.create", { name: "售后", parentId: null });
  await app.call("categories.create", { name: "丢件", parentId: null });
  const library = await LibraryPage.open(page, app);
  await library.drag(library.node("丢件"), library.node("售后"));
  await expect(library.undoBar).toContainText("已移动分组");
  const moved = (await app.call("categories.list", {})).find((each) => each.name === "丢件");
  expect(moved?.parentId).toBe(parent.id);
});

test("offers the starter library, takes it and takes it back", async ({ page, app }) => {
  const library = await LibraryPage.open(page, app);
  await page.getByRole("button", { name: "装上起步话术" }).click();
  await expect(library.rows.first()).toBeVisible();
  const { total } = await app.call("phrases.query", {});
  expect(total).toBeGreaterThanOrEqual(150);
  await expect(library.undoBar).toContainText(`${total} 条`);
  await app.call("starter.remove", {});
  await expect(page.getByText("还没有话术。")).toBeVisible();
});

const SECTIONS: readonly (readonly [string, readonly string[]])[] = [
  ["今日", ["今日", "周报"]],
  ["商品图片", ["商品", "图片", "到手价"]],
  ["导入导出", ["导入导出"]],
  ["数据", ["使用统计", "记录"]],
  ["设置", ["设置"]],
  ["话术", ["话术", "找答案", "话术优化", "活动预案", "违禁词"]],
];

test("the rail and its tabs open every screen", async ({ page, app }) => {
  await LibraryPage.open(page, app);
  for (const [section, screens] of SECTIONS) {
    await page.locator(".rail").getByRole("link", { name: section, exact: true }).click();
    for (const name of screens) {
      if (screens.length > 1)
        await page.locator(".tabs").getByRole("link", { name, exact: true }).click();
      await expect(page).toHaveTitle(new RegExp(`^${name} `));
      await expect(page.locator(".screen-body > *").first()).toBeVisible();
      await expect(page.getByText("这个页面出错了")).toBeHidden();
    }
  }
});

test("the whole way by keyboard", async ({ page, app }) => {
  const library = await LibraryPage.open(page, app);
  await page.keyboard.press("n");
  await page.keyboard.type("键盘新建");
  await page.keyboard.press("Tab");
  await page.keyboard.type("全程不用鼠标");
  await page.keyboard.press("Control+s");
  await expect(library.row("键盘新建")).toBeVisible();
  await page.keyboard.press("e");
  await expect(library.field("标题")).toBeFocused();
  await page.keyboard.type("·改");
  await page.keyboard.press("Escape");
  await expect(library.row("键盘新建·改")).toBeVisible();
  await page.keyboard.press("f");
  await expect(library.rows.locator(".phrase-star .anticon")).toBeVisible();
  await page.keyboard.press("/");
  await expect(library.filter).toBeFocused();
  await page.keyboard.type("鼠标");
  await page.keyboard.press("ArrowDown");
  await expect(library.list).toBeFocused();
  await page.keyboard.press("Delete");
  await expect(page.getByText("没有找到“鼠标”")).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(library.rows).toHaveCount(1);
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog")).toContainText("全部按键");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
});

test("what a copy leaves behind is said; a phrase of pictures alone copies its picture", async ({
  page,
  app,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const [red, blue] = [await addPicture(app, "红.png", 1), await addPicture(app, "蓝.png", 3)];
  const shown = (picture: string) => ({ kind: "picture" as const, picture });
  const words = { kind: "text" as const, text: "就是这一款" };
  await app.call("phrases.create", {
    ...draft("实拍"),
    segments: [words, shown(red), shown(blue)],
  });
  await app.call("phrases.create", { ...draft("只有图"), segments: [shown(red)] });
  const library = await LibraryPage.open(page, app);
  await library.row("实拍").click();
  await page.keyboard.press("Enter");
  await expect(page.getByText("还有 2 张图片没有复制")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("就是这一款");
  await library.row("只有图").click();
  await page.keyboard.press("Enter");
  await expect(page.getByText("已复制“只有图”")).toBeVisible();
  const kinds = () =>
    page.evaluate(async () => (await navigator.clipboard.read()).flatMap(({ types }) => types));
  expect(await kinds()).toContain("image/png");
});

test("Enter copies where nothing can be pasted, and counts the use", async ({
  page,
  app,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const phrase = await app.call("phrases.create", draft("发货时间"));
  const library = await LibraryPage.open(page, app);
  await library.row("发货时间").click();
  await page.keyboard.press("Enter");
  await expect(page.getByText("已复制“发货时间”")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("发货时间的正文");
  await expect
    .poll(async () => (await app.call("phrases.get", { id: phrase.id })).useCount)
    .toBe(1);
});

test("Enter twice before the chat has the keyboard pastes once", async ({ page, app }) => {
  await app.call("phrases.create", draft("退换货流程"));
  await page.route("**/call/system.status", async (route) => {
    const reply = (await (await route.fetch()).json()) as { value: object };
    await route.fulfill({ json: { ...reply, value: { ...reply.value, canPaste: true } } });
  });
  const pasting = Promise.withResolvers<void>();
  let asked = 0;
  await page.route("**/call/paste.phrase", async (route) => {
    asked += 1;
    await pasting.promise;
    const value = { outcome: "pasted", reason: null, params: {}, review: null };
    await route.fulfill({ json: { ok: true, value } });
  });
  const library = await LibraryPage.open(page, app);
  await library.row("退换货流程").click();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await expect.poll(() => asked).toBe(1);
  const answered = page.waitForResponse("**/call/paste.phrase");
  pasting.resolve();
  await answered;
  // Afterwards, once the page has heard of it, it is meant again.
  await expect(async () => {
    await page.keyboard.press("Enter");
    expect(asked).toBeGreaterThan(1);
  }).toPass({ timeout: 10_000 });
});

test("quick search: Ctrl+K, pinyin, Enter", async ({ page, app, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await app.call("phrases.create", draft("退换货流程"));
  await app.call("phrases.create", draft("发货时间"));
  await LibraryPage.open(page, app);
  await page.keyboard.press("Control+k");
  await page.keyboard.type("thh");
  await expect(page.getByRole("dialog").getByRole("option").first()).toContainText("退换货流程");
  await page.keyboard.press("Enter");
  await expect(page.getByText("已复制“退换货流程”")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("退换货流程的正文");
});

test("a hotkey is recorded, and one that is reserved is refused at once", async ({ page, app }) => {
  await app.call("phrases.create", draft("发货时间"));
  const library = await LibraryPage.open(page, app);
  await library.row("发货时间").click();
  const record = library.editor.getByRole("button", { name: /全局快捷键/ });
  await record.click();
  await page.keyboard.press("Alt+a");
  await expect(library.editor.getByText("请换一个")).toBeVisible();
  await expect(record).toContainText("请再按一个");
  await page.keyboard.press("Control+Alt+7");
  await expect(record).toContainText("Ctrl+Alt+7");
  await expect(library.editor.getByText("请换一个")).toBeHidden();
});

test("Ctrl+Z right after saving takes the saving back though a field has the keyboard", async ({
  page,
  app,
}) => {
  await app.call("phrases.create", draft("发票说明"));
  const library = await LibraryPage.open(page, app);
  await library.row("发票说明").click();
  await library.field("标题").fill("开票说明");
  await page.keyboard.press("Control+s");
  await expect(library.undoBar).toContainText("已保存");
  await expect(library.field("标题")).toBeFocused();
  await page.keyboard.press("Control+z");
  await expect(library.row("发票说明")).toBeVisible();
  await expect(library.field("标题")).toHaveValue("发票说明");
  await expect(library.undoBar).toHaveText("已撤销，1 条恢复了原样");
});

test("a step undone elsewhere is no longer offered", async ({ page, app }) => {
  const { id } = await app.call("phrases.create", draft("发票说明"));
  const library = await LibraryPage.open(page, app);
  await library.row("发票说明").click();
  await page.keyboard.press("Delete");
  await expect(library.undoBar).toContainText("已删除 1 条");
  const [step] = await app.call("history.list", { limit: 1 });
  await app.call("history.undo", { id: step!.id });
  await expect(library.undoBar).toBeHidden({ timeout: 5_000 });
  await expect(library.row("发票说明")).toBeVisible();
  expect((await app.call("phrases.get", { id })).trashedAt).toBeNull();
});

test("what came back and what was just written is selected", async ({ page, app }) => {
  for (const title of ["甲", "乙", "丙"]) await app.call("phrases.create", draft(title));
  const library = await LibraryPage.open(page, app);
  await library.row("乙").click();
  await page.keyboard.press("Delete");
  await expect(library.rows).toHaveCount(2);
  await page.keyboard.press("Control+z");
  await expect(library.row("乙")).toHaveAttribute("aria-selected", "true");
  await expect(library.editor.getByRole("button", { name: "复制" })).toBeVisible();

  await page.keyboard.press("n");
  await expect(library.list.locator("[aria-selected=true]")).toHaveCount(0);
  await expect(library.field("标题")).toBeFocused();
  await page.keyboard.type("丁");
  await library.field("正文").fill("丁的正文");
  await page.keyboard.press("Escape");
  await expect(library.row("丁")).toHaveAttribute("aria-selected", "true");
  await expect(library.list.locator("[aria-selected=true]")).toHaveCount(1);
});

test("in the trash a phrase can be read but not changed, and Del explains", async ({
  page,
  app,
}) => {
  const { id } = await app.call("phrases.create", draft("发票说明"));
  await app.call("phrases.trash", { ids: [id] });
  const library = await LibraryPage.open(page, app);
  await library.node("回收站").click();
  await library.row("发票说明").click();
  await expect(library.field("正文")).toHaveAttribute("readonly");
  await expect(library.field("正文")).toBeEnabled();
  await expect(library.editor.locator(".facts")).toContainText("删除");
  await page.keyboard.press("Delete");
  await expect(page.getByText("回收站里的话术已经删除")).toBeVisible();
  await expect(library.rows).toHaveCount(1);
});

test("a row found by its category shows it, and an awkward code is pointed out", async ({
  page,
  app,
}) => {
  const { id: categoryId } = await app.call("categories.create", { name: "售后", parentId: null });
  await app.call("phrases.create", draft("丢件", { categoryId }));
  const library = await LibraryPage.open(page, app);
  await library.filter.fill("售后");
  await expect(library.row("丢件").locator(".phrase-path mark")).toHaveText("售后");
  await library.row("丢件").click();
  await library.field("快捷编码").fill("丢，件");
  await expect(library.editor.getByText("空格或中文标点")).toBeVisible();
});

test("a narrow window opens the editor over the list and closes it again", async ({
  page,
  app,
}) => {
  await page.setViewportSize({ width: 900, height: 600 });
  await app.call("phrases.create", draft("发票说明"));
  const library = await LibraryPage.open(page, app);
  await library.row("发票说明").click();
  await expect(page.locator(".list-foot")).toContainText("打开修改");
  await page.keyboard.press("e");
  await expect(library.field("标题")).toBeFocused();
  await library.editor.getByRole("button", { name: "关闭编辑" }).click();
  await expect(library.editor).toBeHidden();
  await page.keyboard.press("e");
  await expect(library.field("标题")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(library.editor).toBeHidden();
  await expect(library.list).toBeFocused();
});

test("a strip says that the program does not answer, and goes when it does", async ({
  page,
  app,
}) => {
  let gone = false;
  await page.route("**/events", (route) => (gone ? route.abort() : route.continue()));
  gone = true;
  await LibraryPage.open(page, app);
  await expect(page.getByText("程序没有回应")).toBeVisible();
  gone = false;
  await expect(page.getByText("程序没有回应")).toBeHidden();
});

test("scrolls through 20,000 phrases and keeps its place when they change", async ({
  page,
  app,
}) => {
  test.setTimeout(120_000);
  const lines = Array.from({ length: 20_000 }, (_, i) => `第${i}条,正文${i},c${i}`);
  const response = await fetch(new URL("/files?name=many.csv", app.url), {
    method: "POST",
    headers: { authorization: `Bearer ${new URL(app.url).searchParams.get("token")}` },
    body: `标题,正文,快捷编码\n${lines.join("\n")}`,
  });
  const { value } = (await response.json()) as { value: { file: string } };
  const result = await app.call("import.apply", { file: value.file, job: "many" });
  expect(result.added).toBe(20_000);

  const library = await LibraryPage.open(page, app);
  await expect(library.total()).toHaveText("20,000 条");
  expect(await library.rows.count()).toBeLessThan(80);
  await library.list.focus();
  await page.keyboard.press("End");
  await expect(library.rows.last()).toHaveAttribute("aria-posinset", "20000");
  await page.keyboard.press("Home");
  await expect(library.rows.first()).toHaveAttribute("aria-posinset", "1");

  const frames = await library.list.evaluate(async (list) => {
    const times: number[] = [];
    let before = performance.now();
    for (let step = 0; step < 240; step++) {
      list.scrollTop += 120;
      await new Promise((resolve) => requestAnimationFrame(resolve));
      times.push(performance.now() - before);
      before = performance.now();
    }
    return times.toSorted((a, b) => a - b);
  });
  const p95 = frames[Math.floor(frames.length * 0.95)] ?? Infinity;
  test.info().annotations.push({ type: "frame p95, ms", description: p95.toFixed(1) });

  await library.list.evaluate((list) => {
    list.scrollTop = 360_000;
  });
  const seen = library.rows.filter({ hasNot: page.locator(".phrase-row-waiting") }).nth(15);
  await expect(seen).toBeVisible();
  const place = await library.list.evaluate((list) => list.scrollTop);
  await app.call("phrases.create", draft("新来的"));
  await expect(library.total()).toHaveText("20,001 条");
  expect(await library.list.evaluate((list) => list.scrollTop)).toBe(place);
});
