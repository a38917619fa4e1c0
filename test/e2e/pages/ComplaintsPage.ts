import type { Download, Locator, Page } from "@playwright/test";
import type { RunningApp } from "../fixtures.ts";
import { verb } from "./verb.ts";

/** 投诉: board and list, one case open, trends and rules. */
export class ComplaintsPage {
  readonly page: Page;
  readonly cards: Locator;
  readonly dialog: Locator;
  readonly filter: Locator;
  readonly undoBar: Locator;
  /** What happened to the open case. */
  readonly entries: Locator;
  /** What is missing before the next stage. */
  readonly missing: Locator;
  readonly side: Locator;

  constructor(page: Page) {
    this.page = page;
    this.cards = page.locator(".complaint-card");
    this.dialog = page.getByRole("dialog");
    this.filter = page.getByRole("textbox", { name: "按买家、订单、编号、记录内容找" });
    this.undoBar = page.locator(".undo-bar");
    this.entries = page.locator(".case-entry");
    this.missing = page.locator(".stage-missing li");
    this.side = page.locator(".case-right");
  }

  static async open(page: Page, app: RunningApp): Promise<ComplaintsPage> {
    await app.call("settings.set", { locale: "zh-CN" });
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.goto(`${app.url}#/complaints`);
    await page.locator(".complaints").waitFor();
    return new ComplaintsPage(page);
  }

  column(stage: string): Locator {
    return this.page.getByRole("region", { name: new RegExp(`^${stage}，`) });
  }

  /** Logs a complaint from the keyboard; the case is open afterwards. */
  async log(words: string): Promise<void> {
    await this.page.keyboard.press("n");
    await this.dialog.getByLabel("买家怎么说、出了什么事").fill(words);
    await this.page.keyboard.press("Control+Enter");
    await this.page.locator(".case").waitFor();
  }

  duty(words: string): Locator {
    return this.page.getByRole("checkbox", { name: words });
  }

  async onward(to: string): Promise<void> {
    await this.page.getByRole("button", { name: to, exact: true }).click();
  }

  /** The stage the case is in. */
  get stage(): Locator {
    return this.page.locator(".stage-walk li[aria-current=step] .stage-name");
  }

  async tab(name: "话术" | "处理" | "指引"): Promise<void> {
    await this.side.locator(".ant-segmented-item", { hasText: name }).click();
  }

  part(name: string): Locator {
    return this.side.getByRole("region", { name, exact: true });
  }

  async press(part: Locator, words: string): Promise<void> {
    await part.getByRole("button", { name: verb(words) }).click();
  }

  /** Takes one of the choices of a field. */
  async choose(part: Locator, field: string, choice: string): Promise<void> {
    await part.getByLabel(field, { exact: true }).click();
    await this.page
      .locator(".ant-select-dropdown:visible .ant-select-item-option", { hasText: choice })
      .first()
      .click();
  }

  async export(choice: RegExp): Promise<Download> {
    const coming = this.page.waitForEvent("download");
    await this.page.getByRole("button", { name: "导出", exact: true }).click();
    await this.page.getByRole("menuitem", { name: choice }).click();
    return coming;
  }

  clipboard(): Promise<string> {
    return this.page.evaluate(() => navigator.clipboard.readText());
  }
}
