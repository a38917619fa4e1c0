import { pathToFileURL } from "node:url";
import type { Clipboard, ClipboardFormat, ClipboardOffer } from "../../ports/clipboard.ts";
import type { Run } from "../native/activeWindow.ts";
import { copyFileOnWindows } from "./clipboardFiles.ts";

/** A format's owner that does not answer within this is left out, milliseconds. */
const ANSWER_WITHIN = 1_000;

/** The part of Electron's clipboard (45: promises and items, as on the web) that is used. */
export interface ElectronClipboard {
  read(): Promise<ReadItem[]>;
  readText(): Promise<string>;
  clear(): void;
}
export interface ReadItem {
  readonly types: string[];
  getType(type: string): Promise<Blob | Bookmark>;
}
export interface Bookmark {
  readonly title: string;
  readonly url: string;
}
export type ItemContent = Record<string, string | Blob | Bookmark>;

interface Options {
  readonly platform: "win32" | "darwin";
  readonly clipboard: ElectronClipboard;
  /** Writes one item, all its formats in one step: `clipboard.write([new ClipboardItem(content)])`. */
  readonly write: (content: ItemContent) => Promise<void>;
  readonly run: Run;
}

const TEXT = "text/plain";
const BOOKMARK = "electron application/bookmark";
/** A format by the platform's own name. */
const raw = (name: string): string => `electron application/osclipboard;format="${name}"`;

/** Formats by which clipboard managers know what is not for keeping, and what each holds. */
const TRANSIENT: Readonly<Record<"win32" | "darwin", Readonly<Record<string, Uint8Array>>>> = {
  win32: {
    // Present is enough for the first; the others are a DWORD "no", for the system's own history and cloud.
    ExcludeClipboardContentFromMonitorProcessing: new Uint8Array(4),
    CanIncludeInClipboardHistory: new Uint8Array(4),
    CanUploadToCloudClipboard: new Uint8Array(4),
  },
  darwin: {
    "org.nspasteboard.TransientType": new Uint8Array(1),
    "org.nspasteboard.ConcealedType": new Uint8Array(1),
  },
};

/** By this we know our own picture or file again: it has no text to compare. */
const OURS = "replydeck.offer";
let offered = 0;

const asItem = (marks: Readonly<Record<string, Uint8Array>>): ItemContent =>
  Object.fromEntries(
    Object.entries(marks).map(([name, data]) => [raw(name), new Blob([new Uint8Array(data)])]),
  );

/** Not content of this clipboard: the Mac's find field, and Chromium's table of "web" formats, which it writes anew. */
const NOT_KEPT = [/^electron application\/findtext$/, /web-custom-format|Web Custom Format/i];

/**
 * The clipboard on Windows and macOS. One `write` is one step for the system, so content and marks arrive together.
 *
 * What Electron does not give, and so neither do we: who reads the clipboard and when (hence `delayMs`); the exact
 * bytes of standard formats: pictures come back as PNG and are written as the system's bitmap, HTML without its
 * source address; formats a program only promises (delayed rendering) are asked for and fixed by `save`; on Windows
 * a list of copied files comes back through the Explorer's own formats, not as CF_HDROP.
 */
export function createElectronClipboard({ platform, clipboard, write, run }: Options): Clipboard {
  async function readFormat(item: ReadItem, type: string): Promise<ClipboardFormat | null> {
    const content = await inTime(item.getType(type));
    if (content === null) return null;
    const data =
      content instanceof Blob
        ? new Uint8Array(await content.arrayBuffer())
        : new TextEncoder().encode(JSON.stringify({ title: content.title, url: content.url }));
    // A mark may be empty; a standard format that comes back empty is one Electron names but cannot read.
    const standard = !type.startsWith("electron ");
    return standard && data.length === 0 ? null : { name: type, data };
  }

  /** What stands in our own mark; null when somebody else's content is there. */
  async function readMark(): Promise<string | null> {
    for (const item of await clipboard.read()) {
      if (!item.types.includes(raw(OURS))) continue;
      const mark = await readFormat(item, raw(OURS));
      if (mark) return new TextDecoder().decode(mark.data);
    }
    return null;
  }

  function asContent(format: ClipboardFormat): string | Blob | Bookmark {
    if (format.name === BOOKMARK)
      return JSON.parse(new TextDecoder().decode(format.data)) as Bookmark;
    return new Blob([new Uint8Array(format.data)]);
  }

  return {
    async save() {
      const formats: ClipboardFormat[] = [];
      for (const item of await clipboard.read()) {
        for (const type of item.types) {
          if (NOT_KEPT.some((pattern) => pattern.test(type))) continue;
          const format = await readFormat(item, type);
          if (format) formats.push(format);
        }
      }
      return formats;
    },
    async offerPicture({ png, path }, { transient, as }) {
      const number = String((offered += 1));
      const marks = {
        ...(transient ? TRANSIENT[platform] : {}),
        [OURS]: new TextEncoder().encode(number),
      };
      if (as === "bitmap")
        await write({
          "image/png": new Blob([new Uint8Array(png)], { type: "image/png" }),
          ...asItem(marks),
        });
      else if (platform === "win32") await copyFileOnWindows(run, path, marks);
      else await write({ [raw("public.file-url")]: pathToFileURL(path).href, ...asItem(marks) });
      return offer(async () => (await readMark()) === number);
    },
    async offerText(text, { transient }) {
      // Windows programs expect their own line ends; old edit fields show a lone LF as nothing.
      const content = platform === "win32" ? text.replaceAll(/\r?\n/g, "\r\n") : text;
      await write({ [TEXT]: content, ...asItem(transient ? TRANSIENT[platform] : {}) });
      const stillOurs = async (): Promise<boolean> =>
        withoutReturns(await clipboard.readText()) === withoutReturns(text);
      return offer(stillOurs);
    },
    async restore(snapshot) {
      if (snapshot.length === 0) clipboard.clear();
      else
        await write(Object.fromEntries(snapshot.map((format) => [format.name, asContent(format)])));
    },
    readText: () => clipboard.readText(),
    close: async () => undefined,
  };
}

function offer(stillOurs: () => Promise<boolean>): ClipboardOffer {
  return {
    async settled({ delayMs }) {
      await new Promise((resolve) => setTimeout(resolve, delayMs));
      return (await stillOurs()) ? "read" : "lost";
    },
  };
}

const withoutReturns = (text: string): string => text.replaceAll("\r\n", "\n");

/** The answer; null when there is none in time or the format went away meanwhile. */
async function inTime<T>(answer: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), ANSWER_WITHIN);
  });
  try {
    return await Promise.race([answer.catch(() => null), late]);
  } finally {
    clearTimeout(timer);
  }
}
