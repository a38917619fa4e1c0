import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import sharp from "sharp";
import { createX11Desktop } from "../../src/main/adapters/x11/desktop.ts";
import type { PastePart, PastePicture } from "../../src/main/modules/desk/rules.ts";
import type { ChromiumTarget, TestDesktop } from "./desktop.ts";

export const sha256 = (data: Uint8Array): string => createHash("sha256").update(data).digest("hex");

/** A picture in a file, with what it has to look like at the other end. */
export interface TestPicture extends PastePicture {
  readonly bytes: Buffer;
  /** SHA-256 of its pixels, red green blue alpha. */
  readonly pixels: string;
  readonly part: PastePart;
}

/** Noise of so many shades, its own for each seed and the same in every run. */
function noise(length: number, seed: number, shades: number): Buffer {
  const data = Buffer.alloc(length);
  let state = seed;
  for (let at = 0; at < length; at += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    data[at] = 90 + ((state >>> 16) % shades);
  }
  return data;
}

/** A PNG of `size` by `size` pixels; the more shades, the more bytes (7 shades: some 780 KB at 800). */
export async function makePicture(
  file: string,
  { size, shades, seed }: { size: number; shades: number; seed: number },
): Promise<TestPicture> {
  const raw = noise(size * size * 3, seed, shades);
  const bytes = await sharp(raw, { raw: { width: size, height: size, channels: 3 } })
    .png()
    .toBuffer();
  const pixels = sha256(await sharp(bytes).ensureAlpha().raw().toBuffer());
  await writeFile(file, bytes);
  const picture: PastePicture = {
    name: "测试图",
    path: file,
    mime: "image/png",
    width: size,
    height: size,
    png: () => readFile(file),
  };
  return { ...picture, bytes, pixels, part: { kind: "picture", picture } };
}

/** One thing of a chat input or message, in the order a reader sees them: a text, or a picture's pixels. */
export type Seen = { readonly text: string } | { readonly pixels: string };

/** A chat on a web page: a rich input whose Enter makes a message of it, and a list of what came in by pasting. */
export interface WebChat {
  /** What stands in the input. */
  input(): Promise<Seen[]>;
  messages(): Promise<Seen[][]>;
  /** Files that paste events carried since the last `clear`. */
  files(): Promise<{ name: string; bytes: number; sha256: string }[]>;
  /** When the input first held that many pictures, in the page's own milliseconds since 1970; rejects after `timeoutMs`. */
  waitForPictures(count: number, timeoutMs?: number): Promise<number>;
  clear(): Promise<void>;
}

const WAIT_MS = 5_000;

/** Turns the rich field of a Chromium window into the input of a chat. */
export async function openWebChat({ page, use }: ChromiumTarget): Promise<WebChat> {
  await use("rich");
  await page.evaluate(() => {
    const input = document.getElementById("rich")!;
    const log = document.createElement("div");
    log.id = "log";
    document.body.append(log);
    const files: Promise<{ name: string; bytes: number; sha256: string }>[] = [];
    const hash = async (data: BufferSource) =>
      [...new Uint8Array(await crypto.subtle.digest("SHA-256", data))]
        .map((byte) => byte.toString(16).padStart(2, "0"))
        .join("");
    input.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.shiftKey) return;
      event.preventDefault();
      const message = document.createElement("div");
      message.append(...input.childNodes);
      log.append(message);
    });
    input.addEventListener("paste", (event) => {
      for (const file of event.clipboardData?.files ?? [])
        files.push(
          (async () => ({
            name: file.name,
            bytes: file.size,
            sha256: await hash(await file.arrayBuffer()),
          }))(),
        );
    });
    const pixelsOf = async (image: HTMLImageElement) => {
      await image.decode();
      const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight);
      const context = canvas.getContext("2d")!;
      context.drawImage(image, 0, 0);
      return hash(context.getImageData(0, 0, canvas.width, canvas.height).data);
    };
    const see = async (root: Node): Promise<object[]> => {
      const seen: object[] = [];
      for (const node of root.childNodes) {
        if (node instanceof HTMLImageElement) seen.push({ pixels: await pixelsOf(node) });
        else if (node instanceof Text) seen.push({ text: node.data });
        else if (node instanceof HTMLBRElement) continue;
        else seen.push(...(await see(node)));
      }
      return seen;
    };
    Object.assign(window, {
      chat: {
        input: () => see(input),
        messages: () => Promise.all([...log.children].map(see)),
        files: () => Promise.all(files),
        clear: () => {
          files.length = 0;
          log.replaceChildren();
          input.replaceChildren();
        },
      },
    });
  });
  const ask = <T>(what: string) => page.evaluate<T>(`chat.${what}()`);
  return {
    input: () => ask("input"),
    messages: () => ask("messages"),
    files: () => ask("files"),
    clear: () => ask("clear"),
    waitForPictures: (count, timeoutMs = WAIT_MS) =>
      page.evaluate(
        ([wanted, limit]) =>
          new Promise<number>((resolve, reject) => {
            const input = document.getElementById("rich")!;
            const late = setTimeout(() => {
              watch.disconnect();
              reject(new Error(`${input.querySelectorAll("img").length} pictures`));
            }, limit);
            const look = () => {
              const images = [...input.querySelectorAll("img")];
              if (images.length < wanted) return;
              watch.disconnect();
              clearTimeout(late);
              // In the page is not yet on the screen: its bytes may still have to be decoded.
              Promise.all(images.map((image) => image.decode())).then(
                () => resolve(performance.timeOrigin + performance.now()),
                reject,
              );
            };
            const watch = new MutationObserver(look);
            watch.observe(input, { childList: true, subtree: true });
            look();
          }),
        [count, timeoutMs] as const,
      ),
  };
}

/** On Ctrl+V says what GTK itself makes of the clipboard: the pixels of a picture, or the files. */
const GTK_VIEWER = `
import hashlib, json, sys, threading
import gi
gi.require_version("Gtk", "3.0")
gi.require_version("GdkX11", "3.0")
from gi.repository import Gtk, Gdk, GLib, GdkX11
Gdk.set_program_class("gtkviewer")
window = Gtk.Window(title="GTK viewer")
window.set_default_size(300, 200)
clipboard = Gtk.Clipboard.get(Gdk.SELECTION_CLIPBOARD)
def say(**what):
    sys.stdout.write(json.dumps(what) + "\\n")
    sys.stdout.flush()
def pressed(_, event):
    if event.keyval not in (Gdk.KEY_v, Gdk.KEY_V) or not event.state & Gdk.ModifierType.CONTROL_MASK:
        return False
    files = clipboard.wait_for_uris()
    picture = None if files else clipboard.wait_for_image()
    if picture:
        picture = picture.add_alpha(False, 0, 0, 0)
        width = picture.get_width() * 4
        data, stride = picture.get_pixels(), picture.get_rowstride()
        rows = b"".join(data[y * stride:y * stride + width] for y in range(picture.get_height()))
        say(pixels=hashlib.sha256(rows).hexdigest())
    else:
        say(files=list(files or []))
    return True
window.connect("key-press-event", pressed)
window.connect("destroy", Gtk.main_quit)
def listen():
    for line in sys.stdin:
        pass
    GLib.idle_add(Gtk.main_quit)
threading.Thread(target=listen, daemon=True).start()
window.show_all()
say(window=window.get_window().get_xid())
Gtk.main()
`;

interface ViewerSays {
  readonly window?: number;
  readonly pixels?: string;
  readonly files?: string[];
}

/** A GTK program that takes pictures and files. */
export interface GtkViewer {
  focus(): Promise<void>;
  /** The next thing that is pasted. Ask before pasting. */
  next(): Promise<ViewerSays>;
  close(): Promise<void>;
}

/** Opens it (Debian: python3-gi, gir1.2-gtk-3.0). */
export async function openGtkViewer(desktop: TestDesktop): Promise<GtkViewer> {
  const child = desktop.run("/usr/bin/python3", ["-c", GTK_VIEWER], { input: "pipe" });
  child.stderr?.resume();
  let hear: (said: ViewerSays) => void = () => undefined;
  const next = () => new Promise<ViewerSays>((resolve) => (hear = resolve));
  const first = next();
  createInterface({ input: child.stdout as Readable }).on("line", (line) =>
    hear(JSON.parse(line) as ViewerSays),
  );
  const id = String((await first).window);
  const tools = await createX11Desktop(desktop.display);
  await tools.activeWindow.waitUntilActive(id, 20_000);
  return {
    next,
    focus: async () => {
      await tools.activeWindow.activate(id);
      if (!(await tools.activeWindow.waitUntilActive(id, WAIT_MS)))
        throw new Error("the GTK viewer did not get the keyboard");
    },
    close: async () => {
      await tools.close();
      child.stdin?.end();
      child.kill();
    },
  };
}
