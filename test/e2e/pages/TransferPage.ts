import type { Download, Locator, Page } from "@playwright/test";
import type { RunningApp } from "../fixtures.ts";

interface TestFile {
  readonly name: string;
  readonly content: string | Buffer;
}

/** Import and export. */
export class TransferPage {
  readonly page: Page;
  readonly importButton: Locator;
  readonly alert: Locator;
  readonly progress: Locator;

  constructor(page: Page) {
    this.page = page;
    this.importButton = page.getByRole("button", { name: /^导入 \d|没有要导入/ });
    this.alert = page.locator(".transfer").getByRole("alert");
    this.progress = page.getByRole("progressbar");
  }

  static async open(page: Page, app: RunningApp): Promise<TransferPage> {
    await app.call("settings.set", { locale: "zh-CN" });
    await page.goto(app.url);
    await page.getByRole("link", { name: "导入导出" }).click();
    await page.getByRole("tab", { name: "导入" }).waitFor();
    return new TransferPage(page);
  }

  async give({ name, content }: TestFile): Promise<void> {
    const buffer = typeof content === "string" ? Buffer.from(content, "utf8") : content;
    await this.page
      .locator(".transfer input[type=file]")
      .setInputFiles({ name, mimeType: "application/octet-stream", buffer });
  }

  /** Drops a file on the page as a mouse does. */
  async drop({ name, content }: { name: string; content: string }): Promise<void> {
    const data = await this.page.evaluateHandle(
      (file) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([file.content], file.name));
        return transfer;
      },
      { name, content },
    );
    const target = this.page.locator(".transfer-drop");
    await target.dispatchEvent("dragover", { dataTransfer: data });
    await target.dispatchEvent("drop", { dataTransfer: data });
  }

  figure(name: "added" | "changed" | "skipped" | "duplicates" | "refused"): Locator {
    return this.page.locator(`[data-figure=${name}] dd`);
  }

  tab(name: RegExp): Locator {
    return this.page.locator(".transfer-plan").getByRole("tab", { name });
  }

  conflict(words: string): Locator {
    return this.page.locator(".transfer-conflict").getByText(words, { exact: true });
  }

  async choose(column: string, field: string): Promise<void> {
    await this.page.getByRole("combobox", { name: `${column}: 对应` }).click();
    const list = this.page.locator(".ant-select-dropdown:visible");
    await list.getByTitle(field, { exact: true }).click();
    // Its closing may overlap with the opening of the next.
    await list.waitFor({ state: "hidden" });
  }

  async export(format: string): Promise<Download> {
    await this.page.getByRole("tab", { name: "导出" }).click();
    const coming = this.page.waitForEvent("download");
    await this.page.locator(`[data-format=${format}]`).click();
    return coming;
  }
}
