import type { Locator, Page } from "@playwright/test";
import type { RunningApp } from "../fixtures.ts";

/** Paste log and history of changes. */
export class DeskPage {
  readonly page: Page;
  readonly rows: Locator;

  constructor(page: Page) {
    this.page = page;
    this.rows = page.locator(".desk [role=tabpanel][aria-hidden=false] .ant-table-row");
  }

  static async open(page: Page, app: RunningApp): Promise<DeskPage> {
    await app.call("settings.set", { locale: "zh-CN" });
    await page.goto(`${app.url}#/desk`);
    await page.getByRole("tab", { name: "粘贴记录" }).waitFor();
    return new DeskPage(page);
  }

  async showHistory(): Promise<void> {
    await this.page.getByRole("tab", { name: "修改历史" }).click();
  }
}
