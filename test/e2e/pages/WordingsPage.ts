import type { Locator, Page } from "@playwright/test";
import type { RunningApp } from "../fixtures.ts";
import { verb } from "./verb.ts";

/** 话术优化: questions at the left, wordings as cards. */
export class WordingsPage {
  readonly page: Page;
  readonly topics: Locator;
  readonly cards: Locator;
  readonly dialog: Locator;

  constructor(page: Page) {
    this.page = page;
    this.topics = page.locator(".topic-row");
    this.cards = page.locator(".wording-card");
    this.dialog = page.getByRole("dialog");
  }

  static async open(page: Page, app: RunningApp): Promise<WordingsPage> {
    await app.call("settings.set", { locale: "zh-CN" });
    await page.goto(`${app.url}#/wordings`);
    await page.locator(".wordings").waitFor();
    return new WordingsPage(page);
  }

  async newTopic(question: string, examples: string): Promise<void> {
    await this.page.keyboard.press("n");
    await this.dialog.getByLabel("买家怎么问").fill(question);
    await this.dialog.getByLabel(/还会这样问/).fill(examples);
    await this.dialog.getByRole("button", { name: verb("保存") }).click();
    await this.dialog.waitFor({ state: "hidden" });
  }

  /** Opens the dialog that adds wordings, at one of its ways. */
  async add(way: "自己写" | "从话术库挑" | "同事的文件"): Promise<void> {
    await this.page.getByRole("button", { name: "收一种说法" }).first().click();
    await this.dialog.getByRole("tab", { name: way }).click();
  }

  async write(text: string, author = ""): Promise<void> {
    await this.add("自己写");
    await this.dialog.getByLabel("说法", { exact: true }).fill(text);
    await this.dialog.getByLabel("谁的说法").fill(author);
    await this.dialog.getByRole("button", { name: verb("收下") }).click();
    await this.dialog.waitFor({ state: "hidden" });
  }
}
