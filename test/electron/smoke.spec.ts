import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { _electron, type ElectronApplication, expect, type Page, test } from "@playwright/test";
import { isOurPage } from "../../src/main/adapters/electron/guards.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const entry = join(root, "out", "main", "electron.js");

/** Electron's program where it has been downloaded; null elsewhere. Loading the package itself would start a download. */
function electronProgram(): string | null {
  const folder = dirname(createRequire(import.meta.url).resolve("electron/package.json"));
  const pathFile = join(folder, "path.txt");
  if (!existsSync(pathFile)) return null;
  const name = readFileSync(pathFile, "utf8").trim();
  const program = join(process.env["ELECTRON_OVERRIDE_DIST_PATH"] ?? join(folder, "dist"), name);
  return existsSync(program) ? program : null;
}

function missing(): string | null {
  if (electronProgram() === null)
    return "no Electron binary here (node_modules/electron/dist): run npx install-electron";
  if (!existsSync(entry)) return "not built: run npm run build";
  if (process.platform === "linux" && !process.env["DISPLAY"])
    return "no display: run under xvfb-run";
  return null;
}

const why = missing();

test.describe("Electron shell", () => {
  test.skip(why !== null, why ?? "");

  let data = "";
  let program: ElectronApplication;
  let main: Page;

  /** The page of one of our windows, once it is there. */
  async function pageOf(name: string): Promise<Page> {
    const has = (page: Page): boolean => page.url().includes(`/${name}`);
    return program.windows().find(has) ?? program.waitForEvent("window", has);
  }

  /** What a page may do: call the core through the bridge. */
  const call = (page: Page, name: string, input: unknown): Promise<unknown> =>
    page.evaluate(
      ([callName, callInput]) =>
        (
          globalThis as unknown as {
            bridge: { call(name: unknown, input: unknown): Promise<unknown> };
          }
        ).bridge.call(callName, callInput),
      [name, input],
    );

  test.beforeAll(async () => {
    data = mkdtempSync(join(tmpdir(), "replydeck-electron-"));
    const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
    program = await _electron.launch({
      executablePath: electronProgram() ?? "",
      args: [...asRoot, entry, "--data", data],
      cwd: root,
    });
    main = await pageOf("index.html");
    await main.waitForLoadState("domcontentloaded");
  });

  test.afterAll(async () => {
    await program?.close();
    rmSync(data, { recursive: true, force: true });
  });

  test("the main window shows our page", async () => {
    await expect(main).toHaveTitle(/快答台/);
    expect(isOurPage(main.url())).toBe(true);
  });

  test("the page is sandboxed: no Node, nothing but the bridge, and no way out", async () => {
    const seen = await main.evaluate(() => {
      const world = globalThis as unknown as Record<string, unknown>;
      return {
        require: typeof world["require"],
        process: typeof world["process"],
        bridge: Object.keys(world["bridge"] as object).toSorted(),
        opened: window.open("https://example.com/") === null,
      };
    });
    expect(seen).toEqual({
      require: "undefined",
      process: "undefined",
      bridge: ["call", "on"],
      opened: true,
    });
    await main.evaluate(() => {
      location.href = "https://example.com/";
    });
    await expect.poll(() => isOurPage(main.url())).toBe(true);
  });

  test("a phrase is stored and found again", async () => {
    const made = await call(main, "phrases.create", {
      title: "发货时间",
      body: "亲，48 小时内发货哦",
    });
    expect(made).toMatchObject({ ok: true, value: { title: "发货时间" } });
    await expect
      .poll(async () => JSON.stringify(await call(main, "search.query", { text: "fahuo" })))
      .toContain("48 小时内发货");
    expect(await call(main, "phrases.create", { title: 1 })).toMatchObject({
      ok: false,
      error: { code: "bad_input" },
    });
  });

  test("the palette opens with the keyboard in it, and goes away", async () => {
    expect(await call(main, "palette.open", {})).toMatchObject({ ok: true });
    const palette = await pageOf("palette.html");
    const visible = (): Promise<boolean> =>
      program.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows().some(
          (window) => window.webContents.getURL().includes("palette.html") && window.isVisible(),
        ),
      );
    await expect.poll(visible).toBe(true);
    await expect.poll(() => palette.evaluate(() => document.hasFocus())).toBe(true);
    expect(await call(palette, "palette.close", {})).toMatchObject({ ok: true });
    await expect.poll(visible).toBe(false);
  });
});
