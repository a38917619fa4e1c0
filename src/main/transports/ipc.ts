import type { Core, Result } from "../core/types.ts";

/** The part of a page's frame that says where a call comes from. */
export interface SenderFrame {
  readonly url: string;
  /** Null for a window's own page, set for frames inside it. */
  readonly parent: unknown;
}

/** A page that calls and is told. */
export interface Page {
  readonly id: number;
  isDestroyed(): boolean;
  send(channel: string, ...values: unknown[]): void;
}

export interface IpcCall {
  readonly sender: { readonly id: number };
  readonly senderFrame: SenderFrame | null;
}

interface Options {
  readonly core: Core;
  readonly ipcMain: {
    handle(
      channel: string,
      answer: (event: IpcCall, name: unknown, input: unknown) => Promise<Result>,
    ): void;
    removeHandler(channel: string): void;
  };
  /** The pages of our own windows. */
  readonly pages: () => readonly Page[];
  /** True for an address of our own pages. */
  readonly isOurPage: (url: string) => boolean;
}

const CALL = "call";
const EVENT = "event";

/**
 * The one door of the Electron shell: `call` in, `event` out. Only the own page of one of our own windows gets in:
 * not a frame inside it, not a page that got into the program some other way.
 * @returns what closes the door
 */
export function openIpc({ core, ipcMain, pages, isOurPage }: Options): () => void {
  const known = (event: IpcCall): boolean =>
    event.senderFrame !== null &&
    event.senderFrame.parent === null &&
    isOurPage(event.senderFrame.url) &&
    pages().some((page) => page.id === event.sender.id);

  ipcMain.handle(CALL, async (event, name, input) => {
    if (!known(event)) {
      const origin = (event.senderFrame?.url ?? "").slice(0, 200);
      return { ok: false, error: { code: "wrong_origin", params: { origin } } };
    }
    return core.call(String(name), input);
  });
  const stop = core.subscribe((name, payload) => {
    for (const page of pages()) if (!page.isDestroyed()) page.send(EVENT, name, payload);
  });

  return () => {
    stop();
    ipcMain.removeHandler(CALL);
  };
}
