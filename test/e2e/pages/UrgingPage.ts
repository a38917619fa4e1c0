import type { Locator, Page } from "@playwright/test";
import type { RunningApp } from "../fixtures.ts";
import { verb } from "./verb.ts";

/** 催付: the list of unpaid orders and the one taken up. */
export class UrgingPage {
  readonly page: Page;
  readonly rows: Locator;
  readonly pane: Locator;
  readonly scripts: Locator;
  readonly bubble: Locator;
  readonly undoBar: Locator;
  readonly dialog: Locator;

  constructor(page: Page) {
    this.page = page;
    this.rows = page.locator(".order-row");
    this.pane = page.locator(".order-pane");
    this.scripts = page.getByRole("listbox", { name: "催付话术" }).getByRole("option");
    this.bubble = page.locator(".script-bubble");
    this.undoBar = page.locator(".undo-bar");
    this.dialog = page.getByRole("dialog");
  }

  static async open(page: Page, app: RunningApp): Promise<UrgingPage> {
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await app.call("settings.set", { locale: "zh-CN", agentName: "小满" });
    await page.goto(app.url);
    await page.getByRole("link", { name: "跟进" }).click();
    await page.getByRole("button", { name: "加一单" }).waitFor();
    return new UrgingPage(page);
  }

  /** Opens the dialog and looks at a file; nothing is taken in yet. */
  async look(name: string, content: string | Buffer): Promise<void> {
    await this.page.keyboard.press("i");
    await this.dialog.locator("input[type=file]").setInputFiles({
      name,
      mimeType: "application/octet-stream",
      buffer: Buffer.from(content),
    });
    await this.dialog.getByText(/^新增 \d+ 单/).waitFor();
  }

  async takeIn(): Promise<void> {
    await this.dialog.getByRole("button", { name: /^导入 \d+ 单$/ }).click();
    await this.dialog.getByRole("button", { name: verb("完成") }).click();
    await this.dialog.waitFor({ state: "hidden" });
  }

  /** One order farther, by the keyboard, until its buyer's name stands at the top. */
  async next(buyer: string): Promise<void> {
    await this.page.keyboard.press("ArrowRight");
    await this.pane.getByRole("heading", { name: buyer }).waitFor();
  }

  view(name: string): Locator {
    return this.page.getByRole("radiogroup", { name: "哪些订单" }).getByText(name);
  }

  clipboard(): Promise<string> {
    return this.page.evaluate(() => navigator.clipboard.readText());
  }
}
