import { AppError } from "../../../shared/errors.ts";
import type { Clipboard, ClipboardFormat, ClipboardSnapshot } from "../../ports/clipboard.ts";
import { createReadLog } from "./clipboardReads.ts";
import type { ReadLog } from "./clipboardReads.ts";
import type { X11Connection } from "./connection.ts";
import { createSelectionOwner, STRAGGLER_MS } from "./selectionOwner.ts";
import type { Content } from "./selectionOwner.ts";
import { collectAnswers, convertSelection } from "./selectionReader.ts";
import type { Converted, XFormat } from "./selectionReader.ts";

/** An owner that shows no life for `idleMs` is given up; `capMs` bounds slow ones. */
const SAVE_LIMITS = { idleMs: 300, capMs: 1_500 };
/** Owners make the file of a picture only now, and a large screenshot takes its time. */
const PICTURE_LIMITS = { idleMs: 1_500, capMs: 3_000 };
/** With the PNG safe, its copies in other file formats may cost this much together. */
const COPIES_MS = 100;
const HANDOVER_LIMITS = { idleMs: 1_000, capMs: 1_000 };
/** Owner changes in the middle of a save before we take what there is: nothing. */
const SAVE_ATTEMPTS = 3;
const OWNER_CHANGED = 1 | 2 | 4;

/** KDE's mark for content that clipboard managers must not keep; others honour it too. */
const HINT = "x-kde-passwordManagerHint";

/** Questions about the selection, actions, and names of server resources: not content. */
const NOT_CONTENT = new Set([
  "TARGETS",
  "MULTIPLE",
  "TIMESTAMP",
  "SAVE_TARGETS",
  "DELETE",
  "INSERT_SELECTION",
  "INSERT_PROPERTY",
  "PIXMAP",
  "BITMAP",
  "DRAWABLE",
  "COLORMAP",
  "WINDOW",
  "CLIENT_WINDOW",
]);

const PNG = "image/png";

/** Small and likely first, so that a slow owner loses the least: owners answer in order. */
function rank(target: string): number {
  if (target === "UTF8_STRING") return 0;
  if (/^text\/|^STRING$|^TEXT$|^COMPOUND_TEXT$/.test(target)) return 1;
  if (target === PNG) return 2;
  return target.startsWith("image/") ? 4 : 3;
}

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

/** The clipboard over X11: one lasting owner window, all formats, large data, and sight of who reads. */
export async function createX11Clipboard(conn: X11Connection): Promise<Clipboard> {
  const { x } = conn;
  const selection = await conn.atom("CLIPBOARD");
  const property = await conn.atom("REPLYDECK_DATA");
  const incr = await conn.atom("INCR");
  const targetsAtom = await conn.atom("TARGETS");
  const reading = { selection, property, incr };
  const owner = createSelectionOwner(conn, {
    selection,
    incr,
    targets: targetsAtom,
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

  /** Counts changes of owner, so that a save never mixes two programs' content. */
  let changes = 0;
  const fixes = await conn.extension("fixes");
  fixes?.SelectSelectionInput(conn.root, selection, OWNER_CHANGED);
  const stopChanges = conn.onEvent((event) => {
    if (event.name === "SelectionNotify" && "subtype" in event && event.selection === selection) {
      changes += 1;
    }
  });

  const nameFormat = async (target: number, found: Converted): Promise<XFormat> => ({
    name: await conn.atomName(target),
    data: found.data,
    type: await conn.atomName(found.type),
    bits: found.bits,
  });

  const ours = async (): Promise<XFormat[] | null> => {
    const contents = owner.current();
    if (!contents) return null;
    return Promise.all([...contents].map(([target, content]) => nameFormat(target, content)));
  };

  const ownerWindow = () =>
    conn.ask<number>((reply) => x.GetSelectionOwner(selection, reply)).then((found) => found ?? 0);

  const listTargets = async (): Promise<number[]> => {
    const [found] = await collectAnswers(
      (progress) => [convertSelection(conn, reading, targetsAtom, progress)],
      SAVE_LIMITS,
    );
    if (!found || found.bits !== 32) return [];
    const list: number[] = [];
    for (let at = 0; at + 4 <= found.data.length; at += 4) list.push(found.data.readUInt32LE(at));
    return [...new Set(list)].filter((target) => target !== 0);
  };

  const readTargets = async (targets: number[], limits: typeof SAVE_LIMITS): Promise<XFormat[]> => {
    const answers = await collectAnswers(
      (progress) => targets.map((target) => convertSelection(conn, reading, target, progress)),
      limits,
    );
    const formats: XFormat[] = [];
    for (const [at, found] of answers.entries()) {
      const target = targets[at];
      if (found && target !== undefined) formats.push(await nameFormat(target, found));
    }
    return formats;
  };

  /** All formats; of a picture that comes as PNG, the other file formats as far as time allows. */
  const readContent = async (named: { target: number; name: string }[]): Promise<XFormat[]> => {
    const inOrder = named.toSorted((a, b) => rank(a.name) - rank(b.name));
    const isPicture = (each: { name: string }) => each.name.startsWith("image/");
    const hasPng = named.some((each) => each.name === PNG);
    const first = inOrder.filter((each) => !hasPng || !isPicture(each) || each.name === PNG);
    const copies = inOrder.filter((each) => !first.includes(each));
    const formats = await readTargets(
      first.map((each) => each.target),
      first.some(isPicture) ? PICTURE_LIMITS : SAVE_LIMITS,
    );
    const until = performance.now() + COPIES_MS;
    for (const copy of copies) {
      if (performance.now() > until) break;
      formats.push(...(await readTargets([copy.target], SAVE_LIMITS)));
    }
    return formats;
  };

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

  const save = async (): Promise<ClipboardSnapshot> => {
    // Its answer comes after the notice that somebody else has copied something.
    await ownerWindow();
    const own = await ours();
    if (own) return own;
    for (let attempt = 0; attempt < SAVE_ATTEMPTS; attempt += 1) {
      // The answers to these come after every notice of a change before them.
      const [targets, holder] = await Promise.all([listTargets(), ownerWindow()]);
      if (holder === 0) return [];
      const before = changes;
      const named = await Promise.all(
        targets.map(async (target) => ({
          target,
          name: await conn.atomName(target),
        })),
      );
      const formats = await readContent(
        named.filter((each) => each.name !== "" && !NOT_CONTENT.has(each.name)),
      );
      await ownerWindow();
      if (changes === before) return formats;
    }
    return [];
  };

  const readText = async (): Promise<string> => {
    const own = owner.current();
    const order = ["UTF8_STRING", "text/plain;charset=utf-8", "STRING"];
    for (const target of order) {
      const atom = await conn.atom(target);
      const found = own
        ? own.get(atom)
        : (
            await collectAnswers(
              (progress) => [convertSelection(conn, reading, atom, progress)],
              SAVE_LIMITS,
            )
          )[0];
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
    save,
    offerText: (text, options) => offer(textFormats(text), options.transient),
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
      stopChanges();
      owner.end();
    },
  };
}
