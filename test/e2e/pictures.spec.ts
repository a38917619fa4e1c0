import { mkdtemp, mkdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeAnimation, makePicture } from "../support/pictures.ts";
import type { RunningApp } from "./fixtures.ts";
import { expect, test } from "./fixtures.ts";
import { GoodsPage, type TestFile } from "./pages/GoodsPage.ts";
import { verb } from "./pages/verb.ts";

const stored = async (app: RunningApp) => (await app.call("pictures.query", {})).rows;
const names = async (app: RunningApp) => (await stored(app)).map(({ name }) => name);

/** Real picture files of these names, each with bytes of its own. */
const files = (...wanted: string[]): Promise<TestFile[]> =>
  Promise.all(
    wanted.map(async (name, seed) => ({ name, content: await makePicture({ seed: seed + 1 }) })),
  );

/** Adds pictures as an earlier day would have. */
async function fill(app: RunningApp, given: TestFile[]): Promise<void> {
  const { origin, searchParams } = new URL(app.url);
  const authorization = `Bearer ${searchParams.get("token") ?? ""}`;
  const pictures: { id: string; name: string }[] = [];
  for (const { name, content } of given) {
    const response = await fetch(`${origin}/files?name=x`, {
      method: "POST",
      headers: { authorization },
      body: new Uint8Array(Buffer.from(content)),
    });
    const { value } = (await response.json()) as { value: { file: string } };
    const { id } = await app.call("pictures.stage", { file: value.file, name });
    pictures.push({ id, name });
  }
  await app.call("pictures.commit", { pictures });
}

test("an empty store teaches how pictures come in; chosen files are added in one step", async ({
  page,
  app,
}) => {
  const goods = await GoodsPage.open(page, app, "图片");
  await expect(page.getByText("还没有图片。把商品图拖进来，或按 Ctrl+V 粘贴。")).toBeVisible();
  const given = await files("台灯正面.png", "台灯背面.png");
  const broken = { name: "坏图.png", content: Buffer.from(given[0]!.content).subarray(0, 200) };
  await goods.choose("选择图片…", [...given, broken, { name: "空.jpg", content: "" }]);
  await expect(goods.tiles).toHaveCount(2);
  await expect(goods.undoBar).toContainText("已添加 2 张图片");
  // Each that did not come in is named, with what to do.
  await expect(goods.alert).toContainText("2 张没有添加");
  await expect(goods.alert).toContainText(/坏图\.png 损坏或没下载完.*重新保存/);
  await expect(goods.alert).toContainText(/空\.jpg 是空文件/);
  expect(await names(app)).toEqual(["台灯正面", "台灯背面"]);
  // The thumbnails are really there.
  await expect
    .poll(() =>
      goods.tiles
        .locator("img")
        .evaluateAll((all) => all.map((each) => (each as HTMLImageElement).naturalWidth)),
    )
    .toEqual([160, 160]);
  await goods.undo();
  await expect(page.getByText("还没有图片。")).toBeVisible();
  expect(await names(app)).toEqual([]);
});

test("a whole folder: what is no picture is passed over, the rest is named after its files", async ({
  page,
  app,
}) => {
  const folder = await mkdtemp(join(tmpdir(), "replydeck-folder-"));
  try {
    await mkdir(join(folder, "台灯"));
    for (const { name, content } of await files("1.png", "2.png"))
      await writeFile(join(folder, "台灯", name), content);
    await writeFile(join(folder, "说明.txt"), "x");
    await writeFile(join(folder, ".DS_Store"), "x");
    const goods = await GoodsPage.open(page, app, "图片");
    await goods.choose("选择整个文件夹…", folder);
    await expect(goods.tiles).toHaveCount(2);
    await expect(page.getByText("文件夹里有 2 个文件不是图片，已略过")).toBeVisible();
    expect((await names(app)).toSorted()).toEqual(["1", "2"]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test("files are dropped on the grid; the same picture is stored once", async ({ page, app }) => {
  const goods = await GoodsPage.open(page, app, "图片");
  const given = await files("一.png", "二.png");
  const pane = page.getByRole("region", { name: "图片" });
  await goods.drop(pane, [...given, { name: "动.gif", content: await makeAnimation(3) }]);
  await expect(goods.tiles).toHaveCount(3);
  await expect(goods.tile("动")).toContainText("GIF");
  await goods.drop(pane, [{ ...given[0]!, name: "又是一.png" }]);
  await expect(page.getByText("1 张已经在图片库里，没有重复存")).toBeVisible();
  await expect(goods.tiles).toHaveCount(3);
});

test("a picture is copied, and what is on the clipboard is pasted in", async ({ page, app }) => {
  await fill(app, [
    { name: "台灯.jpg", content: await makePicture({ format: "jpeg", width: 300, height: 200 }) },
  ]);
  const goods = await GoodsPage.open(page, app, "图片");
  await goods.tile("台灯").click();
  await page.keyboard.press("c");
  await expect(page.getByText(/已复制“台灯”/)).toBeVisible();
  const copied = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const bitmap = await createImageBitmap(await item!.getType("image/png"));
    return [bitmap.width, bitmap.height];
  });
  expect(copied).toEqual([300, 200]);
  await expect.poll(async () => (await stored(app))[0]?.useCount).toBe(1);
  await page.keyboard.press("Control+v");
  await expect(goods.tiles).toHaveCount(2);
  const [pasted] = await stored(app);
  expect(pasted).toMatchObject({ mime: "image/png", width: 300, height: 200 });
  expect(pasted?.name).toMatch(/^粘贴的图片 /);
});

test("adding can be cancelled: nothing comes in", async ({ page, app }) => {
  const goods = await GoodsPage.open(page, app, "图片");
  // The last one is held back until the person has cancelled.
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route("**/files?name=**", async (route) => {
    if (decodeURIComponent(route.request().url()).includes("三")) await held;
    await route.continue().catch(() => undefined);
  });
  await goods.choose("选择图片…", await files("一.png", "二.png", "三.png"));
  await expect(page.getByText("正在添加 2 / 3 张")).toBeVisible();
  await page
    .locator(".add-strip")
    .getByRole("button", { name: verb("取消") })
    .click();
  await expect(page.getByText("已取消，没有添加任何图片。")).toBeVisible();
  release();
  expect(await names(app)).toEqual([]);
});

test("by keyboard: find, walk, edit, favourite, delete, undo", async ({ page, app }) => {
  await fill(app, await files("台灯正面.png", "落地灯.png", "吊灯.png", "地毯.png"));
  const goods = await GoodsPage.open(page, app, "图片");
  await page.keyboard.press("/");
  await page.keyboard.type("deng");
  await expect(goods.tiles).toHaveCount(3);
  await page.keyboard.press("ArrowDown");
  await expect(goods.grid).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(goods.tiles.nth(1)).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Home");
  const first = (await goods.tiles.first().locator(".tile-name").textContent()) ?? "";
  await expect(goods.picture.getByLabel("名称")).toHaveValue(first);
  await page.keyboard.press("e");
  await expect(goods.picture.getByLabel("名称")).toBeFocused();
  await page.keyboard.type("换了名字的灯");
  await goods.picture.getByLabel("货号").fill("td-1");
  await page.keyboard.press("Control+s");
  await expect(goods.undoBar).toContainText("已保存“换了名字的灯”");
  await page.keyboard.press("Escape");
  await expect(goods.grid).toBeFocused();
  expect((await app.call("pictures.query", { sku: "TD-1" })).rows[0]?.name).toBe("换了名字的灯");
  await expect(goods.tile("换了名字的灯")).toBeVisible();
  await page.keyboard.press("f");
  await expect(goods.undoBar).toContainText("已收藏“换了名字的灯”");
  await page.keyboard.press("Delete");
  await expect(goods.undoBar).toContainText("已删除 1 张图片");
  await expect(goods.tiles).toHaveCount(2);
  // The next one is chosen, so that one can go on.
  await expect(goods.grid.locator("[aria-selected=true]")).toHaveCount(1);
  await page.keyboard.press("Control+z");
  await expect(goods.tiles).toHaveCount(3);
});

test("leaving a changed picture saves it; an empty name is never saved", async ({ page, app }) => {
  await fill(app, await files("一.png", "二.png"));
  const goods = await GoodsPage.open(page, app, "图片");
  await goods.tile("一").click();
  await goods.picture.getByLabel("备注").fill("给老顾客看的");
  await goods.tile("二").click();
  await expect(goods.undoBar).toContainText("已自动保存“一”");
  const [one] = await stored(app);
  expect((await app.call("pictures.get", { id: one!.id })).picture.note).toBe("给老顾客看的");
  await goods.picture.getByLabel("名称").fill("");
  await goods.tile("一").click();
  await expect(page.getByText("名称不能为空。没有保存，修改留着。")).toBeVisible();
  await goods.tile("二").click();
  await expect(goods.picture.getByText("上次没保存的修改已放回来。")).toBeVisible();
  await goods.picture.getByRole("button", { name: "放弃修改" }).first().click();
  await expect(goods.picture.getByLabel("名称")).toHaveValue("二");
});

test("many get a SKU in one step", async ({ page, app }) => {
  await fill(app, await files("一.png", "二.png", "三.png"));
  const goods = await GoodsPage.open(page, app, "图片");
  await goods.tile("一").click();
  await goods.tile("三").click({ modifiers: ["Shift"] });
  await expect(page.locator(".bulk-count")).toContainText("3");
  await page.getByLabel("都填上货号").fill("A-7");
  await page.keyboard.press("Enter");
  await expect(goods.undoBar).toContainText("已修改 3 张图片");
  await expect(goods.tile("二")).toContainText("A-7");
  await goods.undo();
  await expect(goods.tile("二")).not.toContainText("A-7");
});

test("the trash: back by undo, gone for good but for what is in use", async ({ page, app }) => {
  await fill(app, await files("用着的.png", "没用的.png"));
  const [used] = await stored(app);
  await app.call("products.create", { sku: "A1", name: "台灯", pictures: [used!.id] });
  const goods = await GoodsPage.open(page, app, "图片");
  await goods.tile("用着的").click();
  await expect(goods.picture.getByText("商品 台灯")).toBeVisible();
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Delete");
  await expect(page.getByText("还没有图片。")).toBeVisible();
  await page.getByRole("combobox", { name: "看哪些" }).click();
  await page.locator(".ant-select-dropdown:visible").getByTitle("回收站").click();
  await expect(goods.tiles).toHaveCount(2);
  await page.getByRole("button", { name: "清空回收站" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "清空回收站" }).click();
  await expect(page.getByText(/已永久删除 1 张；1 张还有话术或商品在用/)).toBeVisible();
  await expect(goods.tiles).toHaveCount(1);
});

test("two pictures cannot have the same hotkey, nor one that a phrase has", async ({
  page,
  app,
}) => {
  await fill(app, await files("一.png", "二.png"));
  const [one] = await stored(app);
  await app.call("pictures.update", { id: one!.id, changes: { hotkey: "Ctrl+Alt+8" } });
  await app.call("phrases.create", { title: "发货", body: "当天发", hotkey: "Ctrl+Alt+9" });
  const goods = await GoodsPage.open(page, app, "图片");
  await goods.tile("二").click();
  const field = goods.picture.getByRole("button", { name: /^全局快捷键/ });
  await field.click();
  await page.keyboard.press("Control+Alt+8");
  await expect(goods.picture.getByText("“Ctrl+Alt+8”已给了图片“一”。")).toBeVisible();
  await page.keyboard.press("Control+Alt+9");
  await expect(goods.picture.getByText("“Ctrl+Alt+9”已给了话术“发货”。")).toBeVisible();
  await page.keyboard.press("Control+Alt+7");
  await page.keyboard.press("Control+s");
  await expect.poll(async () => (await stored(app))[1]?.hotkey).toBe("Ctrl+Alt+7");
});

test("where there is a desktop Enter sends the picture into the chat", async ({ page, app }) => {
  await fill(app, await files("台灯.png"));
  const [picture] = await stored(app);
  await page.route("**/call/system.status", async (route) => {
    const response = await route.fetch();
    const reply = (await response.json()) as { value: object };
    await route.fulfill({
      response,
      json: { ...reply, value: { ...reply.value, canPaste: true } },
    });
  });
  const goods = await GoodsPage.open(page, app, "图片");
  await goods.tile("台灯").click();
  await expect(goods.picture.getByRole("button", { name: "粘贴" })).toBeVisible();
  await goods.grid.focus();
  const asked = page.waitForRequest("**/call/paste.picture");
  await page.keyboard.press("Enter");
  expect((await asked).postDataJSON()).toMatchObject({ picture: picture!.id });
});
