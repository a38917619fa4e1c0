import { expect, test } from "vitest";
import type { Core, Listener, Result } from "../core/types.ts";
import { isOurPage } from "../adapters/electron/guards.ts";
import { type IpcCall, openIpc, type Page } from "./ipc.ts";

type Answer = (event: IpcCall, name: unknown, input: unknown) => Promise<Result>;

function ready() {
  const handlers = new Map<string, Answer>();
  const listeners = new Set<Listener>();
  const core: Core = {
    call: async (name, input) => ({ ok: true, value: { name, input } }),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    offerFile: () => "",
    takeDownload: () => null,
    takePicture: async () => null,
    close: async () => undefined,
  };
  const sent: unknown[][] = [];
  const page = (id: number, destroyed = false): Page => ({
    id,
    isDestroyed: () => destroyed,
    send: (...values) => sent.push([id, ...values]),
  });
  const pages = [page(1), page(2), page(3, true)];
  const close = openIpc({
    core,
    ipcMain: {
      handle: (channel, answer) => handlers.set(channel, answer),
      removeHandler: (channel) => handlers.delete(channel),
    },
    pages: () => pages,
    isOurPage,
  });
  const from = (event: Partial<IpcCall>): Promise<Result> | undefined =>
    handlers.get("call")?.(
      {
        sender: { id: 1 },
        senderFrame: { url: "app://replydeck/index.html", parent: null },
        ...event,
      },
      "phrases.get",
      { id: "x" },
    );
  return { handlers, listeners, sent, close, from };
}

test("a call of our own page reaches the core", async () => {
  const { from } = ready();
  expect(await from({})).toEqual({ ok: true, value: { name: "phrases.get", input: { id: "x" } } });
});

test.each<[string, Partial<IpcCall>]>([
  ["a frame inside the page", { senderFrame: { url: "app://replydeck/index.html", parent: {} } }],
  ["a page from elsewhere", { senderFrame: { url: "https://example.com/", parent: null } }],
  [
    "a host that begins like ours",
    { senderFrame: { url: "app://replydeck.example.com/", parent: null } },
  ],
  ["a page that is gone", { senderFrame: null }],
  ["a window that is not ours", { sender: { id: 9 } }],
])("%s does not get in", async (_who, event) => {
  const { from } = ready();
  expect(await from(event)).toMatchObject({ ok: false, error: { code: "wrong_origin" } });
});

test("events go to every page that is there, until the door closes", () => {
  const { handlers, listeners, sent, close } = ready();
  for (const listener of listeners) listener("library.changed", { reason: "create" });
  expect(sent).toEqual([
    [1, "event", "library.changed", { reason: "create" }],
    [2, "event", "library.changed", { reason: "create" }],
  ]);
  close();
  expect([handlers.size, listeners.size]).toEqual([0, 0]);
});
