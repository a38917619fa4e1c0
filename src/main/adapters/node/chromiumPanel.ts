import { AppError } from "../../../shared/errors.ts";
import type { TargetWindow } from "../../ports/activeWindow.ts";
import type { PanelPlace, Windows } from "../../ports/windows.ts";
import type { Chromium } from "./chromium.ts";
import type { ChromiumPages } from "./chromiumPages.ts";

/** Title of panel.html: every window of ours belongs to the same process. */
const PANEL_TITLE = "快答台 侧边面板";

/** How long the browser gets to open the window, milliseconds. */
const OPEN_WITHIN = 20_000;

/** What a desktop adds: a window that stands above the others and is clicked without taking the keyboard. */
export interface PanelDecorator {
  /** Finds the window, takes its frame and its claim to the keyboard off; its handle, null where there is none. */
  adoptPanel(pid: number, title: string): Promise<string | null>;
  dock(id: string, place: PanelPlace): Promise<void>;
  /** Lets it have the keyboard and gives it; or lets it have none. */
  takesKeyboard(id: string, takes: boolean): Promise<void>;
}

export interface Browser {
  readonly chromium: Chromium;
  readonly pages: ChromiumPages;
}

interface Options {
  readonly url: string;
  readonly decorator: PanelDecorator | null;
  readonly run: () => Promise<Browser>;
  /** Opens a further app window in the running browser. */
  readonly openWindow: (url: string, size: { width: number; height: number }) => void;
}

interface PanelWindow {
  readonly browser: Browser;
  readonly target: string;
  readonly windowId: number;
  readonly handle: string | null;
}

type PanelWindows = Pick<
  Windows,
  "showPanel" | "hidePanel" | "isPanelShown" | "panelTakesKeyboard"
> & { isPanel(window: TargetWindow): boolean };

/** Height until it is docked, pixels. */
const FIRST_HEIGHT = 700;

/** The docked panel as a further Chromium app window, opened when it is first wanted and minimised in between. */
export function createChromiumPanel({ url, decorator, run, openWindow }: Options): PanelWindows {
  let panel: PanelWindow | null = null;
  let up = false;
  let takes = false;

  const isThere = ({ browser, target }: PanelWindow): boolean =>
    browser.pages.find("panel") === target;

  async function opened(width: number): Promise<PanelWindow> {
    const browser = await run();
    if (panel && panel.browser === browser && isThere(panel)) return panel;
    openWindow(url, { width, height: FIRST_HEIGHT });
    const target = await browser.pages.wait("panel", OPEN_WITHIN);
    if (target === null) throw new AppError("no_chromium", { url });
    const { chromium } = browser;
    const found = await chromium.send("Browser.getWindowForTarget", { targetId: target });
    takes = false;
    panel = {
      browser,
      target,
      windowId: Number(found["windowId"]),
      handle: (await decorator?.adoptPanel(chromium.process.pid ?? 0, PANEL_TITLE)) ?? null,
    };
    return panel;
  }

  const setState = ({ browser, windowId }: PanelWindow, windowState: string): Promise<unknown> =>
    browser.chromium.send("Browser.setWindowBounds", { windowId, bounds: { windowState } });

  const isPanelShown = (): boolean => up && panel !== null && isThere(panel);

  return {
    isPanelShown,
    isPanel: ({ id }) => panel?.handle === id,
    async showPanel(place) {
      const now = await opened(place.width);
      if (!up) await setState(now, "normal");
      if (now.handle !== null) await decorator?.dock(now.handle, place);
      up = true;
    },
    async hidePanel() {
      if (panel && isPanelShown()) await setState(panel, "minimized");
      up = false;
    },
    async panelTakesKeyboard(wanted) {
      if (!panel || panel.handle === null || !decorator) return;
      if (!wanted && !takes) return;
      takes = wanted;
      await decorator.takesKeyboard(panel.handle, wanted);
    },
  };
}
