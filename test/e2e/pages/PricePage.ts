import type { Locator, Page } from "@playwright/test";
import type { RunningApp } from "../fixtures.ts";

/** The calculator of final prices. */
export class PricePage {
  readonly page: Page;
  readonly line: Locator;
  readonly note: Locator;
  readonly total: Locator;
  readonly bubble: Locator;
  readonly rules: Locator;
  readonly copy: Locator;

  constructor(page: Page) {
    this.page = page;
    this.line = page.getByLabel("一行算式");
    this.note = page.locator(".price-line-note");
    this.total = page.getByRole("status", { name: "到手价" });
    this.bubble = page.locator(".price-bubble");
    this.rules = page.locator(".price-rule");
    this.copy = page.getByRole("button", { name: "复制" });
  }

  static async open(page: Page, app: RunningApp): Promise<PricePage> {
    await app.call("settings.set", { locale: "zh-CN" });
    await page.goto(app.url);
    const price = new PricePage(page);
    await price.show("/price");
    await price.line.waitFor();
    return price;
  }

  /** Another screen, by its address: where it stands in the rail is not what is tested here. */
  async show(path: string): Promise<void> {
    await this.page.evaluate((hash) => {
      window.location.hash = hash;
    }, path);
  }

  /** The field of a rule, by what it is about. */
  rule(slot: string): Locator {
    return this.page.getByRole("textbox", { name: `${slot}: 优惠怎么写` });
  }

  async add(slot: string): Promise<void> {
    await this.page.locator(".price-add").getByRole("button", { name: slot, exact: true }).click();
  }

  /** What the row of a rule says of it. */
  status(at: number): Locator {
    return this.rules.nth(at).locator(".price-rule-status");
  }

  async choose(scheme: string): Promise<void> {
    await this.page.getByLabel("用保存的优惠方案").click();
    await this.page.locator(".ant-select-item-option", { hasText: scheme }).click();
  }
}
