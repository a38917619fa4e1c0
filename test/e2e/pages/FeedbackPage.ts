import type { Locator, Page } from "@playwright/test";
import type { RunningApp } from "../fixtures.ts";

/** 意见反馈: the list, the chosen note, trend and digest. */
export class FeedbackPage {
  readonly page: Page;
  readonly rows: Locator;
  readonly pane: Locator;
  readonly undoBar: Locator;
  readonly digest: Locator;

  constructor(page: Page) {
    this.page = page;
    this.rows = page.locator(".feedback-row");
    this.pane = page.locator(".feedback-pane");
    this.undoBar = page.locator(".undo-bar");
    this.digest = page.locator(".feedback-digest");
  }

  static async open(page: Page, app: RunningApp): Promise<FeedbackPage> {
    await app.call("settings.set", { locale: "zh-CN", agentName: "小满" });
    await page.goto(app.url);
    await page.getByRole("link", { name: "跟进" }).click();
    await page.getByRole("link", { name: "意见反馈" }).click();
    await page.locator(".feedback-toolbar").waitFor();
    return new FeedbackPage(page);
  }

  async toTrend(): Promise<void> {
    await this.page.getByRole("radiogroup", { name: "看什么" }).getByText("趋势与周报").click();
    await this.digest.waitFor();
  }

  /** Saves what `act` makes the page download; gives its name and bytes. */
  async download(act: () => Promise<void>): Promise<{ name: string; path: string }> {
    const coming = this.page.waitForEvent("download");
    await act();
    const file = await coming;
    return { name: file.suggestedFilename(), path: await file.path() };
  }
}
