import { expect, test } from "vitest";
import {
  type Bookmark,
  createElectronClipboard,
  type ItemContent,
  type ReadItem,
} from "./clipboard.ts";

/** Electron's clipboard as its documentation has it: one item, every format written in one step. */
function createSystemClipboard(start: ItemContent = {}) {
  let content = start;
  const writes: ItemContent[] = [];
  const bytes = (value: string | Blob): Blob =>
    typeof value === "string" ? new Blob([value]) : value;
  return {
    writes,
    get content(): ItemContent {
      return content;
    },
    /** Another program copies something. */
    copied(next: ItemContent): void {
      content = next;
    },
    async write(next: ItemContent): Promise<void> {
      writes.push(next);
      content = next;
    },
    clipboard: {
      async read(): Promise<ReadItem[]> {
        const now = content;
        return [
          {
            types: Object.keys(now),
            async getType(type: string): Promise<Blob | Bookmark> {
              const value = now[type];
              if (value === undefined) throw new Error(`no ${type}`);
              return typeof value === "string" || value instanceof Blob ? bytes(value) : value;
            },
          },
        ];
      },
      async readText(): Promise<string> {
        const text = content["text/plain"];
        if (text === undefined) return "";
        return typeof text === "string" ? text : (text as Blob).text();
      },
      clear(): void {
        content = {};
      },
    },
  };
}

function ready(platform: "win32" | "darwin", start?: ItemContent) {
  const system = createSystemClipboard(start);
  const ran: string[][] = [];
  return {
    system,
    clipboard: createElectronClipboard({
      platform,
      clipboard: system.clipboard,
      write: system.write,
      run: async (file, args) => void ran.push([file, ...args]),
    }),
    ran,
  };
}

const LIMITS = { quietMs: 1, delayMs: 5, timeoutMs: 50 };
const asBytes = async (value: unknown): Promise<number[]> => [
  ...new Uint8Array(await (value as Blob).arrayBuffer()),
];

test("what was copied comes back, every format", async () => {
  const picture = new Blob([new Uint8Array([137, 80, 78, 71])]);
  const shell = 'electron application/osclipboard;format="Shell IDList Array"';
  const { system, clipboard } = ready("win32", {
    "text/plain": "原来的",
    "text/html": "<b>原来的</b>",
    "image/png": picture,
    [shell]: new Blob([new Uint8Array([1, 2, 3])]),
    "electron application/bookmark": { title: "店铺", url: "https://example.com/" },
  });
  const saved = await clipboard.save();
  await clipboard.offerText("您好", { transient: true });
  expect(await clipboard.readText()).toBe("您好");
  await clipboard.restore(saved);
  expect(Object.keys(system.content)).toEqual([
    "text/plain",
    "text/html",
    "image/png",
    shell,
    "electron application/bookmark",
  ]);
  expect(await clipboard.readText()).toBe("原来的");
  expect(await asBytes(system.content["image/png"])).toEqual([137, 80, 78, 71]);
  expect(await asBytes(system.content[shell])).toEqual([1, 2, 3]);
  expect(system.content["electron application/bookmark"]).toEqual({
    title: "店铺",
    url: "https://example.com/",
  });
});

test("an empty clipboard is empty again", async () => {
  const { system, clipboard } = ready("darwin");
  const saved = await clipboard.save();
  await clipboard.offerText("您好", { transient: true });
  await clipboard.restore(saved);
  expect(system.content).toEqual({});
});

test("text and marks for clipboard managers arrive in one write; without the wish there are no marks", async () => {
  const windows = ready("win32");
  await windows.clipboard.offerText("您好", { transient: true });
  expect(windows.system.writes).toHaveLength(1);
  expect(Object.keys(windows.system.content)).toEqual([
    "text/plain",
    'electron application/osclipboard;format="ExcludeClipboardContentFromMonitorProcessing"',
    'electron application/osclipboard;format="CanIncludeInClipboardHistory"',
    'electron application/osclipboard;format="CanUploadToCloudClipboard"',
  ]);
  await windows.clipboard.offerText("您好", { transient: false });
  expect(Object.keys(windows.system.content)).toEqual(["text/plain"]);

  const mac = ready("darwin");
  await mac.clipboard.offerText("您好", { transient: true });
  expect(Object.keys(mac.system.content)).toContain(
    'electron application/osclipboard;format="org.nspasteboard.TransientType"',
  );
});

test("line ends are the system's", async () => {
  const windows = ready("win32");
  const offer = await windows.clipboard.offerText("一\n二\r\n三", { transient: true });
  expect(windows.system.content["text/plain"]).toBe("一\r\n二\r\n三");
  expect(await offer.settled(LIMITS)).toBe("read");
  const mac = ready("darwin");
  await mac.clipboard.offerText("一\n二", { transient: true });
  expect(mac.system.content["text/plain"]).toBe("一\n二");
});

test("another program's copy in between is noticed", async () => {
  const { system, clipboard } = ready("win32");
  const offer = await clipboard.offerText("您好", { transient: true });
  const settled = offer.settled(LIMITS);
  system.copied({ "image/png": new Blob([new Uint8Array([1])]) });
  expect(await settled).toBe("lost");
});

test("formats that fail, are empty in a standard name, or are not this clipboard's are left out", async () => {
  const mark = 'electron application/osclipboard;format="com.example.mark"';
  const { system, clipboard } = ready("darwin", {
    "text/plain": "留下",
    "text/uri-list": "",
    [mark]: "",
    "electron application/findtext": "查找",
    'electron application/osclipboard;format="org.w3.web-custom-format.map"': "{}",
  });
  const { read } = system.clipboard;
  system.clipboard.read = async () => {
    const [item] = await read();
    return [
      {
        types: [...(item?.types ?? []), "image/png"],
        getType: (type: string) => item!.getType(type),
      },
    ];
  };
  expect((await clipboard.save()).map((format) => format.name)).toEqual(["text/plain", mark]);
});

const MARK = 'electron application/osclipboard;format="replydeck.offer"';
const PNG = new Uint8Array([137, 80, 78, 71, 13]);
const picture = { name: "红色款", path: "/资料/红 色.png", png: PNG };

test.each(["win32", "darwin"] as const)(
  "%s: a picture goes as PNG, marked, in one write",
  async (platform) => {
    const { system, clipboard } = ready(platform);
    const offer = await clipboard.offerPicture(picture, { transient: true, as: "bitmap" });
    expect(system.writes).toHaveLength(1);
    expect(await asBytes(system.content["image/png"])).toEqual([...PNG]);
    expect(Object.keys(system.content)).not.toContain("text/plain");
    expect(Object.keys(system.content).join()).toMatch(/ExcludeClipboard|TransientType/);
    expect(await offer.settled(LIMITS)).toBe("read");
  },
);

test("our own picture is told from the next one and from other programs'", async () => {
  const { system, clipboard } = ready("win32");
  const first = await clipboard.offerPicture(picture, { transient: true, as: "bitmap" });
  const second = await clipboard.offerPicture(picture, { transient: false, as: "bitmap" });
  expect(await first.settled(LIMITS)).toBe("lost");
  expect(await second.settled(LIMITS)).toBe("read");
  expect(Object.keys(system.content)).toEqual(["image/png", MARK]);
  system.copied({ "image/png": new Blob([PNG]) });
  expect(await second.settled(LIMITS)).toBe("lost");
});

test("macOS: a file goes as its address", async () => {
  const { system, clipboard } = ready("darwin");
  const offer = await clipboard.offerPicture(picture, { transient: false, as: "file" });
  expect(system.content).toMatchObject({
    'electron application/osclipboard;format="public.file-url"':
      "file:///%E8%B5%84%E6%96%99/%E7%BA%A2%20%E8%89%B2.png",
  });
  expect(await offer.settled(LIMITS)).toBe("read");
});

test("Windows: a file goes through the system's own list of copied files, and no path can act as a command", async () => {
  const { system, clipboard, ran } = ready("win32");
  const path = "C:\\图片\\it's '; Remove-Item x; '.png";
  await clipboard.offerPicture({ ...picture, path }, { transient: true, as: "file" });
  expect(system.writes).toEqual([]);
  const [command] = ran;
  expect(command?.[0]).toBe("powershell.exe");
  const script = command?.at(-1) ?? "";
  expect(script).not.toContain("Remove-Item");
  expect(script).toContain(Buffer.from(path).toString("base64"));
  expect(script).toContain("SetFileDropList");
  for (const mark of ["CanIncludeInClipboardHistory", "replydeck.offer", "Preferred DropEffect"])
    expect(script).toContain(`SetData('${mark}'`);
});
