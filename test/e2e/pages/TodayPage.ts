import type { Locator, Page } from "@playwright/test";
import type { RunningApp } from "../fixtures.ts";

/** 今日 as a person sees it in the morning. */
export class TodayPage {
  readonly page: Page;
  readonly heading: Locator;
  readonly promises: Locator;
  readonly complaints: Locator;
  readonly undoBar: Locator;

  constructor(page: Page) {
    this.page = page;
    this.heading = page.getByRole("heading", { level: 1 });
    this.promises = page.getByRole("region", { name: "答应买家的事" });
    this.complaints = page.getByRole("region", { name: "未结投诉" });
    this.undoBar = page.locator(".undo-bar");
  }

  /** Opens the program, as one does in the morning. @param now the page's clock, milliseconds since 1970 */
  static async open(page: Page, app: RunningApp, now: number): Promise<TodayPage> {
    await page.clock.setFixedTime(now);
    await page.goto(app.url);
    const today = new TodayPage(page);
    await today.heading.waitFor();
    return today;
  }

  /** One of the large numbers. */
  number(name: string): Locator {
    return this.page
      .locator(".today-numbers li", { has: this.page.getByText(name, { exact: true }) })
      .locator(".today-figure");
  }

  /** What the rows of a part are about. */
  rows(part: Locator): Locator {
    return part.locator(".today-what");
  }

  part(name: string): Locator {
    return this.page.getByRole("region", { name, exact: true });
  }
}
