import { test as base } from "@playwright/test";
import { type RunningApp, startApp } from "../support/app.ts";

export type { RunningApp } from "../support/app.ts";

/** `app` is a program of its own for each test: nothing one test stores is seen by another. */
export const test = base.extend<{ app: RunningApp }>({
  app: async ({ browserName: _browserName }, use) => {
    const { app, stop } = await startApp();
    try {
      await use(app);
    } finally {
      await stop();
    }
  },
});

export { expect } from "@playwright/test";
