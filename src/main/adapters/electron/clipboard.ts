import type { Clipboard, ClipboardFormat, ClipboardOffer } from "../../ports/clipboard.ts";

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
}

const TEXT = "text/plain";
const BOOKMARK = "electron application/bookmark";
/** A format by the platform's own name. */
const raw = (name: string): string => `electron application/osclipboard;format="${name}"`;

/** Formats by which clipboard managers know what is not for keeping, and what each holds. */
const TRANSIENT: Readonly<Record<"win32" | "darwin", ItemContent>> = {
  win32: {
    // Present is enough for the first; the others are a DWORD "no", for the system's own history and cloud.
    [raw("ExcludeClipboardContentFromMonitorProcessing")]: new Blob([new Uint8Array(4)]),
    [raw("CanIncludeInClipboardHistory")]: new Blob([new Uint8Array(4)]),
    [raw("CanUploadToCloudClipboard")]: new Blob([new Uint8Array(4)]),
  },
  darwin: {
    [raw("org.nspasteboard.TransientType")]: new Blob([new Uint8Array(1)]),
    [raw("org.nspasteboard.ConcealedType")]: new Blob([new Uint8Array(1)]),
  },
};

/** Not content of this clipboard: the Mac's find field, and Chromium's table of "web" formats, which it writes anew. */
const NOT_KEPT = [/^electron application\/findtext$/, /web-custom-format|Web Custom Format/i];

/**
 * The clipboard on Windows and macOS. One `write` is one step for the system, so text and marks arrive together.
 *
 * What Electron does not give, and so neither do we: who reads the clipboard and when (hence `delayMs`); the exact
 * bytes of standard formats: pictures come back as PNG and are written as the system's bitmap, HTML without its
 * source address; formats a program only promises (delayed rendering) are asked for and fixed by `save`; on Windows
 * a list of copied files comes back through the Explorer's own formats, not as CF_HDROP.
 */
export function createElectronClipboard({ platform, clipboard, write }: Options): Clipboard {
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
    async offerText(text, { transient }) {
      // Windows programs expect their own line ends; old edit fields show a lone LF as nothing.
      const content = platform === "win32" ? text.replaceAll(/\r?\n/g, "\r\n") : text;
      await write({ [TEXT]: content, ...(transient ? TRANSIENT[platform] : {}) });
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
