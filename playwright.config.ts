import { defineConfig } from "@playwright/test";

// In the C locale Chromium cannot read files with Chinese names; every desktop has one that can.
process.env["LC_ALL"] ??= "C.UTF-8";

/** The pages in a real browser over the real core and database; test/electron runs where Electron's binary is. */
export default defineConfig({
  testDir: "test",
  testMatch: ["e2e/**/*.spec.ts", "electron/**/*.spec.ts"],
  // Two cores are what our build machines have; each test has a program and a data folder of its own.
  workers: 2,
  fullyParallel: true,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: [["list"], ["json", { outputFile: "test-results/e2e.json" }]],
  use: {
    locale: "zh-CN",
    viewport: { width: 1280, height: 820 },
    launchOptions: {
      executablePath: process.env["REPLYDECK_CHROMIUM"] ?? "/usr/bin/chromium",
      args: [
        // Chromium's sandbox refuses to start as root.
        ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
        "--disable-quic",
      ],
    },
  },
});
