import type { Locator, Page } from "@playwright/test";
import type { RunningApp } from "../fixtures.ts";

/** The docked panel, in a window of its usual size. */
export class PanelPage {
  readonly page: Page;
  readonly input: Locator;
  readonly rows: Locator;
  readonly whole: Locator;
  readonly review: Locator;
  readonly footer: Locator;

  constructor(page: Page) {
    this.page = page;
    this.input = page.getByRole("search").getByRole("textbox");
    this.rows = page.locator(".row");
    this.whole = page.getByRole("tooltip");
    this.review = page.locator(".review");
    this.footer = page.locator("footer");
  }

  /**
   * Opens the panel. With `pastes` the page believes that there is a desktop to paste into, so that what it asks the
   * core for can be seen; the core of these tests has none.
   */
  static async open(
    page: Page,
    app: RunningApp,
    options: { pastes?: boolean; width?: number } = {},
  ): Promise<PanelPage> {
    await page.setViewportSize({ width: options.width ?? 300, height: 760 });
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    if (options.pastes) await PanelPage.pretendDesktop(page);
    await page.goto(app.entrance("/panel.html"));
    const panel = new PanelPage(page);
    await panel.section(/^(收藏与最近使用|收藏與最近使用|Favourites)/).waitFor();
    return panel;
  }

  private static async pretendDesktop(page: Page): Promise<void> {
    await page.route("**/call/system.status", async (route) => {
      // It is asked again at each change, also while the test is being ended.
      const response = await route.fetch().catch(() => null);
      if (!response) return;
      const reply = (await response.json()) as { value: object };
      await route.fulfill({
        response,
        json: { ...reply, value: { ...reply.value, canPaste: true } },
      });
    });
    const answer = (value: object) => ({ json: { ok: true, value } });
    await page.route("**/call/panel.target", (route) =>
      route.fulfill(answer({ up: true, target: { app: "chat", title: "接待中心" } })),
    );
    await page.route("**/call/paste.picture", (route) =>
      route.fulfill(answer({ outcome: "pasted", reason: null, params: {}, review: null })),
    );
    // The core prepares the script as for a paste; what waits comes back as it would, what is ready counts as pasted.
    await page.route("**/call/paste.phrase", async (route) => {
      const {
        mode,
        from: _,
        ...input
      } = route.request().postDataJSON() as {
        mode: string | null;
        from: string;
      };
      const { origin } = new URL(route.request().url());
      const looked = await page.request.post(`${origin}/call/paste.review`, { data: input });
      const review = ((await looked.json()) as { value: { ready: boolean } }).value;
      const outcome = review.ready ? (mode === "send" ? "sent" : "pasted") : "waits";
      await route.fulfill(
        answer({ outcome, reason: null, params: {}, review: review.ready ? null : review }),
      );
    });
  }

  section(name: string | RegExp): Locator {
    return this.page.getByRole("region", { name });
  }

  row(title: string): Locator {
    return this.rows.filter({ hasText: title });
  }

  /** A category of the tree. */
  category(name: string): Locator {
    return this.page.locator(".fold").filter({ hasText: name });
  }

  bar(name: string): Locator {
    return this.page.locator(".bar").filter({ hasText: name });
  }

  /** What the page hands the core with the next call of this name, once that is answered. */
  async nextCall(name: string, act: () => Promise<void>): Promise<Record<string, unknown>> {
    const answered = this.page.waitForResponse(`**/call/${name}`);
    await act();
    return (await answered).request().postDataJSON() as Record<string, unknown>;
  }

  clipboard(): Promise<string> {
    return this.page.evaluate(() => navigator.clipboard.readText());
  }

  press(keys: string): Promise<void> {
    return this.page.keyboard.press(keys);
  }
}
