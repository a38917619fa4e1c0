import type { Locator, Page } from "@playwright/test";
import type { RunningApp } from "../fixtures.ts";
import { verb } from "./verb.ts";

/** Words that should not be sent: the list, the box to try it, the library looked through. */
export class GatePage {
  readonly page: Page;
  readonly list: Locator;
  readonly tryText: Locator;
  readonly tryBox: Locator;
  readonly undoBar: Locator;
  readonly results: Locator;

  constructor(page: Page) {
    this.page = page;
    this.list = page.getByRole("listbox", { name: "词表" });
    this.tryBox = page.locator(".try-box");
    this.tryText = page.getByRole("textbox", { name: "要检查的话" });
    this.undoBar = page.locator(".undo-bar");
    this.results = page.getByRole("list", { name: "要改的话术" });
  }

  static async open(page: Page, app: RunningApp): Promise<GatePage> {
    await app.call("settings.set", { locale: "zh-CN" });
    await page.goto(`${app.url}#/gate`);
    const gate = new GatePage(page);
    await gate.list.waitFor();
    return gate;
  }

  word(name: string): Locator {
    return this.list
      .getByRole("option")
      .filter({ has: this.page.locator(".word-word").getByText(name, { exact: true }) });
  }

  /** What is marked in the box. */
  get marked(): Locator {
    return this.tryBox.locator(".marked-under mark");
  }

  async find(text: string): Promise<void> {
    await this.page.getByRole("textbox", { name: "找词：简繁、全半角都行" }).fill(text);
  }

  async undo(): Promise<void> {
    await this.undoBar.getByRole("button", { name: /撤销/ }).click();
  }

  async toSweep(): Promise<void> {
    await this.page.locator(".gate-views").getByText("检查话术").click();
  }

  async runSweep(): Promise<void> {
    await this.page.getByRole("button", { name: "重新检查全部话术" }).click();
    await this.page.getByText(/看了 \d+ 条/).waitFor();
  }

  result(title: string): Locator {
    return this.results.getByRole("button", { name: new RegExp(title) });
  }

  /** The pane beside the list. */
  get pane(): Locator {
    return this.page.locator(".gate-pane");
  }

  async save(): Promise<void> {
    await this.pane.getByRole("button", { name: verb("保存") }).click();
  }
}
