import type { ClipboardSnapshot } from "../../ports/clipboard.ts";
import type { X11Connection } from "./connection.ts";
import { collectAnswers, convertSelection } from "./selectionReader.ts";
import type { Converted, XFormat } from "./selectionReader.ts";

/** An owner that shows no life for `idleMs` is given up; `capMs` bounds slow ones. */
const SAVE_LIMITS = { idleMs: 300, capMs: 1_500 };
/** Owners make the file of a picture only now, and a large screenshot takes its time. */
const PICTURE_LIMITS = { idleMs: 1_500, capMs: 3_000 };
/** With the PNG safe, its copies in other file formats may cost this much together. */
const COPIES_MS = 100;
/** Owner changes in the middle of a save before we take what there is: nothing. */
const SAVE_ATTEMPTS = 3;
const OWNER_CHANGED = 1 | 2 | 4;
/** What is copied is read ahead once nothing else was copied for this long, milliseconds. */
const AHEAD_AFTER = 20;
/** Most bytes that are kept of what was read ahead. */
const AHEAD_BYTES = 1 << 20;

/** KDE's mark for content that clipboard managers must not keep; others honour it too. */
export const HINT = "x-kde-passwordManagerHint";

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
const isPicture = (name: string) => name.startsWith("image/");

/** Small and likely first, so that a slow owner loses the least: owners answer in order. */
function rank(target: string): number {
  if (target === "UTF8_STRING") return 0;
  if (/^text\/|^STRING$|^TEXT$|^COMPOUND_TEXT$/.test(target)) return 1;
  if (target === PNG) return 2;
  return isPicture(target) ? 4 : 3;
}

interface Named {
  readonly target: number;
  readonly name: string;
}

export interface ClipboardSaver {
  /** Every format there is, of whoever owns the clipboard. */
  save(): Promise<ClipboardSnapshot>;
  /** One format of another program; null when it has none such. */
  read(target: number): Promise<Converted | null>;
  end(): void;
}

/**
 * Reads what other programs put on the clipboard. Text is read as soon as it is copied, so that saving it costs a
 * paste nothing; pictures are only made by their owners when somebody asks, and secrets are not ours to hold, so
 * those are read when they have to be.
 */
export async function createClipboardSaver(
  conn: X11Connection,
  reading: { readonly selection: number; readonly property: number; readonly incr: number },
  ours: () => Promise<XFormat[]> | null,
): Promise<ClipboardSaver> {
  const { x } = conn;
  const targetsAtom = await conn.atom("TARGETS");
  /** Counts changes of owner, so that a save never mixes two programs' content. */
  let changes = 0;
  let ahead: { readonly change: number; readonly content: Promise<XFormat[] | null> } | null = null;
  let timer: NodeJS.Timeout | null = null;

  const ownerWindow = () =>
    conn
      .ask<number>((reply) => x.GetSelectionOwner(reading.selection, reply))
      .then((found) => found ?? 0);

  const read = async (target: number): Promise<Converted | null> => {
    const [found] = await collectAnswers(
      (progress) => [convertSelection(conn, reading, target, progress)],
      SAVE_LIMITS,
    );
    return found ?? null;
  };

  const listTargets = async (): Promise<Named[]> => {
    const found = await read(targetsAtom);
    if (!found || found.bits !== 32) return [];
    const list = new Set<number>();
    for (let at = 0; at + 4 <= found.data.length; at += 4) list.add(found.data.readUInt32LE(at));
    list.delete(0);
    const named = await Promise.all(
      [...list].map(async (target) => ({ target, name: await conn.atomName(target) })),
    );
    return named.filter((each) => each.name !== "" && !NOT_CONTENT.has(each.name));
  };

  const readTargets = async (
    targets: readonly Named[],
    limits: typeof SAVE_LIMITS,
  ): Promise<XFormat[]> => {
    const answers = await collectAnswers(
      (progress) => targets.map(({ target }) => convertSelection(conn, reading, target, progress)),
      limits,
    );
    const formats: XFormat[] = [];
    for (const [at, found] of answers.entries()) {
      const name = targets[at]?.name;
      if (found && name !== undefined)
        formats.push({
          name,
          data: found.data,
          type: await conn.atomName(found.type),
          bits: found.bits,
        });
    }
    return formats;
  };

  /** All formats; of a picture that comes as PNG, the other file formats as far as time allows. */
  const readContent = async (named: readonly Named[]): Promise<XFormat[]> => {
    const inOrder = named.toSorted((a, b) => rank(a.name) - rank(b.name));
    const hasPng = named.some((each) => each.name === PNG);
    const first = inOrder.filter((each) => !hasPng || !isPicture(each.name) || each.name === PNG);
    const copies = inOrder.filter((each) => !first.includes(each));
    const formats = await readTargets(
      first,
      first.some((each) => isPicture(each.name)) ? PICTURE_LIMITS : SAVE_LIMITS,
    );
    const until = performance.now() + COPIES_MS;
    for (const copy of copies) {
      if (performance.now() > until) break;
      formats.push(...(await readTargets([copy], SAVE_LIMITS)));
    }
    return formats;
  };

  /** What is there now; null when it changed meanwhile, or `wanted` does not want it. */
  const attempt = async (
    wanted: (named: readonly Named[]) => boolean,
  ): Promise<XFormat[] | null> => {
    // The answers to these come after every notice of a change before them.
    const [named, holder] = await Promise.all([listTargets(), ownerWindow()]);
    if (holder === 0) return [];
    const before = changes;
    if (!wanted(named)) return null;
    const formats = await readContent(named);
    await ownerWindow();
    return changes === before ? formats : null;
  };

  const readAhead = async (): Promise<XFormat[] | null> => {
    const content = await attempt((named) =>
      named.every(({ name }) => !isPicture(name) && name !== HINT),
    );
    const bytes = content?.reduce((sum, format) => sum + format.data.length, 0) ?? 0;
    return bytes <= AHEAD_BYTES ? content : null;
  };

  const readSoon = () => {
    if (timer) clearTimeout(timer);
    timer = setTimeout(() => {
      if (!conn.open || ours()) return;
      ahead = { change: changes, content: readAhead().catch(() => null) };
    }, AHEAD_AFTER);
    timer.unref();
  };

  const fixes = await conn.extension("fixes");
  fixes?.SelectSelectionInput(conn.root, reading.selection, OWNER_CHANGED);
  const stopChanges = conn.onEvent((event) => {
    if (event.name !== "SelectionNotify" || !("subtype" in event)) return;
    if (event.selection !== reading.selection) return;
    changes += 1;
    ahead = null;
    readSoon();
  });
  // Without notices of change nothing that was read ahead could be trusted.
  if (fixes) readSoon();

  const readBefore = async (): Promise<XFormat[] | null> => {
    const content = (await ahead?.content) ?? null;
    return ahead?.change === changes ? content : null;
  };

  const caughtUp = conn.foresee(ownerWindow);

  return {
    read,
    save: async () => {
      // Its answer comes after the notice that somebody else has copied something.
      await caughtUp.get();
      const known = ours() ?? readBefore();
      const content = await known;
      if (content) return content;
      for (let tries = 0; tries < SAVE_ATTEMPTS; tries += 1) {
        const found = await attempt(() => true);
        if (found) return found;
      }
      return [];
    },
    end: () => {
      if (timer) clearTimeout(timer);
      caughtUp.end();
      stopChanges();
    },
  };
}
