import type { Page } from "@playwright/test";

const SPIN_MS = 3;

/** What has to be added to a page's own time (its start plus performance.now) to get the system clock, milliseconds. */
export const pageOffset = (page: Page): Promise<number> =>
  page.evaluate((spinMs) => {
    let best = -Infinity;
    for (const end = performance.now() + spinMs; performance.now() < end;) {
      best = Math.max(best, Date.now() - performance.timeOrigin - performance.now());
    }
    return best;
  }, SPIN_MS);
