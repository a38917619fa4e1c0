import { resolve } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "electron-vite";

// Native modules stay outside the bundle; everything else is bundled, so that a package needs few files.
const external = [
  "electron",
  "better-sqlite3",
  "@hurdlegroup/robotjs",
  "uiohook-napi",
  "@miniben90/x-win",
  "sharp",
];

export default defineConfig({
  main: {
    resolve: {
      // Its build for Node declares a `require` of its own, which the bundler's collides with; we zip in one thread.
      alias: [{ find: /^fflate$/, replacement: "fflate/browser" }],
    },
    build: {
      outDir: "out/main",
      externalizeDeps: false,
      target: "node24",
      rollupOptions: {
        external,
        input: {
          electron: resolve("src/main/electron.ts"),
          browser: resolve("src/main/browser.ts"),
          cli: resolve("src/main/cli.ts"),
          transferWorker: resolve("src/main/workers/transferWorker.ts"),
        },
        output: {
          format: "es",
          entryFileNames: "[name].js",
          chunkFileNames: "chunks/[name]-[hash].js",
        },
      },
    },
  },
  preload: {
    build: {
      outDir: "out/preload",
      externalizeDeps: false,
      rollupOptions: {
        external: ["electron"],
        input: { index: resolve("src/preload/index.ts") },
        // A sandboxed preload must be CommonJS.
        output: { format: "cjs", entryFileNames: "[name].cjs" },
      },
    },
  },
  renderer: {
    root: "src/renderer",
    plugins: [react()],
    build: {
      outDir: "out/renderer",
      target: "chrome120",
      // electron-vite leaves code readable by default; the palette opens faster when it is not.
      minify: true,
      // Each screen is a bundle of its own; what is left in the largest is the component library, loaded from this machine.
      chunkSizeWarningLimit: 2_500,
      rollupOptions: {
        input: {
          index: resolve("src/renderer/index.html"),
          palette: resolve("src/renderer/palette.html"),
          panel: resolve("src/renderer/panel.html"),
        },
      },
    },
  },
});
