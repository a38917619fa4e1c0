import type { Locator, Page } from "@playwright/test";
import type { RunningApp } from "../fixtures.ts";

/** All settings on one page. */
export class SettingsPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  static async open(page: Page, app: RunningApp): Promise<SettingsPage> {
    await app.call("settings.set", { locale: "zh-CN" });
    await page.goto(app.url);
    await page.getByRole("link", { name: "设置" }).click();
    await page.getByRole("heading", { name: "常规" }).waitFor();
    return new SettingsPage(page);
  }

  section(
    name: "general" | "reminders" | "hotkeys" | "applications" | "starter" | "backups" | "data",
  ): Locator {
    return this.page.locator(`#settings-${name}`);
  }

  async pick(label: string, option: string): Promise<void> {
    await this.page.getByRole("combobox", { name: label }).click();
    const list = this.page.locator(".ant-select-dropdown:visible");
    await list.getByTitle(option, { exact: true }).click();
    // Its closing may overlap with the opening of the next.
    await list.waitFor({ state: "hidden" });
  }

  program(name: string): Locator {
    return this.section("applications").locator(".ant-table-row", { hasText: name });
  }
}
