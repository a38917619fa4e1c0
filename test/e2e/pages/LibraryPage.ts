import type { Locator, Page } from "@playwright/test";
import type { RunningApp } from "../fixtures.ts";

/** The phrase library as a person uses it. */
export class LibraryPage {
  readonly page: Page;
  readonly list: Locator;
  readonly rows: Locator;
  readonly tree: Locator;
  readonly filter: Locator;
  readonly editor: Locator;
  readonly undoBar: Locator;
  /** The one over the list; an empty list has another. */
  readonly newButton: Locator;

  constructor(page: Page) {
    this.page = page;
    this.list = page.getByRole("listbox", { name: "话术列表" });
    this.rows = this.list.getByRole("option");
    this.tree = page.getByRole("tree");
    this.filter = page.getByRole("textbox", { name: "筛选" });
    this.editor = page.getByRole("form", { name: "话术编辑" });
    this.undoBar = page.locator(".undo-bar");
    this.newButton = page.locator(".toolbar").getByRole("button", { name: "新建" });
  }

  /** Opens the library and waits until it has been read. */
  static async open(page: Page, app: RunningApp): Promise<LibraryPage> {
    await page.goto(`${app.url}#/phrases`);
    const library = new LibraryPage(page);
    await library.tree.waitFor();
    await page.locator(".toolbar-total", { hasText: "条" }).waitFor();
    return library;
  }

  row(title: string): Locator {
    return this.rows.filter({ has: this.page.locator(".phrase-title", { hasText: title }) });
  }

  field(label: string): Locator {
    return this.editor.getByLabel(label, { exact: true });
  }

  node(name: string): Locator {
    return this.tree
      .getByRole("treeitem")
      .filter({ has: this.page.locator(".tree-name", { hasText: new RegExp(`^${name}$`) }) });
  }

  /** How many the list says there are. */
  total(): Locator {
    return this.page.locator(".toolbar-total");
  }

  async create(phrase: { title: string; body: string; shortcut?: string }): Promise<void> {
    await this.newButton.click();
    await this.field("标题").fill(phrase.title);
    await this.field("正文").fill(phrase.body);
    if (phrase.shortcut) await this.field("快捷编码").fill(phrase.shortcut);
    await this.editor.getByRole("button", { name: "保存" }).click();
    await this.row(phrase.title).waitFor();
  }

  async undo(): Promise<void> {
    await this.undoBar.getByRole("button", { name: "撤销" }).click();
  }

  /** Drops one thing on another the way a mouse does. */
  async drag(from: Locator, to: Locator): Promise<void> {
    await from.dragTo(to);
  }
}
