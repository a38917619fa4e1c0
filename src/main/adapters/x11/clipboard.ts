import { pathToFileURL } from "node:url";
import { AppError } from "../../../shared/errors.ts";
import type { Clipboard, ClipboardFormat } from "../../ports/clipboard.ts";
import { createReadLog } from "./clipboardReads.ts";
import type { ReadLog } from "./clipboardReads.ts";
import { createClipboardSaver, HINT } from "./clipboardSave.ts";
import type { X11Connection } from "./connection.ts";
import { createSelectionOwner, STRAGGLER_MS } from "./selectionOwner.ts";
import type { Content } from "./selectionOwner.ts";
import { collectAnswers, convertSelection } from "./selectionReader.ts";
import type { XFormat } from "./selectionReader.ts";

const HANDOVER_LIMITS = { idleMs: 1_000, capMs: 1_000 };
/** The same text as every target knows it. */
export function textFormats(text: string): XFormat[] {
  const utf8 = Buffer.from(text, "utf8");
  const latin1 = Buffer.from(text, "latin1");
  // Text beyond Latin-1 has no honest STRING; UTF-8 under that name is what browsers give.
  const string = latin1.toString("latin1") === text ? latin1 : utf8;
  return [
    { name: "UTF8_STRING", data: utf8, type: "UTF8_STRING" },
    { name: "text/plain;charset=utf-8", data: utf8 },
    { name: "text/plain", data: utf8 },
    { name: "TEXT", data: utf8, type: "UTF8_STRING" },
    { name: "STRING", data: string, type: "STRING" },
  ];
}

/**
 * A file as file managers copy it. No text goes with it: a program that takes no files must not paste the path
 * into a chat.
 */
export function fileFormats(path: string): XFormat[] {
  const url = pathToFileURL(path).href;
  return [
    { name: "text/uri-list", data: Buffer.from(`${url}\r\n`) },
    { name: "x-special/gnome-copied-files", data: Buffer.from(`copy\n${url}`) },
  ];
}

/** The clipboard over X11: one lasting owner window, all formats, large data, and sight of who reads. */
export async function createX11Clipboard(conn: X11Connection): Promise<Clipboard> {
  const { x } = conn;
  const selection = await conn.atom("CLIPBOARD");
  const property = await conn.atom("REPLYDECK_DATA");
  const incr = await conn.atom("INCR");
  const reading = { selection, property, incr };
  const owner = createSelectionOwner(conn, {
    selection,
    incr,
    targets: await conn.atom("TARGETS"),
    timestamp: await conn.atom("TIMESTAMP"),
    multiple: await conn.atom("MULTIPLE"),
    atomPair: await conn.atom("ATOM_PAIR"),
    stamp: await conn.atom("REPLYDECK_TIME"),
  });

  const wakeAtom = await conn.atom("REPLYDECK_WAKE");
  let log: ReadLog | null = null;
  let transient = false;
  const stopStrokes = conn.onStroke(({ focus }) =>
    log?.stroke(focus > 1 ? conn.clientOf(focus) : null),
  );

  const ours = (): Promise<XFormat[]> | null => {
    const contents = owner.current();
    return (
      contents &&
      Promise.all(
        [...contents].map(async ([target, { data, type, bits }]) => ({
          name: await conn.atomName(target),
          data,
          type: await conn.atomName(type),
          bits,
        })),
      )
    );
  };
  const saver = await createClipboardSaver(conn, reading, ours);

  const contentOf = async (format: XFormat): Promise<Content> => ({
    data: Buffer.from(format.data.buffer, format.data.byteOffset, format.data.byteLength),
    type: await conn.atom(format.type || format.name),
    bits: format.bits ?? 8,
  });

  const put = async (formats: readonly ClipboardFormat[], book: ReadLog | null) => {
    const contents = new Map<number, Content>();
    for (const format of formats) {
      contents.set(await conn.atom(format.name), await contentOf(format));
    }
    const unread = new Set([await conn.atom(HINT)]);
    log = book;
    if (!(await owner.take(contents, unread, book?.listener))) {
      throw new AppError("clipboard_failed", { detail: "CLIPBOARD" });
    }
    return contents;
  };

  /** Any formats, for text now and pictures alike. */
  const offer = async (formats: readonly ClipboardFormat[], hidden: boolean) => {
    const book = createReadLog({
      catchUp: () => conn.batch(() => undefined),
      wake: (requestor) => x.SendClientMessage(requestor, requestor, wakeAtom, 32, [], 0),
    });
    transient = hidden;
    await put(hidden ? [...formats, { name: HINT, data: Buffer.from("secret") }] : formats, book);
    return book.offer;
  };

  const readText = async (): Promise<string> => {
    const own = owner.current();
    const order = ["UTF8_STRING", "text/plain;charset=utf-8", "STRING"];
    for (const target of order) {
      const atom = await conn.atom(target);
      const found = own ? own.get(atom) : await saver.read(atom);
      if (found) return found.data.toString(target === "STRING" ? "latin1" : "utf8");
    }
    return "";
  };

  /** What we hold would vanish with us: a clipboard manager, where there is one, takes it over. */
  const handOver = async () => {
    if (!owner.current()?.size || transient || !conn.open) return;
    const manager = await conn.atom("CLIPBOARD_MANAGER");
    const there = await conn.ask<number>((reply) => x.GetSelectionOwner(manager, reply));
    if (!there) return;
    const saveTargets = await conn.atom("SAVE_TARGETS");
    await collectAnswers(
      () => [convertSelection(conn, { ...reading, selection: manager }, saveTargets)],
      HANDOVER_LIMITS,
    );
  };

  return {
    save: saver.save,
    offerText: (text, options) => offer(textFormats(text), options.transient),
    offerPicture: ({ png, path }, { transient: hidden, as }) =>
      offer(as === "bitmap" ? [{ name: "image/png", data: png }] : fileFormats(path), hidden),
    restore: async (snapshot) => {
      transient = false;
      const contents = await put(snapshot, null);
      if (snapshot.length > 0) return;
      // There was nothing: we stay as the owner of nothing while the target may still be late.
      const leave = () => {
        if (conn.open) owner.release(contents).catch(() => undefined);
      };
      setTimeout(leave, STRAGGLER_MS).unref();
    },
    readText,
    close: async () => {
      await handOver().catch(() => undefined);
      stopStrokes();
      saver.end();
      owner.end();
    },
  };
}
