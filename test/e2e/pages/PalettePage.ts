import type { Locator, Page, Request } from "@playwright/test";
import type { RunningApp } from "../fixtures.ts";

/** The quick palette, in a window of its usual size. */
export class PalettePage {
  readonly page: Page;
  readonly input: Locator;
  readonly rows: Locator;
  readonly chosen: Locator;
  readonly preview: Locator;
  readonly editor: Locator;
  readonly footer: Locator;

  constructor(page: Page) {
    this.page = page;
    this.input = page.getByRole("combobox").first();
    this.rows = page.getByRole("option").and(page.locator(".row"));
    this.chosen = page.locator(".row[aria-selected=true]");
    this.preview = page.locator(".preview-body");
    this.editor = page.locator(".review textarea");
    this.footer = page.locator("footer");
  }

  /**
   * Opens the palette. With `pastes` the page believes that there is a desktop to paste into,
   * so that what it asks the core for can be seen; the core of these tests has none.
   */
  static async open(
    page: Page,
    app: RunningApp,
    options: { pastes?: boolean } = {},
  ): Promise<PalettePage> {
    await page.setViewportSize({ width: 640, height: 420 });
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    if (options.pastes) await PalettePage.pretendDesktop(page);
    await page.goto(app.entrance("/palette.html"));
    const palette = new PalettePage(page);
    await palette.rows.first().waitFor();
    return palette;
  }

  private static async pretendDesktop(page: Page): Promise<void> {
    await page.route("**/call/system.status", async (route) => {
      const response = await route.fetch();
      const reply = (await response.json()) as { value: object };
      await route.fulfill({
        response,
        json: { ...reply, value: { ...reply.value, canPaste: true } },
      });
    });
    for (const call of ["phrase", "text", "picture"])
      await page.route(`**/call/paste.${call}`, (route) =>
        route.fulfill({
          json: { ok: true, value: { outcome: "pasted", reason: null, params: {}, review: null } },
        }),
      );
  }

  /** What the page asks the core to paste next. */
  async nextPaste(act: () => Promise<void>): Promise<{ id: string; mode: string | null }> {
    const asked = this.page.waitForRequest("**/call/paste.phrase");
    await act();
    const request: Request = await asked;
    const { from: _, ...asks } = request.postDataJSON() as Record<string, unknown>;
    return asks as { id: string; mode: string | null };
  }

  /** What the page hands the core with the next call of this name. */
  async nextCall(name: string, act: () => Promise<void>): Promise<unknown> {
    const asked = this.page.waitForRequest(`**/call/${name}`);
    await act();
    return (await asked).postDataJSON();
  }

  row(title: string): Locator {
    return this.rows.filter({ hasText: title });
  }

  clipboard(): Promise<string> {
    return this.page.evaluate(() => navigator.clipboard.readText());
  }

  press(keys: string): Promise<void> {
    return this.page.keyboard.press(keys);
  }
}
