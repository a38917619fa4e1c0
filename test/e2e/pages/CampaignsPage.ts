import type { Locator, Page } from "@playwright/test";
import type { RunningApp } from "../fixtures.ts";

/** Emergencies, the calendar, the campaigns, and the editor of one set. */
export class CampaignsPage {
  readonly page: Page;
  readonly editor: Locator;
  readonly bars: Locator;
  readonly undoBar: Locator;

  constructor(page: Page) {
    this.page = page;
    this.editor = page.locator(".set-editor");
    this.bars = page.locator(".emergency-bar");
    this.undoBar = page.locator(".undo-bar");
  }

  /** Opens the screen at a time of the page's clock, milliseconds since 1970. */
  static async open(page: Page, app: RunningApp, now: number): Promise<CampaignsPage> {
    await app.call("settings.set", { locale: "zh-CN" });
    await page.clock.setFixedTime(now);
    await page.goto(`${app.url}#/campaigns`);
    await page.getByRole("heading", { name: "紧急预案" }).waitFor();
    return new CampaignsPage(page);
  }

  card(name: string): Locator {
    return this.page.getByRole("article", { name });
  }

  /** Of one emergency. */
  switchOf(name: string): Locator {
    return this.card(name).getByRole("switch");
  }

  row(name: string): Locator {
    return this.page.locator(".set-row", {
      has: this.page.locator(".set-name", { hasText: name }),
    });
  }

  /** A shop's line of the calendar. */
  line(shop: string): Locator {
    return this.page.locator(".calendar-row", {
      has: this.page.locator(".calendar-shop", { hasText: shop }),
    });
  }

  field(label: string): Locator {
    return this.editor.getByLabel(label, { exact: true });
  }

  /** The list of phrases of a phase or of the whole set. */
  members(name: string): Locator {
    return this.editor.getByRole("list", { name, exact: true }).locator(".member");
  }

  async save(): Promise<void> {
    await this.editor.getByRole("button", { name: /保存/ }).click();
  }

  /** Types into a picker and takes the phrase that is offered under this title. */
  async pick(place: string, text: string, title: string): Promise<void> {
    await this.editor.getByRole("combobox", { name: `往“${place}”里加话术` }).fill(text);
    await this.page
      .locator(".ant-select-dropdown:visible .ant-select-item-option", { hasText: title })
      .first()
      .click();
  }
}
