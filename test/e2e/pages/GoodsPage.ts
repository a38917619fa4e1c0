import type { Locator, Page } from "@playwright/test";
import type { RunningApp } from "../fixtures.ts";

export interface TestFile {
  readonly name: string;
  readonly content: Buffer | string;
}

const payload = ({ name, content }: TestFile) => ({
  name,
  mimeType: "application/octet-stream",
  buffer: Buffer.from(content),
});

/** Products and pictures as a person uses them. */
export class GoodsPage {
  readonly page: Page;
  readonly grid: Locator;
  readonly tiles: Locator;
  readonly list: Locator;
  readonly rows: Locator;
  readonly filter: Locator;
  readonly total: Locator;
  readonly card: Locator;
  readonly picture: Locator;
  readonly undoBar: Locator;
  readonly alert: Locator;

  constructor(page: Page) {
    this.page = page;
    this.grid = page.getByRole("listbox", { name: "图片" });
    this.tiles = this.grid.getByRole("option");
    this.list = page.getByRole("listbox", { name: "商品列表" });
    this.rows = this.list.getByRole("option");
    this.filter = page.getByRole("textbox", { name: "筛选" });
    this.total = page.locator(".toolbar-total");
    this.card = page.getByRole("form", { name: "商品卡片" });
    this.picture = page.getByRole("form", { name: "图片详情" });
    this.undoBar = page.locator(".undo-bar");
    this.alert = page.locator(".add-refused");
  }

  static async open(page: Page, app: RunningApp, tab: "商品" | "图片"): Promise<GoodsPage> {
    await app.call("settings.set", { locale: "zh-CN" });
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.goto(app.url);
    await page.getByRole("link", { name: "商品图片" }).click();
    const goods = new GoodsPage(page);
    await goods.tab(tab);
    return goods;
  }

  async tab(name: "商品" | "图片"): Promise<void> {
    await this.page.locator(".tabs").getByRole("link", { name, exact: true }).click();
    // The screen before it stays until this one has come: each counts in its own words.
    await this.total.filter({ hasText: name === "图片" ? /\d 张/ : /\d 个/ }).waitFor();
  }

  /** Gives files to the hidden field behind a button. */
  async choose(label: string, files: TestFile[] | string): Promise<void> {
    const input = this.page.getByLabel(label, { exact: true });
    await input.setInputFiles(typeof files === "string" ? files : files.map(payload));
  }

  /** Drops files as a mouse does. */
  async drop(target: Locator, files: TestFile[]): Promise<void> {
    const given = files.map(({ name, content }) => ({
      name,
      base64: Buffer.from(content).toString("base64"),
    }));
    const data = await this.page.evaluateHandle((all) => {
      const transfer = new DataTransfer();
      for (const { name, base64 } of all)
        transfer.items.add(
          new File([Uint8Array.from(atob(base64), (each) => each.codePointAt(0)!)], name),
        );
      return transfer;
    }, given);
    await target.dispatchEvent("dragover", { dataTransfer: data });
    await target.dispatchEvent("drop", { dataTransfer: data });
  }

  tile(name: string): Locator {
    return this.tiles.filter({
      has: this.page.locator(".tile-name", { hasText: new RegExp(`^${name}$`) }),
    });
  }

  row(name: string): Locator {
    return this.rows.filter({ has: this.page.locator(".product-name", { hasText: name }) });
  }

  figure(name: string): Locator {
    return this.page.locator(`[data-figure=${name}] dd`);
  }

  async undo(): Promise<void> {
    await this.undoBar.getByRole("button", { name: "撤销" }).click();
  }
}
