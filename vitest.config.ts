import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts", "test/{transports,migrations,cli,desktop}/**/*.test.ts"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Processes, not threads: tests change the user and open displays of their own.
    pool: "forks",
    // Two cores are what our build machines have; desktop tests own a display each.
    maxWorkers: 2,
  },
});
