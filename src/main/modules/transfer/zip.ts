import { open, type FileHandle } from "node:fs/promises";
import { pipeline, Readable } from "node:stream";
import { crc32, createInflateRaw } from "node:zlib";
import { CUT_SHORT } from "./cutShort.ts";

/** One file inside a zip, as its central directory names it. */
export interface ZipEntry {
  readonly name: string;
  readonly size: number;
  readonly packedSize: number;
  readonly checksum: number;
  readonly method: number;
  readonly offset: number;
}

/** A zip open for reading; only the directory is in memory. */
export interface ZipFile {
  readonly entries: ReadonlyMap<string, ZipEntry>;
  /** Every name as often as the directory has it: of two with one name only the last is an entry. */
  readonly names: readonly string[];
  /** The unpacked bytes of one entry. Throws ZipError when they are cut short or damaged. */
  read(entry: ZipEntry): AsyncGenerator<Buffer>;
  close(): Promise<void>;
}

/** The zip cannot be read; the message is for the log and for the detail of a sentence. */
export class ZipError extends Error {}

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const END_LENGTH = 22;
/** An end record may be followed by a comment of at most 65,535 bytes. */
const END_SEARCH = END_LENGTH + 0xffff;
const STORED = 0;
const DEFLATED = 8;

/**
 * Opens a zip by its central directory, which is what tells a whole file from one cut short.
 * Zip64 and encryption are not read: a workbook under the import limit needs neither.
 */
export async function openZip(path: string): Promise<ZipFile> {
  const file = await open(path, "r");
  try {
    const { entries, names } = await readDirectory(file);
    return { entries, names, read: (entry) => unpack(file, entry), close: () => file.close() };
  } catch (error) {
    await file.close();
    throw error;
  }
}

async function readDirectory(file: FileHandle): Promise<Pick<ZipFile, "entries" | "names">> {
  const { size } = await file.stat();
  const tail = await readAt(file, Math.max(0, size - END_SEARCH), Math.min(size, END_SEARCH));
  const end = findEnd(tail);
  const count = tail.readUInt16LE(end + 10);
  const length = tail.readUInt32LE(end + 12);
  const start = tail.readUInt32LE(end + 16);
  if (start + length > size) throw new ZipError("zip directory out of bounds");
  const directory = await readAt(file, start, length);
  const entries = new Map<string, ZipEntry>();
  const names: string[] = [];
  let at = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== ENTRY_SIGNATURE) {
      throw new ZipError("zip directory damaged");
    }
    const nameLength = directory.readUInt16LE(at + 28);
    const encrypted = (directory.readUInt16LE(at + 8) & 1) === 1;
    if (encrypted) throw new ZipError("encrypted");
    const name = directory.toString("utf8", at + 46, at + 46 + nameLength).replaceAll("\\", "/");
    names.push(name);
    entries.set(name, {
      name,
      method: directory.readUInt16LE(at + 10),
      checksum: directory.readUInt32LE(at + 16),
      packedSize: directory.readUInt32LE(at + 20),
      size: directory.readUInt32LE(at + 24),
      offset: directory.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return { entries, names };
}

function findEnd(tail: Buffer): number {
  for (let at = tail.length - END_LENGTH; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) === END_SIGNATURE) return at;
  }
  throw new ZipError(CUT_SHORT);
}

async function* unpack(file: FileHandle, entry: ZipEntry): AsyncGenerator<Buffer> {
  const header = await readAt(file, entry.offset, 30);
  if (header.readUInt32LE(0) !== LOCAL_SIGNATURE) throw new ZipError("zip entry damaged");
  const start = entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  const packed = packedBytes(file, start, entry.packedSize);
  let checksum = 0;
  let size = 0;
  for await (const chunk of entry.method === STORED ? packed : inflate(packed, entry.method)) {
    size += chunk.length;
    // Also what stops a zip that unpacks to more than it says.
    if (size > entry.size) throw new ZipError("zip entry longer than stated");
    checksum = crc32(chunk, checksum);
    yield chunk;
  }
  if (size !== entry.size || checksum !== entry.checksum) throw new ZipError("zip checksum wrong");
}

async function* packedBytes(
  file: FileHandle,
  start: number,
  length: number,
): AsyncGenerator<Buffer> {
  const step = 256 * 1024;
  for (let done = 0; done < length; done += step) {
    yield await readAt(file, start + done, Math.min(step, length - done));
  }
}

async function* inflate(packed: AsyncIterable<Buffer>, method: number): AsyncGenerator<Buffer> {
  if (method !== DEFLATED) throw new ZipError(`zip method ${method}`);
  const inflater = createInflateRaw({ chunkSize: 256 * 1024 });
  // Errors on the way reach the loop below, because pipeline destroys the inflater with them.
  pipeline(Readable.from(packed), inflater, () => undefined);
  try {
    for await (const chunk of inflater) yield chunk as Buffer;
  } catch (error) {
    throw error instanceof ZipError ? error : new ZipError("zip entry damaged", { cause: error });
  }
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await file.read(buffer, 0, length, position);
  if (bytesRead < length) throw new ZipError(CUT_SHORT);
  return buffer;
}
