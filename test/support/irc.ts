import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { connect, createServer, type Socket } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { createX11Desktop } from "../../src/main/adapters/x11/desktop.ts";
import type { TestDesktop } from "./desktop.ts";

const CHANNEL = "#kefu";

/** A real chat: an IRC server, HexChat as the agent's client, and a buyer's client that reads the channel. */
export interface Chat {
  readonly windowId: string;
  /** Lines that arrived on the other side so far. */
  readonly received: readonly string[];
  focus(): Promise<void>;
  /** Resolves with the time of arrival (milliseconds since 1970) once `wanted` says the lines are complete. */
  waitFor(wanted: (lines: readonly string[]) => boolean, timeoutMs?: number): Promise<number>;
  forget(): void;
  close(): Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}

async function startServer(desktop: TestDesktop, folder: string): Promise<number> {
  const port = await freePort();
  const config = join(folder, "ngircd.conf");
  await writeFile(
    config,
    `[Global]
Name = irc.replydeck.test
Info = ReplyDeck test
AdminInfo1 = test
Listen = 127.0.0.1
Ports = ${port}
MotdPhrase = test
PidFile = ${join(folder, "ngircd.pid")}
[Limits]
MaxConnections = 10
MaxNickLength = 20
PingTimeout = 600
PongTimeout = 60
MaxPenaltyTime = 0
[Options]
Ident = no
DNS = no
PAM = no
`,
  );
  const server = desktop.run("/usr/sbin/ngircd", ["--nodaemon", "--config", config]);
  server.stdout?.resume();
  let stderr = "";
  server.stderr?.on("data", (part: Buffer) => (stderr += part.toString("utf8")));
  for (const until = Date.now() + 10_000; ;) {
    const open = await new Promise<boolean>((done) => {
      const socket = connect(port, "127.0.0.1", () => {
        socket.destroy();
        done(true);
      });
      socket.on("error", () => done(false));
    });
    if (open) return port;
    if (Date.now() > until || server.exitCode !== null)
      throw new Error(`ngircd did not start: ${stderr}`);
    await new Promise((next) => setTimeout(next, 50));
  }
}

interface Buyer {
  readonly received: string[];
  onLine(listener: () => void): () => void;
  /** Resolves when this nick is in the channel. */
  joined(nick: string): Promise<void>;
  close(): void;
}

async function joinAsBuyer(port: number): Promise<Buyer> {
  const socket: Socket = connect(port, "127.0.0.1");
  const received: string[] = [];
  const present = new Set<string>();
  const listeners = new Set<() => void>();
  const say = (line: string): void => void socket.write(`${line}\r\n`);
  const lines = createInterface({ input: socket });
  await new Promise<void>((resolve, reject) => {
    socket.on("error", reject);
    say("NICK buyer");
    say("USER buyer 0 * :buyer");
    lines.on("line", (line) => {
      const parts = /^(?::([^!\s]+)\S*\s)?(\S+)\s?(.*)$/.exec(line);
      const [, from = "", command = "", rest = ""] = parts ?? [];
      if (command === "PING") say(`PONG ${rest}`);
      if (command === "001") say(`JOIN ${CHANNEL}`);
      if (command === "JOIN") present.add(from);
      if (command === "366") resolve();
      if (command === "PRIVMSG") received.push(rest.slice(rest.indexOf(" :") + 2));
      for (const listener of listeners) listener();
    });
  });
  const onLine = (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return {
    received,
    onLine,
    joined: (nick) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error(`${nick} did not join`)), 30_000);
        const look = (): void => {
          if (!present.has(nick)) return;
          clearTimeout(timer);
          stop();
          resolve();
        };
        const stop = onLine(look);
        look();
      }),
    close: () => socket.destroy(),
  };
}

/** Starts ngircd on a free port, joins as the buyer, and opens HexChat in the channel. */
export async function openChat(desktop: TestDesktop): Promise<Chat> {
  const folder = await mkdtemp(join(desktop.folder, "chat-"));
  const port = await startServer(desktop, folder);
  const buyer = await joinAsBuyer(port);
  const config = join(folder, "hexchat");
  await mkdir(config, { recursive: true });
  // No first-run windows, no throttling of what is sent, no spelling marks.
  await writeFile(
    join(config, "hexchat.conf"),
    `version = 2.16.1
irc_nick1 = agent
irc_nick2 = agent2
irc_nick3 = agent3
irc_user_name = agent
irc_real_name = agent
gui_slist_skip = 1
gui_join_dialog = 0
gui_input_spell = 0
gui_single = 0
net_throttle = 0
gui_tray = 0
irc_logging = 0
`,
  );
  const client = desktop.run("hexchat", [
    `--cfgdir=${config}`,
    `--url=irc://127.0.0.1:${port}/${CHANNEL.slice(1)}`,
  ]);
  client.stdout?.resume();
  client.stderr?.resume();
  const tools = await createX11Desktop(desktop.display);
  if (process.getuid?.() === 0) {
    // HexChat warns root, and waits for OK.
    const warning = await tools.windowTools.waitFor({ app: "hexchat" }, 20_000);
    if (!warning) throw new Error("HexChat's warning did not come");
    await tools.activeWindow.activate(warning.id);
    if (!(await tools.activeWindow.waitUntilActive(warning.id, 20_000)))
      throw new Error("HexChat's warning has no focus");
    await desktop.exec("xdotool", ["key", "Return"]);
  }
  await buyer.joined("agent");
  const window = await tools.windowTools.waitFor({ app: "hexchat", title: /kefu/ }, 20_000);
  if (!window) throw new Error("HexChat's window did not come");
  return {
    windowId: window.id,
    received: buyer.received,
    async focus() {
      await tools.activeWindow.activate(window.id);
      if (!(await tools.activeWindow.waitUntilActive(window.id, 5_000)))
        throw new Error("HexChat has no focus");
    },
    waitFor: (wanted, timeoutMs = 10_000) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          stop();
          reject(
            new Error(
              `the buyer has ${buyer.received.length} lines: ${JSON.stringify(buyer.received.slice(-5))}`,
            ),
          );
        }, timeoutMs);
        const look = (): void => {
          if (!wanted(buyer.received)) return;
          clearTimeout(timer);
          stop();
          resolve(Date.now());
        };
        const stop = buyer.onLine(look);
        look();
      }),
    forget: () => void buyer.received.splice(0),
    async close() {
      await tools.close();
      buyer.close();
    },
  };
}
