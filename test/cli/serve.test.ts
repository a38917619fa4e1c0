import { existsSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  eventually,
  expectOneSentence,
  openProgram,
  type Program,
  type Served,
  TEAM_FILE,
} from "./program.ts";

let program: Program;
beforeEach(() => {
  program = openProgram();
});
afterEach(() => program.dispose());

/** What the page behind the printed address says, with the cookie a browser would carry. */
async function openPage(url: string): Promise<string> {
  const entrance = await fetch(url, { redirect: "manual" });
  const cookie = entrance.headers.get("set-cookie")?.split(";")[0] ?? "";
  const page = await fetch(new URL(entrance.headers.get("location") ?? "", url), {
    headers: { cookie },
  });
  expect(page.status).toBe(200);
  return page.text();
}

const findsAll = async (served: Served, text: string, wanted: number, within: number) =>
  (
    await eventually(
      () => served.call("search.query", { text, limit: 50 }),
      ({ hits }) => hits.length === wanted,
      within,
    )
  ).hits.map(({ phrase }) => phrase.title);

describe("ready", () => {
  test.each(["out/main/cli.js", "out/main/browser.js"])(
    "%s prints one line of JSON",
    async (file) => {
      const script = file.endsWith("browser.js") ? { script: file } : {};
      const served = await program.serve([], script);
      expect(JSON.parse(served.line)).toEqual({
        url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/open\?token=[\w-]{32}$/),
        pid: served.child.pid,
        data: program.data,
        hotkeys: "no_display",
      });
      expect(await openPage(served.url)).toContain('<div id="root">');
      expect(await served.call("system.status", {})).toMatchObject({
        dataFolder: program.data,
        shell: "browser",
        canPaste: false,
        cannotPasteBecause: "no_display",
      });
      expect(served.stderr()).toBe("");
    },
  );

  test("for people: the address, and why there are no hotkeys", async () => {
    const args = ["serve", "--no-open", "--data", program.data];
    const { stdout, stderr, code } = await program.run(args, { endWhen: /\n.+\n/ });
    const [address, hotkeys] = stdout.split("\n");
    expect(address).toMatch(/^ReplyDeck 快答台 {2}http:\/\/127\.0\.0\.1:\d+\/open\?token=\S+$/);
    expect(hotkeys).toMatch(/^没有图形界面，全局快捷键.*。$/);
    expect(stderr).toBe("");
    expect(code).toBe(0);
  });

  test("--port is kept; taken by another program: one sentence, 1, nothing left behind", async () => {
    const port = await freePort();
    const served = await program.serve(["--port", String(port)]);
    expect(new URL(served.url).port).toBe(String(port));
    const other = join(program.folder, "other");
    const args = ["serve", "--no-open", "--data", other, "--port", String(port)];
    expectOneSentence(await program.run(args), 1, new RegExp(`端口 ${port} 已被占用.*--port`));
    expect(await served.end()).toBe(0);
    expect(program.leftovers()).toEqual([]);
    expect((await program.serve(["--data", other, "--port", String(port)])).data).toBe(other);
  });
});

/** A port nobody has at this moment. */
function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

describe("end", () => {
  test.each(["SIGTERM", "SIGINT", "SIGHUP"] as const)(
    "%s: 0, nothing left behind",
    async (signal) => {
      const served = await program.serve();
      // A page that listens must not hold the end up.
      const { origin, searchParams } = new URL(served.url);
      const authorization = `Bearer ${searchParams.get("token")}`;
      const events = await fetch(`${origin}/events`, { headers: { authorization } });
      expect(program.leftovers()).not.toEqual([]);
      expect(await served.end(signal)).toBe(0);
      expect(program.leftovers()).toEqual([]);
      expect(existsSync(join(program.data, "replydeck.db-wal"))).toBe(false);
      expect(served.stderr()).toBe("");
      await events.text();
    },
  );

  test("Ctrl+C that arrives twice, from the terminal and from npm, is one", async () => {
    const served = await program.serve();
    served.child.kill("SIGINT");
    served.child.kill("SIGINT");
    expect(await served.end("SIGINT")).toBe(0);
    expect(program.leftovers()).toEqual([]);
  });

  test("told to end while it is still starting", async () => {
    // The lock is the first thing a start makes; its socket shows that it has begun.
    const starting = program.run(["serve", "--json", "--no-open", "--data", program.data], {
      prefix: [
        "sh",
        "-c",
        '"$@" & pid=$!; while [ -z "$(ls "$TMPDIR")" ]; do :; done; kill $pid; wait $pid',
        "sh",
      ],
    });
    const ended = await starting;
    expect(ended.code).toBe(0);
    expect(ended.stderr).toBe("");
    expect(program.leftovers()).toEqual([]);
  });
});

describe("one instance per data folder", () => {
  test("a second start says where the first one is, and gives 1", async () => {
    const served = await program.serve();
    const again = await program.run(["serve", "--json", "--no-open", "--data", program.data]);
    expectOneSentence(again, 1, /已经在用这个数据文件夹/);
    expect(again.stderr).toContain(`进程 ${served.pid}`);
    expect(again.stderr).toContain(served.url);
    const link = join(program.folder, "link");
    symlinkSync(program.data, link);
    const through = await program.run(["serve", "--no-open", "--data", link]);
    expect(through.stderr).toBe(again.stderr);
    // The first one goes on, and so does one with a folder of its own.
    expect(await openPage(served.url)).toContain("<html");
    expect((await program.serve(["--data", join(program.folder, "other")])).pid).not.toBe(
      served.pid,
    );
  });

  test("of five starts at the same moment one stays, and the others name it", async () => {
    const starts = await Promise.allSettled(Array.from({ length: 5 }, () => program.serve()));
    const stayed = starts.flatMap((start) => (start.status === "fulfilled" ? [start.value] : []));
    expect(stayed).toHaveLength(1);
    for (const start of starts)
      if (start.status === "rejected") expect(String(start.reason)).toContain(stayed[0]!.url);
  });

  test("after a kill the next start works, with nothing lost", async () => {
    const killed = await program.serve();
    await killed.call("phrases.create", draft("存下的"));
    expect(await killed.end("SIGKILL")).toBe("SIGKILL");
    const next = await program.serve();
    expect((await next.call("system.status", {})).phrases).toBe(1);
    expect(next.stderr()).toBe("");
  });
});

const draft = (title: string) => ({
  title,
  body: `${title}。`,
  shortcut: "",
  categoryId: null,
  tags: [],
  shop: "",
  favourite: false,
  hotkey: null,
  sendMode: "paste" as const,
  note: "",
});

describe("the command line while the shell runs", () => {
  test("what it imports is found by the shell within three seconds", async () => {
    const served = await program.serve();
    expect(await findsAll(served, "退换", 0, 1_000)).toEqual([]);
    await program.json("import", program.file("话术.csv", TEAM_FILE));
    expect(await findsAll(served, "退换", 1, 3_000)).toEqual(["退换货"]);
  });

  test("and what the shell writes is found by it; a restore reaches the shell", async () => {
    const served = await program.serve();
    const { path } = await program.json<{ path: string }>("backup");
    await served.call("phrases.create", draft("新的一条"));
    expect(await program.json("search", "新的一条")).toHaveLength(1);
    await program.json("restore", path);
    expect(await findsAll(served, "新的一条", 0, 3_000)).toEqual([]);
    expect(await served.call("system.check", {})).toEqual({ sound: true, problems: [] });
  });
});

describe("displays that are none", () => {
  test.each([
    [{ DISPLAY: "" }, "no_display"],
    [{ DISPLAY: ":54321" }, "no_display"],
    [{ DISPLAY: "nonsense" }, "no_display"],
    [{ WAYLAND_DISPLAY: "wayland-0" }, "wayland"],
  ])("%j: the pages work, hotkeys are %s", async (env, hotkeys) => {
    const served = await program.serve([], { env });
    expect(served.hotkeys).toBe(hotkeys);
    expect(served.stderr()).toBe("");
    expect(await openPage(served.url)).toContain("<html");
  });

  test("--no-desktop leaves hotkeys off", async () => {
    expect((await program.serve(["--no-desktop"])).hotkeys).toBe("no_display");
  });
});

test("settings nobody can read are put aside, and the shell starts", async () => {
  const first = await program.serve();
  await first.end();
  writeFileSync(join(program.data, "config.json"), "{ not JSON");
  expect((await program.serve()).stderr()).toBe("");
});
