import { resolve } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "electron-vite";
import type { Plugin } from "vite";

// Native modules stay outside the bundle; everything else is bundled, so that a package needs few files.
const external = [
  "electron",
  "better-sqlite3",
  "@hurdlegroup/robotjs",
  "uiohook-napi",
  "@miniben90/x-win",
  "sharp",
];

/** What the main window shows first is fetched together with the window's own bundle, not after it has started. */
const FIRST_SCREEN = "src/renderer/features/today/TodayScreen.tsx";

const firstScreen: Plugin = {
  name: "first-screen",
  transformIndexHtml: {
    order: "post",
    handler(html, { bundle, filename }) {
      if (!bundle || !filename.endsWith("/index.html")) return [];
      const chunks = Object.values(bundle).filter((each) => each.type === "chunk");
      const screen = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(FIRST_SCREEN));
      if (!screen) throw new Error(`${FIRST_SCREEN} is no bundle of its own`);
      const scripts = [screen.fileName, ...screen.imports].filter((file) => !html.includes(file));
      const link = (attrs: Record<string, string | true>) => ({
        tag: "link",
        attrs: { ...attrs, crossorigin: true },
        injectTo: "head" as const,
      });
      return [
        ...scripts.map((file) => link({ rel: "modulepreload", href: `./${file}` })),
        ...[...(screen.viteMetadata?.importedCss ?? [])].map((file) =>
          link({ rel: "stylesheet", href: `./${file}` }),
        ),
      ];
    },
  },
};

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
    plugins: [react(), firstScreen],
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
