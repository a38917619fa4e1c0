/** How much of a file is looked at to tell what it is. */
export const HEAD_BYTES = 4_096;

const starts = (head: Uint8Array, bytes: readonly number[], at = 0): boolean =>
  bytes.every((byte, index) => head[at + index] === byte);

const word = (head: Uint8Array, at: number, length: number): string =>
  String.fromCharCode(...head.subarray(at, at + length));

/** Signatures in the order in which they are tried. */
const KINDS: readonly [mime: string, test: (head: Uint8Array) => boolean][] = [
  ["image/png", (head) => starts(head, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
  ["image/jpeg", (head) => starts(head, [0xff, 0xd8, 0xff])],
  ["image/gif", (head) => /^GIF8[79]a$/.test(word(head, 0, 6))],
  ["image/webp", (head) => word(head, 0, 4) === "RIFF" && word(head, 8, 4) === "WEBP"],
  ["image/heic", (head) => /^ftyp(heic|heix|mif1|msf1)$/.test(word(head, 4, 8))],
  ["image/bmp", (head) => word(head, 0, 2) === "BM" && starts(head, [0, 0, 0, 0], 6)],
  ["application/pdf", (head) => word(head, 0, 5) === "%PDF-"],
  ["audio/mp4", (head) => word(head, 4, 7) === "ftypM4A"],
  ["video/quicktime", (head) => word(head, 4, 6) === "ftypqt"],
  ["video/mp4", (head) => word(head, 4, 4) === "ftyp"],
  ["video/webm", (head) => starts(head, [0x1a, 0x45, 0xdf, 0xa3])],
  ["audio/wav", (head) => word(head, 0, 4) === "RIFF" && word(head, 8, 4) === "WAVE"],
  ["audio/amr", (head) => word(head, 0, 5) === "#!AMR"],
  ["audio/silk", (head) => word(head, 0, 12).includes("#!SILK_V3")],
  ["audio/ogg", (head) => word(head, 0, 4) === "OggS"],
  [
    "audio/mpeg",
    (head) => word(head, 0, 3) === "ID3" || (head[0] === 0xff && (head[1]! & 0xe6) === 0xe2),
  ],
  ["application/zip", (head) => starts(head, [0x50, 0x4b, 0x03, 0x04])],
  ["application/vnd.rar", (head) => word(head, 0, 4) === "Rar!"],
  ["application/x-7z-compressed", (head) => starts(head, [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c])],
];

/** What a file is, told from its first bytes and not from its name. */
export function mimeOf(head: Uint8Array): string {
  const found = KINDS.find(([, test]) => test(head));
  if (found) return found[0];
  return isText(head) ? "text/plain" : "application/octet-stream";
}

/** UTF-8 without control characters; the last character may have been cut through. */
function isText(head: Uint8Array): boolean {
  if (head.some((byte) => byte < 0x09 || (byte > 0x0d && byte < 0x20 && byte !== 0x1b)))
    return false;
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    decoder.decode(head, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** A file's name without folders and without what no system takes. */
export function plainName(name: string): string {
  const base = name.replaceAll("\\", "/").split("/").at(-1) ?? "";
  // oxlint-disable-next-line no-control-regex
  const plain = base.replaceAll(/[\u0000-\u001f<>:"|?*]/g, "_").trim();
  return [...plain].slice(-100).join("") || "file";
}
