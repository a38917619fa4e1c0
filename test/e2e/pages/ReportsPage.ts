import type { FrameLocator, Locator, Page } from "@playwright/test";
import type { RunningApp } from "../fixtures.ts";

/** 周报: the weeks at the left, one of them written or read. */
export class ReportsPage {
  readonly page: Page;
  readonly heading: Locator;
  readonly weeks: Locator;
  readonly paper: FrameLocator;
  readonly finish: Locator;
  readonly edit: Locator;

  constructor(page: Page) {
    this.page = page;
    this.heading = page.getByRole("heading", { level: 1 });
    this.weeks = page.getByRole("navigation", { name: "各周周报" });
    this.paper = page.frameLocator("iframe.report-paper");
    this.finish = page.getByRole("button", { name: "定稿", exact: true });
    this.edit = page.getByRole("button", { name: "修改", exact: true });
  }

  /** @param now the page's clock, milliseconds since 1970 */
  static async open(page: Page, app: RunningApp, now: number): Promise<ReportsPage> {
    await page.clock.setFixedTime(now);
    await page.goto(`${app.url}#/reports`);
    const reports = new ReportsPage(page);
    await reports.heading.waitFor();
    return reports;
  }

  field(name: string): Locator {
    return this.page.getByRole("textbox", { name, exact: true });
  }

  /** A section's sentence with its figures. */
  sentence(section: string): Locator {
    return this.page.getByRole("textbox", { name: `“${section}”的说明` });
  }

  /** A row of a section's figures. */
  row(section: string, figure: string): Locator {
    return this.page
      .getByRole("table", { name: `“${section}”的数字` })
      .getByRole("row", { name: figure });
  }

  async show(view: "填写" | "预览"): Promise<void> {
    await this.page.getByText(view, { exact: true }).click();
  }

  async export(kind: "PDF 文件" | "文本文件") {
    await this.page.getByRole("button", { name: /导出/ }).click();
    const started = this.page.waitForEvent("download");
    await this.page.getByRole("menuitem", { name: kind }).click();
    return started;
  }
}
