import type { Locator, Page } from "@playwright/test";
import type { RunningApp } from "../fixtures.ts";

/** 日清: the list of promises with its detail, going off shift, and the days' sheets. */
export class PromisesPage {
  readonly page: Page;
  readonly list: Locator;
  readonly rows: Locator;
  readonly groups: Locator;
  readonly detail: Locator;
  readonly line: Locator;
  /** What was understood of the time in the line. */
  readonly read: Locator;
  readonly story: Locator;
  readonly dialog: Locator;
  readonly walk: Locator;
  readonly undoBar: Locator;

  constructor(page: Page) {
    this.page = page;
    this.list = page.locator(".promise-list");
    this.rows = page.locator(".promise-row");
    this.groups = page.locator(".promise-group");
    this.detail = page.locator(".promise-detail");
    this.line = page.locator(".promise-new-line");
    this.read = page.locator(".promise-read");
    this.story = page.locator(".story li");
    this.dialog = page.locator(".ant-modal");
    this.walk = page.locator(".walk");
    this.undoBar = page.locator(".undo-bar");
  }

  /** Opens the screen at a time of the page's clock, milliseconds since 1970. */
  static async open(page: Page, app: RunningApp, now: number): Promise<PromisesPage> {
    await page.clock.setFixedTime(now);
    await page.goto(app.url);
    const promises = new PromisesPage(page);
    await promises.go("/promises");
    await page.locator(".promise-counts").waitFor();
    return promises;
  }

  /** Shows a screen by its address, as the program itself leads there. */
  async go(path: string): Promise<void> {
    await this.page.evaluate((hash) => (window.location.hash = hash), path);
  }

  row(text: string): Locator {
    return this.rows.filter({ hasText: text });
  }

  dueOf(text: string): Locator {
    return this.row(text).locator(".promise-due");
  }

  /** Of the numbers at the top. */
  count(group: "overdue" | "hour" | "today" | "later"): Locator {
    return this.page.locator(`.promise-count[data-group=${group}] b`);
  }

  /** Chooses a row by a click and leaves the keyboard with the list. */
  async choose(text: string): Promise<void> {
    await this.row(text).click();
    await this.list.focus();
  }

  /** Writes a new one by the keys alone and waits for its row. */
  async write(text: string, shown: string): Promise<void> {
    await this.page.keyboard.press("n");
    await this.line.fill(text);
    await this.line.press("Enter");
    await this.row(shown).waitFor();
  }

  field(label: string): Locator {
    return this.page.getByLabel(label, { exact: true });
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole("button", { name });
  }

  /** Saves one of the sheet's files; resolves to its content. */
  async export(format: "pdf" | "csv" | "text"): Promise<{ name: string; path: string }> {
    const coming = this.page.waitForEvent("download");
    await this.page.locator(`.export-buttons [data-format=${format}]`).click();
    const download = await coming;
    return { name: download.suggestedFilename(), path: await download.path() };
  }
}
