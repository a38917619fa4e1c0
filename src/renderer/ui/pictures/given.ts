/** A file somebody gave, with the folders it lay in: "A100/主图.jpg". */
export interface Given {
  readonly file: File;
  readonly path: string;
}

/** What was given: pictures, and how many other files were passed over. */
export interface GivenFiles {
  readonly pictures: readonly Given[];
  readonly passed: number;
}

/** What is looked at in a folder. Kinds we refuse are among them: whoever has them wants to hear why. */
const LIKE_A_PICTURE = /\.(?:png|jpe?g|jfif|webp|gif|bmp|hei[cf]|tiff?|avif|svg|psd)$/i;

/** Files by the system's chooser. Of a folder only pictures are meant; a single file is always told what is wrong with it. */
export function fromChooser(files: Iterable<File>): GivenFiles {
  const all = [...files].map((file) => ({ file, path: file.webkitRelativePath || file.name }));
  return sorted(all);
}

function sorted(all: readonly Given[]): GivenFiles {
  const ofFolders = all.some(({ path }) => path.includes("/"));
  const pictures = ofFolders ? all.filter(({ path }) => LIKE_A_PICTURE.test(path)) : all;
  return { pictures, passed: all.length - pictures.length };
}

async function* filesBelow(entry: FileSystemEntry, folder: string): AsyncGenerator<Given> {
  const path = `${folder}${entry.name}`;
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) =>
      (entry as FileSystemFileEntry).file(resolve, reject),
    );
    yield { file, path };
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  // A folder is read in portions; an empty one is the end.
  for (;;) {
    const entries = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (entries.length === 0) return;
    for (const each of entries) yield* filesBelow(each, `${path}/`);
  }
}

/** Files and whole folders by drag and drop. Call it in the event itself: later there is nothing to read. */
export async function fromDrop(data: DataTransfer): Promise<GivenFiles> {
  const roots = [...data.items]
    .filter(({ kind }) => kind === "file")
    .map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
  const all: Given[] = [];
  for (const { entry, file } of roots) {
    if (entry) for await (const each of filesBelow(entry, "")) all.push(each);
    else if (file) all.push({ file, path: file.name });
  }
  return sorted(all);
}

/** Pictures on the clipboard, if there are any. @param name what a picture is called that has no name of its own */
export function fromClipboard(data: DataTransfer, name: string): Given[] {
  const files = [...data.files].filter(({ type }) => type.startsWith("image/"));
  return files.map((file, index) => {
    // Browsers call every copied picture this.
    const nameless = /^image\.\w+$/i.test(file.name) || file.name === "";
    const number = files.length > 1 ? ` ${index + 1}` : "";
    return { file, path: nameless ? `${name}${number}.png` : file.name };
  });
}

/** True while files hang on the pointer. */
export const bringsFiles = (data: DataTransfer): boolean => [...data.types].includes("Files");
